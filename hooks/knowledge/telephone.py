"""Whether telephone numbers stand in the data alone, where one correction reaches every page.

Answers: does the text of a page hold a whole number? Short numbers such as 123 may stand in prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from knowledge import tree
from knowledge.data import Data
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.outside_address import TARGET
from knowledge.sentence import beside_the_text, passages
from knowledge.site import Site
from knowledge.source import Source

# Groups of digits that begin with 0 or +, as no date does; or nine digits and more at a stretch.
NUMBER = re.compile(
    r"(?<![\d:-])(?:"
    r"\+\d{1,3}[- ]?\d{1,4}(?:[- ]\d{2,4}){1,3}|0\d{1,4}[- ]\d{1,4}[- ]\d{3,4}"
    r"|0\d{2,3}-\d{5,7}|\d{9,}|(?:\d{1,3}-)?\d{2,4}-\d{3}-\d{3,4}"
    r")(?![\d-])",
    re.ASCII,
)
SEPARATOR = r"[^\w\n、]|[_の]"
"""One sign between two digits: any but a letter, and の, which is said for a hyphen."""
NEXT = rf"(?:{SEPARATOR})?[0-9]"
SEPARATED = re.compile(
    rf"(?<![0-9+])(?<![0-9]-)(?:\+(?:{NEXT}){{8,14}}|(?:00|010)(?:{NEXT}){{9,12}}"
    rf"|0(?:{NEXT}){{9,10}})(?!{NEXT})"
)
"""As many digits as a whole number has, from its 0 or + on, with one sign between two at most."""
GAP = r"(?:\s?[^\w\s|]){1,3}\s?|[xの]"
ABROAD = rf"\(?\+[1-9][0-9]{{0,2}}(?:{GAP}|\s)[0-9]{{1,4}}"
WIDE = re.compile(
    rf"(?<![0-9+])(?<![0-9]-)(?:{ABROAD}|0[0-9]{{1,4}})(?:{GAP}|\s)"
    rf"(?!0[0-9]{{1,3}}[,、])[0-9]{{1,4}}(?:{GAP}|\s)[0-9]{{3,4}}(?![0-9])"
)
"""Three groups of digits, or four that begin with a country, with more than one sign between."""
SHORTEST = 10
"""Digits of a whole number."""
LIKE_ZERO = "OoQ\u25cb\u25ef\u039f\u03bf\u041e\u043e"
LIKE_ONE = "Il\u0406\u0399"
LOOK_ALIKE = str.maketrans(dict.fromkeys(LIKE_ZERO, "0") | dict.fromkeys(LIKE_ONE, "1"))
"""Letters and signs that are drawn like 0 and 1."""
WITH_LETTERS = re.compile(
    rf"(?<![A-Za-z0-9])[0{LIKE_ZERO}](?:(?:{SEPARATOR})?[0-9{LIKE_ZERO}{LIKE_ONE}]){{9,10}}"
    r"(?![A-Za-z0-9])"
)
"""A number in which something else stands for 0 or 1."""
FEWEST_DIGITS = 3
SPOKEN = (
    ("zero", "oh", "ゼロ", "れい", "レイ", "まる", "マル"),
    ("one", "イチ", "いち"),
    ("two", "ニー", "にー", "ニ", "に"),
    ("three", "サン", "さん"),
    ("four", "ヨン", "よん", "シ", "し"),
    ("five", "ゴー", "ごー", "ゴ", "ご"),
    ("six", "ロク", "ろく"),
    ("seven", "ナナ", "なな", "シチ", "しち"),
    ("eight", "ハチ", "はち"),
    ("nine", "キュウ", "キュー", "きゅう", "ク", "く"),
)
"""Digits as they are said."""
WORD = "|".join(sorted((word for words in SPOKEN for word in words), key=len, reverse=True))
SAID = re.compile(rf"(?:(?:{WORD})(?:[^\w\n]{{0,3}}|の)){{9,}}", re.IGNORECASE)
LOCAL = re.compile(r"(?<![\w-])(?!(?:19|20)[0-9]{2}-)[2-9][0-9]{3}-[0-9]{4}(?![\w-])")
"""A number without its area code, as no year begins."""
CODE = re.compile(r"[*#][0-9]{2,3}[*#][0-9*#]{2,}")
"""What is typed to have calls led elsewhere."""
BOOK = re.compile(r"\bISBN(?:-1[03])?:? ?([0-9]+(?:-[0-9]+)*-?[0-9X])(?![\d-])", re.ASCII)
TIME = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])", re.ASCII)
CELLS = re.compile(r"(?<=\d)\s*\|\s*(?=\d)")
KEYS = re.compile("[\ufe0f\u20e3]")
"""The signs that make a key of a digit."""
MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
"""Strokes and lines that are drawn over a sign."""
VALUES = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE".split()
FACE = re.compile(rf"FACE[ -]([0-9]|{'|'.join(VALUES)})\b(?!-)")
"""What a die or a clock shows, by its name in Unicode."""
HYPHENS = re.compile(r"(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)")
BRACKETED = re.compile(r"\(?(0\d{1,3})\)(\d{1,4})-(?=\d{4}(?!\d))", re.ASCII)
SURROUNDED = re.compile(r"(0\d{1,4})\((\d{1,4})\)(\d{3,4})(?!\d)", re.ASCII)
CALLING = ("tel", "sms", "callto", "facetime", "whatsapp")
"""Schemes that call a number."""


def numbers_in_text(site: Site) -> Iterator[Finding]:
    """LK017: a whole telephone number anywhere in a page, or a link that calls by itself."""
    yield from _in_data(site)
    for source in site.sources.values():
        in_texts = list(_in_texts(source, site))
        yield from in_texts
        yield from _calling_links(source, site.data)
        if site.languages.is_for_readers(source.path) and not source.excess:
            yield from _outside_of_texts(source, site.data, {each.line for each in in_texts})


def _in_data(site: Site) -> Iterator[Finding]:
    """Whole numbers in the data beside those of the contacts: pages and other outputs show them."""
    known = known_numbers(site.data)
    for name, found in site.data.trees.items():
        for key, scalar in tree.fields(found):
            is_own = key == "number" or "://" in scalar.text
            for number in () if is_own else whole_numbers(scalar.text):
                if digits(number) not in known:
                    message = f"the number '{number}' is none of a contact's"
                    remedy = f"Add it under 'numbers' of its contact in {DATA}/contacts.yml"
                    yield Finding(f"{DATA}/{name}", scalar.line, "LK017", message, remedy)


def _in_texts(source: Source, site: Site) -> Iterator[Finding]:
    """Whole numbers in the text, a link or the front matter."""
    language = site.languages.of(source.path) or site.languages.default
    found = (s for passage in passages(source, language) for s in passage.sentences)
    places = {
        "a link, a heading or the front matter": list(_beside_the_text(source)),
        "the text": [(sentence.line, sentence.text) for sentence in found],
    }
    for place, texts in places.items():
        for line, text in _suspicious(texts):
            for number in whole_numbers(text):
                yield Finding(
                    source.path,
                    line,
                    "LK017",
                    f"the number '{number}' stands in {place}",
                    _remedy(number, site.data),
                )


def _calling_links(source: Source, data: Data) -> Iterator[Finding]:
    """Links that call a number by themselves, also one too short to be seen in a text."""
    for line, target, number in _calls(source):
        if not whole_numbers(number):
            message = f"the link '{target}' calls by itself"
            yield Finding(source.path, line, "LK017", message, _remedy(number, data))


def _outside_of_texts(source: Source, data: Data, said: set[int]) -> Iterator[Finding]:
    """Whole numbers in the code, tables and HTML of a page, but for the lines already said."""
    body = TARGET.sub("](", source.body)
    # Most pages have none, which one look at all of it tells.
    lines = body.split("\n") if whole_numbers(body) else ()
    for place, line in enumerate(lines, start=source.front_matter_end + 1):
        for found in whole_numbers(line) if place not in said else ():
            message = f"the number '{found}' stands in code, a table or HTML"
            yield Finding(source.path, place, "LK017", message, _remedy(found, data))


def _suspicious(texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The texts of a page with their lines, or none where one look at all of them finds none."""
    return texts if whole_numbers("\n".join(text for _, text in texts)) else []


