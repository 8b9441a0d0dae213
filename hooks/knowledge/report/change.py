"""One value of a file, one change between two versions of it, and the list of changes, as lines.

Answers: what is a value called, what was added, changed or removed, where, does a report always
list it, how is a change written, and which changes does a list show where it cannot show all?
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.finding import code_of, in_ascii
from knowledge.rules.characters import is_invisible

CRITICAL_FIELDS = (
    " number",
    " page",
    " url",
    ", host",
    "contact",
    "contacts",
    "report",
    "urgent",
    "actions",
    "aliases",
    "link",
)
"""Endings of `DataChange.what` for fields with a number, a URL or a button."""
DATES = (" opened", " as_of")
"""Endings of `DataChange.what` for the days on which an entry was checked."""
INSTRUCTIONS = tuple(f"{DATA}/{FILES[kind]}" for kind in ("contact", "drawing"))
"""Files of which all texts tell readers what to do."""
TEXT = "text"
"""`DataChange.what` of a sentence of a page."""
PAGE = "page"
"""`DataChange.what` of a deleted page."""
NEW_WORDS = "words not seen before"
"""`DataChange.what` of words that no file contained before."""
UNREAD = "not read by this list, look at the diff"
"""`DataChange.what` of changed files outside of the content."""
HELP_LINES = "help_lines"
"""Start of `DataChange.what` of lines in languages that reviewers may not read."""
LINK = "link of"
"""Start of `DataChange.what` of a link of a page or of the navigation; its text follows."""
NAVIGATION = "navigation"
"""`ReviewedValue.what` of the labels of the navigation, of which only the order is reported."""
OTHER = "setting "
"""Start of `DataChange.what` of values of mkdocs.yml; the keys that lead to them follow."""
HEADING = "id of"
"""Start of `DataChange.what` of a heading's id. Its text follows, as that of a link follows LINK: a
new target is one changed value, not a removed and an added one."""
PHRASING = "phrasing of"
"""Start of `DataChange.what` of a phrasing."""
FIGURE = "figure"
"""`DataChange.what` of digits in a page that can be dialled: short numbers, area codes."""
DANGER = "danger "
"""Start of `DataChange.what` of the contacts and links under `danger` of site.yml."""
PICTURE = "picture, look at it"
"""`DataChange.what` of the size and hash of a picture: no program can tell what it shows. Lines
of a drawing can be writing, too."""
WORDS = "words in reading order"
"""`DataChange.what` of the words of a drawing, from top to bottom."""
CRITICAL = (LINK, HEADING, DANGER, FIGURE, NEW_WORDS, PICTURE, WORDS, OTHER, UNREAD, HELP_LINES)
"""Starts of `DataChange.what` that a report always lists."""
MAX_OF_A_FILE = 12
"""Maximum number of data changes, and of text changes, that a terminal lists of one file."""
MAX_LENGTH = 600
"""Maximum length of a text in one line of a list, in characters."""
SHORT_HASH_LENGTH = 7
"""Digits of an abbreviated commit hash."""


@dataclass(frozen=True, slots=True)
class ReviewedValue:
    """One number, address, button or alias."""

    what: str
    """Its entry and field: `front-desk number`. Not unique: an entry may have several numbers."""
    text: str
    """Printable: an address or a number in ASCII, a label in its own letters."""
    line: int
    """1-based line of the file."""
    is_drawing_part: bool = False
    """Whether it is a part of a drawing: not reported if the whole file was added or removed."""


@dataclass(frozen=True, slots=True)
class DataChange:
    """One value or sentence that was added, changed or removed."""

    path: str
    """Posix path from the repository's root."""
    line: int
    """1-based line of the current file; 0 if it was removed."""
    what: str
    """Entry and field: `front-desk number`."""
    before: str
    """Printable; empty if it was added."""
    after: str
    """Printable; empty if it was removed."""

    @property
    def is_text(self) -> bool:
        """Whether it is a sentence of a page."""
        return self.what == TEXT or self.what.startswith(f"{TEXT} in #")

    @property
    def is_critical(self) -> bool:
        """Whether readers call or open something else now; a report always lists these."""
        is_instruction = self.path in INSTRUCTIONS and not self.what.endswith(DATES)
        is_listed = self.what.endswith(CRITICAL_FIELDS) or self.what.startswith(CRITICAL)
        return is_listed or is_instruction

    @property
    def rank(self) -> tuple[bool, bool, bool, str, int]:
        """Sort key: critical first, phrasings last, changed or removed before added ones."""
        is_phrasing = self.what.startswith(PHRASING)
        return not self.is_critical, is_phrasing, not self.before, self.path, self.line


def visible(text: str) -> str:
    """A text with invisible characters and backslashes escaped, and all others as they are."""
    return "".join(
        sign if sign.isprintable() and sign != "\\" and not is_invisible(sign) else code_of(sign)
        for sign in text
    )


def format_data_change(change: DataChange) -> str:
    """Format a change as one line: `path:line: what: 'before' -> 'after'`."""
    texts = change.before, change.after
    before, after = (f"'{text}'" if text else "nothing" for text in texts)
    return f"{in_ascii(change.path)}:{change.line}: {change.what}: {before} -> {after}"


def in_pieces(changes: Iterable[DataChange]) -> Iterator[DataChange]:
    """Split changes with long texts into several: cutting a text off could hide an attack."""
    for change in changes:
        longest = max(len(change.before), len(change.after), 1)
        for start in range(0, longest, MAX_LENGTH):
            before, after = (
                text[start : start + MAX_LENGTH] for text in (change.before, change.after)
            )
            what = f"{change.what} (goes on)" if start and not change.is_text else change.what
            yield replace(change, what=what, before=before, after=after)


def limited_evenly(changes: Sequence[DataChange], most: int) -> list[DataChange]:
    """At most `most` changes, taken from the files in turn: no file can crowd out another."""
    place: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for i, each in enumerate(changes):
        ranked.append((place[each.path], i))
        place[each.path] += 1
    return [changes[i] for i in sorted(i for _, i in sorted(ranked)[:most])]


def format_heading(count: int, commit: str) -> str:
    """The line above a list of changes since a commit, given by its full hash."""
    return (
        "Numbers, hosts, buttons, links, aliases and sentences changed since "
        f"{commit[:SHORT_HASH_LENGTH]}, the last commit shared with the default branch: {count}"
    )


def short_changes(changes: Sequence[DataChange]) -> Iterator[str]:
    """The lines for a terminal; of a file with many changes, the first and a count of the rest."""
    left = Counter((each.path, each.is_text) for each in changes)
    listed: Counter[tuple[str, bool]] = Counter()
    for each in changes:
        part = each.path, each.is_text
        listed[part] += 1
        if listed[part] <= MAX_OF_A_FILE:
            yield format_data_change(each)
        elif listed[part] == MAX_OF_A_FILE + 1:
            more = left[part] - MAX_OF_A_FILE
            yield f"{in_ascii(each.path)}: and {more} more: 'make check ALL=1' lists them"
