"""Sample search queries from the text of the pages, to measure recall."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

SEED = 20261124
MAX_PAGES = 3
"""Text found on more pages than this is too common to be a query."""
MAX_SHARE = 1 / 2
"""A word on a larger share of the pages tells nothing of what is wanted: to, are, call."""
JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff々ー]{3,}")
TELLING = re.compile(r"[\u30a1-\u30fa\u4e00-\u9fff].*[\u30a1-\u30fa\u4e00-\u9fff]")
"""Two kanji or katakana: hiragana and one of them are rather an ending or a part of a word."""
WORD = re.compile(r"[\w'-]+")
LATIN = re.compile(r"[\w' -]+", re.ASCII)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
HALF_WIDTH = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}


def folded(text: str) -> str:
    """Normalized text for comparison; independent of the analyzer, which is under test."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(
        chr(ord(sign) - 0x60) if "\u30a1" <= sign <= "\u30f6" else sign for sign in plain
    )


def japanese_parts(pages: Mapping[str, str], count: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Substrings of 3 to 12 characters in a random form, with the pages they are on.

    About `count` are drawn; those without two kanji or katakana, or on many pages, are left out.

    Which parts of a run of characters are drawn depends on the run alone, how many of them hardly
    on others: a text that changes elsewhere draws few other samples.
    """
    texts = {url: folded(text) for url, text in pages.items()}
    runs = dict.fromkeys(run for text in pages.values() for run in JAPANESE.findall(text))
    for run in runs:
        draw = random.Random(f"{SEED} {run}")
        for _ in range(int(count / len(runs) + draw.random())):
            length = draw.randint(3, min(12, len(run)))
            start = draw.randint(0, len(run) - length)
            part = run[start : start + length]
            on = frozenset(url for url, text in texts.items() if folded(part) in text)
            if TELLING.search(part) and 0 < len(on) <= MAX_PAGES:
                yield _in_some_form(part, draw), on


def english_phrases(pages: Mapping[str, str], count: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Phrases of two to four words in a random width and case, with their pages.

    About `count` are drawn, as many of each page, from one heading or the text of one section.
    Those with a word of another script, without a word that most pages lack, or on many pages are
    left out. Which ones are drawn from a text depends on its page alone.
    """
    words = {url: [WORD.findall(line) for line in text.splitlines()] for url, text in pages.items()}
    spoken = {url: "\n".join(f" {' '.join(own).lower()} " for own in w) for url, w in words.items()}
    places = Counter(word for text in spoken.values() for word in set(text.split()))
    telling = {word for word, count in places.items() if count <= len(pages) * MAX_SHARE}
    for page in words.values():
        share = count / len(words) / sum(map(len, page))
        for own in page:
            draw = random.Random(f"{SEED} {' '.join(own)}")
            for _ in range(int(share * len(own) + draw.random())):
                size = draw.randint(2, 4)
                start = draw.randrange(max(1, len(own) - size + 1))
                phrase = " ".join(own[start : start + size])
                on = frozenset(url for url, text in spoken.items() if f" {phrase.lower()} " in text)
                is_telling = not telling.isdisjoint(phrase.lower().split())
                if is_telling and 0 < len(on) <= MAX_PAGES and LATIN.fullmatch(phrase):
                    forms = (str, str.lower, str.upper, lambda text: text.translate(FULL_WIDTH))
                    yield draw.choice(forms)(phrase), on


def _in_some_form(part: str, draw: random.Random) -> str:
    return draw.choice((str, _katakana, folded, _half_width))(part)


def _katakana(text: str) -> str:
    return "".join(chr(ord(sign) + 0x60) if "\u3041" <= sign <= "\u3096" else sign for sign in text)


def _half_width(text: str) -> str:
    """Convert katakana and long-vowel marks to half width; voiced ones become two characters."""
    signs = []
    for sign in text:
        base, *mark = list(unicodedata.normalize("NFD", sign))
        if "\u30a1" <= base <= "\u30fc" and base in HALF_WIDTH:
            voiced = {"\u3099": "\uff9e", "\u309a": "\uff9f"}
            signs.append(HALF_WIDTH[base] + "".join(voiced[each] for each in mark))
        else:
            signs.append(sign)
    return "".join(signs)
