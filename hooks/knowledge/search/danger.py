"""The entries under `danger` of site.yml, as the search box gets them.

Answers: which contacts and links does the search show above its results, and what are the examples
of queries that call for them? The build weighs the parts of the examples (search/danger_fit.js),
and the box adds the weights up before an index is loaded (search/danger.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """A text that stands in for a missing one of the reader's language."""

    text: str
    lang: str
    """Its tag in BCP 47."""


BoxText = str | ForeignText
"""A text of the search box; most are in the language of the reader."""


class ShownContact(TypedDict):
    """A contact."""

    name: BoxText
    hours: BoxText
    note: str
    """The date of hours that are no longer trusted; or else empty."""
    number: str
    """The one to try first; empty without a number."""
    isTyped: bool
    """Whether a link cannot dial the number."""


class ShownLink(TypedDict):
    """A link; its URL is relative to the folder of the reader's language."""

    label: BoxText
    url: str


class DangerWeights(TypedDict):
    """What the parts of a query say about a danger, as danger_fit.js writes it."""

    unit: int
    """A weight of 1, as it is written here."""
    bias: int
    """Of every query, whatever its parts are."""
    steps: str
    """From each part with a weight to the next one, in the order of their hashes (numbers.js)."""
    weights: str
    """Of each of these parts: twice its size, and 1 more if it is negative."""


class DangerEntry(DangerWeights):
    """What the search shows above its results, and for which queries it does."""

    text: BoxText
    contacts: list[ShownContact]
    links: list[ShownLink]


class DangerExamples(TypedDict):
    """What the weights are fitted to: in every language, because a reader may type in any."""

    examples: list[list[str]]
    """By danger."""
    harmless: list[str]
    """What only looks like an example."""
    asked: list[list[str]]
    """By page, what people type who want it."""
    unrelated: list[str]
    """What people type who want something else."""


def danger_examples(site: Site) -> DangerExamples:
    """The examples of every danger, and what is harmless, ready for JSON; Japanese also in kana."""
    dangers = site.data.settings.danger
    return {
        "examples": [_all(entry.examples, site) for entry in dangers],
        "harmless": [text for entry in dangers for text in _all(entry.harmless, site)],
        "asked": [
            list(also_in_kana(page.phrasings, site, language))
            for language, own in site.data.asked.items()
            for page in own
        ],
        "unrelated": _all(site.data.unrelated, site),
    }


def danger_entries(
    site: Site, language: str, weights: Iterable[DangerWeights]
) -> Sequence[DangerEntry]:
    """The entries for the pages of a language, ready for JSON.

    Contacts and pages that do not exist are left out.

    Args:
        site: the sources and the data.
        language: code of the language.
        weights: of each danger, in the order of site.yml.
    """
    return [
        {
            **own,
            "text": _text(entry.text, site, language),
            "contacts": [
                _contact(site.data.contacts[found], site, language)
                for found in entry.contacts
                if found in site.data.contacts
            ],
            "links": list(_links(entry, site, language)),
        }
        for entry, own in zip(site.data.settings.danger, weights, strict=True)
    ]


def _text(texts: Texts, site: Site, language: str) -> BoxText:
    """A text for the box, with its tag if it is in another language than the page."""
    text, code = texts.shown(site.languages.order(language))
    tag = site.languages.tag(code)
    return text if tag == site.languages.tag(language) else {"text": text, "lang": tag}


def _all(texts: Mapping[str, tuple[str, ...]], site: Site) -> list[str]:
    return [text for language, own in texts.items() for text in also_in_kana(own, site, language)]


def _contact(contact: Contact, site: Site, language: str) -> ShownContact:
    """Name, hours, the number to try first, and the date of hours that are no longer trusted."""
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
