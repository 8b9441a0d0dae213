"""What a page says about itself to readers: that it stands in, or is behind its original.

Answers: which notice stands above this page's text, in the reader's language?
"""

from __future__ import annotations

from babel import Locale
from markupsafe import Markup

from knowledge.markdown.source import Source
from knowledge.render.page_context import View
from knowledge.site.freshness import is_stale
from knowledge.writing_systems import dir_attribute

NOTICE = Markup('<aside class="page-notice" lang="{language}"><p>{text}</p></aside>\n')
LINK = Markup('{text} <a href="{url}" hreflang="{language}">{link}</a>')
STAND_IN = Markup('<div lang="{language}"{direction}>\n{html}\n</div>')


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
        notice = NOTICE.format(language=view.tree_language, text=text)
        direction = Markup(dir_attribute(view.language, view.tree_language))
        stand_in = STAND_IN.format(language=view.language, direction=direction, html=Markup(html))
        return str(notice + stand_in)
    if source is not original and is_stale(original, source):
        link = LINK.format(
            text=view.text("page-behind", name=name),
            url=view.link_to_language(view.languages.default),
            language=view.languages.default,
            link=view.text("page-behind-link", name=name),
        )
        return str(NOTICE.format(language=view.language, text=link)) + html
    return html
