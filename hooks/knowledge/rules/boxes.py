"""Check that the boxes and signs of a page are visible and not misleading.

Answers: is a warning, an answer, a card or a list of steps collapsed at first, is there more than
one answer, and is the sign for what must not be done on a contact?
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from knowledge.markdown.sentences import (
    FOLDED_CLASS,
    folded_headings,
    folds,
    unseen_lines,
    without_code,
)
from knowledge.markdown.source import Element, Heading, Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.phone_numbers import digits, known_numbers
from knowledge.site.site import Site
from knowledge.site.typed_links import cards

ALWAYS_VISIBLE = frozenset({"answer", "triage--first", "warning"})
"""Classes of what readers must see without opening anything."""
READING = re.compile(r"<rt\b[^>]*>(.*?)(?:</rt>|</ruby>|<rb|<rt|$)")
NESTED = re.compile(r"<rt\b[^>]*>(?:(?!</rt>|</ruby>).)*<ruby|<ruby\b[^>]*>(?:(?!</ruby>).)*<ruby")
MAX_READING_LENGTH = 24
"""Maximum length of a reading in characters, enough for a long word in Latin letters."""
FORM_ROW = re.compile(r"\|(?:[^|\\]|\\.)*\|[ |]*")
"""A row of a table with nothing behind its first cell."""
STEP = re.compile(r"1\. ")
"""The first of a list of steps."""
FORBIDDEN = re.compile(r"(\*\*.+?\*\*|\[[^\]]*\]\([^)]*\))\{[^{}]*\.dont\b[^{}]*\}")
"""Words with the sign for what must not be done."""
LINK_TARGET = re.compile(r"\]\(([^)]*)\)")
SHORT_NUMBER = re.compile(r"\d{3,}", re.ASCII)


@source_rule("PR009", "folded-warning", sources=prose_pages)
def folded_warnings(source: Source, _: Site) -> Faults:
    """A warning, an answer, a card, what opens a page or its steps that are folded at first."""
    unseen = unseen_lines(source)
    yield from _closed_links(source, unseen)
    hidden = unseen | _lines_below(source, folded_headings(source))
    for element in source.elements:
        for name in sorted(ALWAYS_VISIBLE.intersection(classes_of(element))):
            if element.line in hidden:
                fact = f"this '{name}' is closed until readers open it"
                yield element.line, fact, "Move it to where it is seen without a tap"
    for heading, line in _closed_sections(source, unseen):
        fact = f"all that stands below '{heading}' is closed until readers open it"
        yield line, fact, "Leave the answer of the section outside of 'details'"
    for line in _filled_forms(source):
        fact = "on paper nothing but this form is left, and it has text beside what is filled in"
        yield line, fact, "Leave its right column empty, or take the 'printout' away"
    for line in _small_texts(source):
        fact = "the small letters above words hold more than their reading"
        yield line, fact, "Write it as text: 'rt' is for the sound of a word"
    top = [h.line for h in source.headings if h.level == 1 and folds(h)]
    below_top = {h.line for h in source.headings if top and h.level > 1 and h.line > top[0]}
    for line in sorted((_lines_below(source, below_top) | unseen) & _first_steps(source)):
        fact = "these steps are closed until readers open them"
        remedy = f"Take '.{FOLDED_CLASS}' from the title of the page, or the 'details' away"
        yield line, fact, remedy


def _closed_links(source: Source, unseen: frozenset[int]) -> Faults:
    """The cards that are not seen, and the first such link above the first section."""
    for card in cards(source):
        if card.line in unseen:
            fact = "this contact is closed until readers open it"
            yield card.line, fact, "Take the 'details' around its card away"
    title = source.headings[:1]
    opening = _lines_below(source, {heading.line for heading in title})
    links = {link.line for link in source.links}
    for line in sorted(unseen & opening & links)[:1]:
        fact = "a link above the first section is closed until readers open it"
        yield line, fact, "Leave it open, or put it below a heading"


def _closed_sections(source: Source, unseen: frozenset[int]) -> Iterator[tuple[str, int]]:
    """The sections of which nothing is seen at first: heading, and 1-based line of their text."""
    for heading, lines in _lines_of_sections(source):
        text = [line for line in lines[1:] if source.line(line).strip()]
        if heading.level > 1 and text and unseen.issuperset(text):
            yield heading.text, text[0]


def _filled_forms(source: Source) -> Iterator[int]:
    """The 1-based lines of forms to print that are more than a table to fill in."""
    lines = source.body.split("\n")
    for element in source.elements:
        if "printout" in classes_of(element):
            below = lines[element.line - max(source.front_matter_end, 0) :]
            inside = takewhile(lambda line: "</div" not in line, below)
            rows = [line.strip() for line in inside if line.strip()]
            if not all(map(FORM_ROW.fullmatch, rows[2:])):  # below the head of the table
                yield element.line


def _small_texts(source: Source) -> Iterator[int]:
    """The 1-based lines with nested ruby, or with ruby text that is too long for a reading."""
    for number, line in enumerate(source.body.split("\n"), start=source.front_matter_end + 1):
        if "<rt" in line:
            shown = without_code(line)
            is_nested = len(NESTED.findall(shown)) > 0
            if is_nested or any(len(each) > MAX_READING_LENGTH for each in READING.findall(shown)):
                yield number


@source_rule("PR010", "forbidden-contact", sources=prose_pages)
def forbidden_contacts(source: Source, site: Site) -> Faults:
    """The sign for what must not be done on a link or on the number of a contact."""
    known = known_numbers(site.data)
    for number, words in marked_as_forbidden(source):
        found = LINK_TARGET.findall(words)
        found += [each for each in SHORT_NUMBER.findall(words) if digits(each) in known]
        for each in found[:1]:
            fact = f"the sign for what must not be done stands on '{each}'"
            yield number, fact, "Mark the words alone, and write whom to call in another line"


def marked_as_forbidden(source: Source) -> Iterator[tuple[int, str]]:
    """The words with the sign for what must not be done: 1-based line, and Markdown."""
    if any("dont" in classes_of(element) for element in source.elements):
        for number, line in enumerate(source.body.split("\n"), start=source.front_matter_end + 1):
            for match in FORBIDDEN.finditer(without_code(line)):
                yield number, match[1]


@source_rule("PR011", "second-answer", sources=prose_pages)
def second_answers(source: Source, _: Site) -> Faults:
    """A second box with the answer of the page, which readers would take for the first."""
    boxes = [each.line for each in source.elements if "answer" in classes_of(each)]
    for line in boxes[1:]:
        fact = f"this box is an answer, as the one of line {boxes[0]} is"
        yield line, fact, "Keep one for the page, and write the other as text"


def classes_of(element: Element) -> Iterator[str]:
    """The classes of an element or of an attribute list."""
    return (each for name, value in element.attributes if name == "class" for each in value.split())


def marked_paragraphs(
    source: Source, site: Site, classes: frozenset[str]
) -> Iterator[tuple[int, str, str, str]]:
    """The paragraphs with one of the classes: 1-based line, class, language tag, and lines.

    Their attribute lists, which stand below the text, are left out.
    """
    marks = {
        each.line: (name, dict(each.attributes).get("lang", "") or site.tag_of(source))
        for each in source.elements
        for name in classes_of(each)
        if name in classes
    }
    for text in source.texts if marks else ():
        lines = [(line, content) for line, content in text.lines if line not in marks]
        mark = next((marks[line] for line, _ in text.lines if line in marks), None)
        if lines and mark:
            yield lines[0][0], *mark, "\n".join(content for _, content in lines)


def _lines_below(source: Source, headings: frozenset[int] | set[int]) -> frozenset[int]:
    """The 1-based lines of text below the headings on some lines, each up to the next heading."""
    return frozenset(
        line
        for heading, lines in _lines_of_sections(source)
        if heading.line in headings
        for line in lines
    )


def _lines_of_sections(source: Source) -> Iterator[tuple[Heading, range]]:
    """Each heading, and the 1-based lines from its own up to the next heading."""
    ends = [heading.line for heading in source.headings[1:]]
    ends.append(source.front_matter_end + source.body.count("\n") + 2)
    for heading, end in zip(source.headings, ends, strict=False):
        yield heading, range(heading.line, end)


def _first_steps(source: Source) -> frozenset[int]:
    """The 1-based lines on which a list of steps begins."""
    return frozenset(
        number
        for text in source.texts
        for number, _ in text.lines[:1]
        if STEP.match(source.line(number))
    )
