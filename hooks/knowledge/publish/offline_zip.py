"""The offline copy: the whole site as a ZIP file, to be read over file://.

Answers: which files are in the copy, and how do its pages differ from the published ones? Leaves
out files that only a host or an installed app uses, pages for contributors and fallback pages
(copy_links.py). Reproducible: the same files and build date give the same bytes.
"""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from knowledge.data.dates import shown_date
from knowledge.publish.copy_links import replaced_targets, with_links
from knowledge.publish.csp import with_policy
from knowledge.publish.publish_context import PublishContext
from knowledge.publish.urls import SOCIAL_CARDS
from knowledge.publish.web_manifest import APP_ICONS
from knowledge.publish.zip_files import zipped
from knowledge.site.changes import changes_page
from knowledge.site.languages import HOME, language_at
from knowledge.site.published_names import (
    HOST_FILES,
    IMAGES,
    INDEX,
    SEARCH,
    is_book,
    is_for_programs,
)

PAGES = "pages"
"""The folder inside the copy that holds the site."""
PUBLISHED = re.compile(r"<!--published-->(.*?)<!--/published-->", re.DOTALL)
"""Parts of a template that only the published page has, not the one in the copy."""
NOTICE_PLACE = "<!--copy-notice-->"
"""Placeholder in the templates for the notice on the copy's pages."""
SIZE_PLACE = re.compile(r"<!--size:([\w.-]+)-->")
"""Placeholder in the templates for the size of a file at the site's root."""
INDENTATION = re.compile(r"(<script\b[^>]*>.*?</script>)|\n\s+", re.DOTALL)
"""White space between elements, or a script, which is kept because the CSP has its hash."""
PREFORMATTED = "<pre"
"""Start of an element in which white space is significant."""
OPTIONAL_END_TAGS = re.compile("</(?:dd|dt|li|tbody|td|th|thead|tr)>")
"""End tags that HTML does without where the next element of a list or a table, or its end, follows.
Source: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
"""
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def published_page(html: str, sizes: Mapping[str, str]) -> str:
    """The published version of a page as the templates write it: placeholders replaced or removed.

    `sizes` of files at the site's root are formatted for readers: `1.2 MB`.
    """
    html = PUBLISHED.sub(r"\1", html).replace(NOTICE_PLACE, "")
    return SIZE_PLACE.sub(lambda place: sizes.get(place[1], ""), html)


def page_in_copy(path: str, html: str, context: PublishContext) -> str:
    """The version of a page in the copy, with a notice: date of the copy, link to the live page."""
    html = PUBLISHED.sub("", html).replace("<body ", "<body data-copy ", 1)
    if PREFORMATTED not in html:
        html = INDENTATION.sub(lambda found: found[1] or "\n", OPTIONAL_END_TAGS.sub("", html))
    address = CANONICAL.search(html)
    if NOTICE_PLACE not in html or not address:
        return html
    text = context.site.data.interface.text
    code = language_at(path, context.folders)
    language = context.site.languages[code]
    day = shown_date(context.site.today.isoformat(), language, context.site.data.interface)
    notice = context.components.html(
        "page-notice",
        "offline_copy",
        text=text("copy-notice", code, date=day),
        links=[(Markup(address[1]), text("copy-newest", code)), *_changes(code, day, context)],
    )
    return html.replace(NOTICE_PLACE, notice)


def _changes(code: str, day: str, context: PublishContext) -> Iterator[tuple[str, str]]:
    """The link to the live page of what changed since the copy was made, if there is one."""
    if (page_path := changes_page(context.site)) != HOME:
        url = context.site_url + context.site.languages.page_url(page_path, code)
        yield (
            f"{url}#since-{context.site.today.isoformat()}",
            context.site.data.interface.text("copy-changes", code, date=day),
        )


def build_zip(
    files: Mapping[str, bytes], pages: Mapping[str, bytes], context: PublishContext
) -> bytes:
    """The bytes of the ZIP file, which unpacks into one folder.

    `pages` are those among the files, as the templates write them, with their policy inserted.
    """
    folder = f"offline-{context.site.today.isoformat()}"  # not the host, which may name the subject
    entries = ((f"{folder}/{path}", content) for path, content in _entries(files, pages, context))
    return zipped(entries, context.site.today)


def _entries(
    files: Mapping[str, bytes], pages: Mapping[str, bytes], context: PublishContext
) -> Iterator[tuple[str, bytes]]:
    """The files of the copy, sorted by path: path inside the copy's folder, and content."""
    names = {f"{context.name(language)}.html": language for language in context.folders}
    kept = context.kept_sheets()
    sheets = {each.path: each.content for each in kept.values()}
    places = replaced_targets(context)
    kept_files = (path for path in files if path not in places and not _is_left_out(path))
    paths = {f"{PAGES}/{path}": path for path in (*kept_files, *sheets, *context.search)}
    for place in sorted([*names, *paths]):
        if place in names:
            language = names[place]
            yield place, _start(language, context).encode()
        else:
            path = paths[place]
            is_page = path in pages
            if is_page:
                html = context.page(path, pages[path].decode(), kept)
                html = with_links(path, page_in_copy(path, html, context), places, context)
                yield place, html.encode()
            else:
                yield place, sheets.get(path) or context.search.get(path) or files[path]


def _start(language: str, context: PublishContext) -> str:
    """The HTML of a language's start file, which redirects to its home page."""
    text = context.site.data.interface.text
    page = context.components.page(
        "offline-start",
        language=context.site.languages.tag(language),
        title=text("copy-open", language, name=context.name(language)),
        text=text("copy-unpack", language),
        url=f"{PAGES}/{context.folders[language]}index.html",
    )
    return with_policy(page)


def _is_left_out(path: str) -> bool:
    """Whether only hosts, apps, programs or fetch() use a file; fetch() fails over file://."""
    name = path.rpartition("/")[2]
    is_for_hosts = name in HOST_FILES or is_book(path) or path.startswith(SOCIAL_CARDS)
    is_icon = path.startswith(IMAGES) and name in APP_ICONS
    is_fetched = path.startswith(INDEX) or (path.startswith(SEARCH) and path.endswith(".json"))
    return is_for_hosts or is_icon or is_fetched or is_for_programs(path)
