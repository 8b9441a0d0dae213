"use strict";
// Which features of a query are enough to show pages, and which let the search say that nothing fits.

const assert = require("node:assert/strict");
const test = require("node:test");
const { fits, isByChance } = require("../../overrides/assets/javascripts/search/no_results.js");

const NOTHING = { related: -1, passage: 0, held: 0, heard: 0, named: 0 };
const RELATED = { ...NOTHING, related: 2 };
const KINDS = /** @type {const} */ (["pairs", "words"]);

for (const kind of KINDS) {
  test(`${kind}: what sounds like this site fits, and what does not is refused`, () => {
    assert.ok(fits(RELATED, { kind }));
    assert.ok(!fits(NOTHING, { kind }));
  });

  test(`${kind}: a heading or a word with synonyms fits, whatever it sounds like`, () => {
    for (const name of ["passage", "named"]) {
      for (const isForeign of [false, true]) {
        assert.ok(fits({ ...NOTHING, [name]: 1 }, { kind, isForeign }), name);
      }
    }
  });

  test(`${kind}: a story fits, whatever it sounds like, but in another writing`, () => {
    assert.ok(fits(NOTHING, { kind, length: 100 }));
    assert.ok(!fits(NOTHING, { kind, length: 30 }));
    assert.ok(!fits(NOTHING, { kind, length: 100, isForeign: true }));
  });

  test(`${kind}: in another writing, what it sounds like is not enough without its words`, () => {
    assert.ok(!fits({ ...RELATED, passage: 0.4 }, { kind, isForeign: true }));
    assert.ok(fits({ ...RELATED, passage: 0.3, named: 0.3 }, { kind, isForeign: true }));
  });
}

test("a site that lists nothing unrelated goes by what its pages hold", () => {
  assert.ok(fits({ ...NOTHING, held: 0.3 }, { kind: "" }));
  assert.ok(!fits(RELATED, { kind: "" }));
});

test("in another writing, what the phrasings of a page know is enough: the name of a program", () => {
  const named = { ...NOTHING, related: 1, heard: 1.5 };
  for (const kind of KINDS) {
    assert.ok(fits(named, { kind, isForeign: true }), kind);
    assert.ok(!fits({ ...named, heard: 0.9 }, { kind, isForeign: true }), kind);
  }
});

test("on the pages of another language, a query is found by chance unless a section contains enough of it", () => {
  const unlisted = { kind: "", isForeign: false };
  assert.ok(isByChance({ ...NOTHING, passage: 0.4, held: 1, heard: 1 }, unlisted));
  assert.ok(!isByChance({ ...NOTHING, passage: 0.6 }, unlisted));
  for (const kind of ["pairs", "words"]) {
    assert.ok(isByChance({ ...NOTHING, passage: 0.6 }, { kind, isForeign: true }));
    assert.ok(!isByChance({ ...NOTHING, passage: 1 }, { kind, isForeign: true }));
    assert.ok(!isByChance(NOTHING, { kind, isForeign: false }));
  }
});
