"use strict";
// Trains linear classifiers: one support vector machine per group (one-vs-rest) with L2 loss, fitted by dual
// coordinate descent (Hsieh and others, ICML 2008). Pure and deterministic. A place is the position of a feature.
//
// All groups are fitted at once, with the weights of a place next to each other in memory: that is many times faster
// than one group after the other. To keep few weights, call it again with only these (`kept`).

/**
 * A training example: its values at some places; its group, or -1; the cost of not putting it into that group, and,
 * by group, of putting it into another.
 *
 * @typedef {{ places: ArrayLike<number>, values: ArrayLike<number>, group: number, cost: number, elsewhere: number[] }} Case
 */

const linearSvm = (() => {
  const BIAS_STEPS = 12; // far more than Newton's method needs
  const REST_ROUNDS = 3; // a case whose last visit changed nothing is only visited in every third round

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
   * The decision value of each group, fitted to be 1 or more for its members and -1 or less for others.
   *
   * @param {Float64Array} weights as train() returns them.
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
   * Fit the weights of all groups: by place, then by group; last the biases.
   *
   * @param {Case[]} cases
   * @param {number} size number of places.
   * @param {number} groups number of groups.
   * @param {number} rounds how often the cases are visited.
   * @param {Int32Array[] | null} kept by place, the groups that have a weight there; all without it.
   */
  function train(cases, size, groups, rounds, kept = null) {
    const starts = new Int32Array(size + 1);
    for (let place = 0; place < size; place += 1) {
      starts[place + 1] = starts[place] + (kept ? kept[place].length : groups);
    }
    const weights = new Float64Array(starts[size] + groups);
    const duals = new Float64Array(cases.length * groups);
    const visit = visitor(joined(cases), { starts, at: kept && Int32Array.from(kept.flatMap((own) => Array.from(own))), weights, duals });
    const order = cases.map((_, i) => i);
    const isAtRest = new Uint8Array(cases.length);
    let seed = 1;
    for (let round = 0; round < rounds; round += 1) {
      seed = shuffle(order, seed);
      for (const i of order) {
        if (!isAtRest[i] || round % REST_ROUNDS === 0) isAtRest[i] = visit(i, cases[i]) ? 0 : 1;
      }
    }
    return weights;
  }

  /**
   * The places and values of all cases, one after the other, and where each case begins: a browser reads them
   * faster than many short lists.
   *
   * @param {Case[]} cases
   */
  function joined(cases) {
    const begins = new Int32Array(cases.length + 1);
    cases.forEach(({ places }, i) => { begins[i + 1] = begins[i] + places.length; });
    const places = new Int32Array(begins[cases.length]);
    const values = new Float64Array(begins[cases.length]);
    cases.forEach((one, i) => {
      places.set(one.places, begins[i]);
      values.set(one.values, begins[i]);
    });
    return { begins, places, values };
  }

  /**
   * A function that updates the weights for one case (a step of the descent); returns whether they changed.
   *
   * @param {{ begins: Int32Array, places: Int32Array, values: Float64Array }} joined as joined() returns them.
   * @param {object} given
   * @param {Int32Array} given.starts where the weights of each place begin.
   * @param {Int32Array | null} given.at the group of each weight; null if each place has all.
   * @param {Float64Array} given.weights
   * @param {Float64Array} given.duals by case, then by group.
   */
  function visitor({ begins, places, values }, { starts, at, weights, duals }) {
    const groups = duals.length / (begins.length - 1);
    const last = weights.length - groups; // the first bias
    const changes = new Float64Array(groups);
    const squares = new Float64Array(duals.length).fill(1); // the squared length of a case in each group, with its bias

    /** @param {number} number of the case. */
    function measure(number) {
      const first = number * groups;
      for (let i = begins[number]; i < begins[number + 1]; i += 1) {
        const square = values[i] ** 2;
        if (!at) for (let group = 0; group < groups; group += 1) squares[first + group] += square;
        else for (let k = starts[places[i]]; k < starts[places[i] + 1]; k += 1) squares[first + at[k]] += square;
      }
    }

    /** @param {number} number of the case. */
    function decide(number) {
      for (let group = 0; group < groups; group += 1) changes[group] = weights[last + group];
      for (let i = begins[number]; i < begins[number + 1]; i += 1) {
        const start = starts[places[i]];
        const end = starts[places[i] + 1];
        const value = values[i];
        if (!at) for (let group = 0; group < groups; group += 1) changes[group] += weights[start + group] * value;
        else for (let k = start; k < end; k += 1) changes[at[k]] += weights[k] * value;
      }
    }

    /** @param {number} number of the case. */
    function move(number) {
      for (let i = begins[number]; i < begins[number + 1]; i += 1) {
        const start = starts[places[i]];
        const end = starts[places[i] + 1];
        const value = values[i];
        if (!at) for (let group = 0; group < groups; group += 1) weights[start + group] += changes[group] * value;
        else for (let k = start; k < end; k += 1) weights[k] += changes[at[k]] * value;
      }
    }

    for (let number = 0; number + 1 < begins.length; number += 1) measure(number);
    return (/** @type {number} */ number, /** @type {Case} */ { group: own, cost, elsewhere }) => {
      decide(number);
      let isChanged = false;
      for (let group = 0; group < groups; group += 1) {
        const at = number * groups + group;
        const sign = group === own ? 1 : -1;
        const slack = 1 / (2 * (group === own ? cost : elsewhere[group]));
        const gradient = sign * changes[group] - 1 + slack * duals[at];
        const dual = Math.max(0, duals[at] - gradient / (squares[at] + slack));
        changes[group] = (dual - duals[at]) * sign;
        duals[at] = dual;
        weights[last + group] += changes[group];
        isChanged = isChanged || changes[group] !== 0;
      }
      if (isChanged) move(number);
      return isChanged;
    };
  }

  /**
   * The bias of each group that fits the decisions of some weights best (Newton's method; the loss is convex and its
   * slope piecewise linear). The descent visits every case a few times only, and leaves a bias that depends on their
   * order: one case more or less moves it by as much as the decisions differ.
   *
   * @param {Pick<Case, "group" | "cost" | "elsewhere">[]} cases
   * @param {Float64Array} sums the decisions without a bias, by case, then by group.
   * @param {number} groups number of groups.
   */
  function fitBiases(cases, sums, groups) {
    const biases = new Float64Array(groups);
    for (let step = 0; step < BIAS_STEPS; step += 1) {
      const slopes = Float64Array.from(biases);
      const curvatures = new Float64Array(groups).fill(1);
      cases.forEach(({ group: own, cost, elsewhere }, i) => {
        for (let group = 0; group < groups; group += 1) {
          const sign = group === own ? 1 : -1;
          const missing = 1 - sign * (sums[i * groups + group] + biases[group]);
          if (missing <= 0) continue;
          const weight = 2 * (group === own ? cost : elsewhere[group]);
          slopes[group] -= weight * sign * missing;
          curvatures[group] += weight;
        }
      });
      for (let group = 0; group < groups; group += 1) biases[group] -= slopes[group] / curvatures[group];
    }
    return biases;
  }

  return { decisions, fitBiases, train };
})();

if (typeof module === "object") module.exports = linearSvm;
