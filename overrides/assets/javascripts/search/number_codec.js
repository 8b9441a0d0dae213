"use strict";
// Encodes lists of numbers as text, one character per number: fast to decode, and compresses well. Pure; the build
// encodes, the browser decodes.

const numberCodec = (() => {
  const [PLAIN, FURTHER] = [35, 0xa1]; // first characters of small and of greater numbers
  const ASCII_LIMIT = 91 - 1; // numbers below it are plain ASCII characters; one is left out: "\"
  const PAIR_LIMIT = 0x8000; // a number from this on takes two characters
  const MORE = "!"; // stands for PAIR_LIMIT, in front of the rest

  /**
   * A number as a text of one character, or two if it is great.
   *
   * @param {number} number
   * @returns {string}
   */
  function encode(number) {
    if (number >= PAIR_LIMIT) return MORE + encode(number - PAIR_LIMIT);
    if (number >= ASCII_LIMIT) return String.fromCharCode(FURTHER + number - ASCII_LIMIT);
    const code = PLAIN + number;
    return String.fromCharCode(code < 92 ? code : code + 1);
  }

  /**
   * The numbers of a text of such characters.
   *
   * @param {string} text
   */
  function decode(text) {
    /** @type {number[]} */
    const found = [];
    let more = 0;
    for (let i = 0; i < text.length; i += 1) {
      if (text[i] === MORE) {
        more += PAIR_LIMIT;
        continue;
      }
      const code = text.charCodeAt(i);
      const number = code >= FURTHER ? code - FURTHER + ASCII_LIMIT : code - PLAIN - (code > 92 ? 1 : 0);
      found.push(number + more);
      more = 0;
    }
    return found;
  }

  return { MORE, decode, encode };
})();

if (typeof module === "object") module.exports = numberCodec;
