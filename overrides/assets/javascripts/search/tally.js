"use strict";
// A sparse array of number pairs, for the scores of sections and pages. Pure.

/**
 * `first` and `second` by id; `ids` lists those set, in order.
 *
 * `add` adds to both numbers, `raise` keeps the pair with the greater first number, `raiseEach` the
 * maximum of each. `taken` returns a compact copy.
 *
 * @param {number} size
 * @returns {Tally}
 */
function tally(size) {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  /** @type {number[]} */
  const ids = [];
  const touch = (/** @type {number} */ id) => { if (!first[id]) ids.push(id); };
  return {
    ids,
    first,
    second,
    add(id, one, two) {
      touch(id);
      first[id] += one;
      second[id] += two;
    },
    raise(id, one, two) {
      touch(id);
      if (one <= first[id]) return;
      first[id] = one;
      second[id] = two;
    },
    raiseEach(id, one, two) {
      touch(id);
      first[id] = Math.max(first[id], one);
      second[id] = Math.max(second[id], two);
    },
    taken: () => ({ ids, first: ids.map((id) => first[id]), second: ids.map((id) => second[id]) }),
  };
}

if (typeof module === "object") module.exports = tally;
