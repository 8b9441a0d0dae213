"""Check that the opening hours of a contact are the same for readers and for "open now".

Answers: does the text of the hours name every time at which a contact opens or closes? It is
compared by its figures, in every language, with 12 and with 24 hours; a text without figures says
nothing to compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.contacts import Contact
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site

FIGURE = re.compile(r"\d+")
HALF = re.compile("半|half", re.IGNORECASE)
NOON, HALF_AN_HOUR = 12, 30
ALL_DAY = ("00:00", "24:00")
"""Times that nobody names: open around the clock."""


@site_rule("DA014", "different-hours")
def different_hours(site: Site) -> PlacedFaults:
    """A time under `open` that the text under `hours` does not name."""
    file = FILES["contact"]
    lines = dict(_lines(site.data.trees.get(file)))
    for contact in site.data.contacts.values():
        for language, text in contact.hours.texts:
            missing = [time for time in _times(contact) if not _is_named(time, text)]
            if missing and FIGURE.search(text):
                line = lines.get((contact.id, language), contact.line)
                fact = f"'hours' in '{language}' does not name {' and '.join(missing)} of 'open'"
                remedy = "Write the same hours in both: those of the official page"
                yield f"{DATA}/{file}", line, fact, remedy


def _times(contact: Contact) -> list[str]:
    """The times at which a contact opens or closes, each once: `13:30`."""
    times = (time for each in contact.opening for time in (each.start, each.end))
    return [time for time in dict.fromkeys(times) if time not in ALL_DAY]


def _is_named(time: str, text: str) -> bool:
    """Whether the figures of a text hold a time, such as `13:30`."""
    figures = {int(found) for found in FIGURE.findall(text)}
    hour, minute = map(int, time.split(":"))
    has_hour = hour in figures or (hour > NOON and hour - NOON in figures)
    is_half = minute == HALF_AN_HOUR and HALF.search(text) is not None
    return has_hour and (not minute or minute in figures or is_half)


def _lines(tree: yaml_tree.Tree | None) -> Iterator[tuple[tuple[str, str], int]]:
    """For each contact's id and language: the line of the text of its hours."""
    for item in tree.items if isinstance(tree, yaml_tree.Sequence) else ():
        if not isinstance(item, yaml_tree.Mapping):
            continue
        name, hours = item.get("id"), item.get("hours")
        if isinstance(name, yaml_tree.Scalar) and isinstance(hours, yaml_tree.Mapping):
            yield from (((name.text, pair.key), pair.line) for pair in hours.pairs)
