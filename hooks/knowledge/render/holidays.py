"""The days on which offices in Japan are closed.

Answers: which days of this year and the next are national holidays, or lie between 29 December
and 3 January? The `holidays` package knows the national ones.
"""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

NEW_YEAR_FIRST = (12, 29)
NEW_YEAR_DAYS = 6
"""29 December to 3 January."""


@cache
def closed_days(first_year: int) -> tuple[date, ...]:
    """The closed days of a year and of the next one, sorted."""
    years = (first_year, first_year + 1)
    days = set(country_holidays("JP", years=years))
    for year in (first_year - 1, *years):
        start = date(year, *NEW_YEAR_FIRST)
        days |= {start + timedelta(days=offset) for offset in range(NEW_YEAR_DAYS)}
    return tuple(sorted(day for day in days if day.year in years))
