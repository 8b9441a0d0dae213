"""drawings.yml and drawings/<id>.svg: drawings, each drawn once for all languages.

Answers: does every entry have its SVG file, does every word of it have a text, and is no text too
long for its place? What the SVG may hold is declared in svg.py and reported by rules/drawings.py.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from knowledge import yaml_tree
from knowledge.data.field_types import COUNT, ID, Id
from knowledge.data.reader import (
    DUPLICATE,
    MISSING,
    UNKNOWN,
    WRONG_TYPE,
    Entries,
    Field,
    Reader,
    read_list,
)
from knowledge.data.svg import WIDTH, Shapes, read_shapes
from knowledge.data.svg_places import Place, contains_horizontally, goes_through, overlap
from knowledge.data.texts import TEXTS, ShownText, Texts
from knowledge.data.yaml_files import DATA
from knowledge.suggestion import did_you_mean

FOLDER = "drawings/"
"""The folder of the SVG files, inside the one of the data."""
NO_SHAPES = Shapes()
FILE = re.compile(rf"{FOLDER}(.+)\.svg")
MIN_WIDTH_SHARE = 0.85
"""Share of the estimated width that a text takes at least, to report only certain overlaps."""


@dataclass(frozen=True, slots=True)
class DrawnWord:
    """A word of a drawing; the `text` elements of the SVG name it by its key."""

    key: Annotated[str, Field(ID, "The data-word of a <text> in the SVG.")]
    room: Annotated[
        int,
        Field(COUNT, "Characters that fit; a wide one, as in Japanese, counts two.", name="max"),
    ]
    text: Annotated[Texts, Field(TEXTS, "What stands there: one line.")]


def width_of(text: str) -> int:
    """The width of a text in characters; a wide one counts two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _check_length(word: yaml_tree.Mapping, reader: Reader) -> None:
    """Report the texts of a word that are longer than its place."""
    most = yaml_tree.text_of(word, "max")
    for pair in yaml_tree.pairs_of(word, "text") if most.isdecimal() else ():
        found = yaml_tree.text_of(pair.value)
        if (width := width_of(found)) > int(most):
            fact = f"'{found}' is {width} wide, {most} is the most that fits"
            remedy = "Write it shorter; a wide character counts two"
            reader.report(pair.line, WRONG_TYPE, fact, remedy)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing."""

    id: Id
    words: Annotated[
        tuple[DrawnWord, ...], Field(Entries(DrawnWord, _check_length), "Its words, line by line.")
    ] = ()
    text: Annotated[
        Texts | None, Field(TEXTS, "All that it says, in sentences; each line is a paragraph.")
    ] = None
    shapes: Shapes = NO_SHAPES
    line: int = 0
    """1-based line of the entry in drawings.yml."""

    def word(self, key: str, order: Sequence[str]) -> ShownText:
        """A word in the first language of an order that has it; empty if there is none."""
        found = (word.text.shown(order) for word in self.words if word.key == key)
        return next(found, ShownText("", order[0]))


def read_drawings(
    tree: yaml_tree.Tree,
    reader: Reader,
    ids: frozenset[str] | None,
    files: Mapping[str, bytes],
) -> dict[str, Drawing]:
    """Read the drawings by id; those without an SVG file are reported and left out.

    `ids` are all in drawings.yml, those of invalid entries too; None if it cannot be read.
    """
    drawings: dict[str, Drawing] = {}
    for entry in read_list(Drawing, tree, reader):
        path = f"{FOLDER}{entry.id}.svg"
        if path not in files:
            fact = f"the drawing '{entry.id}' has no file '{DATA}/{path}'"
            reader.report(entry.line, MISSING, fact, "Add the file, or take the entry out")
            continue
        shapes = read_shapes(files[path])
        drawings[entry.id] = replace(entry, shapes=shapes)
        if not shapes.faults:
            own = replace(reader, path=f"{DATA}/{path}")
            _compare_words(entry, shapes, reader, own)
            _report_unreadable(entry, shapes, own)
    for name in sorted(files) if ids is not None else ():
        match = FILE.fullmatch(name)
        if name.startswith(FOLDER) and (match is None or match[1] not in (ids or ())):
            own = replace(reader, path=f"{DATA}/{name}")
            remedy = f"Add an entry with this id to {reader.path}, or delete the file"
            own.report(0, UNKNOWN, "this is no drawing of an entry", remedy)
    return drawings


def _compare_words(entry: Drawing, shapes: Shapes, reader: Reader, own: Reader) -> None:
    """Report words that only the SVG or only the entry has, and words that stand twice.

    `reader` reports findings in drawings.yml, `own` those in the SVG file.
    """
    keys = [word.key for word in entry.words]
    for key, line in shapes.words.items():
        if key not in keys:
            remedy = did_you_mean(key, keys, f"Add '- key: {key}' there")
            own.report(line, MISSING, f"{reader.path} has no word '{key}' for this drawing", remedy)
    for key in dict.fromkeys(keys):
        if key not in shapes.words:
            remedy = did_you_mean(key, shapes.words, "Take it out, or name it in the SVG")
            reader.report(entry.line, UNKNOWN, f"'{entry.id}' shows no word '{key}'", remedy)
        if keys.count(key) > 1:
            fact = f"the word '{key}' of '{entry.id}' stands twice"
            reader.report(entry.line, DUPLICATE, fact, "Keep one of them")


def _report_unreadable(entry: Drawing, shapes: Shapes, own: Reader) -> None:
    """Report words that the SVG file cuts off or covers; checks the longest text of each."""
    texts = {word.key: [text for _, text in word.text.texts] for word in entry.words}
    for place in shapes.places:
        longest = max(texts.get(place.key, ()), key=width_of, default="")
        if longest and (fact := _why_unreadable(place, longest, shapes)):
            own.report(place.line, WRONG_TYPE, f"{fact}: '{longest}'", "Move the word or the shape")


def _why_unreadable(place: Place, text: str, shapes: Shapes) -> str:
    """Why a word cannot be read, as the fact of a finding; empty if it can."""
    box = place.box(width_of(text) * MIN_WIDTH_SHARE)
    if box[0] < 0 or box[2] > WIDTH:
        return "this word leaves the drawing"
    if any(goes_through(line, box) for line in shapes.lines):
        return "a line goes through this word"
    on = [each for each in shapes.dark if overlap(each, box)]
    if place.is_on and not any(contains_horizontally(each, box) for each in on):
        return "this word leaves its dark shape"
    return "a dark shape covers this word" if on and not place.is_on else ""
