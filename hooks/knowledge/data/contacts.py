"""contacts.yml: people and services that readers can call or write to.

Answers: which fields does a contact have, and can its numbers be dialled the way 'dial' says?
"""

import re
from dataclasses import dataclass
from typing import Annotated

from knowledge import yaml_tree
from knowledge.data.field_types import ADDRESS, OPENED, AsOf, Id, TextType, flag
from knowledge.data.numbering import fault_of_number
from knowledge.data.reader import BAD_NUMBER, WRONG_TYPE, Entries, Field, Reader
from knowledge.data.texts import TEXTS, Texts

# RFC 3966: digits with visual separators; short service numbers have at least three digits.
DIALLED_NUMBER = r"\+?\d+(?:-\d+)*"
TYPED_NUMBER = r"[*#]?\d+(?:-\d+)*[*#]?"
MIN_DIGITS = 3
MAX_DIGITS = 15
# 'dial' decides which of the two patterns applies: see _check_dialling.
NUMBER = TextType("a telephone number", f"{DIALLED_NUMBER}|{TYPED_NUMBER}", accepts=bool)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = f"(?:{'|'.join(WEEK)})"
DAYS = TextType("days", f"{DAY}(?:-{DAY})?", "Write 'mon', 'mon-fri', 'sat' and the like")
TIME = TextType(
    "a time",
    r"(?:[01]\d|2[0-3]):[0-5]\d|24:00",
    "Write it with four digits and a colon: '09:00', '24:00' at most",
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number."""

    text: Annotated[
        str, Field(NUMBER, "As people write it, in groups with hyphens.", name="number")
    ]
    is_typed: Annotated[
        bool,
        Field(
            flag("link", "typed", true="typed"),
            "link: a tap dials it. typed: the reader types it, as a link cannot dial '#'.",
            name="dial",
        ),
    ]
    note: Annotated[Texts | None, Field(TEXTS, "For whom this number is.")] = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Opening hours on some days of the week, in Japan Standard Time."""

    days: Annotated[str, Field(DAYS, "mon-fri, or one day.")]
    start: Annotated[str, Field(TIME, "HH:MM.", name="from")]
    end: Annotated[str, Field(TIME, "HH:MM; 24:00 is midnight.", name="to")]
    on_holidays: Annotated[
        bool,
        Field(
            flag("open", "closed", true="open"),
            "open: they hold on national holidays and over the New Year too.",
            name="holidays",
        ),
    ] = False


def _check_opening(entry: yaml_tree.Mapping, reader: Reader) -> None:
    """Report days or hours that end before they begin: nobody would ever be told "open now"."""
    days, start, end = (entry.get(key) for key in ("days", "from", "to"))
    if isinstance(days, yaml_tree.Scalar) and re.fullmatch(f"{DAY}-{DAY}", days.text):
        first, last = map(WEEK.index, days.text.split("-"))
        if first >= last:
            fact = f"'days: {days.text}' ends before it begins: a week begins with 'mon' here"
            reader.report(days.line, WRONG_TYPE, fact, "Make two entries of it")
    if isinstance(start, yaml_tree.Scalar) and isinstance(end, yaml_tree.Scalar):
        are_times = all(re.fullmatch(TIME.pattern, each.text) for each in (start, end))
        if are_times and start.text >= end.text:
            fact = f"'to: {end.text}' is not after 'from: {start.text}'"
            remedy = "Make two entries of hours over midnight: until '24:00', and from '00:00'"
            reader.report(end.line, WRONG_TYPE, fact, remedy)


def _check_dialling(entry: yaml_tree.Mapping, reader: Reader) -> None:
    """Report a number that cannot be dialled the way its entry says."""
    number, dial = entry.get("number"), yaml_tree.text_of(entry, "dial")
    form = {"link": DIALLED_NUMBER, "typed": TYPED_NUMBER}.get(dial)
    if form is None or not isinstance(number, yaml_tree.Scalar) or not number.text:
        return
    digits = sum(character.isdigit() for character in number.text)
    is_long_enough = MIN_DIGITS <= digits <= MAX_DIGITS
    if is_long_enough and re.fullmatch(form, number.text, re.ASCII):
        if fact := fault_of_number(number.text):
            remedy = "Compare it, digit by digit, with the official page"
            reader.report(number.line, BAD_NUMBER, fact, remedy)
        return
    if dial == "link":
        fact = f"a link cannot dial '{number.text}'{_odd_signs(number.text)}"
        remedy = "Write digits in groups with hyphens (03-1234-5678), or say 'dial: typed'"
    else:
        fact = f"nobody can type '{number.text}' on a telephone{_odd_signs(number.text)}"
        remedy = "Write digits, '#', '*' and hyphens only (#1234)"
    reader.report(number.line, BAD_NUMBER, fact, remedy)


def _odd_signs(number: str) -> str:
    """Name the non-ASCII characters of a number, as a part of a message; empty if none."""
    odd = dict.fromkeys(sign for sign in number if not sign.isascii())
    names = (f"'{sign}' (U+{ord(sign):04X})" for sign in odd)
    return f" with {' and '.join(names)}, which only look so" if odd else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person or service that readers can call or write to."""

    id: Id
    name: Annotated[Texts, Field(TEXTS, "Who answers.")]
    numbers: Annotated[
        tuple[Number, ...],
        Field(Entries(Number, _check_dialling), "First the one to try first."),
    ] = ()
    hours: Annotated[Texts, Field(TEXTS, "When somebody answers, in words.")]
    opening: Annotated[
        tuple[Opening, ...],
        Field(
            Entries(Opening, _check_opening),
            "The hours again, for 'open now'; left out where they differ or are not known.",
            name="open",
        ),
    ] = ()
    cost: Annotated[Texts | None, Field(TEXTS, "What the call costs.")] = None
    languages: Annotated[Texts, Field(TEXTS, "In which languages somebody answers.")]
    purpose: Annotated[Texts, Field(TEXTS, "What it is for.")]
    limits: Annotated[Texts | None, Field(TEXTS, "What it does not do.")] = None
    page: Annotated[str, Field(ADDRESS, "The official page.")] = ""
    as_of: AsOf
    opened: Annotated[
        str, Field(OPENED, "The day somebody opened the official page; empty until then.")
    ]
    line: int
    """1-based line of the entry in contacts.yml."""

    @property
    def facts(self) -> dict[str, Texts]:
        """The texts that a caller needs, by field name, in display order; without missing ones."""
        facts = {
            "purpose": self.purpose,
            "hours": self.hours,
            "languages": self.languages,
            "cost": self.cost,
            "limits": self.limits,
        }
        return {name: text for name, text in facts.items() if text}
