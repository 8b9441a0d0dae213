"""site.yml: the site-wide settings.

Answers: where are mistakes reported, what is the site called, which pages does every page link to,
how is the search configured? Whether these pages exist is checked in rules/data_files.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from knowledge import yaml_tree
from knowledge.data.field_types import (
    ANY_TEXT,
    CONTACT_ID,
    CONTACT_IDS,
    ID,
    LANGUAGE_TAG,
    REPORT_ADDRESS,
    TEXT,
    WEIGHT,
    ListType,
    flag,
)
from knowledge.data.reader import MISSING, UNKNOWN, Entries, Field, Reader, Settings
from knowledge.data.texts import TEXTS, TEXTS_OF_ALL, Texts
from knowledge.data.word_lists import WORD_LISTS
from knowledge.language_tags import locale_of

DEFAULT_WEIGHT = 1.0
IDS = ListType(ID, "a list of ids")
LANGUAGES = ListType(TEXT, "a list of languages")
SCHEMES = ListType(
    replace(flag("source", "contact", "term", "drawing", true=""), convert=str),
    "a list of kinds of links",
)


@dataclass(frozen=True, slots=True)
class SiteNames:
    """Discreet names of the site for window titles, icons and shared links.

    Readers may share a screen or a phone with others, so these can be plainer than the name on the
    page. A name is required in every language, because its fallback is `site_name` of mkdocs.yml.
    """

    title: Annotated[
        Texts | None,
        Field(TEXTS_OF_ALL, "At the end of every page's title, and on cards.", is_required=True),
    ] = None
    short: Annotated[
        Texts | None,
        Field(TEXTS_OF_ALL, "Below the site's icon: about twelve characters.", is_required=True),
    ] = None


@dataclass(frozen=True, slots=True)
class Action:
    """A page that readers may need right away."""

    label: Annotated[Texts, Field(TEXTS, "A few characters: three stand in one row on a phone.")]
    page: Annotated[str, Field(TEXT, "Its path inside a language: guide.md, guide.md#start.")]
    line: int
    """1-based line of the entry in site.yml."""

    @property
    def page_path(self) -> str:
        """The path of the page inside its language: `guide.md`."""
        return self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        """An anchor on that page; empty for the page itself."""
        return self.page.partition("#")[2]


def _check_help(entry: yaml_tree.Mapping, reader: Reader) -> None:
    """Report an entry under `danger` that has neither contacts nor links."""
    if entry.get("contacts") is None and entry.get("links") is None:
        fact = "neither 'contacts' nor 'links' stands here"
        reader.report(entry.line, MISSING, fact, "Add whom to call, or a page")


@dataclass(frozen=True, slots=True)
class Danger:
    """What the search shows above its results for a query that tells of danger.

    How a query is compared with the examples: overrides/assets/javascripts/search/danger_fit.js.
    """

    examples: Annotated[
        Mapping[str, tuple[str, ...]],
        Field(WORD_LISTS, "What people in this danger type; whatever sounds like it counts too."),
    ]
    text: Annotated[Texts, Field(TEXTS, "One or two calm sentences.")]
    harmless: Annotated[
        Mapping[str, tuple[str, ...]],
        Field(WORD_LISTS, "What only looks like the examples of any danger."),
    ] = field(default_factory=dict)
    contacts: Annotated[
        tuple[str, ...], Field(CONTACT_IDS, "Ids in contacts.yml, the first to call first.")
    ] = ()
    links: Annotated[
        tuple[Action, ...], Field(Entries(Action), "Pages that say what to do now.")
    ] = ()


def _check_language(entry: yaml_tree.Mapping, reader: Reader) -> None:
    """Report a language that CLDR does not know, and so has no names of days for."""
    tag = entry.get("language")
    if isinstance(tag, yaml_tree.Scalar) and tag.text and not locale_of(tag.text):
        fact = f"'{tag.text}' is the tag of no language that is known here"
        reader.report(tag.line, UNKNOWN, fact, "Write another tag, such as 'vi' or 'zh-Hans'")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Where somebody answers in a language that the site does not have."""

    language: Annotated[str, Field(LANGUAGE_TAG, "Its tag in BCP 47: vi, zh-Hans, pt-BR.")]
    words: Annotated[str, Field(TEXT, "In that language: you can ask in it.")]
    contact: Annotated[str, Field(CONTACT_ID, "Id in contacts.yml of who answers.")]
    line: int = 0
    """1-based line of the entry in site.yml."""


@dataclass(frozen=True, slots=True)
class PageWeight:
    """Search weight of the pages whose path starts with `pages`."""

    pages: Annotated[
        str,
        Field(ANY_TEXT, "The beginning of a page's path in its language; empty for every page."),
    ]
    weight: Annotated[float, Field(WEIGHT, "0 to 2, in quotes; 0 leaves the pages out.")]
    reason: Annotated[str, Field(TEXT, "Why, on one line.")]
    line: int = 0


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Settings of the search."""

    contact: Annotated[
        str, Field(CONTACT_ID, "Id in contacts.yml, offered where the search finds nothing.")
    ] = ""
    suggestions: Annotated[
        str,
        Field(TEXT, "The beginning of the paths of pages that it offers before a word is typed."),
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
        """Search weight of a page, 0 to 2: that of the first matching entry, or else 1."""
        fitting = (entry.weight for entry in self.weights if page_path.startswith(entry.pages))
        return next(fitting, DEFAULT_WEIGHT)


def _check_requirements(entry: yaml_tree.Mapping, reader: Reader) -> None:
    """Report a language in an entry of `forms` that the site does not have."""
    for item in yaml_tree.items_of(entry, "languages"):
        if isinstance(item, yaml_tree.Scalar) and item.text not in reader.languages:
            fact = f"'{item.text}' is no language of this site"
            reader.report(item.line, UNKNOWN, fact, f"Use one of: {', '.join(reader.languages)}")


@dataclass(frozen=True, slots=True)
class PageRequirements:
    """What a page is required to have if its path starts with `pages`."""

    pages: Annotated[str, Field(TEXT, "The beginning of the path of its pages: guide/.")]
    sections: Annotated[
        tuple[str, ...], Field(IDS, "Ids of headings, in their order; others may stand between.")
    ] = ()
    links: Annotated[
        tuple[str, ...], Field(SCHEMES, "Kinds of links, each at least once: source, contact.")
    ] = ()
    linked_from: Annotated[
        str, Field(TEXT, "Path of a page that links to each of them: index.md.")
    ] = ""
    languages: Annotated[
        tuple[str, ...], Field(LANGUAGES, "Languages that have each of them too, though abridged.")
    ] = ()
    line: int = 0
    """1-based line of the entry in site.yml."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Site-wide settings; every field is optional."""

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
    danger: Annotated[
        tuple[Danger, ...],
        Field(Entries(Danger, _check_help), "What the search shows first to people in danger."),
    ] = ()
    help_lines: Annotated[
        tuple[HelpLine, ...],
        Field(Entries(HelpLine, _check_language), "Whom to ask in further languages."),
    ] = ()
    page_requirements: Annotated[
        tuple[PageRequirements, ...],
        Field(
            Entries(PageRequirements, _check_requirements),
            "What the pages of a folder have in common.",
            "forms",
        ),
    ] = ()
    search: Annotated[
        SearchSettings, Field(Settings(SearchSettings), "What the search is told.")
    ] = field(default_factory=SearchSettings)
