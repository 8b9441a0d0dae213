"use strict";
// The text of an element as a reader would type it.

/**
 * The text of an element without the readings above its kanji.
 *
 * @param {Element} element
 */
function plainText(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
  return (copy.textContent ?? "").trim();
}
