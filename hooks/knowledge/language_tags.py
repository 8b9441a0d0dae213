"""Languages and their tags: codes of mkdocs.yml, tags of BCP 47, locales of CLDR.

Answers: which `lang` attribute does a language need, which CLDR locale formats its dates and names,
and which code does the i18n plugin accept? Base module; site/languages.py reads mkdocs.yml.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from knowledge.writing_systems import of_language

CODE = re.compile(r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
"""Language codes: those that mkdocs-static-i18n 1.3.1 accepts (config.py, RE_LOCALE) and that are
BCP 47 tags in canonical case."""
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|\d{3}))?"
)
"""The supported BCP 47 tags (RFC 5646): language, optional script, optional region, in canonical
case."""
SCRIPT_LENGTH = 4
ENGLISH = Locale("en")


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site, as its block in mkdocs.yml describes it."""

    code: str
    """The code for the i18n plugin; also the name of its folder and its key in the data."""
    tag: str
    """Tag of its texts in BCP 47: the code, unless the block says `lang`."""
    name: str = field(default="", compare=False)
    """Its name in the language switch."""
    fallback: tuple[str, ...] = field(default=(), compare=False)
    """Codes of the fallback languages for missing pages and texts, in order of preference."""
    prose: str = field(default="", compare=False)
    """Code of the language whose limits and word lists its prose inherits; may be empty."""
    is_abridged: bool = field(default=False, compare=False)
    """Whether its pages say less than their originals."""
    has_furigana: bool = field(default=False, compare=False)
    """Whether its pages always show the readings of kanji."""

    @property
    def locale(self) -> Locale:
        """Its locale in CLDR; that of English if CLDR does not know it."""
        return locale_of(self.tag) or ENGLISH

    @property
    def cldr_name(self) -> str:
        """Identifier of its locale in CLDR: `zh_Hans`; its tag if CLDR does not know it."""
        return str(locale_of(self.tag) or self.tag)

    @property
    def direction(self) -> str:
        """The direction of its text, as in HTML: `ltr` or `rtl`."""
        return of_language(self.tag).direction


@lru_cache(maxsize=256)
def locale_of(tag: str) -> Locale | None:
    """The CLDR locale of a BCP 47 tag: names of days, forms of dates; None if there is none."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def is_tag(text: str) -> bool:
    """Whether a text is a BCP 47 tag in canonical case, of a language that CLDR knows."""
    match = TAG.fullmatch(text)
    return (
        match is not None
        and _shortest(match["language"]) == match["language"]
        and (locale_of(text) is not None)
    )


def likely_tag(text: str) -> str:
    """The tag that is meant by a text such as `EN`, `pt_BR` or `zh-hans`; empty if none is."""
    language, *rest = re.split("[-_]", text)
    parts = (each.title() if len(each) == SCRIPT_LENGTH else each.upper() for each in rest)
    tag = "-".join((_shortest(language.lower()), *parts))
    return tag if is_tag(tag) else ""


def likely_code(tag: str) -> str:
    """The code that i18n accepts for a BCP 47 tag; empty if the language has no 2-letter code."""
    match = TAG.fullmatch(tag)
    if match is None:
        return ""
    aliases = get_global("language_aliases").items()
    shorter = [old for old, new in aliases if new == match["language"] and len(old) == len("tl")]
    codes = [match["language"], *sorted(shorter)]
    rest = (
        match["script"],
        match["region"] if match["region"] and match["region"].isalpha() else "",
    )
    for code in codes:
        whole = "-".join((code, *filter(None, rest)))
        if CODE.fullmatch(whole):
            return whole
    return ""


def _shortest(language: str) -> str:
    """The two-letter code of a language if it has one, as BCP 47 requires; else the given code."""
    alias = str(get_global("language_aliases").get(language, ""))
    return alias if len(alias) < len(language) and alias else language
