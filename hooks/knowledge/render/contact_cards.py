"""How a contact looks on a page: a card, or a link inside a sentence.

Answers: what does a reader need to see before calling? All of it comes from contacts.yml and
interface.yml.
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.data.contacts import Contact, Number
from knowledge.render.page_context import View
from knowledge.site.review_dates import hours_hold_until, is_old_contact
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id

CARD = Markup(
    '<div class="contact-card" data-contact="{id}"{anchor} role="group" aria-label="{name}">'
    '<p class="contact-card__name">{name}</p>{numbers}{now}'
    '<dl class="contact-card__facts">{facts}</dl>{page}'
    '<p class="contact-card__read">{read}{old}</p></div>'
)
# Filled in by opening_hours.js, from the reader's clock; the hours stand below in any case.
NOW = Markup(
    '<p class="contact-card__now" data-open="{hours}" data-until="{until}"'
    ' data-open-text="{open}" data-closed-text="{closed}" hidden></p>'
)
OLD = Markup(' <strong class="contact-card__old">{text}</strong>')
FACT = Markup("<div><dt>{label}</dt><dd>{text}</dd></div>")
NUMBER = Markup('<p class="contact-card__number">{number}{note}</p>')
NOTE = Markup(' <span class="contact-card__note">{note}</span>')
CALL = Markup('<a class="contact-number" href="tel:{dialled}">{text}</a>')
TYPED = Markup('<strong class="contact-number">{number}</strong>{how}')
PAGE = Markup(
    '<p class="contact-card__page"><a href="{url}" rel="noreferrer"'
    ' aria-label="{label} ({name})">{label}</a></p>'
)
LINK = Markup('<a class="contact-link" href="{url}">{text}</a>')


def card(contact: Contact, view: View, *, has_anchor: bool) -> Markup:
    """A contact with all that is known of it.

    Args:
        contact: whose card.
        view: the page.
        has_anchor: whether links lead to this card; on a page only the first one may.
    """
    facts = (
        ("contact-purpose", contact.purpose),
        ("contact-hours", contact.hours),
        ("contact-languages", contact.languages),
        ("contact-cost", contact.cost),
        ("contact-limits", contact.limits),
    )
    return CARD.format(
        id=contact.id,
        anchor=Markup(' id="{}"').format(contact_id(contact.id)) if has_anchor else "",
        name=contact.name.in_language(view.language),
        numbers=Markup("").join(_number(number, view) for number in contact.numbers),
        facts=Markup("").join(
            FACT.format(label=view.text(key), text=words.in_language(view.language))
            for key, words in facts
            if words is not None
        ),
        page=_page(contact, view) if contact.page else "",
        now=_now(contact, view),
        read=view.text("contact-as-of", date=view.date(contact.as_of)),
        old=OLD.format(text=view.text("contact-old"))
        if contact.numbers and is_old_contact(contact, view.today)
        else "",
    )


def link(contact: Contact, text: Markup, view: View) -> Markup:
    """A contact inside a sentence: a call where a tap can dial it, else a link to its card."""
    number = contact.numbers[0] if contact.numbers else None
    if number and not number.is_typed:
        return CALL.format(dialled=number.text, text=text)
    return LINK.format(url=view.link_to(CONTACTS_PAGE, contact_id(contact.id)), text=text)


def _page(contact: Contact, view: View) -> Markup:
    name = contact.name.in_language(view.language)
    return PAGE.format(url=contact.page, label=view.text("contact-page"), name=name)


def _now(contact: Contact, view: View) -> Markup:
    """Where "open now" is said: nowhere when the text that gives the hours is too old."""
    until = hours_hold_until(contact)
    if until is None or until < view.today:
        return Markup("")
    hours = ", ".join(
        f"{opening.days} {opening.start}-{opening.end}" + (" holidays" * opening.on_holidays)
        for opening in contact.opening
    )
    return NOW.format(
        hours=hours,
        until=until.isoformat(),
        open=view.text("contact-open-now"),
        closed=view.text("contact-closed-now"),
    )


def _number(number: Number, view: View) -> Markup:
    note = NOTE.format(note=number.note.in_language(view.language)) if number.note else ""
    if number.is_typed:
        how = NOTE.format(note=view.text("contact-dial-typed", number=number.text))
        return NUMBER.format(number=TYPED.format(number=number.text, how=how), note=note)
    return NUMBER.format(number=CALL.format(dialled=number.text, text=number.text), note=note)
