"""The entries under `danger` of site.yml, as the search box gets them.

Answers: which contacts and links does the search show above its results, and what are the examples
of queries that call for them? The build trains a linear classifier on the examples
(search/danger_fit.js); the box applies it, even before an index is loaded (search/danger.js).
"""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.data.contacts import Contact
from knowledge.data.dates import shown_date
from knowledge.data.site_settings import Action, Danger
from knowledge.data.texts import Texts
from knowledge.search.kana_texts import also_in_kana
from knowledge.site.languages import source_in
from knowledge.site.review_dates import hours_hold_until
from knowledge.site.site import Site

Json = Mapping[str, object]
"""A value for the search's scripts; its shape is in tests/javascript/types.d.ts."""


def danger_examples(site: Site) -> Json:
    """The training data of the classifiers, ready for JSON; Japanese also in kana.

    A reader may type in any language, so the data of all languages are trained on together.
    """
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


def danger_entries(site: Site, language: str) -> Sequence[Json]:
    """The entries for the pages of a language, ready for JSON.

    Contacts and pages that do not exist are left out.
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


def _text(texts: Texts, site: Site, language: str) -> str | Json:
    """A text for the box, with its tag if it is in another language than the page."""
    text, code = texts.shown(site.languages.order(language))
    tag = site.languages.tag(code)
    return text if tag == site.languages.tag(language) else {"text": text, "lang": tag}


def _all(texts: Mapping[str, tuple[str, ...]], site: Site) -> list[str]:
    return [text for language, own in texts.items() for text in also_in_kana(own, site, language)]


def _contact(contact: Contact, site: Site, language: str) -> Json:
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


def _links(entry: Danger, site: Site, language: str) -> Iterator[Json]:
    for link in entry.links:
        if source_in(site.languages.default, link.page_path) in site.sources:
            yield {"label": _text(link.label, site, language), "url": _url(link, site)}


def _url(link: Action, site: Site) -> str:
    url = site.languages.page_url(link.page_path, site.languages.default)
    return f"{url}#{link.anchor}" if link.anchor else url
