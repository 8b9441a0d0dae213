import subprocess
import sys
from datetime import date

from knowledge.render.contact_cards import closed_days
from support.cases_site import ROOT

AFTERWARDS = """
from knowledge.render.contact_cards import closed_days
closed_days(2026)
from holidays.countries import France
print(len(France(years=2026)) > 5)
"""


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


def test_the_package_works_as_it_is_for_whoever_uses_it_afterwards():
    """The holidays package was once left with a stub in place of its countries."""
    command = [sys.executable, "-c", AFTERWARDS]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT / "hooks"
    )
    assert result.stdout == "True\n", result.stderr
