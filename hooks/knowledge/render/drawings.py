"""The HTML of a drawing: its SVG with the words of the page's language, a caption, its long text.

Answers: what does `[what one sees](drawing:id)` become on this page, and what of it can be
searched? Its look is in overrides/components/drawing.html and drawing.css.
"""

import re
from html import escape

from markupsafe import Markup

from knowledge.data.drawings import Drawing
from knowledge.data.texts import ShownText
from knowledge.render.language_spans import with_languages
from knowledge.render.page_context import PageContext
from knowledge.site.typed_links import DRAWING_PREFIX, with_drawings

WORD = re.compile(r"\w+")


def with_figures(html: str, context: PageContext) -> str:
    """Replace the marked links in a page's HTML by their drawings."""
    count = 0

    def figure(found: str, name: str) -> str:
        nonlocal count
        count += 1
        drawing = context.data.drawings[found]
        return context.html(
            "drawing",
            "figure",
            anchor=f"{DRAWING_PREFIX}{count}",
            name=Markup(name),
            view_box=drawing.shapes.view_box,
            shapes=_shapes(drawing, context),
            paragraphs=[
                Markup(_marked(line, context, "span")) for line in _lines(drawing, context)
            ],
            context=context,
        )

    return with_drawings(html, figure)


def with_search_text(html: str, context: PageContext) -> str:
    """Replace the marked links in a page's HTML by plain text, for the search index.

    The text is the name of the drawing, then the words of its labels and its long text that the
    page does not contain anyway: the index has to stay small.
    """
    known = set(WORD.findall(html.lower()))

    def words(found: str, name: str) -> str:
        drawing = context.data.drawings[found]
        shown = [word.text.text(context.order) for word in drawing.words]
        said = dict.fromkeys(
            WORD.findall(" ".join((*shown, *(line.text for line in _lines(drawing, context)))))
        )
        new = " ".join(word for word in said if word.lower() not in known)
        return f"<p>{name} {escape(new)}</p>"

    return with_drawings(html, words)


def _shapes(drawing: Drawing, context: PageContext) -> Markup:
    """The shapes with their words filled in."""
    # In an SVG the element for a part of a text is `tspan`; a `span` would end the SVG.
    found = (
        html + _marked(drawing.word(key, context.order), context, "tspan")
        for html, key in drawing.shapes.parts
    )
    return Markup("".join(found))


def _lines(drawing: Drawing, context: PageContext) -> list[ShownText]:
    """The paragraphs of the long text."""
    shown = drawing.text.shown(context.order) if drawing.text else ShownText("", context.language)
    return [ShownText(line, shown.language) for line in shown.text.split("\n") if line.strip()]


def _marked(shown: ShownText, context: PageContext, element: str) -> str:
    """A text as HTML, with the words of other languages marked by an element."""
    attributes = context.languages.attributes(shown.language, context.language)
    words = context.html("drawing", "words", text=shown.text, attributes=attributes)
    html = with_languages(str(words), context.tag, context.languages.tags)
    return html.replace("<span", f"<{element}").replace("</span", f"</{element}")
