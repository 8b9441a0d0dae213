"""Redirects from old URLs and anchors: meta-refresh pages, and extra ids in the new page.

Answers: what is published at the old URL of a renamed page, and how does an old anchor still reach
its heading? Works over file:// and without JavaScript; only a renamed anchor of a renamed page
needs the script.
"""

import json
import posixpath
from collections.abc import Iterator

from markupsafe import escape

from knowledge.markdown.source import Source
from knowledge.publish.publish_context import PublishContext
from knowledge.site.redirects import aliases_of, all_aliases

SCRIPT = "assets/javascripts/moved.js"


def moved_pages(context: PublishContext, language: str) -> Iterator[tuple[str, str]]:
    """The redirect pages of a language: URL from the site's root, and HTML."""
    site = context.site
    targets: dict[str, str] = {}
    anchors: dict[str, dict[str, str]] = {}
    for page_path, alias in all_aliases(site):
        if not alias.page_path:
            continue
        url = site.languages.page_url(page_path, language)
        old_url = site.languages.page_url(alias.page_path, language)
        anchor = f"#{alias.new_anchor}" if alias.new_anchor else ""
        there = posixpath.relpath(url, posixpath.dirname(old_url) or ".") + anchor
        if alias.anchor:
            anchors.setdefault(old_url, {})[alias.anchor] = there
        else:
            targets[old_url] = there
    for old_url, there in targets.items():
        folder = posixpath.dirname(old_url) or "."
        text = site.data.interface.text
        yield (
            old_url,
            context.components.page(
                "redirect-page",
                language=site.languages.tag(language),
                title=text("moved-title", language),
                link=text("moved-link", language),
                url=there,
                canonical=context.site_url + posixpath.normpath(posixpath.join(folder, there)),
                script=posixpath.relpath(SCRIPT, folder),
                anchors=json.dumps(anchors.get(old_url, {})),
            ),
        )


def with_old_anchors(html: str, original: Source) -> str:
    """Add each old anchor of a page, by the aliases of its original, inside its renamed heading."""
    for alias in aliases_of(original):
        if not alias.page_path:
            opened = f'id="{escape(alias.new_anchor)}"'
            start = html.find(opened)
            end = html.find(">", start) + 1
            if start >= 0 and end:
                html = f'{html[:end]}<span id="{escape(alias.anchor)}"></span>{html[end:]}'
    return html
