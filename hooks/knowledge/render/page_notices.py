"""The notice above a page that is not translated, or whose translation is out of date.

Answers: which notice, if any, is shown above this page's text?
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.render.page_context import BuiltPage
from knowledge.site.freshness import is_stale


def with_notice(html: str, built: BuiltPage) -> str:
    """Put a notice above a page's HTML if it is a fallback page or an outdated translation."""
    view = built.view
    if view.language != view.build_language:
        name = view.languages.name_in(view.language, view.build_language)
        text = view.data.interface.text("page-stands-in", view.build_language, name=name)
        # As a str: Markup would escape the tags that later steps add.
        return str(view.html("page-notice", "stand_in", view=view, text=text, html=Markup(html)))
    if built.source is not built.original and is_stale(built.original, built.source):
        default = view.languages.default
        name = view.languages.name_in(default, view.build_language)
        notice = view.html(
            "page-notice", "translation_behind", view=view, default=default, name=name
        )
        return str(notice) + html
    return html
