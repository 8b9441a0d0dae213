"""Check that a figure that is given twice in the data is the same in both places.

Answers: does `hours` of a contact name every time under `open`, in each language and with a 12-hour
or a 24-hour clock, and no other time? Do the words of a drawing have the same figures in each
language, and the texts of a contact the same days of the week? A text without figures is not
compared, and a day of the month, such as the tenth of each, has no place under `open`.
"""

import re
from collections.abc import Iterator

from babel.dates import get_day_names

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.contacts import Contact
from knowledge.data.texts import Texts, texts_of
from knowledge.data.yaml_files import DATA
from knowledge.language_tags import locale_of
from knowledge.rules.figure_parity import are_compared, figures_of_line
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site

FIGURE = re.compile(r"\d+")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".replace(" ", "|")
DATE = re.compile(
    r"\d+\s*[年년](?:\s*\d+\s*[月월])?(?:\s*\d+\s*[日号號일])?|\d+\s*[月월](?:\s*\d+\s*[日号號일])?"
    rf"|\d+\s*[日号號일]|\d*\.?\s*\b(?:{MONTHS})[a-z]*\.?\s*\d*|\b(?:19|20)\d\d\b"
)
"""A day, a month or a year, whose figures are no hours."""
CLOCK_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:：.]\s*(\d\d)|\s*[時时點点시](?:\s*(\d{1,2})\s*[分분]|\s*([半반]))?)?"
)
"""An hour with its minutes, if it has some."""
FULL_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s*[:：]\s*(\d\d)|\s*[時时點点시](?![間间간])(?:\s*(\d{1,2})\s*[分분]|\s*([半반]))?)"
)
"""An hour with a sign that says so, with its minutes."""
DAY_OF_MONTH = re.compile(r"月\s*\d+\s*日|\b\d+(?:st|[nr]d|th)\b")
"""A day of each month: `毎月10日`, `10th`."""
BEFORE_NOON = re.compile(
    r"(?:午前|오전|上午)\s*\d{1,2}|\d{1,2}(?:[:.]\d\d)?\s*a\.?m", re.IGNORECASE
)
AFTER_NOON = re.compile(r"午後|오후|下午|\dp\.?m|\bp\.?m\b", re.IGNORECASE)
MARKED_AFTER_NOON = re.compile(
    r"(?:午後|오후|下午)\s*(?!12)\d{1,2}|(?<!\d)(?!12)\d{1,2}(?:[:.]\d\d)?\s*p\.?m", re.IGNORECASE
)
"""An hour that is marked as p.m.; without 12 p.m., which is noon."""
AT_NOON = re.compile(r"正午|정오|\bnoon\b", re.IGNORECASE)
NUMBER = re.compile(r"#\d+|\d+(?:-\d+)+")
"""A telephone number, which phone_numbers.py compares with the data."""
HALF = re.compile("半|half", re.IGNORECASE)
SAME_HOURS = "Write the same hours in both: those of the official page"
NOON, MIDNIGHT, HALF_AN_HOUR = 12, 24, 30
ALL_DAY = ("00:00", "24:00")
"""Start and end of a whole day; a text need not name midnight."""
WHOLE_DAY = "24"
"""The figure that `hours` names if a contact is open around the clock."""


@site_rule("DA014", "different-figures")
def different_figures(site: Site) -> PlacedFaults:
    """A time under `open` that the hours do not name, or a figure of a drawing in one language."""
    yield from _hours(site)
    yield from _days_of_week(site)
    tree = site.data.trees.get(FILES["drawing"])
    for _, line, translated in yaml_tree.keyed_by(tree, site.languages.codes):
        texts = texts_of(translated)
        for fact in _lone_figures(texts, site) if texts else ():
            yield f"{DATA}/{FILES['drawing']}", line, fact, "Write the same in both"


def _hours(site: Site) -> PlacedFaults:
    file = FILES["contact"]
    lines = dict(_lines_of_hours(site.data.trees.get(file)))
    for contact in site.data.contacts.values():
        for language, text in contact.hours.texts:
            missing = [time for time in _times(contact) if not _is_named(time, text)]
            if missing and FIGURE.search(text):
                line = lines.get((contact.id, language), contact.line)
                fact = f"'hours' in '{language}' does not name {' and '.join(missing)} of 'open'"
                yield f"{DATA}/{file}", line, fact, SAME_HOURS
            elif others := _other_times(contact, text):
                line = lines.get((contact.id, language), contact.line)
                fact = f"'hours' in '{language}' names {' and '.join(others)}, and 'open' does not"
                yield f"{DATA}/{file}", line, fact, SAME_HOURS


