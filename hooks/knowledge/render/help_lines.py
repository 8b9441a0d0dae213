"""Telephone help lines in languages that the site does not have: `help_lines` of site.yml.

Answers: which lines does a page show, with which number and hours? The hours are the opening hours
of the contact, formatted with CLDR data.
"""

from dataclasses import dataclass
from datetime import time

from babel import Locale
from babel.dates import format_time, get_day_names

from knowledge.data.contacts import Contact, Number, Opening
from knowledge.data.site_settings import HelpLine
from knowledge.language_tags import locale_of
from knowledge.site.languages import HOME
from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE
from knowledge.writing_systems import of_language

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = "24:00"


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A help line, with all texts in its own language."""

    language: str
    """BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    name: str
    """What the language calls itself."""
    words: str
    numbers: tuple[Number, ...]
    hours: str
    """Empty if the opening hours are not known."""


def help_lines(site: Site, language: str, page_path: str) -> tuple[ShownLine, ...]:
    """The help lines of a page; none, except on home and contacts pages and in translations."""
    is_translation = language != site.languages.default
    if not is_translation and page_path not in (HOME, CONTACTS_PAGE):
        return ()
    return tuple(
        _shown(line, contact, locale)
        for line in site.data.settings.help_lines
        if (contact := site.data.contacts.get(line.contact))
        and (locale := locale_of(line.language))
    )


def _shown(line: HelpLine, contact: Contact, locale: Locale) -> ShownLine:
    hours = "; ".join(_hours(opening, locale) for opening in contact.opening)
    name = locale.language_name or line.language
    direction = of_language(line.language).direction
    return ShownLine(line.language, direction, name, line.words, contact.numbers, hours)


def _hours(opening: Opening, locale: Locale) -> str:
    """Opening hours in a language: `Mon–Fri 9:00–17:00`."""
    names = get_day_names("abbreviated", "format", locale)
    days = "–".join(names[DAYS.index(day)] for day in opening.days.split("-"))
    return f"{days} {_time(opening.start, locale)}–{_time(opening.end, locale)}"


def _time(text: str, locale: Locale) -> str:
    if text == MIDNIGHT:
        return MIDNIGHT
    hour, minute = map(int, text.split(":"))
    return format_time(time(hour, minute), "H:mm", locale=locale)
