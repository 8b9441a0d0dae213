"""The HTML of a contact's card, shown as code that other sites can copy.

Answers: what does `list: reuse` append to a page? The card of the contact that the search offers,
without classes or scripts, with its date, its licence and a link back.
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.render.page_context import BuiltPage
from knowledge.site.licence import licence_of
from knowledge.site.mkdocs_yml import NAME
from knowledge.site.site_names import setting
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id

CARD_CODE_PLACE = '<div class="card-code"></div>'
"""Placeholder for the code."""


def with_card_code(html: str, built: BuiltPage) -> str:
    """Fill in the code; nothing on a site without a contact that the search offers."""
    if CARD_CODE_PLACE not in html:
        return html
    site, view = built.site, built.view
    contact = site.data.contacts.get(site.data.search.contact)
    if contact is None:
        return html.replace(CARD_CODE_PLACE, "")
    url = site.languages.page_url(CONTACTS_PAGE, view.tree_language)
    card = view.html(
        "contact-card",
        "plain_card",
        contact=contact,
        view=view,
        url=f"{built.site_url}{url}#{contact_id(contact.id)}",
        name=setting(site, NAME, view.language, url).text,
        licence=licence_of(site.configuration),
        date=view.date(view.today.isoformat()),
    )
    # As a text and not as Markup: its tags are shown.
    code = view.html("contact-card", "code", text=str(card).strip("\n"))
    return html.replace(CARD_CODE_PLACE, Markup(code))
