"""The notice above a page that is not translated, or whose translation is out of date.

Answers: which notice, if any, is shown above this page's text?
"""

from __future__ import annotations

from babel import Locale
from markupsafe import Markup

from knowledge.markdown.source import Source
from knowledge.render.page_context import View
from knowledge.site.freshness import is_stale


def with_notice(html: str, source: Source, original: Source, view: View) -> str:
    """Put a notice above a page's HTML if it is a fallback page or an outdated translation.

    Args:
        html: of the page.
        source: the page is rendered from it.
        original: the default language's source of the same page.
        view: the page.
    """
    name = Locale.parse(view.languages.default).get_display_name(view.tree_language) or ""
    if view.language != view.tree_language:
        text = view.data.interface.text("page-stands-in", view.tree_language, name=name)
        return view.html("page-notice", "stand_in", view=view, text=text, html=Markup(html))
    if source is not original and is_stale(original, source):
        default = view.languages.default
        notice = view.html(
            "page-notice", "translation_behind", view=view, default=default, name=name
        )
        return str(notice) + html
    return html
