"use strict";
// Hash functions, for what the index only has to compare. Pure.

const hashes = (() => {
  const BUCKETS = 26; // bits of a mask

  /**
   * A hash of a text: FNV-1a, 32 bits, with its upper bits mixed into the lower ones.
   *
   * @param {string} text
   */
  function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  /**
   * A bit mask with one bit set, chosen by the hash of a term.
   *
   * @param {string} term
   */
  function maskOf(term) {
    return 1 << (hashOf(term) % BUCKETS);
  }

  return { hashOf, maskOf };
})();

if (typeof module === "object") module.exports = hashes;
