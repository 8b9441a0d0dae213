"""The types of scalar values in the data files: text, id, date, URL, number.

Answers: is this value valid, and if not, how is it fixed? Each type also gives its JSON Schema.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from knowledge import yaml_tree
from knowledge.data.reader import (
    BAD_ADDRESS,
    BAD_DATE,
    DUPLICATE,
    MISSING,
    WRONG_TYPE,
    Field,
    FieldType,
    Reader,
    array_schema,
    is_empty_value,
)
from knowledge.suggestion import did_you_mean

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
UNREAD = "unread"
WITHOUT_DATE = ("undated", UNREAD)
REDIRECTING_URL = re.compile(
    r"[?&][^=&#]*=(?:https?(?::|%3a)|//|%2f%2f|www\.|aHR0c)", re.IGNORECASE
)
"""A redirecting URL: one with another URL in its query, as it is or in Base64."""
SCALAR = ("string", "number", "boolean")
"""JSON Schema types of an unquoted YAML value: 100 and true are texts to us."""


@dataclass(frozen=True, slots=True)
class TextType(FieldType):
    """A scalar value, read as the text that was written."""

    label: str = "a text"
    pattern: str = r"[\s\S]*\S[\s\S]*"
    """Regular expression for the whole text, valid in both Python and JavaScript."""
    remedy: str = ""
    problem: str = "'{name}: {text}' is not {label}"
    code: str = WRONG_TYPE
    accepts: Callable[[str], bool] | None = None
    """Replaces the match with `pattern`, where that is too coarse."""
    check: Callable[[str, str, Reader], tuple[str, str] | None] | None = None
    """Second check, after the pattern: field name and text to problem and remedy, or None."""
    convert: Callable[[str], object] = str
    words: tuple[str, ...] = ()
    """The allowed values, if they are a fixed list."""
    may_be_empty: bool = False

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The converted value; None if it is invalid, which is reported."""
        name, value = field.name, pair.value
        if not isinstance(value, yaml_tree.Scalar):
            fact = f"'{name}' is a list or has fields of its own"
            reader.report(pair.line, WRONG_TYPE, fact, f"Write {self.label} on one line")
        elif not value.text.strip() and not self.may_be_empty:
            remedy = "" if field.is_required else ", or leave the field out"
            reader.report(pair.line, MISSING, f"'{name}' is empty", f"Write {self.label}{remedy}")
        elif not self._is_right(value.text):
            fact = self.problem.format(name=name, text=value.text, label=self.label)
            reader.report(value.line, self.code, fact, self.remedy)
        elif self.check and (fault := self.check(name, value.text, reader)):
            reader.report(value.line, self.code, *fault)
        else:
            return self.convert(value.text)
        return None

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An enum of the words, or a pattern."""
        if self.words:
            return {"enum": [*self.words, *([True] if "true" in self.words else [])]}
        types = [*SCALAR, *(["null"] if self.may_be_empty else [])]
        return {"type": types, "pattern": f"^(?:{self.pattern})$"}

    def _is_right(self, text: str) -> bool:
        if self.accepts:
            return self.accepts(text)
        return re.fullmatch(self.pattern, text, re.ASCII) is not None


@dataclass(frozen=True, slots=True)
class ListType(FieldType):
    """A list of scalar values of one type, none of them twice."""

    item: TextType
    label: str
    may_be_empty: bool = False

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The converted values, as a tuple; None if any is invalid, which is reported."""
        if self.may_be_empty and is_empty_value(pair.value):
            return ()
        if not isinstance(pair.value, yaml_tree.Sequence) or not pair.value.items:
            remedy = f"Write '{field.name}: [one, another]', or leave it out"
            reader.report(pair.line, WRONG_TYPE, f"'{field.name}' is not {self.label}", remedy)
            return None
        items = [yaml_tree.Pair(pair.key, each.line, each) for each in pair.value.items]
        found = [self.item.read(field, each, reader) for each in items]
        for number, value in enumerate(found):
            if value is not None and value in found[:number]:
                fact = f"'{value}' stands twice in '{field.name}'"
                reader.report(items[number].line, DUPLICATE, fact, "Keep one of them")
        return None if None in found else tuple(found)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An array."""
        schema = array_schema(self.item.schema(languages), self.may_be_empty)
        return {**schema, "uniqueItems": True}


def flag(*words: str, true: str) -> TextType:
    """Type of a field with a few allowed words; the word given as `true` is read as True."""
    return TextType(
        " or ".join(words),
        "|".join(words),
        "Write " + " or ".join(f"'{word}'" for word in words),
        "'{name}: {text}' is unknown",
        convert=true.__eq__,
        words=words,
    )


def first_day(text: str) -> date | None:
    """The first day of YYYY, YYYY-MM or YYYY-MM-DD; None if it is no date."""
    match = DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _unknown_contact(name: str, text: str, reader: Reader) -> tuple[str, str] | None:
    if reader.contacts is None or text in reader.contacts:
        return None
    remedy = did_you_mean(text, reader.contacts, "Write the id of an entry there, or take it out")
    return f"there is no '{text}' in contacts.yml", remedy


def no_future_date(remedy: str) -> Callable[[str, str, Reader], tuple[str, str] | None]:
    """Make a check that rejects dates after today."""

    def check(name: str, text: str, reader: Reader) -> tuple[str, str] | None:
        earliest = first_day(text)
        if earliest is None or earliest <= reader.today:
            return None
        return f"'{name}: {text}' lies after {reader.today.isoformat()}", remedy

    return check


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    has_place = bool(parts.hostname) if parts.scheme == "https" else "@" in parts.path
    return parts.scheme in ("https", "mailto") and has_place and not re.search(r"\s", text)


def _fault_of_redirect(name: str, text: str, reader: Reader) -> tuple[str, str] | None:
    if not REDIRECTING_URL.search(text):
        return None
    return (
        f"'{text}' leads on to the address in it",
        "Open it, and write the address that you reach",
    )


TEXT = TextType()
ANY_TEXT = TextType("a text or nothing", r"[\s\S]*", may_be_empty=True)
ID = TextType(
    "an id",
    "[a-z0-9]+(?:-[a-z0-9]+)*",
    "Use lower-case ASCII letters, digits and single hyphens",
    "'{text}' is not {label}",
)


CONTACT_ID = replace(ID, check=_unknown_contact)
CONTACT_IDS = ListType(CONTACT_ID, "a list of ids")
LANGUAGE_TAG = TextType(
    "the tag of a language",
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?",
    "Write a tag of BCP 47, such as 'vi', 'zh-Hans' or 'pt-BR'",
)
KANA = TextType(
    "a reading in kana",
    "[\u3041-\u3096\u30a1-\u30fa\u30fc\u30fb ]+",
    "Write hiragana: the sound of the whole word",
    "'{name}: {text}' is no reading in kana",
)
COUNT = TextType(
    "a whole number",
    r"\d{1,6}",
    "Write digits",
    "'{name}: {text}' is no whole number",
    convert=int,
)
WEIGHT = TextType(
    "a number from 0 to 2",
    r"[01](?:\.\d{1,3})?|2(?:\.0{1,3})?",
    "Write '0', '0.5', '1' and the like",
    convert=float,
)
REPORT_ADDRESS = TextType(
    "an https address or mailto:",
    r"https://\S+|mailto:\S+@\S+",
    "Write 'https://...' or 'mailto:name@host', without spaces",
    "'{text}' is not {label}",
    BAD_ADDRESS,
    accepts=_is_address,
)
FIGURES = ListType(
    TextType("a figure", r"[^\r\n]*\d[^\r\n]*", "Write digits, and the unit behind them"),
    "a list of figures",
)
ADDRESS = replace(
    REPORT_ADDRESS,
    label="an https address",
    pattern=r"https://\S+",
    remedy="Write it from 'https://' on, without spaces",
    accepts=lambda text: _is_address(text) and urlsplit(text).scheme == "https",
    check=_fault_of_redirect,
)
AS_OF = TextType(
    "a date, 'undated' or 'unread'",
    r"\d{4}(?:-\d{2}(?:-\d{2})?)?|undated|unread",
    "Write YYYY, YYYY-MM or YYYY-MM-DD, 'undated' or 'unread'",
    "'{name}: {text}' is not a date",
    BAD_DATE,
    accepts=lambda text: text in WITHOUT_DATE or first_day(text) is not None,
    check=no_future_date("Write the date of the text that was read"),
)
OPENED = replace(
    AS_OF,
    label="a date or nothing",
    pattern=r"(?:\d{4}-\d{2}-\d{2})?",
    remedy='Write YYYY-MM-DD, or "" while nobody has opened it',
    accepts=lambda text: (
        not text or (len(text) == len("YYYY-MM-DD") and first_day(text) is not None)
    ),
    check=no_future_date("Write the day on which the address was opened"),
    may_be_empty=True,
)
Id = Annotated[str, Field(ID, "Lower-case ASCII, unique in this file.")]
AsOf = Annotated[
    str,
    Field(
        AS_OF,
        "The date of the text that was read: YYYY, YYYY-MM or YYYY-MM-DD; undated where it carries "
        "none, unread where nobody read it.",
    ),
]
