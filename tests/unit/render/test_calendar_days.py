from datetime import date

from knowledge.calendar_days import closed_days


def test_two_years_of_holidays_and_the_new_year():
    days = closed_days(2026)
    assert days == tuple(sorted(set(days)))
    assert {day.year for day in days} == {2026, 2027}
    for day in (
        date(2026, 1, 3),  # the end of the New Year
        date(2026, 5, 6),  # a substitute holiday
        date(2026, 9, 22),  # a day between two holidays
        date(2026, 11, 23),
        date(2026, 12, 29),
        date(2027, 1, 1),
        date(2027, 12, 31),
    ):
        assert day in days, day
    for day in (date(2026, 1, 5), date(2026, 11, 24), date(2026, 12, 28), date(2027, 1, 4)):
        assert day not in days, day
