"""Find telephone numbers in a text, however they are written.

Answers: which complete numbers does a text contain, and which does the data have? Short numbers
such as 123 are ignored. Everything that represents a digit is replaced by a digit first. Then the
digits after each 0, + or word for 0 are counted, with any characters between them up to a maximum
gap; without such a beginning, only digits that stand close together are a number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, Data
from knowledge.site.digit_normalization import with_ascii_digits, with_read_digits

LENGTHS = {"0": range(10, 12), "+": range(9, 15), "word": range(9, 13)}
"""Digits of a number, by how it begins; in words, "twenty" may be one digit or two."""
MIN_NONZERO = 2
"""Minimum number of digits other than 0; a placeholder such as 000-0000-0000 has fewer."""
MIN_GROUP = 3
"""Minimum length of a later group of digits that shows that the number has continued."""
GAP = 40
"""Maximum of characters between two groups of digits of one number."""
SPELLED_GAP = 14
"""The same, for a number whose digits are written one by one."""
WIDE_GAP = 90
"""The same, before a group that looks like the end of a number: 1234-5678."""
TEXT_SEPARATOR = "\f"
"""Separator between two texts, which no number spans."""
MAX_LENGTH = 600
"""Maximum number of characters to search for the end of a number."""
DIGIT_WORDS = (
    "oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred zero nought naught aught".split()
)
TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
"""Words before a digit that is said several times."""
SPOKEN = "|".join((*DIGIT_WORDS, *TIMES))
GROUP = re.compile(rf"[0-9]+|\b(?:{SPOKEN})(?:e?s)?\b", re.IGNORECASE)
START = re.compile(
    r"(?=[+0anoz])(?:\+(?=\W{0,2}[1-9])"
    r"|(?<![0-9])(?<![0-9][.,:/-])0(?:[0-9]+|(?![.,][0-9]))(?![0-9]|[ ]?[%円年月日時分人件回])"
    r"|\b(?:zero|oh|nought|naught|aught)\b)",
    re.IGNORECASE,
)
"""The first digits of a number or its +. Amounts, dates and times do not begin with 0 like this."""
QUANTITY = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+[.:][0-9]+|[0-9]+[ ]?(?:%|yen|[円万年月日条人件回時分])"
    r"|(?:19|20)[0-9]{2}(?![0-9-])|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])"
)
"""An amount, a time or a date."""
SEPARATORS = tuple(".,:")
OTHER_PREFIX = re.compile(r"[^+#][+#]$")
"""A `+` or `#` at the end: another number begins there."""
PLACEHOLDER = re.compile("00+")
"""Zeros of a placeholder to fill in, if words follow."""
WORD = re.compile(r"[^\W\d_]")
NEXT_CELL = re.compile(r"[ ]*\|[ ]*[0-9]")
BETWEEN_ABROAD = re.compile(r"[^\w\n+=]{0,3}")
"""What may separate the groups of a number with a country code."""
END = re.compile(r"[0-9]{2,4}-[0-9]{3,4}(?![0-9-])")
PREFIX = re.compile("0[1-9][0-9]{0,2}")
"""The first group of a Japanese number: 03, 090."""
ENUMERATED = re.compile(r"[^\W\d_]|、|, ")
"""What separates prefixes in an enumeration: `03、06`."""
CODE = re.compile(
    r"(?<![A-Za-z0-9:.,/=_-])(?:"
    r"[0-9]{5,}(?![0-9A-Za-z_-]|[.,][0-9]|[ ]?(?:yen|[%円万億年月日条人件回時分号]))"
    r"|[0-9]{4,}の[0-9]{4,}(?![0-9A-Za-z_-])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?=[番号])|0\.[0-9]{6,}"
    r"|(?=(?:[A-Za-z]*[0-9]){4})(?=[0-9]*[A-Za-z])[A-Za-z0-9]{14,}(?![A-Za-z0-9_-]|[.:/]\w))"
)
"""An account number or a wallet address; an amount has commas or a unit."""
CALL_FORWARDING = re.compile(r"(?<![\w*#])[*#][0-9]{2,3}[*#][0-9*#]{2,}(?!\w)")
"""A code that forwards calls: *21*123#."""
UNIT = r"[ ]?(?:%|yen|[円万億年月日条人件回時分号])"
OTHER = r"A-Za-z0-9*#=_"
"""Signs beside which digits are part of a name, a URL or a code, for a character class."""
RUN = re.compile(
    rf"(?<![{OTHER}.,:/+-])[0-9]+(?:(?:[ ]?(?:[^\w\s.,、・|×]|_)[ ]?| )[0-9]+)*"
    rf"(?![{OTHER}-]|[.,][0-9]|{UNIT})"
)
"""Groups of digits with one space or sign between them, but none that separates the figures of a
version, a list, a table or a size: . , 、 ・ | ×"""
DATE_OR_TIME = re.compile(
    r"(?<![0-9])(?:[12][0-9]{3}([-/])[01]?[0-9]\1[0-3]?[0-9]|[0-3]?[0-9]([-/])[01]?[0-9]\2"
    r"(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}|[0-2]?[0-9]:[0-5][0-9])(?![0-9])"
)
"""What a run may have in it besides a number: dates, years and times."""
THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
MIN_RUN, MIN_PLAIN = 8, 9
"""Minimum of digits in a run that is a number: in one with groups (a postal code has seven), and in
one without groups or in groups of three, which may be an amount or a date."""
VANITY = re.compile(
    r"(?=[0-9])(?<![\w-])(?:[0-9]{1,4}-){1,2}(?:[A-Z]{4,9}|[A-Z]{2,9}(?:-[A-Z]{2,9})+)(?![\w-])"
)
"""A number whose last digits are the letters on the keys of a telephone."""
SEPARATOR = r"[^\w\n、]|[_の]"
LIKE_ZERO = (
    "OoQ\u00d8\u00f8\u0398\u03b8\u2205\u25a1\u25cb\u25ef\u039f\u03bf\u041e\u043e\u30ed\u53e3\u56d7"
)
LIKE_ONE = "Il\u0406\u0399"
LOOK_ALIKE = str.maketrans(dict.fromkeys(LIKE_ZERO, "0") | dict.fromkeys(LIKE_ONE, "1"))
"""Letters and symbols that look like 0 and 1."""
WITH_LETTERS = re.compile(
    rf"(?<![A-Za-z0-9])[0{LIKE_ZERO}](?:(?:{SEPARATOR})?[0-9{LIKE_ZERO}{LIKE_ONE}]){{9,10}}"
    r"(?![A-Za-z0-9])"
)
"""A number in which look-alikes replace 0 or 1."""
MIN_REAL_DIGITS = 3
"""Minimum number of real digits in a number with look-alikes."""
BOOK = re.compile(
    r"\b(?:ISSN[ :|]*|ISBN(?:-1[03])?:? ?|(?=(?:97[89]-)?(?:[0-9]+-){3}[0-9X](?![\w-])))"
    r"([0-9]+(?:-[0-9]+)*-?[0-9X])(?![\d-])",
    re.ASCII,
)
"""What may be an ISBN or ISSN: its name stands before it, or its groups end in a check digit."""
BOOK_DIGITS = (8, 10)
"""Digits of an ISSN, and of an ISBN up to 2006."""
HEXADECIMAL = re.compile(r"\b0x[0-9a-f]{4,8}\b", re.IGNORECASE)
"""The code of an error; a number would have more digits."""
HYPHENS = re.compile(r"(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)")
LIST_MARKS = re.compile(
    r"^[ >]*(?:[1-9][0-9]?[.)]|[-*+]|\[\^[\w-]+\]:|\|[ :|-]*\|)(?= |$)", re.MULTILINE
)
"""A list marker, and the delimiter row of a table."""


