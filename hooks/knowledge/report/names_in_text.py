"""What a page makes readers ask for, search for or type, without being a link.

Answers: which names, figures, codes, readings and texts in another language stand in the text of a
page, and on which lines? No rule can tell a good name from a bad one, but a reviewer can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from knowledge.markdown.sentences import plain
from knowledge.markdown.source import Source
from knowledge.site.phone_numbers import DIGIT_WORDS
from knowledge.writing_systems import MIXED_END

NAME = re.compile(r"\b[A-Z][\w+&'-]+(?:[ .][A-Z][\w+&'-]+)*", re.ASCII)
"""What may be the name of a company, an app or a person, in Latin letters."""
FIRST_WORD = re.compile(r"(?:^|[.!?:|>\"\u201c(*_-])[ ]*$")
"""What stands before the first word of a sentence, which has a capital whatever it is."""
AMONG_OTHERS = re.compile(
    r"(?<![\w.-])[A-Za-z][\w+&'-]{2,}(?![\w+&'-]|\.\w)(?: [A-Z][\w+&'-]+)*", re.ASCII
)
"""A word in Latin letters in a text of another script; no host and no file."""
QUOTED = re.compile(
    r"[「『\u201c\u2018]([^「」『』\u201c\u201d\u2018\u2019]{2,40})[」』\u201d\u2019]"
)
WORD = "new word"
LONG_WORD = re.compile(r"[ァ-ヺー]{3,}|[一-龠々]{3,}|(?<![一-龠々ぁ-ゖ])[ぁ-ゖー]{7,}")
"""What may be a name that nothing marks as one: a long word of katakana, kanji or hiragana."""
SMALL_LETTERS = re.compile(r"(?<![\w.@/'-])[a-z][\w-]{3,}+(?![@/]|\.\w)", re.ASCII)
"""The same in a text in Latin letters."""
FIGURE = re.compile(
    r"(?<![\w.,:/-])[0-9]+(?:,[0-9]{3})+(?![\w:/-]|[.,][0-9]|[ ]?(?:yen|people|[%円人件]))"
    r"|(?<![\w.,:/-])(?!(?:19|20)[0-9]{2}\b)[0-9]{3,}(?![\w:/-]|[.,][0-9]|[ ]?(?:yen|[%円年条]))"
    r"|(?<![\w.,:/-])[0-9]{1,2}(?=[をにとがへは])",
    re.ASCII,
)
"""Digits that are no amount, date or time; in Japanese, also those that count nothing."""
OF_DIGITS = re.compile(
    r"桁|けた|ケタ|末尾|(?:番号|数字|\d).{0,6}(?:最後|終わり|初め|前)|(?:最後|終わり)の(?:\d|数字)"
    r"|市外局番|ダイヤル|(?:\d|[一二三四五六七八九〇零])[^。]{0,6}押|(?:普通|当座|口座|番号)[^。]{0,6}\d"
    r"|\b(?:digits?|ending|(?:last|first) (?:two|three|four|figure|number)s?|dial|press|prefix"
    r"|area code|times)\b",
    re.IGNORECASE,
)
"""Words by which a text says what to dial, or how a number differs from another one."""
OF_LOOKING_UP = re.compile(
    r"検索|探|さがし|友だち|友達|フォロー|ダウンロード|インストール|上に出"
    r"|\b(?:search|look (?:\w+ )?up|google|friend|follow|download|install|top result|first hit)",
    re.IGNORECASE,
)
"""Words by which a text has readers look for somebody: a name in it may be anybody's."""
NUMERAL = re.compile(rf"\d|[一二三四五六七八九〇零]|\b(?:{'|'.join(DIGIT_WORDS)})\b", re.IGNORECASE)
CODE = re.compile(r"`([^`]+)`")
READING = re.compile(r"<ruby>(.*?)</ruby>", re.IGNORECASE)
OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]")
LATIN_LETTER = re.compile(r"[a-zA-Z]")
IN_LANGUAGE = re.compile(r"\{:?(?![^{}]*\.say-)[^{}]*\blang=[\"']?([\w-]+)[^{}]*\}")


class Named(NamedTuple):
    """Something that a reader may ask for."""

    what: str
    words: str
    line: int
    """1-based."""


def names_of(source: Source) -> Iterator[Named]:
    """All that the text of a page names, each once."""
    texts = ((number, line) for text in source.texts for number, line in text.lines)
    headings = ((each.line, each.text) for each in source.headings)
    found: dict[tuple[str, str], int] = {}
    before = ""
    for number, line in chain(texts, headings):
        for what, words in (*_marked(line, before), *_in_plain(plain(line))):
            found.setdefault((what, words), number)
        before = line
    for (what, words), number in found.items():
        yield Named(what, words, number)


def _marked(line: str, before: str) -> Iterator[tuple[str, str]]:
    """What markup tells apart: code, readings, and what is said in another language."""
    for code in CODE.finditer(line):
        yield "code", code[1]
    for ruby in READING.finditer(line):
        yield "reading", plain(ruby[1].replace("<rt>", " = "))
    if marked := IN_LANGUAGE.search(line):
        yield f"text in '{marked[1]}'", line[: marked.start()].strip() or before.strip()


def _in_plain(shown: str) -> Iterator[tuple[str, str]]:
    """Names, words that may be new, figures, and sentences about digits or about looking up."""
    for quoted in QUOTED.finditer(shown):
        yield "name", quoted[1]
    for sentence in MIXED_END.split(shown):
        yield from _latin(sentence)
    yield from ((WORD, word[0]) for word in LONG_WORD.finditer(QUOTED.sub(" ", shown)))
    for figure in FIGURE.finditer(shown):
        yield "figure", figure[0]
    if OF_DIGITS.search(shown) and NUMERAL.search(shown):
        yield "about digits", shown
    yield from (
        ("about looking up", each) for each in MIXED_END.split(shown) if OF_LOOKING_UP.search(each)
    )


def _latin(shown: str) -> Iterator[tuple[str, str]]:
    """Names in Latin letters; in another script, every word in them."""
    is_other = len(OTHER_LETTER.findall(shown)) * 4 > len(LATIN_LETTER.findall(shown))
    if is_other or shown.endswith("。"):
        yield from (("name", match[0]) for match in AMONG_OTHERS.finditer(shown))
        return
    for match in NAME.finditer(shown):
        is_first = FIRST_WORD.search(shown[: match.start()])
        if name := match[0].partition(" ")[2] if is_first else match[0]:
            yield "name", name
    yield from ((WORD, word[0]) for word in SMALL_LETTERS.finditer(shown))
