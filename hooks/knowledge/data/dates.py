"""Format dates for readers.

Answers: how is 2024-06 written in a language? A date keeps its precision: year, month or day.
"""

from functools import lru_cache

from babel.dates import format_date, format_skeleton

from knowledge.data.field_types import WITHOUT_DATE, first_day
from knowledge.data.interface import InterfaceTexts
from knowledge.language_tags import Language

SKELETONS = {len("YYYY"): "y", len("YYYY-MM"): "yMMMM"}


@lru_cache(maxsize=1024)
def shown_date(text: str, language: Language, interface: InterfaceTexts) -> str:
    """Format a date in a language; a text that is no date is returned unchanged.

    A date is YYYY, YYYY-MM or YYYY-MM-DD; the interface has texts for `undated` and `unread`.
    """
    if text in WITHOUT_DATE:
        return interface.text(f"date-{text}", language.code)
    day = first_day(text)
    if day is None:
        return text
    skeleton = SKELETONS.get(len(text))
    if skeleton:
        return format_skeleton(skeleton, day, locale=language.locale)
    return format_date(day, "long", locale=language.locale)
