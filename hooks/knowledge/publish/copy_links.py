"""Links of the offline copy to pages that it leaves out.

Answers: which pages are not in the copy, and where do links to them lead instead? Pages for
contributors stay on the published site. A fallback page, shown where a translation is missing, is
in the copy once: in its own language.
"""

import posixpath
import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from knowledge.publish.dead_links import resolved
from knowledge.publish.publish_context import PublishContext
from knowledge.site.languages import HOME, language_at, source_in

LINK = re.compile(r'(<a\s(?:[^<>]*?\s)?href=")([^"]*)(")')


def replaced_targets(context: PublishContext) -> dict[str, str]:
    """Map each page that is not in the copy to the target that replaces it in links.

    Without a URL of the site, pages for contributors are in the copy.

    Returns:
        By path of a page from the site's root: the path of the page that stands in, or a URL.
    """
    site, found = context.site, {}
    for code in context.folders:
        for page_path in site.originals():
            path, source = site.languages.page_url(page_path, code), site.shown(page_path, code)
            if source and context.site_url and not site.languages.is_for_readers(source.path):
                found[path] = context.site_url + path
            elif source and source.path != source_in(code, page_path) and page_path != HOME:
                found[path] = site.languages.page_url(page_path, site.language_of(source))
    return found


def with_links(path: str, html: str, places: Mapping[str, str], context: PublishContext) -> str:
    """Replace the targets of a page's links to pages that are not in the copy.

    A link that would then lead to the page itself leads to the home page of its language. `places`
    has, by path of a page that is left out, the path or URL that takes its place.
    """

    def changed(link: re.Match[str]) -> str:
        target, anchor = resolved(posixpath.dirname(path), link[2], context.root)
        place = "" if link[2].startswith("#") else places.get(target, "")
        if not place:
            return link[0]
        if place == path:
            language = language_at(target, context.folders)
            place, anchor = f"{context.folders[language]}index.html", ""
        if ":" not in place:
            place = quote(posixpath.relpath(place, posixpath.dirname(path)))
        return f"{link[1]}{escape(place)}{'#' if anchor else ''}{escape(anchor)}{link[3]}"

    return LINK.sub(changed, html)
