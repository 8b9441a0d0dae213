"""One value of a data file: which kinds there are, and what does not fit its kind.

Answers: is this text an id, a date, an address, a telephone number? Which fields an entry has is
schema.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from urllib.parse import urlsplit

from knowledge import yaml_tree
from knowledge.finding import Finding

UNREADABLE, MISSING, WRONG_TYPE, DUPLICATE = "DA001", "DA002", "DA003", "DA004"
BAD_DATE, BAD_NUMBER, UNKNOWN, BAD_ADDRESS = "DA005", "DA006", "DA007", "DA008"

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# RFC 3966: digits with visual separators; short service numbers have at least three digits.
DIALLED = re.compile(r"\+?\d+(?:-\d+)*", re.ASCII)
TYPED = re.compile(r"[*#]?\d+(?:-\d+)*[*#]?", re.ASCII)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_RANGE = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))?")
TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)
COUNT = re.compile(r"\d{1,6}", re.ASCII)
WEIGHT = re.compile(r"[01](?:\.\d{1,3})?|2(?:\.0{1,3})?", re.ASCII)
FEWEST_DIGITS = 3
MOST_DIGITS = 15
WITHOUT_DATE = ("undated", "unread")


class Kind(Enum):
    """What a field holds."""

    ID = "an id"
    WORDS = "a text in every language"
    TEXT = "a text"
    ANY_TEXT = "a text or nothing"
    COUNT = "a whole number"
    READ = "a date, 'undated' or 'unread'"
    OPENED = "a date or nothing"
    ADDRESS = "an https address"
    REACHED = "an https address or mailto:"
    NUMBERS = "a list of numbers"
    NUMBER = "a telephone number"
    DIAL = "link or typed"
    OPEN = "a list of days and times"
    DAYS = "days"
    TIME = "a time"
    HOLIDAYS = "open or closed"
    YES = "true"
    SEARCH = "what the search asks for"
    NAMES = "what the site is called"
    ACTIONS = "a list of labels and pages"
    WORD_LISTS = "a list of words in a language"
    WEIGHTS = "a list of pages and weights"
    WEIGHT = "a number from 0 to 2"


CHOICES = {
    Kind.DIAL: ("link", "typed"),
    Kind.HOLIDAYS: ("open", "closed"),
    Kind.YES: ("true",),
}
"""The kinds that take one of a few words."""
SCHEMES = {Kind.ADDRESS: ("https",), Kind.REACHED: ("https", "mailto")}
"""The kinds that take an address, with the schemes of each."""
PATTERNS = {
    Kind.DAYS: (DAY_RANGE, "Write 'mon', 'mon-fri', 'sat' and the like"),
    Kind.TIME: (TIME, "Write it with four digits and a colon: '09:00', '24:00' at most"),
    Kind.WEIGHT: (WEIGHT, "Write '0', '0.5', '1' and the like"),
}
"""The kinds that take a text of one form, with the remedy."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry."""

    name: str
    kind: Kind
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Schema:
    """What the site as a whole asks of its data."""

    languages: tuple[str, ...]
    complete: tuple[str, ...]
    """The languages in which every text is asked for; a partial one needs the interface only."""
    interface_keys: Mapping[str, frozenset[str]]
    """The keys that the build writes into pages, each with the names that its text has to hold
    in `{}`."""
    today: date
    """A document cannot have been opened, or be dated, after this day."""


def faults_of_text(
    path: str, field: Field, value: yaml_tree.Scalar, schema: Schema
) -> Iterator[Finding]:
    """What does not fit the kind of a field whose value is a text."""
    text, line = value.text, value.line
    if field.kind is Kind.ID and not ID.fullmatch(text):
        yield Finding(
            path,
            line,
            WRONG_TYPE,
            f"'{text}' is not an id",
            "Use lower-case ASCII letters, digits and single hyphens",
        )
    elif field.kind is Kind.COUNT and not COUNT.fullmatch(text):
        yield Finding(
            path, line, WRONG_TYPE, f"'{field.name}: {text}' is no whole number", "Write digits"
        )
    elif text not in CHOICES.get(field.kind, (text,)):
        words = " or ".join(f"'{word}'" for word in CHOICES[field.kind])
        yield Finding(
            path, line, WRONG_TYPE, f"'{field.name}: {text}' is unknown", f"Write {words}"
        )
    elif field.kind in PATTERNS and not PATTERNS[field.kind][0].fullmatch(text):
        yield Finding(
            path,
            line,
            WRONG_TYPE,
            f"'{field.name}: {text}' is not {field.kind.value}",
            PATTERNS[field.kind][1],
        )
    elif field.kind in SCHEMES and not _is_address(text, SCHEMES[field.kind]):
        yield Finding(
            path,
            line,
            BAD_ADDRESS,
            f"'{text}' is not {field.kind.value}",
            "Write it from 'https://' on, without spaces"
            if field.kind is Kind.ADDRESS
            else "Write 'https://...' or 'mailto:name@host', without spaces",
        )
    elif field.kind is Kind.READ and text not in WITHOUT_DATE:
        yield from _faults_of_date(
            path, field, value, schema, "Write YYYY, YYYY-MM or YYYY-MM-DD, 'undated' or 'unread'"
        )
    elif field.kind is Kind.OPENED and text:
        yield from _faults_of_date(
            path, field, value, schema, 'Write YYYY-MM-DD, or "" while nobody has opened it'
        )


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    is_whole = bool(parts.hostname) if parts.scheme == "https" else "@" in parts.path
    return parts.scheme in schemes and is_whole and not re.search(r"\s", text)


def _faults_of_date(
    path: str, field: Field, value: yaml_tree.Scalar, schema: Schema, remedy: str
) -> Iterator[Finding]:
    earliest = first_day(value.text)
    is_whole = len(value.text) == len("YYYY-MM-DD")
    if earliest is None or (field.kind is Kind.OPENED and not is_whole):
        yield Finding(
            path, value.line, BAD_DATE, f"'{field.name}: {value.text}' is not a date", remedy
        )
    elif earliest > schema.today:
        yield Finding(
            path,
            value.line,
            BAD_DATE,
            f"'{field.name}: {value.text}' lies after {schema.today.isoformat()}",
            "Write the date of the text that was read"
            if field.kind is Kind.READ
            else "Write the day on which the address was opened",
        )


def first_day(text: str) -> date | None:
    """The first day of YYYY, YYYY-MM or YYYY-MM-DD; None where it is no date."""
    match = DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def faults_of_dialling(path: str, entry: yaml_tree.Mapping) -> Iterator[Finding]:
    """A number that cannot be dialled in the way its entry says."""
    number, dial = entry.get("number"), entry.get("dial")
    if (
        not isinstance(number, yaml_tree.Scalar)
        or not number.text
        or not isinstance(dial, yaml_tree.Scalar)
    ):
        return
    digits = sum(character.isdigit() for character in number.text)
    is_long_enough = FEWEST_DIGITS <= digits <= MOST_DIGITS
    if dial.text == "link" and not (DIALLED.fullmatch(number.text) and is_long_enough):
        yield Finding(
            path,
            number.line,
            BAD_NUMBER,
            f"a link cannot dial '{number.text}'",
            "Write digits in groups with hyphens (03-1234-5678), or say 'dial: typed'",
        )
    elif dial.text == "typed" and not (TYPED.fullmatch(number.text) and is_long_enough):
        yield Finding(
            path,
            number.line,
            BAD_NUMBER,
            f"nobody can type '{number.text}' on a telephone",
            "Write digits, '#', '*' and hyphens only (#1234)",
        )