class FoundNumber(NamedTuple):
    """A telephone number in a text."""

    line: int
    """0-based."""
    text: str


def whole_numbers(text: str) -> list[FoundNumber]:
    """The complete telephone numbers in a text, its digits normalized to ASCII."""
    plain = _plain(text)
    found = [*_counted(plain)]
    found += (
        match.span() for match in chain(CALL_FORWARDING.finditer(plain), VANITY.finditer(plain))
    )
    found += _not_overlapping(found, filter(_is_number, RUN.finditer(plain)))
    return _found_numbers(plain, found)


def long_codes(text: str) -> list[FoundNumber]:
    """The account numbers and wallet addresses in a text."""
    plain = _plain(text)
    return _found_numbers(plain, [match.span() for match in CODE.finditer(plain)])


def _found_numbers(text: str, found: list[tuple[int, int]]) -> list[FoundNumber]:
    return [
        FoundNumber(text.count("\n", 0, start), " ".join(text[start:end].split()))
        for start, end in sorted(found)
    ]


def _not_overlapping(
    found: list[tuple[int, int]], matches: Iterable[re.Match[str]]
) -> list[tuple[int, int]]:
    """Start and end of the matches that do not overlap with `found`."""
    return [
        match.span()
        for match in matches
        if not any(start < match.end() and match.start() < end for start, end in found)
    ]


