"""The HTML of a drawing: its SVG with the words of the page's language, a caption, its long text.

Answers: what does `[what one sees](drawing:id)` become on this page, and what of it can be
searched? Its look is in overrides/components/drawing.html and drawing.css.
"""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

from knowledge.data.drawings import Drawing
from knowledge.render.language_spans import with_languages
from knowledge.render.page_context import View
from knowledge.site.typed_links import DRAWING_PREFIX, with_drawings

WORD = re.compile(r"\w+")


def drawn(html: str, view: View) -> str:
    """Replace the marked links in a page's HTML by their drawings."""
    count = 0

    def figure(found: str, name: str) -> str:
        nonlocal count
        count += 1
        drawing = view.data.drawings[found]
        return view.html(
            "drawing",
            "figure",
            anchor=f"{DRAWING_PREFIX}{count}",
            name=Markup(name),
            view_box=drawing.shapes.view_box,
            shapes=_shapes(drawing, view),
            paragraphs=[Markup(_marked(line, view)) for line in _lines(drawing, view)],
            view=view,
        )

    return with_drawings(html, figure)


def in_words(html: str, view: View) -> str:
    """Replace the marked links in a page's HTML by what their drawings say, for the search.

    That is its name, and of its words and its long text what the page does not have anyway: a
    drawing repeats what the page says, and the index has to stay small.
    """
    known = set(WORD.findall(html.lower()))

    def words(found: str, name: str) -> str:
        drawing = view.data.drawings[found]
        shown = [word.text.in_language(view.language) for word in drawing.words]
        said = dict.fromkeys(WORD.findall(" ".join((*shown, *_lines(drawing, view)))))
        new = " ".join(word for word in said if word.lower() not in known)
        return f"<p>{name} {escape(new)}</p>"

    return with_drawings(html, words)


def _shapes(drawing: Drawing, view: View) -> Markup:
    """The shapes with their words filled in."""
    # In an SVG the element for a part of a text is `tspan`; a `span` would end the SVG.
    found = (
        html + _marked(drawing.word(key, view.language), view, "tspan")
        for html, key in drawing.shapes.parts
    )
    return Markup("".join(found))


def _lines(drawing: Drawing, view: View) -> list[str]:
    """The paragraphs of the long text."""
    text = drawing.text.in_language(view.language) if drawing.text else ""
    return [line for line in text.split("\n") if line.strip()]


def _marked(text: str, view: View, element: str = "span") -> str:
    """A text as HTML, with the words of other languages marked by an element."""
    html = with_languages(escape(text), view.language, view.languages.codes)
    return html.replace("<span", f"<{element}").replace("</span", f"</{element}")
