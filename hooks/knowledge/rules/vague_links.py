"""Check that the text of a link, and of a picture, says what the reader will find there.

Answers: is the whole text a word such as "here", or the name of a file? The words of each language
are listed in prose.yml. Links without any text are reported in links.py, texts that name another
target in misleading_links.py.
"""

import re

from knowledge.markdown.sentences import normalized, plain
from knowledge.markdown.source import Form, Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

FILE_NAME = re.compile(r"\S+\.\w{3,4}|(?:[A-Za-z]+[ _-]?)?\d[\d ._-]*")
"""What cameras, telephones and programs call a picture: `IMG_1234`, `screenshot 2026-11-24`."""
TERM = "term:"
"""How the target of a link begins whose text is the term itself."""
SIGNS_AROUND = re.compile(r"^\W+|\W+$")


@source_rule("LK019", "vague-link", sources=Site.pages)
def vague_links(source: Source, site: Site) -> Faults:
    """A link or a picture whose whole text is a file's name, or a word that says nothing."""
    languages = site.languages.prose(site.language_of(source))
    own = (phrase for phrase in site.data.prose.vague if phrase.language in languages)
    vague = {_words(phrase.words) for phrase in own}
    for link in source.links:
        is_picture = link.form is Form.IMAGE
        is_read = link.form in (Form.INLINE, Form.REFERENCE) and not link.is_loaded
        if is_picture and (FILE_NAME.fullmatch(link.text.strip()) or _words(link.text) in vague):
            fact = f"'{link.text.strip()}' does not say what the picture shows"
            yield link.line, fact, "Say it in a sentence, for readers who do not see it"
        elif is_read and _words(link.text) in vague and not link.target.startswith(TERM):
            fact = f"the text '{plain(link.text)}' does not say where the link leads"
            yield link.line, fact, "Write what the reader will find there"


def _words(text: str) -> str:
    """The text of a link in lower case, without markup and the signs around it."""
    return SIGNS_AROUND.sub("", normalized(plain(text)).lower())
