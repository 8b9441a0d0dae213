"""Check the ids of headings and passages.

Answers: has each heading a stable id, and is each id unique on its page? Links to ids
are checked in links.py.
"""

import re

from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site
from knowledge.site.typed_links import is_reserved_id

PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
UNDERLINE = re.compile(r"=+|-+")
BARE_NUMBER = re.compile(r"#[\d*＃]")
"""A line that begins like a number to type on a telephone."""


@source_rule("LK010", "automatic-id")
def automatic_ids(source: Source, _: Site) -> Faults:
    """A heading without an id, which would get a generated one (`_1`), or with an unstable id."""
    for heading in source.headings:
        if heading.id is None:
            fact = f"the heading '{heading.text}' has no id of its own"
            remedy = "Add one in ASCII, the same in every language: '{#short-name}'"
            line, below = heading.line, source.line(heading.line + 1).strip()
            if UNDERLINE.fullmatch(below) and not source.line(line).lstrip().startswith("#"):
                line += 1
                fact = f"'{below}' makes a heading of the line above it"
                remedy = "Put an empty line above it, or take it out"
            elif BARE_NUMBER.match(source.line(line).lstrip()):
                fact = "the '#' at the beginning of this line makes a heading of it"
                remedy = "Write '\\#', or another word first; a heading has a space behind it"
            yield line, fact, remedy
        elif not PLAIN_ID.fullmatch(heading.id):
            remedy = "Use lower-case ASCII letters, digits and hyphens: '{#short-name}'"
            yield heading.line, f"the id '{heading.id}' is not one that stays", remedy


@source_rule("LK011", "duplicate-id")
def duplicate_ids(source: Source, site: Site) -> Faults:
    """An id that is on a page twice, or that the build generates too."""
    first_lines: dict[str, int] = {}
    headings = {heading.line: heading.text for heading in source.headings}
    for anchor in source.anchors:
        if is_reserved_id(anchor.id, site.data):
            yield anchor.line, f"the build itself gives the id '{anchor.id}'", "Use another one"
        elif anchor.id in first_lines:
            first, remedy = first_lines[anchor.id], "Give one of them another id"
            fact = f"the id '{anchor.id}' stands on line {first} already"
            if anchor.line in headings and headings[anchor.line] == headings.get(first):
                fact = f"this heading stands on line {first} already, with the same id"
                remedy = (
                    "Delete one of them; if both are meant, give one another id and other words"
                )
            yield anchor.line, fact, remedy
        first_lines.setdefault(anchor.id, anchor.line)
