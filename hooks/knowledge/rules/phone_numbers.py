"""Check that telephone numbers are written in the data only, so that one edit corrects every page.

Answers: does a page contain a full telephone number? Short numbers such as 123 are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, Data
from knowledge.data.yaml_files import DATA
from knowledge.markdown.sentences import metadata_and_headings, passages
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, PlacedFaults, matching_texts, placed, site_rule
from knowledge.site.hosts import TARGET
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.phone_numbers import digits, known_numbers, whole_numbers, with_ascii_digits
from knowledge.site.site import Site

LENGTHS = range(9, 12)
"""Digits of a telephone number in Japan, without or with its 0."""
CALL_SCHEMES = ("tel", "sms", "callto", "facetime", "whatsapp")
"""URL schemes that call or message a number."""
LISTED = re.compile(r"(?:^[ >]*(?:[-*+]|\d+\.)?[ ]*\d{1,4}[ ]*\n){4,}", re.MULTILINE)
"""Lines of a list, or paragraphs' lines, that hold a few digits each and nothing else."""
TABLE = re.compile(r"(?:^[ ]*\|.*\n?)+", re.MULTILINE)
AMOUNT = re.compile(r"\d[,.]\d")
FIGURE = re.compile(r"\|[ ]*(\d{1,4})[ ]*(?=\|)")
SPLIT = re.compile(
    r"(?<![\d-])(0\d{1,3})(?![\d,:%-]|\.\d)[^\d#]{1,90}(?<![\d#-])(\d{2,4}-\d{3,4})(?![\d-])"
)
"""The first group of a number, and soon after it the other two."""
SHORT_NUMBER = re.compile(r"[#*]?[0-9]{3,}")
"""In texts that have no other long numbers, no years and no articles of laws."""


@site_rule("LK017", "number-in-text")
def numbers_in_text(site: Site) -> PlacedFaults:
    """A full telephone number in a page or the data, or a link that calls one."""
    yield from _in_configuration(site)
    if FILES["contact"] in site.data.trees:  # without it, no number is known
        yield from _in_data(site)
        yield from _short_numbers(site)
    for source in site.every_source():
        in_texts = list(_in_texts(source, site))
        yield from placed(source.path, in_texts)
        yield from placed(source.path, _calling_links(source, site.data))
        if site.languages.is_for_readers(source.path) and not source.excess:
            lines = {line for line, _, _ in in_texts}
            yield from placed(source.path, _outside_of_texts(source, site.data, lines))


def _in_data(site: Site) -> PlacedFaults:
    """Full numbers in data files that are not the number of a contact."""
    known = known_numbers(site.data)
    for name, found in site.data.trees.items():
        texts = [
            (scalar.line, scalar.text)
            for key, scalar in yaml_tree.fields(found)
            if key != "number" and "://" not in scalar.text
        ]
        for line, text in matching_texts(texts, whole_numbers):
            for number in whole_numbers(text):
                if digits(number) not in known:
                    fact = f"the number '{number}' is none of a contact's"
                    remedy = f"Add it under 'numbers' of its contact in {DATA}/contacts.yml"
                    yield f"{DATA}/{name}", line, fact, remedy


def _in_configuration(site: Site) -> PlacedFaults:
    """Full numbers in the names, descriptions and labels of mkdocs.yml."""
    texts = [(scalar.line, scalar.text) for scalar in shown_texts(site.configuration)]
    for line, text in matching_texts(texts, whole_numbers):
        for number in whole_numbers(text):
            fact = f"the number '{number}' stands in a name or a label of the site"
            yield CONFIGURATION, line, fact, "Link to its contact on a page instead"


