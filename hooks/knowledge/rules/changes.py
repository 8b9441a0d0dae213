"""Check what pages tell readers about their changes.

Answers: are the entries under `changes:` valid, where they belong and in order, and is there one
for each telephone number and cited source that differs from the merge base? Whether an
entry is true is not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.numbering import fault_of_number
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Source, read
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule, source_rule
from knowledge.site.changes import changes_of
from knowledge.site.site import Site
from knowledge.site.typed_links import cited, typed_links

CONTACTS = f"{DATA}/{FILES['contact']}"


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
    told = [page for page in pages if _has_new_entry(page, site)]
    yield from placed(CONTACTS, _untold_numbers(site, told))
    for page in pages:
        if page not in told and page.is_readable and page.front_matter_end >= 0:
            yield from placed(page.path, _untold_sources(page, site))


def _has_new_entry(page: Source, site: Site) -> bool:
    """Whether a page has an entry that it did not have in the merge base."""
    if page.path not in site.changed_since_merge_base:
        return False
    before = site.changed_since_merge_base[page.path] or b""
    entries = [
        {(each.day, each.texts) for each in changes_of(source, site.languages)[0]}
        for source in (page, read(page.path, before))
    ]
    return bool(entries[0] - entries[1])


def _untold_numbers(site: Site, told: list[Source]) -> Faults:
    """Contacts with changed numbers, if no page that shows them has a new entry."""
    content = site.changed_since_merge_base.get(CONTACTS)
    before = read_tree(CONTACTS, content) if content else None
    if before is None or isinstance(before, Finding):
        return
    old, now = _numbers(before), _numbers(site.data.trees.get(FILES["contact"]))
    for contact, (line, numbers) in now.items():
        is_told = any(_shows(page, contact) for page in told)
        # An invalid number is reported by another rule.
        is_other = contact in old and old[contact][1] != numbers
        if is_other and not is_told and not any(map(fault_of_number, numbers)):
            fact = f"the numbers of '{contact}' have changed, and no page tells its readers"
            remedy = (
                "Compare them digit by digit with the official text, then add an entry under "
                f"'{Key.CHANGES}:' of a page that shows it, in '{site.languages.default}'"
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


def _numbers(tree: yaml_tree.Tree | None) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """By contact id: its numbers, and the 1-based line of the first one or else of the entry."""
    found = {}
    for entry in tree.items if isinstance(tree, yaml_tree.Sequence) else ():
        name = entry.get("id") if isinstance(entry, yaml_tree.Mapping) else None
        if isinstance(entry, yaml_tree.Mapping) and isinstance(name, yaml_tree.Scalar):
            numbers = entry.get("numbers")
            texts = [t for key, t in yaml_tree.fields(numbers) if key == "number"]
            line = texts[0].line if texts else entry.line
            found[name.text] = (line, tuple(each.text for each in texts))
    return found
