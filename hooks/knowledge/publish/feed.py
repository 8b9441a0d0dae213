"""The Atom feed of a language: what changed on the pages.

Answers: which changes does a feed reader, or a site that quotes this one, get? Ids are tag URIs of
host, day, language and page, so that correcting the text of an entry does not change its id.

Source: RFC 4287 (Atom), RFC 4151 (tag URIs), RFC 3339 (dates).
"""

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from knowledge.markdown.front_matter import Key
from knowledge.publish.publish_context import PublishContext
from knowledge.site.changes import PageChange, all_changes, changes_page
from knowledge.site.licence import licence_of
from knowledge.site.published_names import FEED
from knowledge.site.site_names import title

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LIMIT = 50
"""Maximum number of entries; the page with the list has all."""
NO_SITE = "http://localhost/"
"""Stands in where mkdocs.yml has no site_url: Atom takes absolute addresses only."""
Element = ElementTree.Element


def feed(context: PublishContext, language: str) -> str:
    """The feed of a language, as XML; empty if there are no changes in it."""
    site = context.site
    changes = all_changes(site, language)[:LIMIT]
    if not changes:
        return ""
    context = replace(context, site_url=context.site_url or NO_SITE)
    name_of_site = title(site, language, context.site_name).text
    own_url = f"{context.site_url}{context.folders[language]}{FEED}"
    listing = context.url(changes_page(site), language)
    root = Element("feed", {"xmlns": ATOM, LANGUAGE: site.languages.tag(language)})
    _add(root, "id", own_url)
    _add(root, "title", site.data.interface.text("feed-title", language, name=name_of_site))
    _add(root, "updated", _moment(changes[0].change.day))
    _add(root, "link", rel="self", type="application/atom+xml", href=own_url)
    _add(root, "link", rel="alternate", type="text/html", href=listing)
    _add(_add(root, "author"), "name", name_of_site)
    if name := licence_of(site.configuration).name:
        _add(root, "rights", name)
    for each in changes:
        _add_entry(root, each, context, language)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_entry(root: Element, found: PageChange, context: PublishContext, language: str) -> None:
    site, change, day = context.site, found.change, found.change.day.isoformat()
    shown = site.shown(found.page_path, language)
    summary = change.texts.shown(site.languages.order(language))
    label = site.data.interface.text(f"changes-{change.kind}", language)
    host = urlsplit(context.site_url).hostname or ""
    page = found.page_path.removesuffix(".md")
    entry = _add(root, "entry")
    _add(entry, "id", f"tag:{host},{day}:{language}/{page}/{change.kind}/{found.number}")
    _add(entry, "title", shown.meta(Key.TITLE) if shown else page)
    _add(entry, "updated", _moment(change.day))
    url = context.url(found.page_path, language)
    _add(entry, "link", rel="alternate", type="text/html", href=url)
    _add(entry, "category", term=change.kind, label=label)
    text = _add(entry, "summary", summary.text)
    if summary.language != language:
        text.set(LANGUAGE, site.languages.tag(summary.language))


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Append an element, and return it."""
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _moment(day: date) -> str:
    """The beginning of a day, in UTC: an entry has a day and no time."""
    return f"{day.isoformat()}T00:00:00Z"
