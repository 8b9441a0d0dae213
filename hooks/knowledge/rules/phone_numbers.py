"""Check that telephone numbers are written in the data only, so that one edit corrects every page.

Answers: does a page contain a full telephone number? Short numbers such as 123 are allowed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from urllib.parse import unquote

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, Data
from knowledge.data.numbering import fault_of_number
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import Key
from knowledge.markdown.sentences import metadata_and_headings, passages, sentences
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.digit_normalization import with_ascii_digits
from knowledge.site.hosts import TARGET
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.phone_numbers import (
    LENGTHS,
    TEXT_SEPARATOR,
    FoundNumber,
    digits,
    known_numbers,
    long_codes,
    whole_numbers,
)
from knowledge.site.site import Site

CALL_SCHEMES = ("tel", "sms", "callto", "facetime", "whatsapp")
"""URL schemes that call or message a number."""
ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
"""An attribute list: its id is seen in the address of the section only."""
BRACKETS = str.maketrans("()", "--")
SHOWN_FILES = ("drawings.yml", "glossary.yml", "interface.yml")
"""Data files whose texts readers see, and that have no long codes."""
FIGURES = 3
"""Minimum number of cells with only digits in a row of statistics, which may have long figures."""
CODE_REMEDY = "Write an amount with commas: 98,000. Leave out what is none"
DIALLED = r"(?<![A-Za-z0-9_&/#*])[#*][0-9]{3,5}(?![A-Za-z0-9_#*-])"
"""A short number that begins with the sign of a key, for a regex."""
CALLED = r"(?<![\d.,])[1-9][0-9]{2,4}(?![\d.,]?\d|[ ]?[%円万億年月日時分人件回秒])"
"""A number of three to five digits that is no amount, for a regex. With a 0 it begins another."""
SHORT_REMEDY = "Write the number of a contact, or none"
SHORT_NUMBER = re.compile(r"[#*]?[0-9]{3,}")
"""A number of three or more digits; for texts without amounts, years and articles of laws."""


@site_rule("LK017", "number-in-text")
def numbers_in_text(site: Site) -> PlacedFaults:
    """A full telephone number in a page or the data, or a link that calls one."""
    yield from _in_configuration(site)
    names = site.data_files.keys() & site.data.trees.keys()
    if FILES["contact"] in names:  # without it, no number is known
        yield from _in_data(site)
        yield from _short_numbers(site)
    for source in site.every_source():
        yield from placed(source.path, _in_page(source, site))
        yield from placed(source.path, _in_changes(source, site))
        yield from placed(source.path, _codes(source, site))
        yield from placed(source.path, _calling_links(source, site.data))


def _in_data(site: Site) -> PlacedFaults:
    """Full numbers in data files that are not the number of a contact."""
    known = known_numbers(site.data)
    for name, found in site.data.trees.items():
        texts = [
            (scalar.line, scalar.text)
            for key, scalar in yaml_tree.fields(found)
            if key != "number" and "://" not in scalar.text
        ]
        for line, number in _in_texts(texts):
            if digits(number) not in known:
                fact = f"the number '{number}' is none of a contact's"
                remedy = f"Add it under 'numbers' of its contact in {DATA}/contacts.yml"
                yield f"{DATA}/{name}", line, fact, remedy
        shown = texts if name in SHOWN_FILES else []
        for line, code in _in_texts(shown, long_codes):
            yield f"{DATA}/{name}", line, f"the code '{code}' stands in the text", CODE_REMEDY


def _in_configuration(site: Site) -> PlacedFaults:
    """Full numbers in the names, descriptions and labels of mkdocs.yml."""
    texts = [(scalar.line, scalar.text) for scalar in shown_texts(site.configuration)]
    for line, number in _in_texts(texts):
        fact = f"the number '{number}' stands in a name or a label of the site"
        yield CONFIGURATION, line, fact, "Link to its contact on a page instead"


def _short_numbers(site: Site) -> PlacedFaults:
    """Numbers in drawings, the interface and help lines that no contact has, short ones too."""
    known = known_numbers(site.data)
    shown = [
        (name, scalar.line, scalar.text)
        for name in ("drawings.yml", "interface.yml")
        for key, scalar in yaml_tree.fields(site.data.trees.get(name))
        if key in site.languages.codes
    ]
    shown += [("site.yml", each.line, each.words) for each in site.data.settings.help_lines]
    for name, line, text in shown:
        found = () if whole_numbers(text) else SHORT_NUMBER.findall(with_ascii_digits(text))
        for number in dict.fromkeys(found):
            if digits(number) not in known:
                fact = f"the number '{number}' is none of a contact's"
                yield f"{DATA}/{name}", line, fact, SHORT_REMEDY


def _in_texts(
    texts: Sequence[tuple[int, str]], find: Callable[[str], list[FoundNumber]] = whole_numbers
) -> Iterator[tuple[int, str]]:
    """The full numbers in separate texts, none of which spans two texts: 1-based line, number."""
    joined = f"{TEXT_SEPARATOR}\n".join(" ".join(text.split()) for _, text in texts)
    for found in find(joined):
        yield texts[found.line][0], found.text


def _in_page(source: Source, site: Site) -> Faults:
    """Full numbers on a page; on a page for contributors, code and tables may show examples."""
    if site.languages.is_for_readers(source.path) and not source.excess:
        start = source.front_matter_end + 1
        lists = [
            (start + source.body.count("\n", 0, each.start()), each[0])
            for each in ATTRIBUTES.finditer(source.body)
        ]
        body = ATTRIBUTES.sub("", TARGET.sub("](", source.body)).replace(TEXT_SEPARATOR, " ")
        found = [(start + number.line, number.text) for number in whole_numbers(body)]
        found += _in_texts(lists)
    else:
        shown = sentences(source, site.tag_of(source))
        found = list(_in_texts([(each.line, each.text) for each in shown]))
    found += _in_texts([(each.line, each.text) for each in metadata_and_headings(source)])
    yield from _called_numbers(source, site)
    for line, number in dict.fromkeys(found):
        is_short = len(digits(number)) < LENGTHS["0"].start and number.startswith("0")
        fault = fault_of_number(number.translate(BRACKETS)) if is_short else ""
        fact = f"the number '{number}' stands in the text"
        if fault:
            fact = f"a number stands in the text, and {fault}"
        yield line, fact, _remedy(number, site.data)


def _called_numbers(source: Source, site: Site) -> Faults:
    """Short numbers such as #123 or "call 123" that no contact has."""
    known = known_numbers(site.data)
    languages = site.languages.prose(site.language_of(source))
    words = [each.words for each in site.data.prose.calling if each.language in languages]
    shown = (*sentences(source, site.tag_of(source)), *metadata_and_headings(source))
    texts = [(each.line, each.text) for each in shown]
    for line, number in _in_texts(texts, _called_by(tuple(words))) if known else ():
        if digits(number) not in known:
            yield line, f"the number '{number}' is none of a contact's", SHORT_REMEDY


