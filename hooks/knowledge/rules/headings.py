"""Check the headings of a page.

Answers: does a heading skip a level, and does a page have two titles? Ids of headings are checked
in ids.py.
"""

from itertools import pairwise

from knowledge.markdown.blocks import Heading
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, FaultsAbout, source_rule
from knowledge.site.counterparts import in_other_languages
from knowledge.site.site import Site


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
