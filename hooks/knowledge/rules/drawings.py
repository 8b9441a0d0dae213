"""Check that a drawing in docs/_data holds only shapes and places for words, in their order.

Answers: what in the SVG of a drawing must not become part of a page, and do its words stand in the
order of drawings.yml, in which they are read out? data/svg.py lists what an SVG may hold.
"""

from __future__ import annotations

from knowledge.data.drawings import FILE, FOLDER
from knowledge.data.svg import read_shapes
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site

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
    """A word of a drawing that stands at another place in its SVG than in drawings.yml."""
    for drawing in site.data.drawings.values():
        name = f"{FOLDER}{drawing.id}.svg"
        placed = read_shapes(site.data_files[name]).words if name in site.data_files else {}
        listed = list(dict.fromkeys(each.key for each in drawing.words if each.key in placed))
        drawn = [key for key in placed if key in listed]
        for key, other in zip(drawn, listed, strict=True):
            if key != other:
                fact = f"'{key}' stands where '{other}' comes in drawings.yml"
                remedy = "Use the same order in both: the words are read out in it"
                yield f"{DATA}/{name}", placed[key], fact, remedy
                break
