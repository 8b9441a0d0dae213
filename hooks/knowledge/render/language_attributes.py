"""The language of a text inside a page: attributes for what is in another one.

Answers: which `lang` and `dir` has an element whose text stands in for a missing translation?
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.language_tags import lang_attributes
from knowledge.site.languages import Languages


def attributes_of(code: str, languages: Languages, around: str) -> Markup:
    """The attributes `lang` and `dir` of an element in a language; empty if they are not needed.

    Args:
        code: of the language of the element.
        languages: of the site.
        around: code of the language around it.
    """
    return Markup(lang_attributes(languages.tag(code), languages.tag(around)))
