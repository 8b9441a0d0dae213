"""Japanese texts as they are typed by somebody who does not convert kana to kanji.

Answers: what else may be typed instead of this text? A child, a person who learns Japanese, or
somebody in a hurry leaves all of it in kana. How kanji are read is up to site/japanese_readings.py.
"""

import json
from collections.abc import Iterable

from knowledge.kana import JAPANESE
from knowledge.search.disk_cache import DiskCache
from knowledge.site.japanese_readings import readings_of
from knowledge.site.site import Site
from knowledge.writing_systems import is_in


def also_in_kana(texts: Iterable[str], site: Site, language: str) -> tuple[str, ...]:
    """Texts in a language, then their kana versions, each once; unchanged if not Japanese."""
    own = tuple(texts)
    if not is_in(site.languages.tag(language), JAPANESE):
        return own
    readings = readings_of(site.data)
    return tuple(dict.fromkeys((*own, *map(readings.in_kana, own))))


def look_up_phrasings(site: Site, cache: DiskCache) -> None:
    """Look up the kana of all phrasings at once, or take it from an earlier build.

    They are thousands, and seldom change; without this, `also_in_kana` would look them up.
    """
    data, languages = site.data, site.languages
    lists = [
        *((code, page.phrasings) for code, pages in data.phrasings.items() for page in pages),
        *data.unrelated.items(),
    ]
    texts = {t for code, own in lists if is_in(languages.tag(code), JAPANESE) for t in own}
    readings = readings_of(data)

    def compute(asked: str) -> str:
        return json.dumps({text: readings.in_kana(text) for text in json.loads(asked)})

    readings.add_kana(json.loads(cache.get(readings.version, json.dumps(sorted(texts)), compute)))
