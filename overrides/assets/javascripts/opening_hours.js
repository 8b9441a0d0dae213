// Whether an office in Japan is open at a given time. Pure: does not touch the page.
"use strict";

globalThis.openingHours = (function () {
  const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const JAPAN = 9 * 60 * 60 * 1000; // offset from UTC in milliseconds; no daylight saving time

  /**
   * "09:30" -> minutes since midnight
   *
   * @param {string} text
   */
  function minutes(text) {
    const [hours, rest] = text.split(":").map(Number);
    return hours * 60 + rest;
  }

  /**
   * "mon-fri 09:00-17:00, mon-sun 00:00-24:00 holidays" -> list of opening times: first and last as
   * 0-based days from Monday, start and end in minutes since midnight
   *
   * @param {string} text
   */
  function parse(text) {
    return text.split(",").map((part) => {
      const [days, hours, holidays] = part.trim().split(" ");
      const [first, last = first] = days.split("-").map((day) => DAYS.indexOf(day));
      const [start, end] = hours.split("-").map(minutes);
      return { first, last, start, end, onHolidays: holidays === "holidays" };
    });
  }

  /**
   * Whether an office is open.
   *
   * @param {string} text its opening hours, as above.
   * @param {string[]} closedDays ISO dates.
   * @param {Date} moment converted to Japanese time.
   */
  function isOpen(text, closedDays, moment) {
    const japan = new Date(moment.getTime() + JAPAN);
    const day = (japan.getUTCDay() + 6) % 7;
    const minute = japan.getUTCHours() * 60 + japan.getUTCMinutes();
    const isClosedDay = closedDays.includes(japan.toISOString().slice(0, 10));
    return parse(text).some(
      ({ first, last, start, end, onHolidays }) =>
        first <= day &&
        day <= last &&
        start <= minute &&
        minute < end &&
        (onHolidays || !isClosedDay),
    );
  }

  return { isOpen };
})();

if (typeof module === "object") module.exports = globalThis.openingHours;
