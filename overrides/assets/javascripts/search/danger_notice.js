"use strict";
// Draws what helps people in danger, above the results of the search.

const dangerNotice = (() => {
  const { element, inLanguage, link } = elements;

  /** A text of search/danger.py: with its `lang` if it is in another language than the page. */
  const textNode = (/** @type {BoxText} */ text) => (
    typeof text === "string" ? text : inLanguage(element("span", "", text.text), text.lang));

  /** @param {ShownContact} contact */
  function contact({ name, hours, note, number, isTyped }) {
    return element(
      "p",
      "",
      ...(number ? [isTyped ? element("b", "", number) : link("contact-number", `tel:${number}`, number), " "] : []),
      element("span", "search__name", textNode(name)),
      " ",
      element("span", "search__hours", textNode(hours), ...(note ? [" ", element("span", "", note)] : [])),
    );
  }

  /**
   * Draw entries into a block, which is hidden without any; the same ones again change nothing.
   *
   * @param {HTMLElement} block
   * @param {DangerEntry[]} entries
   * @param {URL} base to which the URLs of their links are relative.
   */
  function draw(block, entries, base) {
    const key = entries.map(({ text }) => (typeof text === "string" ? text : text.text)).join();
    block.hidden = !entries.length;
    if (key === block.dataset.shown) return;
    block.dataset.shown = key;
    block.replaceChildren(...entries.flatMap(({ text, contacts, links }) => [
      element("p", "search-danger__text", textNode(text)),
      ...contacts.map(contact),
      ...links.map(({ label, url }) => element("p", "", link("", new URL(url, base).href, textNode(label)))),
    ]));
  }

  return { draw };
})();
