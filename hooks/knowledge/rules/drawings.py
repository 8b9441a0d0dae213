"""Check that a drawing in docs/_data holds only shapes and places for words, in their order.

Answers: what in the SVG of a drawing must not become part of a page, and do its words stand in the
order of drawings.yml, in which they are read out, and on the drawing where the eye reads them in
that order? data/svg.py lists what an SVG may hold.
"""

from itertools import pairwise

from knowledge.data.drawings import FILE, FOLDER
from knowledge.data.svg import read_shapes
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.site import Site

ROW = 4
"""Maximum distance of the base lines of words in one row, in units of the drawing."""
PLAIN_SHAPES = "Use shapes with the classes of drawing.css, above all words named by 'data-word'"


@site_rule("SF013", "active-picture", stops_build=True)
def active_pictures(site: Site) -> PlacedFaults:
    """A drawing that holds more than shapes and places for words."""
    for name, content in site.data_files.items():
        if FILE.fullmatch(name):
            for line, fact in read_shapes(content).faults:
                yield f"{DATA}/{name}", line, fact, PLAIN_SHAPES


@site_rule("DA015", "moved-word")
def moved_words(site: Site) -> PlacedFaults:
    """A word of a drawing that stands elsewhere than in drawings.yml, or against reading."""
    for drawing in site.data.drawings.values():
        name = f"{FOLDER}{drawing.id}.svg"
        drawn_at = read_shapes(site.data_files[name]).words if name in site.data_files else {}
        listed = list(dict.fromkeys(each.key for each in drawing.words if each.key in drawn_at))
        drawn = [key for key in drawn_at if key in listed]
        for key, other in zip(drawn, listed, strict=True):
            if key != other:
                fact = f"'{key}' stands where '{other}' comes in drawings.yml"
                remedy = "Use the same order in both: the words are read out in it"
                yield f"{DATA}/{name}", drawn_at[key], fact, remedy
                break
        yield from placed(f"{DATA}/{name}", _against_reading(site.data_files.get(name, b"")))


def _against_reading(content: bytes) -> Faults:
    """The words above the one before, unless in a further column, or to its left in a row."""
    places = read_shapes(content).places
    for before, place in pairwise(places):
        is_in_row = abs(place.y - before.y) <= ROW
        is_above = place.y < before.y - ROW and place.x <= before.x
        if is_above or (is_in_row and place.x < before.x):
            fact = f"'{place.key}' is read before '{before.key}', which stands above it in the file"
            yield place.line, fact, "List both in the order in which they are read"
