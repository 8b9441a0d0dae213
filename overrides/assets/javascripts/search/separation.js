"use strict";
// Learns to tell what belongs to a group from what does not: a linear support vector machine with L2
// loss, fitted by dual coordinate descent (Hsieh and others, ICML 2008). Pure; always the same result.

/** @typedef {{ places: ArrayLike<number>, values: ArrayLike<number>, isIn: boolean, cost: number }} Case */

const separation = (() => {
  const ALL = 2; // every second round visits all cases, the others those that the weights rest on

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
   * How surely something is in a group: 1 or more as its members are, -1 or less as what is not.
   *
   * @param {Float64Array} weights as of separated().
   * @param {ArrayLike<number>} places
   * @param {ArrayLike<number>} values at these places.
   */
  function decision(weights, places, values) {
    let sum = weights[weights.length - 1];
    for (let i = 0; i < places.length; i += 1) sum += weights[places[i]] * values[i];
    return sum;
  }

  /**
   * The weight of each place, and last the bias, that tell the cases in a group from the others.
   *
   * @param {Case[]} cases values at some places, whether it is in the group, and how bad it is to be wrong.
   * @param {number} size number of places.
   * @param {number} rounds how often the cases are visited.
   */
  function separated(cases, size, rounds) {
    const weights = new Float64Array(size + 1);
    const duals = new Float64Array(cases.length);
    const squares = cases.map(({ values }) => {
      let sum = 1;
      for (let i = 0; i < values.length; i += 1) sum += values[i] ** 2;
      return sum;
    });
    const order = cases.map((_, i) => i);
    let seed = 1;
    for (let round = 0; round < rounds; round += 1) {
      seed = shuffle(order, seed);
      const visited = round % ALL ? order.filter((i) => duals[i]) : order;
      for (const i of visited) {
        const { places, values, isIn, cost } = cases[i];
        const sign = isIn ? 1 : -1;
        const slack = 1 / (2 * cost);
        const gradient = sign * decision(weights, places, values) - 1 + slack * duals[i];
        const dual = Math.max(0, duals[i] - gradient / (squares[i] + slack));
        const change = (dual - duals[i]) * sign;
        duals[i] = dual;
        if (!change) continue;
        for (let k = 0; k < places.length; k += 1) weights[places[k]] += change * values[k];
        weights[size] += change;
      }
    }
    return weights;
  }

  return { decision, separated };
})();

if (typeof module === "object") module.exports = separation;
