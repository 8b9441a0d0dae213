"""Check the help lines of site.yml, whose languages few reviewers read.

Answers: is a line in the letters of its language, once, for a language that the site lacks, does it
name that language, as CLDR does, and is it one short sentence?
"""

from unicodedata import category

from knowledge.data.yaml_files import DATA
from knowledge.language_tags import locale_of
from knowledge.rules.foreign_letters import share_of_own_letters
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site
from knowledge.writing_systems import is_in

FILE = f"{DATA}/site.yml"
MAX_LENGTH = 50
"""Maximum letters of a line."""
INNER_SIGNS = "()'\N{RIGHT SINGLE QUOTATION MARK}-"
"""Punctuation that a short sentence may have inside."""
MIN_SHARE = 0.5
"""Minimum share of letters of its language in a line; it may have a name in Latin letters."""


@site_rule("DA011", "wrong-help-line")
def wrong_help_lines(site: Site) -> PlacedFaults:
    """A help line in the wrong script, or for a language with another line or with all pages."""
    languages: set[str] = set()
    for line in site.data.settings.help_lines:
        if any(is_in(line.language, code) for code in site.languages.complete):
            fact = f"the pages are in '{line.language}' themselves"
            yield FILE, line.line, fact, "Take the line out, and write whom to call on the pages"
        if line.language in languages:
            fact = f"'{line.language}' has a line already"
            yield FILE, line.line, fact, "Keep one line for each language"
        languages.add(line.language)
        if share_of_own_letters(line.words, line.language) < MIN_SHARE:
            fact = f"'{line.words}' is not in the letters of '{line.language}'"
            yield FILE, line.line, fact, "Write it in that language, as the office itself does"
        elif (name := _own_name(line.language)) and name not in line.words.casefold():
            fact = f"'{line.words}' does not name its language"
            remedy = f"Write that one can ask in it, with '{name}'"
            yield FILE, line.line, fact, remedy
        elif len(line.words) > MAX_LENGTH or _has_parts(line.words):
            fact = f"'{line.words}' may say more than that one can ask in this language"
            remedy = f"Write one sentence of {MAX_LENGTH} letters at most, without a comma"
            yield FILE, line.line, fact, remedy


def _has_parts(words: str) -> bool:
    """Whether punctuation such as a comma or a colon divides a line."""
    return any(category(sign).startswith("P") and sign not in INNER_SIGNS for sign in words[:-1])


def _own_name(tag: str) -> str:
    """What a language calls itself, without its script; empty if that is unknown."""
    locale = locale_of(tag.partition("-")[0])
    return (locale.language_name or "").casefold() if locale else ""
