"use strict";
// Which features of a query are enough to show pages, and which let the search say that nothing fits.

const assert = require("node:assert/strict");
const test = require("node:test");
const { hasAnswer, isChanceMatch } = require("../../overrides/assets/javascripts/search/no_results.js");

const NOTHING = { related: -1, sectionShare: 0, pageShare: 0, topVote: 0, synonymShare: 0 };
const RELATED = { ...NOTHING, related: 2 };
const KINDS = /** @type {const} */ (["pairs", "words"]);

for (const kind of KINDS) {
  test(`${kind}: what sounds like this site fits, and what does not is refused`, () => {
    assert.ok(hasAnswer(RELATED, { kind }));
    assert.ok(!hasAnswer(NOTHING, { kind }));
  });

  test(`${kind}: a heading or a word with synonyms fits, whatever it sounds like`, () => {
    for (const name of ["sectionShare", "synonymShare"]) {
      for (const isForeign of [false, true]) {
        assert.ok(hasAnswer({ ...NOTHING, [name]: 1 }, { kind, isForeign }), name);
      }
    }
  });

  test(`${kind}: a story fits, whatever it sounds like, but in another writing`, () => {
    assert.ok(hasAnswer(NOTHING, { kind, length: 100 }));
    assert.ok(!hasAnswer(NOTHING, { kind, length: 20 }));
    assert.ok(!hasAnswer(NOTHING, { kind, length: 100, isForeign: true }));
  });

  test(`${kind}: in another writing, what it sounds like is not enough without its words`, () => {
    assert.ok(!hasAnswer({ ...RELATED, sectionShare: 0.4 }, { kind, isForeign: true }));
    assert.ok(hasAnswer({ ...RELATED, sectionShare: 0.3, synonymShare: 0.3 }, { kind, isForeign: true }));
  });
}

test("a site that lists nothing unrelated goes by what its pages hold", () => {
  assert.ok(hasAnswer({ ...NOTHING, pageShare: 0.3 }, { kind: "" }));
  assert.ok(!hasAnswer(RELATED, { kind: "" }));
});

test("in another writing, what the phrasings of a page know is enough: the name of a program", () => {
  const program = { ...NOTHING, related: 1, topVote: 1.5 };
  for (const kind of KINDS) {
    assert.ok(hasAnswer(program, { kind, isForeign: true }), kind);
    assert.ok(!hasAnswer({ ...program, topVote: 0.9 }, { kind, isForeign: true }), kind);
  }
});

test("on the pages of another language, a query is found by chance unless a section contains enough of it", () => {
  const unlisted = { kind: "", isForeign: false };
  assert.ok(isChanceMatch({ ...NOTHING, sectionShare: 0.4, pageShare: 1, topVote: 1 }, unlisted));
  assert.ok(!isChanceMatch({ ...NOTHING, sectionShare: 0.6 }, unlisted));
  for (const kind of ["pairs", "words"]) {
    assert.ok(isChanceMatch({ ...NOTHING, sectionShare: 0.6 }, { kind, isForeign: true }));
    assert.ok(!isChanceMatch({ ...NOTHING, sectionShare: 1 }, { kind, isForeign: true }));
    assert.ok(!isChanceMatch(NOTHING, { kind, isForeign: false }));
  }
});
