"""site.yml: what is said about the site as a whole.

Answers: where is a mistake reported, what is the site called, which pages are always within reach,
what is the search told? Whether the pages exist is for rules/quick_links.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from knowledge.data.kinds import ANY_TEXT, CONTACT_ID, REPORT_ADDRESS, TEXT, WEIGHT
from knowledge.data.reader import Entries, Field, Settings
from knowledge.data.texts import TEXTS, Texts
from knowledge.data.word_lists import WORD_LISTS

DEFAULT_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class SiteNames:
    """What the site is called where others may look on: titles of windows, icons, shared links.

    Somebody who reads may share a screen or a phone, so this can be a plainer name than the one on
    the page. Where there is none, the site's own name counts.
    """

    title: Annotated[
        Texts | None,
        Field(TEXTS, "At the end of every page's title, and on cards.", is_required=True),
    ] = None
    short: Annotated[
        Texts | None,
        Field(TEXTS, "Below the site's icon: about twelve characters.", is_required=True),
    ] = None

    def title_in(self, language: str, site_name: str) -> str:
        """The name in titles."""
        return _in_language(self.title, language, site_name)

    def short_in(self, language: str, site_name: str) -> str:
        """The name below an icon."""
        return _in_language(self.short, language, site_name)


@dataclass(frozen=True, slots=True)
class Action:
    """A page that readers may need right away."""

    label: Annotated[Texts, Field(TEXTS, "A few characters: three stand in one row on a phone.")]
    page: Annotated[str, Field(TEXT, "Its path inside a language: guide.md, guide.md#start.")]
    line: int
    """1-based line of the entry in site.yml."""

    @property
    def page_path(self) -> str:
        """Inside its language: `guide.md`."""
        return self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        """An id on that page; empty for the page itself."""
        return self.page.partition("#")[2]


@dataclass(frozen=True, slots=True)
class PageWeight:
    """How much some pages count in the search."""

    pages: Annotated[
        str,
        Field(ANY_TEXT, "The beginning of a page's path in its language; empty for every page."),
    ]
    weight: Annotated[float, Field(WEIGHT, "0 to 2, in quotes; 0 leaves the pages out.")]
    reason: Annotated[str, Field(TEXT, "Why, on one line.")]


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """What the search of this site is told."""

    contact: Annotated[
        str, Field(CONTACT_ID, "Id in contacts.yml, offered where the search finds nothing.")
    ] = ""
    subjects: Annotated[
        Mapping[str, tuple[str, ...]],
        Field(WORD_LISTS, "What every page is about: these words say little in a query."),
    ] = field(default_factory=dict)
    weights: Annotated[
        tuple[PageWeight, ...],
        Field(Entries(PageWeight), "How much a page counts; the first entry that fits counts."),
    ] = ()

    def weight_of(self, page_path: str) -> float:
        """How much a page counts, 0 to 2: what the first entry that fits it says, or else 1.

        Args:
            page_path: inside its language, `guide/borrow.md`.
        """
        fitting = (entry.weight for entry in self.weights if page_path.startswith(entry.pages))
        return next(fitting, DEFAULT_WEIGHT)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What is said about the site as a whole. Every field may be left out."""

    report: Annotated[
        str,
        Field(REPORT_ADDRESS, "Where a mistake can be reported without an account."),
    ] = ""
    names: Annotated[
        SiteNames, Field(Settings(SiteNames), "What the site is called where others look on.")
    ] = field(default_factory=SiteNames)
    card: Annotated[
        Texts | None,
        Field(TEXTS, "The sentence on the picture that is shown where a page is shared."),
    ] = None
    urgent: Annotated[
        tuple[Action, ...],
        Field(Entries(Action), "What comes first: every page links to it above its text."),
    ] = ()
    actions: Annotated[
        tuple[Action, ...],
        Field(Entries(Action), "The few pages that every page offers within reach of a thumb."),
    ] = ()
    search: Annotated[
        SearchSettings, Field(Settings(SearchSettings), "What the search is told.")
    ] = field(default_factory=SearchSettings)


def _in_language(texts: Texts | None, language: str, site_name: str) -> str:
    return texts.in_language(language) if texts and texts.has(language) else site_name
