"""The entries under `danger` of site.yml, as the search box gets them.

Answers: which contacts and links does the search show above its results, and what are the examples
of queries that call for them? The build trains a linear classifier on the examples
(search/danger_fit.js); the box applies it, even before an index is loaded (search/danger.js).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from knowledge.data.contacts import Contact
from knowledge.data.dates import shown_date
from knowledge.data.site_settings import Action, Danger
from knowledge.data.texts import Texts
from knowledge.search.kana_texts import also_in_kana
from knowledge.site.languages import source_in
from knowledge.site.review_dates import hours_hold_until
from knowledge.site.site import Site


class ForeignText(TypedDict):
    """A fallback text, in another language than the reader's."""

    text: str
    lang: str
    """BCP 47 tag."""


BoxText = str | ForeignText
"""A text of the search box; most are in the language of the reader."""


class ShownContact(TypedDict):
    """A contact as the search box shows it."""

    name: BoxText
    hours: BoxText
    note: str
    """The date of the opening hours if they may be out of date; else empty."""
    number: str
    """The number to try first; empty if there is none."""
    isTyped: bool
    """Whether a link cannot dial the number."""


class ShownLink(TypedDict):
    """A link; its URL is relative to the folder of the reader's language."""

    label: BoxText
    url: str


class DangerWeights(TypedDict):
    """The linear classifier of one danger, as danger_fit.js writes it.

    Its features are the hashed parts of a query (query_features.js); number_codec.js encodes the
    lists.
    """

    unit: int
    """The integer that stands for a weight of 1."""
    bias: int
    """The constant term of the score."""
    steps: str
    """Differences between the sorted hashes of the parts that have a weight."""
    weights: str
    """The weight of each of them: twice its absolute value, plus 1 if it is negative."""


class DangerEntry(TypedDict):
    """What the search shows above its results."""

    text: BoxText
    contacts: list[ShownContact]
    links: list[ShownLink]


class DangerExamples(TypedDict):
    """The training data of the classifiers, in all languages: a reader may type in any."""

    examples: list[list[str]]
    """By danger, queries of people who are in it."""
    harmless: list[str]
    """Queries that look like an example and are harmless."""
    asked: list[list[str]]
    """By page, queries that it answers (docs/_data/asked)."""
    unrelated: list[str]
    """Queries that no page answers (docs/_data/unrelated.yml)."""


def danger_examples(site: Site) -> DangerExamples:
    """The training data of the classifiers, ready for JSON; Japanese also in kana."""
    dangers = site.data.settings.danger
    return {
        "examples": [_all(entry.examples, site) for entry in dangers],
        "harmless": [text for entry in dangers for text in _all(entry.harmless, site)],
        "asked": [
            list(also_in_kana(page.phrasings, site, language))
            for language, own in site.data.phrasings.items()
            for page in own
        ],
        "unrelated": _all(site.data.unrelated, site),
    }


def danger_entries(site: Site, language: str) -> Sequence[DangerEntry]:
    """The entries for the pages of a language, ready for JSON.

    Contacts and pages that do not exist are left out.

    Args:
        site: the sources and the data.
        language: code of the language.
    """
    return [
        {
            "text": _text(entry.text, site, language),
            "contacts": [
                _contact(site.data.contacts[found], site, language)
                for found in entry.contacts
                if found in site.data.contacts
            ],
            "links": list(_links(entry, site, language)),
        }
        for entry in site.data.settings.danger
    ]


def _text(texts: Texts, site: Site, language: str) -> BoxText:
    """A text for the box, with its tag if it is in another language than the page."""
    text, code = texts.shown(site.languages.order(language))
    tag = site.languages.tag(code)
    return text if tag == site.languages.tag(language) else {"text": text, "lang": tag}


def _all(texts: Mapping[str, tuple[str, ...]], site: Site) -> list[str]:
    return [text for language, own in texts.items() for text in also_in_kana(own, site, language)]


def _contact(contact: Contact, site: Site, language: str) -> ShownContact:
    """Name, hours, the number to try first, and the date of hours that may be out of date."""
    number = contact.numbers[0] if contact.numbers else None
    until = hours_hold_until(contact)
    date = shown_date(contact.as_of, site.languages[language], site.data.interface)
    return {
        "name": _text(contact.name, site, language),
        "hours": _text(contact.hours, site, language),
        "number": number.text if number else "",
        "note": site.data.interface.text("contact-as-of", language, date=date)
        if until and until < site.today
        else "",
        "isTyped": bool(number and number.is_typed),
    }


def _links(entry: Danger, site: Site, language: str) -> Iterator[ShownLink]:
    for link in entry.links:
        if source_in(site.languages.default, link.page_path) in site.sources:
            yield {"label": _text(link.label, site, language), "url": _url(link, site)}


def _url(link: Action, site: Site) -> str:
    url = site.languages.page_url(link.page_path, site.languages.default)
    return f"{url}#{link.anchor}" if link.anchor else url
