"""What the page of rules says about each code, for reports in every language.

Answers: what is the title of a rule, and which sentence of the page says what it finds? That page
is the only source: reports of a site without it have codes only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.markdown.sections import sections
from knowledge.markdown.source import Source
from knowledge.rules.registry import NOTICES, RULES_PAGE
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.writing_systems import of_language

LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the page of rules says about one code, in one language."""

    title: str
    """Without the code: `Not UTF-8`."""
    sentence: str
    """The first sentence that says what was found, as plain text with its backticks."""


@lru_cache(maxsize=1)
def explanations(site: Site) -> Mapping[tuple[str, str], Explanation]:
    """The explanations by code and language."""
    found: dict[tuple[str, str], Explanation] = {}
    for language in site.languages.complete:
        source = site.sources.get(source_in(language, RULES_PAGE))
        for code, explanation in _on_page(source, language).items() if source else ():
            found[code, language] = explanation
    return found


def title_of(site: Site, code: str, language: str) -> str:
    """A code with its title in a language: `LK002 A link to a heading that does not exist`."""
    found = explanations(site).get((code, language))
    return f"{code} {found.title}" if found else code


def sentence_of(site: Site, code: str, language: str) -> str:
    """The sentence about a code in a language other than that of the findings; else empty."""
    found = explanations(site).get((code, language))
    return found.sentence if found and language != FINDINGS_LANGUAGE else ""


FINDINGS_LANGUAGE = "en"
"""The language in which findings are written."""


def _on_page(source: Source, language: str) -> dict[str, Explanation]:
    titles = {heading.id: heading.text for heading in source.headings}
    found: dict[str, Explanation] = {}
    for section in sections(source):
        code, colon, title = titles.get(section.id, "").partition(":")
        if colon and code.lower() == section.id:
            paragraph = "\n".join(section.lines[1:]).strip().partition("\n\n")[0]
            is_notice = code in NOTICES
            found[code] = Explanation(title.strip(), _sentence(paragraph, language, is_notice))
    return found


def _sentence(paragraph: str, language: str, is_notice: bool) -> str:
    """The first sentence of a paragraph; of a notice the second, as the first says that it is."""
    plain = " ".join(LINK.sub(r"\1", paragraph).split())
    sentences = [each for each in of_language(language).ends.split(plain) if each]
    return sentences[min(int(is_notice), len(sentences) - 1)] if sentences else ""
