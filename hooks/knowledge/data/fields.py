"""Which fields the data files have.

Answers: which fields does an entry of each file take, and what does each hold? That they are there
and of the right kind is schema.py's.
"""

from __future__ import annotations

from knowledge.data.values import Field, Kind

NUMBER_FIELDS = (
    Field("number", Kind.NUMBER),
    Field("dial", Kind.DIAL),
    Field("note", Kind.WORDS, is_required=False),
)
OPEN_FIELDS = (
    Field("days", Kind.DAYS),
    Field("from", Kind.TIME),
    Field("to", Kind.TIME),
    Field("holidays", Kind.HOLIDAYS, is_required=False),
)
ENTRY_FIELDS: dict[str, tuple[Field, ...]] = {
    "contacts.yml": (
        Field("id", Kind.ID),
        Field("name", Kind.WORDS),
        Field("numbers", Kind.NUMBERS, is_required=False),
        Field("hours", Kind.WORDS),
        Field("open", Kind.OPEN, is_required=False),
        Field("cost", Kind.WORDS, is_required=False),
        Field("languages", Kind.WORDS),
        Field("purpose", Kind.WORDS),
        Field("limits", Kind.WORDS, is_required=False),
        Field("page", Kind.ADDRESS, is_required=False),
        Field("as_of", Kind.READ),
        Field("opened", Kind.OPENED),
    ),
    "sources.yml": (
        Field("id", Kind.ID),
        Field("title", Kind.WORDS),
        Field("issuer", Kind.WORDS),
        Field("url", Kind.ADDRESS),
        Field("as_of", Kind.READ),
        Field("opened", Kind.OPENED),
        Field("note", Kind.WORDS, is_required=False),
    ),
    "glossary.yml": (
        Field("id", Kind.ID),
        Field("term", Kind.WORDS),
        Field("reading", Kind.TEXT),
        Field("meaning", Kind.WORDS),
        Field("hard", Kind.YES, is_required=False),
    ),
}
"""The files that are lists of entries. Optional fields may be left out, never be empty."""
SEARCH_FIELDS = (
    Field("contact", Kind.ID, is_required=False),
    Field("subjects", Kind.WORD_LISTS, is_required=False),
    Field("weights", Kind.WEIGHTS, is_required=False),
)
WEIGHT_FIELDS = (
    Field("pages", Kind.ANY_TEXT),
    Field("weight", Kind.WEIGHT),
    Field("reason", Kind.TEXT),
)
ACTION_FIELDS = (
    Field("label", Kind.WORDS),
    Field("page", Kind.TEXT),
)
NAME_FIELDS = (
    Field("title", Kind.WORDS),
    Field("short", Kind.WORDS),
)
SITE_FIELDS = (
    Field("report", Kind.REACHED, is_required=False),
    Field("names", Kind.NAMES, is_required=False),
    Field("card", Kind.WORDS, is_required=False),
    Field("urgent", Kind.ACTIONS, is_required=False),
    Field("actions", Kind.ACTIONS, is_required=False),
    Field("search", Kind.SEARCH, is_required=False),
)
"""What site.yml says of the site as a whole."""
FIELDS = {Kind.SEARCH: SEARCH_FIELDS, Kind.NAMES: NAME_FIELDS}
"""The kinds that have fields of their own."""
ENTRIES = {
    Kind.ACTIONS: ACTION_FIELDS,
    Kind.NUMBERS: NUMBER_FIELDS,
    Kind.OPEN: OPEN_FIELDS,
    Kind.WEIGHTS: WEIGHT_FIELDS,
}
"""The kinds that are a list of entries inside an entry."""
