"""The days on which offices in Japan are closed.

Answers: which days of this year and the next are national holidays, or lie between 29 December
and 3 January? The holidays come from a library that is kept up.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import cast

import holidays

COUNTRIES = "holidays.countries"
NEW_YEAR_FIRST = (12, 29)
NEW_YEAR_DAYS = 6
"""29 December to 3 January."""


@cache
def closed_days(first_year: int) -> tuple[date, ...]:
    """The closed days of a year and the next, sorted."""
    years = (first_year, first_year + 1)
    days = {day for day in _holidays(years) if day.year in years}
    for year in (first_year - 1, *years):
        start = date(year, *NEW_YEAR_FIRST)
        days |= {start + timedelta(days=offset) for offset in range(NEW_YEAR_DAYS)}
    return tuple(sorted(day for day in days if day.year in years))


def _holidays(years: tuple[int, ...]) -> Iterable[date]:
    """The national holidays of Japan, without the other countries' files.

    The package holidays.countries imports 250 of them at once, which takes longer than a hundred
    pages (holidays 0.100 and later, countries/__init__.py); in its place stands its mere path.
    """
    package = ModuleType(COUNTRIES)
    package.__path__ = [f"{folder}/countries" for folder in holidays.__path__]
    sys.modules.setdefault(COUNTRIES, package)
    japan = import_module(f"{COUNTRIES}.japan").Japan
    return cast(Iterable[date], japan(years=years))
