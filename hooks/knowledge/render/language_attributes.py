"""The attributes `lang` and `dir` of elements in another language than the page.

Answers: which `lang` and `dir` does an element with a fallback text need?
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.site.languages import Languages
from knowledge.writing_systems import dir_attribute


def attributes_of(code: str, languages: Languages, around: str) -> Markup:
    """The attributes of an element in a language: ` lang="ar" dir="rtl"`; empty if not needed.

    Args:
        code: of the language of the element.
        languages: of the site.
        around: code of the language around it.
    """
    tag, tag_around = languages.tag(code), languages.tag(around)
    attributes = f' lang="{tag}"{dir_attribute(tag, tag_around)}'
    return Markup(attributes if tag != tag_around else "")
