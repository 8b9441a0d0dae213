"""Check the headings of a page, and its ids.

Answers: does a heading skip a level, does a page have two titles, has each heading a stable id, and
is each id unique on its page? Links to ids are checked in links.py.
"""

import re
from itertools import pairwise

from knowledge.markdown.blocks import Heading
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, FaultsAbout, source_rule
from knowledge.site.counterparts import in_other_languages
from knowledge.site.site import Site
from knowledge.site.typed_links import is_reserved_id

PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
UNDERLINE = re.compile(r"=+|-+")
BARE_NUMBER = re.compile(r"#[\d*＃]")
"""A line that begins like a number to type on a telephone."""


@source_rule("SR014", "skipped-level", breaks=Breaks.LINE)
def skipped_levels(source: Source, site: Site) -> Faults | FaultsAbout:
    """A heading more than one level below the heading above it."""
    for above, heading in pairwise(source.headings):
        if heading.level <= above.level + 1:
            continue
        if lost := _lost_between(source, site, above, heading):
            place, name = lost
            fact = f"the heading '#{name}', which {place} has, is gone from above this one"
            remedy = "Bring it back, or take it out of every language"
            yield heading.line, fact, remedy, f"{source.path}#{name}"
        else:
            fact = f"a heading of level {heading.level} follows one of level {above.level}"
            level, place = _level_elsewhere(source, site, above, heading)
            yield heading.line, fact, f"Begin it with '{'#' * level} '{place}"


@source_rule("SR018", "second-title")
def second_titles(source: Source, _: Site) -> Faults:
    """A second heading of level 1."""
    # One that was hardly meant as a heading has no id, which is reported.
    titles = [each for each in source.headings if each.level == 1 and each.id]
    for heading in titles[1:]:
        fact = f"the title of this page stands on line {titles[0].line}, and here is another"
        yield heading.line, fact, "Begin it with '## '"


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


def _level_elsewhere(
    source: Source, site: Site, above: Heading, heading: Heading
) -> tuple[int, str]:
    """The level that a heading should have, and the place in another language that says so."""
    for other in in_other_languages(source, site):
        for each in other.headings:
            if each.id and each.id == heading.id and each.level <= above.level + 1:
                return each.level, f", as {other.path}:{each.line} does"
    return above.level + 1, ""


def _lost_between(
    source: Source, site: Site, above: Heading, heading: Heading
) -> tuple[str, str] | None:
    """A heading that another language has between two adjacent ones here: `path:line` and id."""
    for other in in_other_languages(source, site):
        ids = [each.id for each in other.headings]
        if above.id in ids and heading.id in ids:
            for each in other.headings[ids.index(above.id) + 1 : ids.index(heading.id)]:
                if each.id and each.id not in source.ids and each.level < heading.level:
                    return f"{other.path}:{each.line}", each.id
    return None
