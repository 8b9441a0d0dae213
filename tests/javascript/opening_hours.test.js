"use strict";
// "Open now", by the clock of Japan, its holidays and the New Year.

const assert = require("node:assert/strict");
const test = require("node:test");
const { isOpen } = require("../../overrides/assets/javascripts/opening_hours.js");

const WORKDAYS = "mon-fri 10:00-16:00";
const SATURDAYS = "mon-fri 09:00-21:00, sat 09:00-17:00";
const ALWAYS = "mon-sun 00:00-24:00 holidays";
const NIGHTS = "mon-fri 18:00-24:00";
const CLOSED = ["2026-11-23", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"];

const CASES = [
  // Tuesday, 24 November 2026
  [WORKDAYS, "2026-11-24T09:59:59+09:00", false],
  [WORKDAYS, "2026-11-24T10:00:00+09:00", true],
  [WORKDAYS, "2026-11-24T15:59:59+09:00", true],
  [WORKDAYS, "2026-11-24T16:00:00+09:00", false],
  // the same times in another time zone
  [WORKDAYS, "2026-11-24T01:00:00Z", true],
  [WORKDAYS, "2026-11-23T20:30:00-05:00", true],
  // a national holiday on a Monday
  [WORKDAYS, "2026-11-23T12:00:00+09:00", false],
  [ALWAYS, "2026-11-23T12:00:00+09:00", true],
  // Saturday, Sunday
  [SATURDAYS, "2026-11-28T16:59:00+09:00", true],
  [SATURDAYS, "2026-11-28T17:00:00+09:00", false],
  [SATURDAYS, "2026-11-29T12:00:00+09:00", false],
  // over the New Year
  [WORKDAYS, "2026-12-28T12:00:00+09:00", true],
  [WORKDAYS, "2026-12-29T12:00:00+09:00", false],
  [WORKDAYS, "2027-01-01T12:00:00+09:00", false],
  [ALWAYS, "2026-12-31T23:59:59+09:00", true],
  // midnight
  [NIGHTS, "2026-11-27T23:59:59+09:00", true],
  [NIGHTS, "2026-11-28T00:00:00+09:00", false],
];

for (const [hours, moment, wanted] of CASES) {
  test(`"${hours}" at ${moment}`, () => assert.equal(isOpen(hours, CLOSED, new Date(moment)), wanted));
}
