"""Writing systems: letters, sentence ends, commas, spaces and direction of each script.

Answers: how is text of a language split into sentences and words, and in which direction does it
run? Depends on the script only; rules about grammar and style are in rules/prose.py.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from babel.core import get_global

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
"""Combining accents and vowel signs, for a character class; Python's `\\w` does not match them."""
WORD = rf"\w{MARKS}-"
"""Characters of a word in scripts with spaces between words, for a character class."""
CLOSING = '"”’»)'
OPENING = '"“‘«„('
CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x530)) if sign.isupper())
"""Capital letters of Latin, Greek and Cyrillic, for a character class."""
CASED_END = re.compile(rf"(?<=[.?!])[{CLOSING}]*\s+(?=[{OPENING}]?[{CAPITALS}0-9「])")
"""The end of a sentence before a capital letter or a digit; before a lower-case letter a full stop
ends an abbreviation."""
MIXED_END = re.compile(r"(?<=[.?!])\s+|(?<=[。？！])\s*")
"""The end of a sentence in a text of several scripts, whatever comes next."""
COMPLETE = re.compile(r"[。？！.?!।॥؟۔][」』）\"”’»)]*$")
"""The end of a text that is a complete sentence."""
LIKELY_SCRIPTS = get_global("likely_subtags")
RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)
"""Codes of right-to-left scripts (ISO 15924)."""


@dataclass(frozen=True, slots=True)
class WritingSystem:
    """How text in one or several scripts is written."""

    name: str
    codes: frozenset[str]
    """Codes of its scripts in ISO 15924, as in language tags: `Jpan`."""
    scripts: frozenset[str]
    """Unicode names of the scripts of its letters: `Han`."""
    letters: str
    """Its letters and combining marks, for a character class of a regular expression."""
    ends: re.Pattern[str]
    """Splits a text into sentences."""
    comma: re.Pattern[str] = re.compile(r",(?!\d)")
    complete: re.Pattern[str] = COMPLETE
    """Matches at the end of a line that ends a sentence."""
    joined: str = ""
    """Punctuation inside a run of text, besides a single space; for a character class."""
    own_letters: str = ""
    """Letters that no other system has, if it shares others; for a character class."""
    before_word: str = WORD
    """Characters that continue a word to the left; for a character class, may be empty."""
    after_word: str = WORD
    """Characters that continue a word to the right; for a character class, may be empty."""
    has_spaces: bool = True
    """Whether words are separated by spaces; if not, length is counted in characters."""
    needs_joiners: bool = False
    """Whether a zero-width joiner or non-joiner changes the shape of its letters."""
    direction: str = "ltr"
    """As in HTML: `ltr` or `rtl`."""

    @property
    def unit(self) -> str:
        """Unit of the length of a sentence: `words` or `characters`."""
        return "words" if self.has_spaces else "characters"

    def length(self, text: str) -> int:
        """Length of a text in `unit`; a letter with its combining marks is one character."""
        if self.has_spaces:
            return len(text.split())
        return len(text) - len(MARK.findall(text))

    def word_pattern(self, *words: str, ending: str = "") -> re.Pattern[str]:
        """Pattern that matches any of some words, its first group, only as a whole word.

        Where two match at one place, the first one given wins. `ending` is the regular expression
        of a suffix that may follow: `s?`.
        """
        return _word_pattern(self, words, ending)


def _spaced_end(signs: str) -> re.Pattern[str]:
    """Pattern of a sentence end: one of the signs, then white space, before any letter."""
    return re.compile(rf"(?<=[{signs}])[{CLOSING}]*\s+")


MARK = re.compile(f"[{MARKS}]")
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆"
KANA = "\u3041-\u30ff\uff66-\uff9f"
THAI_LETTERS = "\u0e01-\u0e3a\u0e40-\u0e4e"

