"""The HTML of a drawing: its SVG with the words of the page's language, a caption, its long text.

Answers: what does `[what one sees](drawing:id)` become on this page, and what of it can be
searched? Its look is in overrides/components/drawing.html and drawing.css.
"""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from knowledge.data.drawings import Drawing
from knowledge.render.language_spans import with_languages
from knowledge.render.page_context import View
from knowledge.site.typed_links import DRAWING_PREFIX, with_drawings


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
    """Replace the marked links in a page's HTML by the words of their drawings, for the search."""

    def words(found: str, name: str) -> str:
        drawing = view.data.drawings[found]
        shown = [word.text.in_language(view.language) for word in drawing.words]
        return f"<p>{name} {escape(' '.join((*shown, *_lines(drawing, view))))}</p>"

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
