"""What a page says about itself to readers: that it stands in, or is behind its original.

Answers: which notice stands above this page's text, in the reader's language?
"""

from __future__ import annotations

from babel import Locale
from markupsafe import Markup

from knowledge.markdown.source import Source
from knowledge.render.page_context import View
from knowledge.site.freshness import is_stale


def with_notice(html: str, source: Source, original: Source, view: View) -> str:
    """A page's HTML under the notice that it needs.

    Args:
        html: the page.
        source: what is shown.
        original: the default language's source of the same page.
        view: how it is shown.
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
