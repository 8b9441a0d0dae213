"use strict";
// Draws what helps people in danger, above the results of the search.

const urgent = (() => {
  const { element, link } = elements;

  function contact({ name, hours, note, number, isTyped }) {
    return element(
      "p",
      "",
      ...(number ? [isTyped ? element("b", "", number) : link("contact-number", `tel:${number}`, number), " "] : []),
      `${name} `,
      element("span", "search__hours", [hours, note].filter(Boolean).join(" ")),
    );
  }

  /**
   * Draw entries into a block, which is hidden without any; the same ones again change nothing.
   *
   * @param base URL to which the URLs of their links are relative.
   */
  function draw(block, entries, base) {
    const key = entries.map(({ text }) => text).join();
    block.hidden = !entries.length;
    if (key === block.dataset.shown) return;
    block.dataset.shown = key;
    block.replaceChildren(...entries.flatMap(({ text, contacts, links }) => [
      element("p", "search-danger__text", text),
      ...contacts.map(contact),
      ...links.map(({ label, url }) => element("p", "", link("", new URL(url, base).href, label))),
    ]));
  }

  return { draw };
})();
