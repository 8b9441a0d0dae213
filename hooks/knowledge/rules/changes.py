"""Check what pages tell readers about their changes.

Answers: are the entries under `changes:` valid, where they belong and in order, is there one for
each telephone number and cited source that differs from the merge base, and do numbers, hours or
addresses that differ come with the date of the text that was read? Whether it is true is not
checked.
"""

import re
from collections.abc import Mapping
from itertools import pairwise

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.field_types import first_day
from knowledge.data.numbering import fault_of_number
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Source, read
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule, source_rule
from knowledge.site.build_time import latest_day
from knowledge.site.changes import changes_of
from knowledge.site.phone_numbers import digits
from knowledge.site.site import Site
from knowledge.site.typed_links import cited, typed_links

CONTACTS = f"{DATA}/{FILES['contact']}"
NUMBER, NUMBERS, OPEN, HOURS = "number", "numbers", "open", "hours"
ADDRESSES, DATES = ("page", "url"), ("as_of", "opened")
"""Names of fields of a contact or a source."""
FACTS = (
    (NUMBERS, "a number of"),
    (OPEN, "the opening hours of"),
    (HOURS, "a figure in the hours of"),
    *((each, "the address of") for each in ADDRESSES),
)
"""Fields that come with a later date if they change, and how a message calls them."""
FIGURE, YEAR = re.compile(r"[1-9]\d*"), re.compile(r"(?:19|20)\d\d")
"""A figure of the hours; and one that is a year."""


@source_rule("RV004", "faulty-change", sources=Site.pages)
def faulty_changes(source: Source, site: Site) -> Faults:
    """An entry under `changes:` that is invalid, out of order, or in a translation."""
    line = next((pair.line for pair in source.pairs if pair.key == Key.CHANGES), 0)
    if not line:
        return
    if site.language_of(source) != site.languages.default:
        fact = "changes stand in the page that this one translates, in every language"
        yield line, fact, "Move them there"
        return
    changes, faults = changes_of(source, site.languages)
    yield from ((fault.line, fault.problem, fault.fix) for fault in faults)
    for before, after in pairwise(changes):
        if after.day > before.day:
            days = after.day.isoformat(), before.day.isoformat()
            fact = "the entry of {} stands below that of {}".format(*days)
            yield after.line, fact, "Put the newest entry first"


@site_rule("RV005", "untold-change", is_notice=True)
def untold_changes(site: Site) -> PlacedFaults:
    """A telephone number or cited source that changed, and no new entry that tells readers so."""
    pages = site.originals().values()
    told = [page for page in pages if has_new_entry(page, site)]
    yield from placed(CONTACTS, _untold_numbers(site, told))
    for page in pages:
        if page not in told and page.is_readable and page.front_matter_end >= 0:
            yield from placed(page.path, _untold_sources(page, site))


@site_rule("RV006", "undated-number")
def undated_numbers(site: Site) -> PlacedFaults:
    """A telephone number, its hours, or the address of a page that changed, and no date with it."""
    today = latest_day().isoformat()
    for name in (FILES["contact"], FILES["source"]):
        path = f"{DATA}/{name}"
        old, now = _entries(site.data_at_merge_base(path)), _entries(site.data.trees.get(name))
        for entry in old.keys() & now.keys():
            before, after = (_values(entries[entry]) for entries in (old, now))
            is_dated = any(
                _day(after, key) > _day(before, key) or after.get(key) == [today] for key in DATES
            ) or bool(_years(after) - _years(before))
            what = next((words for key, words in FACTS if after.get(key) != before.get(key)), "")
            if what and not is_dated:
                fact = (
                    f"{what} '{entry}' changed, and neither '{DATES[0]}' nor '{DATES[1]}' is later"
                )
                remedy = "Write the date of the text that you read, or the day you opened its page"
                yield path, now[entry].line, fact, remedy
        yield from placed(path, _moved_numbers(old, now))


def _moved_numbers(old: Mapping[str, yaml_tree.Tree], now: Mapping[str, yaml_tree.Tree]) -> Faults:
    """Numbers that another entry had before: whoever calls one reaches somebody else."""
    owners = {digits(text): name for name, (_, texts) in _numbers(old).items() for text in texts}
    for name, (line, texts) in _numbers(now).items():
        own = {digits(text) for text in _numbers(old)[name][1]} if name in old else set(owners)
        for text in texts:
            owner = owners.get(digits(text), name)
            if owner != name and owner in now and digits(text) not in own:
                fact = f"the number '{text}' was that of '{owner}' and is now that of '{name}'"
                remedy = "Compare both with the official texts; if it is right, send one half first"
                yield line, fact, remedy