@cache
def _called_by(words: tuple[str, ...]) -> Callable[[str], list[FoundNumber]]:
    """Return a function that finds short numbers: behind # or *, or beside one of the words."""
    word = "|".join(map(re.escape, words)) or "(?!)"
    called = re.compile(
        rf"{DIALLED}|\b(?:{word})[^\w\f]{{0,3}}({CALLED})|({CALLED})[^\W\d_]{{1,2}}(?:{word})",
        re.IGNORECASE,
    )

    def find(text: str) -> list[FoundNumber]:
        plain = with_ascii_digits(text)
        return [
            FoundNumber(plain.count("\n", 0, found.start()), found[1] or found[2] or found[0])
            for found in called.finditer(plain)
        ]

    return find


def _in_changes(source: Source, site: Site) -> Faults:
    """Full numbers in the sentences of `changes:`, which cannot have links."""
    texts = [
        (scalar.line, scalar.text)
        for key, scalar in yaml_tree.fields(source.value(Key.CHANGES))
        if key in site.languages.codes
    ]
    for line, number in _in_texts(texts):
        fact = f"the number '{number}' stands in a sentence about a change"
        yield line, fact, "Leave it out: pages show the number of the contact"


def _codes(source: Source, site: Site) -> Faults:
    """Account numbers and wallet addresses in the visible text of a page."""
    texts = [(each.line, each.text) for each in metadata_and_headings(source)]
    for block in passages(source, site.tag_of(source)):
        figures = sum(each.text.replace(" ", "").isdecimal() for each in block.sentences)
        if figures < FIGURES:
            texts += [(each.line, each.text) for each in block.sentences]
    changes = yaml_tree.fields(source.value(Key.CHANGES))
    texts += [(each.line, each.text) for key, each in changes if key in site.languages.codes]
    for line, code in dict.fromkeys(_in_texts(texts, long_codes)):
        if whole_numbers(code):
            continue  # a telephone number, which `_in_page` reports
        yield line, f"the code '{code}' stands in the text", CODE_REMEDY


def _calling_links(source: Source, data: Data) -> Faults:
    """Links that call a number."""
    for link in source.links:
        scheme, colon, number = unquote(link.target).partition(":")
        if colon and scheme.strip().lower() in CALL_SCHEMES:
            yield link.line, f"the link '{link.target}' calls by itself", _remedy(number, data)


def _remedy(number: str, data: Data) -> str:
    for contact in data.contacts.values():
        if any(digits(known.text) == digits(number) for known in contact.numbers):
            return f"Write '[{contact.id}](contact:{contact.id})' with the words the reader sees"
    return f"Add it to {DATA}/contacts.yml and link to it: '[...](contact:...)'"
