"""The build time, for reproducible builds.

Answers: what is "now" for a build? SOURCE_DATE_EPOCH, else the time of the last commit, else the
clock, so that a commit always builds the same bytes.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from knowledge.site.git_history import last_commit_time

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
EARLIEST, LATEST = 315_532_800, 4_294_967_295
"""Timestamps, in seconds, that archives and compressed files can store: from 1980 to 2106."""
MAX_DIGITS = 10
"""Digits of LATEST."""
JAPAN = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time and its origin."""

    seconds: int
    """Since 1970-01-01 UTC."""
    origin: str
    """"environment", "commit" or "clock"."""

    @property
    def day(self) -> date:
        """The day of the moment, in UTC."""
        return datetime.fromtimestamp(self.seconds, UTC).date()


def build_moment(root: Path, environment: Mapping[str, str]) -> Moment:
    """The build time of the site in a folder; `environment` has the environment variables."""
    given = environment.get(EPOCH_VARIABLE, "")
    is_number = given.isascii() and given.isdigit() and len(given) <= MAX_DIGITS
    if is_number and EARLIEST <= int(given) <= LATEST:
        return Moment(int(given), "environment")
    commit = last_commit_time(root)
    if commit is not None:
        return Moment(commit, "commit")
    return Moment(int(time.time()), "clock")


def latest_day() -> date:
    """Today in Japan by the system clock: the latest date that content may carry."""
    return datetime.now(JAPAN).date()
