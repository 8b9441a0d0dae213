"""`changes:` in the front matter of a page: what changed on it for readers.

Answers: which fields does an entry have, and is it valid? The keys of an entry are `date`, `kind`
and the language codes of its sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge import yaml_tree
from knowledge.data.field_types import OPENED, TEXT, TextType, first_day, no_future_date
from knowledge.data.reader import WRONG_TYPE, Field, Reader, read_fields
from knowledge.data.texts import Texts

KINDS = ("number", "law", "wording")
"""What an entry is about: whom to call, what the law says, or how the page says it."""
DAY = replace(
    OPENED,
    label="a date",
    pattern=r"\d{4}-\d{2}-\d{2}",
    remedy="Write YYYY-MM-DD",
    accepts=lambda text: len(text) == len("YYYY-MM-DD") and first_day(text) is not None,
    check=no_future_date("Write the day on which the page changed"),
    may_be_empty=False,
)
KIND = TextType(
    ", ".join(KINDS[:-1]) + f" or {KINDS[-1]}",
    "|".join(KINDS),
    f"Write one of: {', '.join(KINDS)}",
    "'{name}: {text}' is unknown",
    words=KINDS,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: what changed on a page."""

    day: date
    kind: str
    """One of KINDS."""
    texts: Texts
    """One sentence in each language."""
    line: int
    """1-based line of the entry in its file."""


def read_changes(tree: yaml_tree.Tree | None, reader: Reader) -> tuple[Change, ...]:
    """Read the value of `changes:`; faults are reported, invalid entries are left out."""
    if tree is None:
        return ()
    if not isinstance(tree, yaml_tree.Sequence):
        remedy = "Begin every entry with '- date:'"
        reader.report(tree.line, WRONG_TYPE, "'changes' is not a list of entries", remedy)
        return ()
    declared = _fields(reader.languages, reader.complete)
    found: list[Change] = []
    for item in tree.items:
        before = len(reader.findings)
        values = read_fields(declared, item, reader)
        if len(reader.findings) == before:
            found.append(_change(values, item.line, reader.languages))
    return tuple(found)


def _fields(languages: Sequence[str], complete: Sequence[str]) -> Mapping[str, Field]:
    """The fields of an entry on a site with these languages."""
    texts = {code: Field(TEXT, "", code, code in complete, code) for code in languages}
    return {
        "date": Field(DAY, "The day.", "date", True, "date"),
        "kind": Field(KIND, "What it is about.", "kind", True, "kind"),
        **texts,
    }


def _change(values: Mapping[str, object], line: int, languages: Sequence[str]) -> Change:
    texts = tuple((code, str(values[code])) for code in languages if code in values)
    day = date.fromisoformat(str(values["date"]))
    return Change(day, str(values["kind"]), Texts(texts), line)
