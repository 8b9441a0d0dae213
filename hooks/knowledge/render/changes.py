"""The HTML of what changed: a block at the foot of a page, and the list of the whole site.

Answers: which entries does a page show, and how are those of all pages grouped by day? Inserted
after the page's text has been collected for the search index: old wording is not searchable.
"""

import posixpath
from itertools import groupby

from markupsafe import Markup

from knowledge.markdown.front_matter import DataList, Key
from knowledge.render.page_context import BuiltPage
from knowledge.site.changes import PageChange, all_changes, page_changes

CHANGES_PLACE = '<div class="change-list"></div>'
"""Placeholder for the list of all changes."""
MAX_OPEN_ENTRIES = 3
"""Maximum number of entries of a block that is open at first; a longer one is collapsed."""
Row = tuple[object, str, str, Markup]
"""A change; the URL and title of its page, and the attributes `lang` and `dir` of the title."""


def with_changes(html: str, built: BuiltPage) -> str:
    """Fill in the list of all changes, and append what changed on the page itself."""
    context = built.context
    if built.source.meta(Key.LIST) == DataList.CHANGES:
        days = groupby(
            all_changes(built.site, context.language), key=lambda each: each.change.day.isoformat()
        )
        rows = [(day, [_row(each, built) for each in group]) for day, group in days]
        listed = context.html("page-changes", "list", days=rows, context=context)
        html = html.replace(CHANGES_PLACE, str(listed))
    if changes := page_changes(built.site, built.page_path, context.language):
        # As a str: adding Markup would escape the tags of the page.
        html += str(
            context.html(
                "page-changes", "block", changes=changes, shown=MAX_OPEN_ENTRIES, context=context
            )
        )
    return html


def _row(entry: PageChange, built: BuiltPage) -> Row:
    context, site = built.context, built.site
    shown = site.shown(entry.page_path, context.build_language)
    language = site.language_of(shown) if shown else context.language
    title = shown.meta(Key.TITLE) if shown else entry.page_path
    url = context.languages.page_url(entry.page_path, context.build_language)
    here = posixpath.dirname(context.url) or "."
    attributes = context.languages.attributes(language, context.language)
    return entry.change, posixpath.relpath(url, here), title, attributes
