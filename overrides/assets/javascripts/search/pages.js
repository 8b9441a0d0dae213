"use strict";
// Draws the pages that were found: an item per page with its title, and a link with an excerpt per
// passage. Passages that are not shown at once stand in a <details>.

const pages = (() => {
  const { element, inLanguage, link } = elements;
  /** @type {(list: HTMLElement) => NodeListOf<HTMLAnchorElement>} */
  const allLinks = (list) => list.querySelectorAll("a[data-search-result]");

  /**
   * The links that can be seen, in their order.
   *
   * @param {HTMLElement} list
   */
  function links(list) {
    return [...allLinks(list)].filter((each) => !each.closest("details:not([open])"));
  }

  /**
   * Fill the excerpt of a passage.
   *
   * @param {HTMLElement} excerpt
   * @param {Piece[]} pieces
   */
  function fill(excerpt, pieces) {
    const text = pieces.map(([piece]) => piece).join("");
    if (excerpt.textContent !== text || !excerpt.querySelector("mark")) {
      excerpt.replaceChildren(...pieces.map(([piece, isMarked]) => (isMarked ? element("mark", "", piece) : piece)));
    }
    excerpt.hidden = !text;
  }

  /**
   * @param {DrawnPage} page
   * @param {DrawnPassage} passage
   */
  function passage({ title, language }, { href, title: own, id, text }) {
    const result = inLanguage(link("search-passage__link", href, id ? own : title), language);
    result.dataset.searchResult = "";
    const excerpt = inLanguage(element("p", "search-passage__text"), language);
    fill(excerpt, text);
    return element("div", "search-passage", id ? result : inLanguage(element("h2", "search-page__title", result), language), excerpt);
  }

  /**
   * @param {DrawnPage} page
   * @param {(count: number) => string} moreText
   */
  function item(page, moreText) {
    const { title, language, label, passages } = page;
    const shown = passages.filter(({ isOpen }) => isOpen);
    const more = passages.filter(({ isOpen }) => !isOpen);
    const made = element("li", "search-page");
    if (label) made.append(element("p", "search-language", label));
    // The beginning of a page is a link with the title of the page; it needs no other title.
    if (shown[0].id) made.append(inLanguage(element("h2", "search-page__title", title), language));
    made.append(...shown.map((each) => passage(page, each)));
    if (more.length) {
      const rest = element("details", "search-page__more", element("summary", "", moreText(more.length)));
      rest.append(...more.map((each) => passage(page, each)));
      made.append(rest);
    }
    return made;
  }

  /**
   * Draw pages into a list. A second answer to the same query with the same links only fills in their
   * excerpts; otherwise a link that has the focus keeps it, or else the first one gets it.
   *
   * @param {HTMLElement} list
   * @param {DrawnPage[]} found
   * @param {(count: number) => string} moreText text of the number of passages that are not shown at once.
   * @returns {boolean} whether the list is a new one.
   */
  function draw(list, found, moreText) {
    const passages = found.flatMap((page) => [...page.passages.filter((each) => each.isOpen), ...page.passages.filter((each) => !each.isOpen)]);
    const there = [...allLinks(list)];
    if (there.length && there.length === passages.length && there.every(({ href }, i) => href === passages[i].href)) {
      there.forEach((each, i) => {
        const own = /** @type {Element} */ (each.closest(".search-passage"));
        fill(/** @type {HTMLElement} */ (own.querySelector(".search-passage__text")), passages[i].text);
      });
      return false;
    }
    const focused = list.contains(document.activeElement) && document.activeElement;
    list.replaceChildren(...found.map((page) => item(page, moreText)));
    if (focused) {
      const now = links(list);
      (now.find(({ href }) => focused instanceof HTMLAnchorElement && href === focused.href) || now[0])?.focus();
    }
    return true;
  }

  return { draw, links };
})();
