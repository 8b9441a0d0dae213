"use strict";
// Connects the search box to its workers. Loaded when the search is opened; search.js passes the port
// that Material uses as its worker, and the function that loads a classic script.
//
// One engine searches the page's language; if it finds nothing, one per other language follows.

window.searchBox = (port, box, NativeWorker, script) => {
  const RESULT = 3;
  const PAUSE = 700; // milliseconds without a new result before a screen reader announces it
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const input = box.querySelector("input");
  const results = box.querySelector("ol");
  const meta = box.querySelector("[data-search-meta]");
  const status = box.querySelector("[data-search-status]");
  const urgent = box.querySelector("[data-search-danger]");
  const help = box.querySelector("[data-search-help]");
  const toggle = document.getElementById("__search");
  const opener = document.querySelector("header button[for=__search]");
  const small = window.matchMedia("(max-width: 59.99em)"); // the search covers the page
  const engines = new Map();
  let dangersOf = null;
  let isComposing = false;
  let announcing = 0;

  /** The engine of a language, started on first use. */
  function engineOf(language) {
    if (!engines.has(language)) {
      const index = new URL(port.config.indexes[language], new URL(settings.search, window.location.href));
      engines.set(language, client.start({ engine: settings.search, index: String(index), language, script, NativeWorker }));
    }
    return engines.get(language);
  }

  /** Whether page and indexes are of the same deployment: the page may have been loaded before one. */
  function isOfOneVersion() {
    return settings.search.endsWith(port.config.engine);
  }

  /** An element with a class and these contents. */
  function element(name, className, ...contents) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...contents);
    return made;
  }

  /** A link with a text. */
  function link(className, url, text) {
    const made = element("a", className, text);
    made.href = url;
    return made;
  }

  /** Show what helps in a danger of which the query tells, above the results. */
  function warn(query) {
    dangersOf ||= danger.matcher(port.config.dangers || []);
    const found = dangersOf(query);
    urgent.hidden = !found.length;
    if (found.map(({ text }) => text).join() === urgent.dataset.shown) return;
    urgent.dataset.shown = found.map(({ text }) => text).join();
    const here = new URL(settings.base, window.location.href);
    urgent.replaceChildren(...found.flatMap(({ text, contacts, links }) => [
      element("p", "search-danger__text", text),
      ...contacts.map(({ name, hours, note, number, isTyped }) => element(
        "p",
        "search-danger__contact",
        ...(number ? [isTyped ? element("b", "", number) : link("contact-number", `tel:${number}`, number), " "] : []),
        `${name} `,
        element("span", "search-danger__hours", [hours, note].filter(Boolean).join(" ")),
      )),
      ...links.map(({ label, url }) => element("p", "search-danger__link", link("", new URL(url, here).href, label))),
    ]));
  }

  async function ask(query) {
    warn(query);
    if (!query.trim()) {
      show({ items: [], found: true });
      return;
    }
    const own = port.config.language;
    const isCurrent = () => port.query === query;
    try {
      if (!isOfOneVersion()) throw new Error(port.config.engine);
      const answer = await engineOf(own).answer(query);
      if (!isCurrent() || (!answer.found && isComposing)) return;
      show(answer, query);
      if (answer.found) return;
      for (const language of Object.keys(port.config.indexes).filter((each) => each !== own)) {
        const foreign = await engineOf(language).answer(query);
        if (!isCurrent()) return;
        if (foreign.found) {
          answer.items.push(...foreign.items.slice(0, 5).map((page) => translated(page, language)));
          show(answer, query);
        }
      }
    } catch (error) {
      engines.delete(own);
      if (isCurrent()) show({ items: [], found: false, hasFailed: true }, query);
    }
  }

  /** Escape a text: Material inserts titles as HTML. */
  function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  /** The items of a page in another language, with a label, `lang` attributes and absolute URLs. */
  function translated(items, language) {
    const here = new URL(settings.base, window.location.href);
    const there = new URL(port.config.bases[language], here);
    const name = escaped(port.config.names[language]);
    return items.map((item) => ({
      ...item,
      location: new URL(item.location, there).href,
      title: `<span class="search-language">${name}</span> <span lang="${language}">${item.title}</span>`,
      text: item.text && `<div lang="${language}">${item.text}</div>`,
      score: item.score / 1e6,
    }));
  }

  /** Have Material render the items; a focused result, or else the first one, keeps the focus. */
  function draw(items) {
    const focused = results.contains(document.activeElement) && document.activeElement;
    port.say({ type: RESULT, data: { items } });
    if (!focused) return;
    const links = Array.from(results.querySelectorAll("a"));
    (links.find(({ href }) => href === focused.href) || links[0] || input).focus();
  }

  /** Render the items, then update the text above them and the live region. */
  function show({ items, found, hasFailed = false }, query = "") {
    draw(items);
    const words = box.dataset;
    if (!query) meta.textContent = words.start;
    else if (hasFailed) meta.textContent = words.failed;
    else if (!found) meta.textContent = items.length ? words.near : words.none;
    if (help) help.hidden = !query || (found && !hasFailed);
    window.clearTimeout(announcing);
    announcing = window.setTimeout(() => { status.textContent = query && [...(urgent.hidden ? [] : [urgent.innerText]), meta.textContent].join(" "); }, PAUSE);
  }

  input.addEventListener("compositionstart", () => { isComposing = true; });
  input.addEventListener("compositionend", () => { isComposing = false; });
  // Material only reads the box on keyup, which pasted or dictated text, or text from an input
  // method's list, does not fire.
  for (const type of ["input", "compositionend"]) {
    input.addEventListener(type, () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
  }

  // The reset event fires before the box is cleared: report the change after it.
  input.form.addEventListener("reset", () => {
    setTimeout(() => input.dispatchEvent(new Event("input")));
  });

  // Tab moves to the results: keep Material from closing the search on it. Losing the focus closes it.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget) && toggle.checked) toggle.click();
  });
  new MutationObserver(() => {
    for (const link of box.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
  }).observe(results, { childList: true, subtree: true });

  // On a small screen the search is a modal dialog with a back button.
  const back = asButton(box.querySelector("label.md-search__icon"), "search");
  back.setAttribute("aria-label", box.dataset.close);
  back.removeAttribute("aria-expanded");
  back.addEventListener("click", () => toggle.click());

  function tell() {
    back.tabIndex = small.matches ? 0 : -1;
    opener.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked && small.matches) box.setAttribute("aria-modal", "true");
    else box.removeAttribute("aria-modal");
    const focused = document.activeElement;
    const isLost = focused === document.body || box.contains(focused);
    if (!toggle.checked && small.matches && isLost) opener.focus();
  }

  toggle.addEventListener("change", () => setTimeout(tell));
  small.addEventListener("change", tell);
  tell();

  port.ask = ask;
  port.start = () => {
    if (isOfOneVersion()) engineOf(port.config.language);
  };
  if (port.config) port.start();
  if (input.value !== (port.query || "")) input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  else if (port.query) ask(port.query);
};