JAPANESE = WritingSystem(
    name="Japanese",
    codes=frozenset({"Jpan", "Hrkt", "Hira", "Kana"}),
    scripts=frozenset({"Han", "Hiragana", "Katakana"}),
    letters=KANA + HAN,
    # A full stop inside a quotation does not end the sentence around it.
    ends=re.compile(r"(?<=[。？！])(?![」』）])"),
    comma=re.compile("、"),
    joined="、。「」",
    own_letters=KANA,
    before_word="々\u30a0-\u9fff",
    after_word="々\u30a0-\u9fff",
    has_spaces=False,
)
CHINESE = WritingSystem(
    name="Chinese",
    codes=frozenset({"Hans", "Hant", "Hani", "Hanb", "Bopo"}),
    scripts=frozenset({"Han"}),
    letters=HAN,
    ends=re.compile(r"(?<=[。？！?!])(?![”’」』）)])"),
    comma=re.compile("[，、]"),
    joined="，、。；：？！“”「」《》",
    before_word="",
    after_word="",
    has_spaces=False,
)
THAI = WritingSystem(
    name="Thai",
    codes=frozenset({"Thai"}),
    scripts=frozenset({"Thai"}),
    letters=THAI_LETTERS,
    # A space between two Thai letters ends a sentence; beside a number or a Latin word it does not.
    ends=re.compile(rf"(?<=[{THAI_LETTERS}ฯๆ])\s+(?=[{THAI_LETTERS}])|(?<=[.?!])\s+"),
    complete=re.compile("$"),
    before_word="",
    after_word=MARKS,
    has_spaces=False,
)
KOREAN = WritingSystem(
    name="Korean",
    codes=frozenset({"Kore", "Hang", "Jamo"}),
    scripts=frozenset({"Hangul"}),
    letters="\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e",
    ends=_spaced_end(".?!。"),
    after_word="",  # particles
)
LATIN = WritingSystem(
    name="Latin",
    codes=frozenset({"Latn", "Latf", "Latg"}),
    scripts=frozenset({"Latin"}),
    letters="A-Za-zÀ-ÖØ-öø-\u02af\u1e00-\u1eff",
    ends=CASED_END,
)
CYRILLIC = WritingSystem(
    name="Cyrillic",
    codes=frozenset({"Cyrl", "Cyrs"}),
    scripts=frozenset({"Cyrillic"}),
    letters="\u0400-\u052f",
    ends=CASED_END,
)
ARABIC = WritingSystem(
    name="Arabic",
    codes=frozenset({"Arab", "Aran"}),
    scripts=frozenset({"Arabic"}),
    letters="\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef"
    "\u06fa-\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7"
    "\ufdf0-\ufdfb\ufe70-\ufefc",
    ends=_spaced_end(".?!؟۔"),
    comma=re.compile(r"،|,(?!\d)"),
    needs_joiners=True,
    direction="rtl",
)
DEVANAGARI = WritingSystem(
    name="Devanagari",
    codes=frozenset({"Deva"}),
    scripts=frozenset({"Devanagari"}),
    letters="\u0900-\u0963\u0971-\u097f",
    ends=re.compile(rf"(?<=[।॥])[{CLOSING}]*\s*|(?<=[.?!])[{CLOSING}]*\s+"),
    needs_joiners=True,
)
SYSTEMS = (JAPANESE, CHINESE, KOREAN, THAI, LATIN, CYRILLIC, ARABIC, DEVANAGARI)
UNSPACED = "".join(each.letters for each in SYSTEMS if not each.has_spaces)
"""Letters of the scripts without spaces between words, for a character class."""


@cache
def of_language(tag: str) -> WritingSystem:
    """The writing system of a tag, `zh-Hans` or `pt_BR`; a generic one with spaces if unknown."""
    script = _script(tag)
    known = next((system for system in SYSTEMS if script in system.codes), None)
    if known:
        return known
    direction = "rtl" if script in RIGHT_TO_LEFT else "ltr"
    return replace(LATIN, name="other", scripts=frozenset(), letters="", direction=direction)


def dir_attribute(language: str, around: str) -> str:
    """The attribute ` dir="rtl"` or ` dir="ltr"` with a leading space; empty if not needed."""
    direction = of_language(language).direction
    return "" if direction == of_language(around).direction else f' dir="{direction}"'


@cache
def is_in(tag: str, language: str) -> bool:
    """Whether a language tag is a language or a variety of it: `en-GB` is in `en`."""
    return _subtags(tag)[0] == language


def _subtags(tag: str) -> list[str]:
    first, *rest = re.split("[-_]", tag)
    return [first.lower(), *rest]


def _script(tag: str) -> str:
    """The ISO 15924 script of a language tag: its subtag, or the likely one in CLDR."""
    language, *rest = _subtags(tag)
    for subtag in rest:
        if len(subtag) == len("Latn") and subtag.isalpha():
            return subtag.title()
    language = get_global("language_aliases").get(language, language)
    places = [f"{language}_{subtag.upper()}" for subtag in rest]
    likely = (LIKELY_SCRIPTS.get(each) for each in (*places, language))
    return next((found.split("_")[1] for found in likely if found), "")


@cache
def _word_pattern(system: WritingSystem, words: tuple[str, ...], ending: str) -> re.Pattern[str]:
    before = rf"(?<![{system.before_word}])" if system.before_word else ""
    after = rf"(?![{system.after_word}])" if system.after_word else ""
    flags = re.IGNORECASE if system.has_spaces else re.NOFLAG
    any_word = "|".join(map(re.escape, words)) if words else r"(?!)"
    return re.compile(f"{before}({any_word}){ending}{after}", flags)