def _short_numbers(site: Site) -> PlacedFaults:
    """Numbers in drawings and help lines that are none of a contact's, short ones included."""
    known, drawings = known_numbers(site.data), site.data.trees.get("drawings.yml")
    shown = [
        ("drawings.yml", scalar.line, scalar.text)
        for key, scalar in yaml_tree.fields(drawings)
        if key in site.languages.codes
    ]
    shown += [("site.yml", each.line, each.words) for each in site.data.help_lines]
    for name, line, text in shown:
        found = () if whole_numbers(text) else SHORT_NUMBER.findall(with_ascii_digits(text))
        for number in dict.fromkeys(found):
            if digits(number) not in known:
                fact = f"the number '{number}' is none of a contact's"
                yield f"{DATA}/{name}", line, fact, "Write the number of a contact, or none"


def _in_texts(source: Source, site: Site) -> Faults:
    """Full numbers in the text, a link, a heading or the front matter."""
    found = (s for p in passages(source, site.tag_of(source)) for s in p.sentences)
    places = {
        "a link, a heading or the front matter": list(_other_texts(source)),
        "the text": [(sentence.line, sentence.text) for sentence in found],
    }
    for place, texts in places.items():
        for line, text in matching_texts(texts, whole_numbers):
            for number in whole_numbers(text):
                fact = f"the number '{number}' stands in {place}"
                yield line, fact, _remedy(number, site.data)


def _calling_links(source: Source, data: Data) -> Faults:
    """Links that call a number that is too short to be reported as a full one."""
    for line, target, number in _calls(source):
        if not whole_numbers(number):
            yield line, f"the link '{target}' calls by itself", _remedy(number, data)


def _outside_of_texts(source: Source, data: Data, reported: set[int]) -> Faults:
    """Full numbers in the code, tables and HTML of a page.

    Args:
        source: the page.
        data: its contacts, for the remedy.
        reported: 1-based lines to skip, because another fault is reported there.
    """
    body = TARGET.sub("](", source.body)
    lines = list(enumerate(body.split("\n"), start=source.front_matter_end + 1))
    for place, line in matching_texts(lines, whole_numbers):
        for found in whole_numbers(line) if place not in reported else ():
            fact = f"the number '{found}' stands in code, a table or HTML"
            yield place, fact, _remedy(found, data)
    for offset, number in _in_pieces(source.body):
        place = source.front_matter_end + 1 + source.body.count("\n", 0, offset)
        fact = f"the number '{number}' stands here, a few digits in each place"
        yield place, fact, _remedy(number, data)


def _in_pieces(body: str) -> Iterator[tuple[int, str]]:
    """Full numbers whose digits stand on several lines, in cells or paragraphs: offset, number."""
    for listed in LISTED.finditer(f"{body}\n"):
        yield from _if_full(listed.start(), digits(re.sub(r"\d+\.", "", listed[0])))
    for table in TABLE.finditer(body):
        number = "".join(FIGURE.findall(table[0]))
        is_told = number.startswith("0") and not AMOUNT.search(table[0])
        yield from _if_full(table.start(), number if is_told else "")
    for split in SPLIT.finditer(body):
        yield from _if_full(split.start(), digits(split[1] + split[2]))


def _if_full(offset: int, number: str) -> Iterator[tuple[int, str]]:
    if len(number) in LENGTHS:
        yield offset, number


def _other_texts(source: Source) -> Iterator[tuple[int, str]]:
    """Texts outside of the passages that can contain a number: 1-based line and text."""
    yield from ((sentence.line, sentence.text) for sentence in metadata_and_headings(source))
    for element in source.elements:
        values = (value for name, value in element.attributes if name in ("title", "alt"))
        yield from ((element.line, value) for value in values)
    yield from ((line, number) for line, _, number in _calls(source))


def _calls(source: Source) -> Iterator[tuple[int, str, str]]:
    """Links that call a number: 1-based line, target and number."""
    for link in source.links:
        scheme, colon, number = unquote(link.target).partition(":")
        if colon and scheme.strip().lower() in CALL_SCHEMES:
            yield link.line, link.target, number


def _remedy(number: str, data: Data) -> str:
    for contact in data.contacts.values():
        if any(digits(known.text) == digits(number) for known in contact.numbers):
            return f"Write '[{contact.id}](contact:{contact.id})' with the words the reader sees"
    return f"Add it to {DATA}/contacts.yml and link to it: '[...](contact:...)'"
