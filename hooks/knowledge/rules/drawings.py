"""Check that a drawing in docs/_data holds only shapes and places for words.

Answers: what in the SVG of a drawing must not become part of a page? data/svg.py lists what may.
"""

from __future__ import annotations

from knowledge.data.drawings import FILE
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
