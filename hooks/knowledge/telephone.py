"""Whether telephone numbers stand in the data alone, where one correction reaches every page.

Answers: does the text of a page hold a whole number? Short names such as 188 may stand in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data import Data
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.sentence import passages
from knowledge.site import Site

# Groups of digits that begin with 0 or +, as no date does; or nine digits and more at a stretch.
NUMBER = re.compile(
    r"(?<![\d:-])(?:"
    r"\+\d{1,3}[- ]?\d{1,4}(?:[- ]\d{2,4}){1,3}|0\d{1,4}-\d{1,4}-\d{3,4}|0\d{2,3}-\d{5,7}|\d{9,}"
    r")(?![\d-])",
    re.ASCII,
)


def numbers_in_text(site: Site) -> Iterator[Finding]:
    """LK017: a whole telephone number in the text of a page."""
    for source in site.sources.values():
        language = site.languages.of(source.path) or site.languages.default
        for passage in passages(source, language):
            for sentence in passage.sentences:
                for number in NUMBER.findall(sentence.text):
                    yield Finding(
                        source.path,
                        sentence.line,
                        "LK017",
                        f"the number '{number}' stands in the text",
                        _remedy(number, site.data),
                    )


def _remedy(number: str, data: Data) -> str:
    digits = re.sub(r"\D", "", number)
    for contact in data.contacts.values():
        if any(re.sub(r"\D", "", known.text) == digits for known in contact.numbers):
            return f"Write '[{contact.id}](contact:{contact.id})' with the words the reader sees"
    return f"Add it to {DATA}/contacts.yml and link to it: '[...](contact:...)'"
