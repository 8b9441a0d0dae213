"""A page outside the theme: it leads on, or says one thing.

Answers: how does a page look that has to work without any other file? It follows the reader's
light or dark display, and nothing else of the site.
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.writing_systems import dir_attribute

PAGE = Markup(
    """<!doctype html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>{title}</title>{head}
</head>
<body>{body}</body>
</html>
"""
)
FROM_LEFT = "en"
"""HTML runs from left to right where nothing is said, as this language does."""
LEADS_ON = Markup('\n<meta http-equiv="refresh" content="0; url={url}">')


def bare_page(language: str, title: str, body: Markup, head: Markup | None = None) -> str:
    """The HTML of a page.

    Args:
        language: of its words.
        title: as plain text.
        body: what it says.
        head: what stands in its head after the title.
    """
    return str(
        PAGE.format(
            language=language,
            direction=Markup(dir_attribute(language, FROM_LEFT)),
            title=title,
            body=body,
            head=head or Markup(""),
        )
    )


def leads_on(url: str) -> Markup:
    """What a page has in its head that leads to another one, without a script.

    Args:
        url: where to, relative to the page.
    """
    return LEADS_ON.format(url=url)
