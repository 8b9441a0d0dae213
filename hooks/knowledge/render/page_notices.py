"""The notice above a page that is not translated, or whose translation is out of date.

Answers: which notice, if any, is shown above this page's text?
"""

from markupsafe import Markup

from knowledge.render.page_context import BuiltPage
from knowledge.site.freshness import is_stale


def with_notice(html: str, built: BuiltPage) -> str:
    """Put a notice above a page's HTML if it is a fallback page or an outdated translation."""
    context = built.context
    if context.language != context.build_language:
        name = context.languages.name_in(context.language, context.build_language)
        text = context.data.interface.text("page-stands-in", context.build_language, name=name)
        # As a str: Markup would escape the tags that later steps add.
        return str(
            context.html("page-notice", "stand_in", context=context, text=text, html=Markup(html))
        )
    if built.source is not built.original and is_stale(built.original, built.source):
        default = context.languages.default
        name = context.languages.name_in(default, context.build_language)
        notice = context.html(
            "page-notice", "translation_behind", context=context, default=default, name=name
        )
        return str(notice) + html
    return html
