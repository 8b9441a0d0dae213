"use strict";
// Learns to tell the members of groups from all others: a linear support vector machine for each group, with
// L2 loss, fitted by dual coordinate descent (Hsieh and others, ICML 2008). Pure; always the same result.
//
// The groups are fitted side by side, and the weights of one place stand next to each other: a browser
// does that many times faster than one group after the other. Where few weights may be kept, they are fitted once
// more without the others, whose work they then do.

/**
 * Values at some places; the group that it is in, or -1; how bad it is to miss it there, and, by group, to take
 * it for a member of another.
 *
 * @typedef {{ places: ArrayLike<number>, values: ArrayLike<number>, group: number, cost: number, elsewhere: number[] }} Case
 */

const separation = (() => {
  /**
   * Shuffle a list in place: fitting takes far fewer rounds than in a fixed order.
   *
   * @param {number[]} list
   * @param {number} seed
   * @returns {number} the next seed.
   */
  function shuffle(list, seed) {
    let state = seed;
    for (let i = list.length - 1; i > 0; i -= 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = state % (i + 1);
      [list[i], list[other]] = [list[other], list[i]];
    }
    return state;
  }

  /**
   * How surely something is in each group: 1 or more as its members are, -1 or less as what is not.
   *
   * @param {Float64Array} weights as of separated().
   * @param {ArrayLike<number>} places
   * @param {ArrayLike<number>} values at these places.
   * @param {number} groups number of groups.
   */
  function decisions(weights, places, values, groups) {
    const sums = weights.slice(-groups);
    for (let i = 0; i < places.length; i += 1) {
      const first = places[i] * groups;
      for (let group = 0; group < groups; group += 1) sums[group] += weights[first + group] * values[i];
    }
    return sums;
  }

  /**
   * The weights that tell the members of each group from the others: by place, then by group; last the
   * biases.
   *
   * @param {Case[]} cases
   * @param {number} size number of places.
   * @param {number} groups number of groups.
   * @param {number} rounds how often the cases are visited.
   * @param {Int32Array[] | null} kept by place, the groups that have a weight there; all without it.
   */
  function separated(cases, size, groups, rounds, kept = null) {
    const starts = new Int32Array(size + 1);
    for (let place = 0; place < size; place += 1) {
      starts[place + 1] = starts[place] + (kept ? kept[place].length : groups);
    }
    const at = kept && Int32Array.from(kept.flatMap((own) => Array.from(own)));
    const squares = cases.map((one) => squaresOf(one, groups, starts, at));
    const weights = new Float64Array(starts[size] + groups);
    const duals = new Float64Array(cases.length * groups);
    const order = cases.map((_, i) => i);
    let seed = 1;
    for (let round = 0; round < rounds; round += 1) {
      seed = shuffle(order, seed);
      for (const i of order) {
        visit(cases[i], { weights, starts, at, squares: squares[i], duals: duals.subarray(i * groups, (i + 1) * groups) });
      }
    }
    return weights;
  }

  /**
   * The squared length of a case in each group, with its bias.
   *
   * @param {Case} one
   * @param {number} groups
   * @param {Int32Array} starts where the weights of each place begin.
   * @param {Int32Array | null} at the group of each weight; null if each place has all.
   */
  function squaresOf({ places, values }, groups, starts, at) {
    const squares = new Float64Array(groups).fill(1);
    for (let i = 0; i < places.length; i += 1) {
      if (!at) for (let group = 0; group < groups; group += 1) squares[group] += values[i] ** 2;
      else for (let k = starts[places[i]]; k < starts[places[i] + 1]; k += 1) squares[at[k]] += values[i] ** 2;
    }
    return squares;
  }

  /**
   * Move the weights so that they suit one case.
   *
   * @param {Case} one
   * @param {object} given
   * @param {Float64Array} given.weights
   * @param {Int32Array} given.starts as of squaresOf().
   * @param {Int32Array | null} given.at
   * @param {Float64Array} given.squares of this case, by group.
   * @param {Float64Array} given.duals the same.
   */
  function visit({ places, values, group: own, cost, elsewhere }, { weights, starts, at, squares, duals }) {
    const groups = duals.length;
    const last = weights.length - groups; // the first bias
    const changes = weights.slice(last);
    for (let i = 0; i < places.length; i += 1) {
      const start = starts[places[i]];
      const end = starts[places[i] + 1];
      if (!at) for (let group = 0; group < groups; group += 1) changes[group] += weights[start + group] * values[i];
      else for (let k = start; k < end; k += 1) changes[at[k]] += weights[k] * values[i];
    }
    let isChanged = false;
    for (let group = 0; group < groups; group += 1) {
      const sign = group === own ? 1 : -1;
      const slack = 1 / (2 * (group === own ? cost : elsewhere[group]));
      const gradient = sign * changes[group] - 1 + slack * duals[group];
      const dual = Math.max(0, duals[group] - gradient / (squares[group] + slack));
      changes[group] = (dual - duals[group]) * sign;
      duals[group] = dual;
      weights[last + group] += changes[group];
      isChanged = isChanged || changes[group] !== 0;
    }
    if (!isChanged) return;
    for (let i = 0; i < places.length; i += 1) {
      const start = starts[places[i]];
      const end = starts[places[i] + 1];
      if (!at) for (let group = 0; group < groups; group += 1) weights[start + group] += changes[group] * values[i];
      else for (let k = start; k < end; k += 1) weights[k] += changes[at[k]] * values[i];
    }
  }

  return { decisions, separated };
})();

if (typeof module === "object") module.exports = separation;