def _beside_the_text(source: Source) -> Iterator[tuple[int, str]]:
    """Where a number can stand beside the sentences: line and text."""
    yield from ((sentence.line, sentence.text) for sentence in beside_the_text(source))
    for element in source.elements:
        values = (value for name, value in element.attributes if name in ("title", "alt"))
        yield from ((element.line, value) for value in values)
    yield from ((line, number) for line, _, number in _calls(source))


def _calls(source: Source) -> Iterator[tuple[int, str, str]]:
    """The links that call: line, target and what they call."""
    for link in source.links:
        scheme, colon, number = unquote(link.target).partition(":")
        if colon and scheme.strip().lower() in CALLING:
            yield link.line, link.target, number


def whole_numbers(text: str) -> list[str]:
    """The whole telephone numbers in a text, in plain digits."""
    plain = _plain(text)
    if found := NUMBER.findall(plain):
        return found
    timeless = WITH_LETTERS.sub(_as_digits, TIME.sub(" to ", plain))
    spelled = CELLS.sub("-", timeless)
    wide = (found for found in WIDE.findall(timeless) if _has_length(found))
    said = (match[0].strip() for match in SAID.finditer(spelled))
    others = (found for kind in (SEPARATED, CODE, LOCAL) for found in kind.findall(spelled))
    return [*others, *wide, *said]