def _days_of_week(site: Site) -> PlacedFaults:
    """The days that a text of the contacts names in the default language, and not in another."""
    default = site.languages.default
    for _, line, translated in yaml_tree.keyed_by(
        site.data.trees.get(FILES["contact"]), site.languages.codes
    ):
        texts = dict(found.texts) if (found := texts_of(translated)) else {}
        named = {code: _days_in(text, site.languages.tag(code)) for code, text in texts.items()}
        for code, days in named.items():
            if days and not named.get(default, days) <= days:
                fact = f"'{texts[code]}' names other days of the week than '{texts[default]}'"
                yield f"{DATA}/{FILES['contact']}", line, fact, "Write the same days in both"


def _days_in(text: str, tag: str) -> set[int]:
    """The days of the week that a text names in full, 0 for Monday."""
    locale = locale_of(tag)
    names = get_day_names("wide", "format", locale) if locale else {}
    short = {day: name.lower().replace("曜日", "曜") for day, name in names.items()}
    return {day for day, name in short.items() if name in text.lower()}


def _times(contact: Contact) -> list[str]:
    """The times at which a contact opens or closes, each once: `13:30`; `24` if it never closes."""
    times = [time for each in contact.opening for time in (each.start, each.end)]
    is_whole = any((each.start, each.end) == ALL_DAY for each in contact.opening)
    named = [time for time in dict.fromkeys(times) if time not in ALL_DAY]
    return [*named, WHOLE_DAY] if is_whole else named


def _other_times(contact: Contact, text: str) -> list[str]:
    """The times that a text writes in full and `open` does not have, on a clock of 24 hours."""
    if not contact.opening or DAY_OF_MONTH.search(text):
        return []
    known = {time for each in contact.opening for time in (each.start, each.end)}
    found = (
        f"{int(hour):02}:{HALF_AN_HOUR if half else int(colon or minutes or 0):02}"
        for hour, colon, minutes, half in FULL_TIME.findall(text)
    )
    is_24_hours = not (AFTER_NOON.search(text) or BEFORE_NOON.search(text))
    return [time for time in dict.fromkeys(found) if time not in known] if is_24_hours else []


def _is_named(time: str, text: str) -> bool:
    """Whether a text names a time, such as `13:30` or `24`."""
    if time == WHOLE_DAY:
        return MIDNIGHT in {int(found) for found in FIGURE.findall(text)}
    text = DATE.sub(" ", text)
    named = _clock_times(MARKED_AFTER_NOON.sub("", text))
    named |= {(NOON, 0)} if AT_NOON.search(text) else set()
    if AFTER_NOON.search(text) or not any(hour > NOON for hour, _ in _clock_times(text)):
        rest = BEFORE_NOON.sub("", text)  # a clock of 12 hours
        named |= {(hour + NOON, minute) for hour, minute in _clock_times(rest)}
    hour, minute = map(int, time.split(":"))
    is_half = minute == HALF_AN_HOUR and HALF.search(text) is not None
    return (hour, minute) in named or (is_half and (hour, 0) in named)


def _clock_times(text: str) -> set[tuple[int, int]]:
    """The hours from 0 to 24 that a text names, each with its minutes."""
    return {
        (int(hour), HALF_AN_HOUR if half else int(colon or minutes or 0))
        for hour, colon, minutes, half in CLOCK_TIME.findall(text)
        if int(hour) <= MIDNIGHT
    }


def _lines_of_hours(tree: yaml_tree.Tree | None) -> Iterator[tuple[tuple[str, str], int]]:
    """For each contact's id and language: the line of the text of its hours."""
    for item in yaml_tree.items_of(tree):
        name = yaml_tree.text_of(item, "id")
        yield from (((name, pair.key), pair.line) for pair in yaml_tree.pairs_of(item, "hours"))


def _lone_figures(texts: Texts, site: Site) -> Iterator[str]:
    """The facts of a text whose figures differ from those in the default language."""
    found = {
        language: figures_of_line(NUMBER.sub("", " ".join(text.split("\n"))))
        for language, text in texts.texts
        if language in site.languages.complete and are_compared([site.languages.tag(language)])
    }
    default = site.languages.default
    own = found.pop(default, {})
    for language, figures in found.items() if texts.has(default) else ():
        here = [own[value] for value in sorted(own.keys() - figures.keys())]
        there = [figures[value] for value in sorted(figures.keys() - own.keys())]
        if here or there:
            sides = ((default, here), (language, there))
            yield " and ".join(
                f"{', '.join(lone) or 'no other figure'} stands in '{code}'" for code, lone in sides
            )
