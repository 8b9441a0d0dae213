"""The end of the page about reuse: links to the files for programs, and a card as code.

Answers: what does `list: reuse` append to a page? The addresses of the feed, the contacts and the
Markdown copies, and the card of the contact that the search offers, without classes or scripts,
with its date, its licence and a link back.
"""

import posixpath
from collections.abc import Iterator

from knowledge.data.contacts import Contact
from knowledge.render.page_context import BuiltPage
from knowledge.site.licence import licence_of
from knowledge.site.mkdocs_yml import NAME
from knowledge.site.published_names import (
    COPY,
    FEED,
    LLMS,
    SCHEMA,
    contacts_file,
)
from knowledge.site.site_names import setting
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id

REUSE_PLACE = '<div class="reuse"></div>'
"""Placeholder for both."""


def with_reuse(html: str, built: BuiltPage) -> str:
    """Fill in the files and the code; no code on a site without a contact that the search offers.

    The links are absolute: the offline copy has the page and not the files.
    """
    if REUSE_PLACE not in html:
        return html
    parts = [built.context.html("reuse", "files", files=list(_files(built)))]
    if contact := built.site.data.contacts.get(built.site.data.settings.search.contact):
        # As a text and not as Markup: its tags are shown.
        parts.append(built.context.html("reuse", "code", text=_card(contact, built)))
    return html.replace(REUSE_PLACE, "".join(parts))


def _files(built: BuiltPage) -> Iterator[tuple[str, str]]:
    """Names and URLs of the files."""
    context, languages = built.context, built.site.languages
    own_folder = posixpath.dirname(languages.page_url(built.page_path, context.build_language))
    root = built.site_url or posixpath.relpath(".", own_folder or ".") + "/"
    names = (
        posixpath.join(own_folder, FEED),
        *map(contacts_file, ("", *languages.codes, SCHEMA)),
        LLMS,
        languages.page_url(built.page_path, context.build_language).removesuffix(".html") + COPY,
    )
    return ((name, f"{root}{name}") for name in names)


def _card(contact: Contact, built: BuiltPage) -> str:
    context = built.context
    url = built.site.languages.page_url(CONTACTS_PAGE, context.build_language)
    card = context.html(
        "reuse",
        "card",
        contact=contact,
        context=context,
        url=f"{built.site_url}{url}#{contact_id(contact.id)}",
        name=setting(built.site, NAME, context.language, url).text,
        licence=licence_of(built.site.configuration),
        date=context.date(context.today.isoformat()),
    )
    return str(card).strip("\n")