def _is_number(run: re.Match[str]) -> bool:
    """Whether a run has enough digits for a number, its dates and times left out."""
    is_plain = run[0].isdecimal() or THOUSANDS.fullmatch(run[0])
    return len(digits(DATE_OR_TIME.sub("", run[0]))) >= (MIN_PLAIN if is_plain else MIN_RUN)


def _counted(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of numbers that begin with 0 or +."""
    end = 0
    for start in START.finditer(text):
        if start.start() >= end and (found := _end_of_number(text, start)):
            end = found
            yield start.start(), end


def _end_of_number(text: str, start: re.Match[str]) -> int:
    """Where a number that starts here ends; 0 if too few or too many digits follow."""
    kind = start[0][0] if start[0][0] in LENGTHS else "word"
    end = start.end() if kind == "+" else start.start()
    groups: list[str] = []
    widest, times, count = 0, 1, 0
    for group in GROUP.finditer(text, start.start(), start.start() + MAX_LENGTH):
        between, word = text[end : group.start()], group[0].lower()
        if _is_end(text, group, between, kind, groups):
            break
        end = group.end()
        if word in TIMES:
            times = TIMES[word]
            continue
        widest = max(widest, len(between) if groups else 0)
        groups.append(word)
        count += (len(word) if word.isdecimal() else 1) * times
        times = 1
        is_row = "|" in between and NEXT_CELL.match(text, end)
        if count in LENGTHS[kind] and not is_row and _is_plausible(groups, widest):
            return end
    return 0


def _is_end(text: str, group: re.Match[str], between: str, kind: str, begun: Sequence[str]) -> bool:
    """Whether a number that has begun ends before this group of digits."""
    is_last = END.match(text, group.start()) is not None
    if TEXT_SEPARATOR in between or (kind == "+" and not BETWEEN_ABROAD.fullmatch(between)):
        return True
    if PLACEHOLDER.fullmatch("".join(begun)) and WORD.search(between):
        return True
    goes_on = len(begun) > 1 and len(begun[-1]) >= MIN_GROUP
    is_prefix = not goes_on and PREFIX.fullmatch(group[0]) and ENUMERATED.search(between)
    is_other = OTHER_PREFIX.search(between) or is_prefix
    if is_other or len(between) > (WIDE_GAP if is_last else GAP):
        return True
    may_be_quantity = bool(begun) and not (is_last or between in SEPARATORS)
    return may_be_quantity and QUANTITY.match(text, group.start()) is not None


def _is_plausible(groups: list[str], widest: int) -> bool:
    """Whether the groups can be a number: no placeholder, no lone 0 before scattered digits."""
    if sum(sign != "0" for group in groups for sign in group) < MIN_NONZERO:
        return False
    longest = max(map(len, groups))
    is_spelled = longest == 1 and widest <= SPELLED_GAP
    return groups[0] != "0" or is_spelled or longest > 2  # noqa: PLR2004


def _plain(text: str) -> str:
    """Normalize digits and hyphens; remove ISBNs, codes and list markers, but no line ends."""
    plain = with_ascii_digits(text)
    plain = BOOK.sub(_without_book, HEXADECIMAL.sub("", HYPHENS.sub("-", plain)))
    plain = WITH_LETTERS.sub(_as_digits, with_read_digits(plain))
    return LIST_MARKS.sub("", plain)


def _as_digits(match: re.Match[str]) -> str:
    """Replace look-alikes in a match, if it has enough real digits to be a number."""
    is_number = len(re.findall("[0-9]", match[0])) >= MIN_REAL_DIGITS
    return match[0].translate(LOOK_ALIKE) if is_number else match[0]


def _without_book(match: re.Match[str]) -> str:
    """Replace an ISBN or ISSN with nothing if its check digit is right."""
    values = [10 if sign == "X" else int(sign) for sign in match[1].replace("-", "")]
    weights: Sequence[int]
    if len(values) in BOOK_DIGITS:
        weights, divisor = range(len(values), 0, -1), 11
    elif match[1].startswith(("978", "979")) and len(values) == 13:  # noqa: PLR2004
        weights, divisor = (1, 3) * 6 + (1,), 10
    else:
        return match[0]
    is_book = sum(v * weight for v, weight in zip(values, weights, strict=True)) % divisor == 0
    return "" if is_book else match[0]


def digits(number: str) -> str:
    """The digits of a number, without separators."""
    return re.sub(r"\D", "", number)


@lru_cache(maxsize=1)
def known_numbers(data: Data) -> frozenset[str]:
    """The digits of every telephone number in the data, also of an entry that could not be read."""
    written = yaml_tree.fields(data.trees.get(FILES["contact"]))
    return frozenset(
        (
            *(digits(text.text) for key, text in written if key == "number"),
            *(digits(n.text) for each in data.contacts.values() for n in each.numbers),
        )
    )
