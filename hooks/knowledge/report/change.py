"""One change between two versions of the files, as a list of changes reports it.

Answers: what was added, changed or removed, where, and does a report always list it?
"""

from dataclasses import dataclass

from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.report.mkdocs_settings import LINK, OTHER
from knowledge.report.reviewed_values import DANGER, FIGURE, HEADING, PHRASING, PICTURE, WORDS

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
        critical = (
            LINK,
            HEADING,
            DANGER,
            FIGURE,
            NEW_WORDS,
            PICTURE,
            WORDS,
            OTHER,
            UNREAD,
            HELP_LINES,
        )
        is_instruction = self.path in INSTRUCTIONS and not self.what.endswith(DATES)
        is_listed = self.what.endswith(CRITICAL_FIELDS) or self.what.startswith(critical)
        return is_listed or is_instruction

    @property
    def rank(self) -> tuple[bool, bool, bool, str, int]:
        """Sort key: critical first, phrasings last, changed or removed before added ones."""
        is_phrasing = self.what.startswith(PHRASING)
        return not self.is_critical, is_phrasing, not self.before, self.path, self.line