def _day(values: Mapping[str, list[str]], key: str) -> str:
    """The date in a field as ISO 8601; empty if there is none."""
    text = "".join(values.get(key, ()))
    return text if first_day(text) else ""


def _years(values: Mapping[str, list[str]]) -> set[str]:
    """The years in the text of the hours, which tell of which date that text is."""
    return {each for each in values.get(HOURS, ()) if YEAR.fullmatch(each)}


def _values(entry: yaml_tree.Tree) -> dict[str, list[str]]:
    """By field: figures of the numbers and hours, opening hours, address of the page, and dates."""
    found: dict[str, list[str]] = {}
    for pair in yaml_tree.pairs_of(entry):
        texts = [scalar.text for scalar in yaml_tree.strings(pair.value)]
        if pair.key == NUMBERS:
            found[pair.key] = [figures for text in texts if (figures := digits(text))]
        elif pair.key == HOURS:
            found[pair.key] = sorted({each for text in texts for each in FIGURE.findall(text)})
        elif pair.key in (OPEN, *ADDRESSES, *DATES):
            found[pair.key] = texts
    return found


def has_new_entry(page: Source, site: Site) -> bool:
    """Whether a page has an entry that it did not have in the merge base."""
    entries = [
        {(each.day, each.texts) for each in changes_of(source, site.languages)[0]}
        for source in (page, site.at_merge_base(page))
    ]
    return bool(entries[0] - entries[1])


def _untold_numbers(site: Site, told: list[Source]) -> Faults:
    """Contacts with changed numbers, if no page that shows them has a new entry."""
    old = _numbers(_entries(site.data_at_merge_base(CONTACTS)))
    now = _numbers(_entries(site.data.trees.get(FILES["contact"])))
    for contact, (line, numbers) in now.items():
        is_told = any(_shows(page, contact) for page in told)
        # An invalid number is reported by another rule.
        is_other = contact in old and old[contact][1] != numbers
        if is_other and not is_told and not any(map(fault_of_number, numbers)):
            fact = f"the numbers of '{contact}' have changed, and no page tells its readers"
            remedy = (
                "Compare them digit by digit with the official text, then add an entry under "
                f"'{Key.CHANGES}:' of the page of contacts, in '{site.languages.default}'"
            )
            yield line, fact, remedy


def _untold_sources(page: Source, site: Site) -> Faults:
    """The first source that a page newly cites, or that it no longer cites."""
    content = site.changed_since_merge_base.get(page.path)
    if content is None:
        return
    old, now = set(cited(read(page.path, content))), cited(page)
    remedy = f"If that changes what readers should do, add an entry under '{Key.CHANGES}:'"
    for link, scheme, found in typed_links(page):
        if scheme == "source" and found not in old:
            yield link.line, f"the page now cites '{found}', and does not say what changed", remedy
            return
    for gone in sorted(old.difference(now)):
        line = page.meta_line(Key.REVIEWED)
        yield line, f"the page no longer cites '{gone}', and does not say what changed", remedy
        return


def _shows(page: Source, contact: str) -> bool:
    has_all = page.meta(Key.LIST) == DataList.CONTACTS
    return has_all or any(link[1:] == ("contact", contact) for link in typed_links(page))


def _entries(tree: yaml_tree.Tree | None) -> Mapping[str, yaml_tree.Tree]:
    """The entries of a file of contacts by their id."""
    named = ((yaml_tree.text_of(each, "id"), each) for each in yaml_tree.items_of(tree))
    return {name: entry for name, entry in named if name}


def _numbers(entries: Mapping[str, yaml_tree.Tree]) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """By contact id: its numbers, and the 1-based line of the first one or else of the entry."""
    found = {}
    for name, entry in entries.items():
        numbers = yaml_tree.value_of(entry, "numbers")
        texts = [each for key, each in yaml_tree.fields(numbers) if key == NUMBER]
        line = texts[0].line if texts else entry.line
        found[name] = (line, tuple(each.text for each in texts))
    return found
