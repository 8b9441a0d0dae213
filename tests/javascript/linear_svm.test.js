"use strict";
// Members of groups are told from all others, whatever the order of the groups.

const assert = require("node:assert/strict");
const test = require("node:test");
const { decisions, fitBiases, train } = require("../../overrides/assets/javascripts/search/linear_svm.js");

const ROUNDS = 50;
const one = (places, group, cost = 10) => ({ places, values: places.map(() => 1), group, cost, elsewhere: [cost, cost, cost, cost] });
// Place 0 is in all of group 0, place 1 in all of group 1, place 2 and 3 in any.
const CASES = [one([0, 2], 0), one([0, 3], 0), one([1, 2], 1), one([1, 3], 1), one([2], -1), one([3], -1), one([2, 3], -1)];
const sure = (weights, places, groups) => Array.from(decisions(weights, places, places.map(() => 1), groups));

test("each case is on its side of each group", () => {
  const weights = train(CASES, 4, 2, ROUNDS);
  for (const { places, group } of CASES) {
    assert.deepEqual(sure(weights, places, 2).map((value) => value > 0), [group === 0, group === 1]);
  }
});

test("what decides is learnt, not what all share", () => {
  const weights = train(CASES, 4, 2, ROUNDS);
  const [alone] = sure(weights, [0], 2);
  const [shared] = sure(weights, [2, 3], 2);
  assert.ok(alone > 0 && shared < 0);
});

test("groups that are fitted side by side get in the end what they get alone", () => {
  const rounds = 20 * ROUNDS; // until nothing changes: before, a case rests while no group moves
  const both = train(CASES, 4, 2, rounds);
  for (const group of [0, 1]) {
    const single = train(CASES.map((each) => ({ ...each, group: each.group === group ? 0 : -1 })), 4, 1, rounds);
    for (const { places } of CASES) {
      assert.equal(sure(both, places, 2)[group].toFixed(6), sure(single, places, 1)[0].toFixed(6));
    }
  }
});

test("a costly mistake counts more than a cheap one", () => {
  const cases = (cost) => [one([0], 0, cost), one([0], -1, 1)];
  const [dear] = sure(train(cases(100), 1, 1, ROUNDS), [0], 1);
  const [cheap] = sure(train(cases(0.01), 1, 1, ROUNDS), [0], 1);
  assert.ok(dear > 0 && cheap < 0);
});

test("weights that are kept do the work of those that are not", () => {
  const own = [one([0, 1], 0), one([0], 0), one([1], 0), one([2], -1)];
  const [first, second, third] = train(own, 3, 1, ROUNDS);
  const [alone, other, bias] = train(own, 3, 1, ROUNDS, [[0], [], [0]].map((own) => Int32Array.from(own))); // none for the second place
  assert.ok(first > 0 && second > 0 && third < 0);
  assert.ok(alone + bias > 0.9 && other < third);
  const all = Array.from({ length: 4 }, () => Int32Array.of(0, 1));
  assert.deepEqual(train(CASES, 4, 2, ROUNDS, all), train(CASES, 4, 2, ROUNDS));
});

test("the bias is what the cases ask for together, in any order", () => {
  const given = [one([], 0, 1), one([], -1, 1), one([], -1, 1)];
  const sums = Float64Array.of(0.5, -0.5, 2); // the last one is on the wrong side
  const [bias] = fitBiases(given, sums, 1);
  const loss = (at) => at ** 2 / 2 + given.reduce((sum, { group }, i) => (
    sum + Math.max(0, 1 - (group ? -1 : 1) * (sums[i] + at)) ** 2), 0);
  for (const other of [bias - 0.01, bias + 0.01]) assert.ok(loss(bias) < loss(other));
  const [turned] = fitBiases(given.toReversed(), sums.toReversed(), 1);
  assert.equal(turned.toFixed(9), bias.toFixed(9));
});

test("without cases nothing is sure", () => {
  assert.deepEqual(sure(train([], 3, 2, ROUNDS), [0, 1], 2), [0, 0]);
});