def _as_digits(match: re.Match[str]) -> str:
    """A number without its look-alikes, if it has enough digits to be one."""
    is_number = len(re.findall("[0-9]", match[0])) >= FEWEST_DIGITS
    return match[0].translate(LOOK_ALIKE) if is_number else match[0]


def _has_length(number: str) -> bool:
    count = len(re.findall("[0-9]", number))
    return SHORTEST <= count <= SHORTEST + (1 if number[0] == "0" else 4)


def _plain(text: str) -> str:
    """A text with the digits and hyphens that telephones know, whatever it was typed with."""
    plain = BOOK.sub(_without_book, HYPHENS.sub("-", in_plain_signs(text)))
    return SURROUNDED.sub(r"\1-\2-\3", BRACKETED.sub(r"\1-\2-", plain))


def _without_book(match: re.Match[str]) -> str:
    """Nothing where the number of a book has ten digits of which the last checks the others."""
    values = [10 if sign == "X" else int(sign) for sign in match[1].replace("-", "")]
    checked = sum(value * place for place, value in enumerate(reversed(values), start=1))
    is_book = len(values) == 10 and checked % 11 == 0  # noqa: PLR2004
    return "" if is_book else match[0]


def in_plain_signs(text: str) -> str:
    """A text with every entity resolved, and one sign for all that say the same."""
    known = KEYS.sub("", unescape(text))
    if known.isascii():
        return known
    known = MARKS.sub("", known)
    return unicodedata.normalize("NFKC", "".join(map(_as_digit, known)))


@lru_cache(maxsize=8192)
def _as_digit(sign: str) -> str:
    """What means a digit, in any script, in a circle or as kanji, as ours; other signs as such."""
    number = -1.0 if sign.isascii() else unicodedata.numeric(sign, -1.0)
    if not sign.isascii() and (face := FACE.search(unicodedata.name(sign, ""))):
        return str(VALUES.index(face[1])) if face[1] in VALUES else face[1]
    return str(int(number)) if 0 <= number < 10 and number == int(number) else sign  # noqa: PLR2004


def digits(number: str) -> str:
    """A number without what stands between its digits."""
    return re.sub(r"\D", "", number)


def known_numbers(data: Data) -> frozenset[str]:
    """The digits of every number of the data."""
    return frozenset(digits(n.text) for each in data.contacts.values() for n in each.numbers)


def _remedy(number: str, data: Data) -> str:
    for contact in data.contacts.values():
        if any(digits(known.text) == digits(number) for known in contact.numbers):
            return f"Write '[{contact.id}](contact:{contact.id})' with the words the reader sees"
    return f"Add it to {DATA}/contacts.yml and link to it: '[...](contact:...)'"
