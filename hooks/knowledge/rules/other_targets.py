"""Check that what keeps its words still leads where it led.

Answers: does a link, a heading or a label of the navigation have the words that it had in the merge
base, and lead to another page, contact or section that was there before, while the former one still
exists, or does such a page or card stand in a list or a section in place of another? In a list of
changes nobody sees that the words now say something else. A target that is new or gone is none of
this: that is how sections and pages are moved.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.source import Form, Source
from knowledge.markdown.urls import is_relative, resolved_links
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.languages import HOME
from knowledge.site.link_targets import target_of
from knowledge.site.mkdocs_yml import CONFIGURATION, navigation_of, parse
from knowledge.site.site import Site
from knowledge.site.typed_links import cards

CONTACT = "contact:"
PAGE = "page"
"""The field of the data that names a page."""
CONTACTS = ("contact", "contacts")
"""The fields of the data that name contacts."""
REMEDY = "Say in its words what readers find there, or lead it back"
KEEP = "Add it behind the former one, which a later change can take away"
Targets = Mapping[str, tuple[int, str]]
"""By words: 1-based line and target."""


@site_rule("LK020", "other-target")
def other_targets(site: Site) -> PlacedFaults:
    """A link, heading or label with the same words that leads elsewhere, or a replaced card."""
    for source in site.pages_for_readers():
        before = site.at_merge_base(source)
        if before is not source:
            yield from placed(source.path, _of_links(before, source, site))
            yield from placed(source.path, _of_headings(before, source))
            yield from placed(source.path, _of_cards(before, source, site))
    if content := site.changed_since_merge_base.get(CONFIGURATION):
        labels = [dict(_pages_of_labels(tree)) for tree in (parse(content), site.configuration)]
        yield from placed(CONFIGURATION, _of_pages(labels[0], labels[1], site))
    for name, tree in site.data.trees.items():
        if old := site.data_at_merge_base(f"{DATA}/{name}"):
            found = _of_pages(dict(_pages_of_data(old)), dict(_pages_of_data(tree)), site)
            yield from placed(f"{DATA}/{name}", found)
            yield from placed(f"{DATA}/{name}", _of_contacts(old, tree, site))


def _of_links(before: Source, source: Source, site: Site) -> Faults:
    old = _links(before)
    for words, (line, target) in _links(source).items():
        former = old.get(words, (0, target))[1]
        if former != target and _are_kept(former, target, source, site):
            yield line, _fact(words, former, target), REMEDY


def _of_headings(before: Source, source: Source) -> Faults:
    """Headings that got the id of another one; where two have the same words, none is compared."""
    old, now = (Counter(each.text for each in page.headings) for page in (before, source))
    ids = {each.text: each.id for each in before.headings if old[each.text] == 1}
    for heading in source.headings:
        former = ids.get(heading.text) if now[heading.text] == 1 else None
        if former and heading.id != former and heading.id in before.ids:
            fact = f"'{heading.text}' had the id '{former}' and has that of another heading"
            yield heading.line, fact, f"Give it '{{#{former}}}' again: links to it would mislead"


def _of_cards(before: Source, source: Source, site: Site) -> Faults:
    """Cards that stand in a section in place of others, which it had before."""
    old, now = _cards_by_section(before), _cards_by_section(source)
    for section in old.keys() & now.keys():
        gone = [each for each in old[section] if each not in now[section]]
        added = [each for each in now[section] if each not in old[section]]
        known = [each for each in added if each in _contacts_before(site)]
        if known and any(each in site.data.contacts for each in gone):
            fact = f"the card '{known[0]}' stands in place of '{gone[0]}', which is still there"
            yield now[section][known[0]], fact, KEEP


def _cards_by_section(source: Source) -> dict[str, dict[str, int]]:
    """By id of the section: the ids of its cards, each with its 1-based line."""
    found: dict[str, dict[str, int]] = {}
    for card in cards(source):
        found.setdefault(section_at(source, card.line) or TOP, {}).setdefault(card.id, card.line)
    return found


def _of_pages(old: Targets, now: Targets, site: Site) -> Faults:
    """Words with a page that is written as in the navigation: from the folder of a language."""
    home = site.originals().get(HOME)
    for words, (line, page) in now.items():
        former = old.get(words, (0, page))[1]
        if former != page and home and _are_kept(former, page, home, site):
            yield line, _fact(words, former, page), REMEDY


def _of_contacts(old: yaml_tree.Tree, now: yaml_tree.Tree, site: Site) -> Faults:
    """Contacts in a list that others, known before, stand in for; in lists of as many entries."""
    items = [yaml_tree.items_of(tree) for tree in (old, now)]
    if len(items[0]) == len(items[1]):
        yield from _of_replaced_pages(items[0], items[1], site)
        for was, item in zip(*items, strict=True):
            yield from _of_contacts(was, item, site)
    for pair in yaml_tree.pairs_of(now):
        was = yaml_tree.value_of(old, pair.key)
        if was is None:
            continue
        if pair.key not in CONTACTS:
            yield from _of_contacts(was, pair.value, site)
            continue
        before, ids = ([each.text for each in yaml_tree.strings(t)] for t in (was, pair.value))
        gone = [each for each in before if each not in ids and each in site.data.contacts]
        added = {*ids}.difference(before) & _contacts_before(site)
        if gone and added:
            yield pair.line, _fact(pair.key, gone[0], min(added)), KEEP


def _of_replaced_pages(
    old: Sequence[yaml_tree.Tree], now: Sequence[yaml_tree.Tree], site: Site
) -> Faults:
    """An entry with other words and another page, in place of one whose page still exists."""
    pages = [[yaml_tree.text_of(each, PAGE) for each in items] for items in (old, now)]
    known = {path.removesuffix(".md") for path in site.originals()} | site.originals().keys()
    for was, page, item in zip(*pages, now, strict=True):
        is_other = was not in pages[1] and page not in pages[0]
        if is_other and {was, page} <= known and _words_of(item) not in map(_words_of, old):
            yield item.line, f"'{page}' stands in place of '{was}', which is still there", KEEP


def _fact(words: str, former: str, target: str) -> str:
    return f"'{words}' led to '{former}' and now leads to '{target}', which is not new"


def _links(source: Source) -> Targets:
    """The words that link to one page or contact only."""
    found: dict[str, tuple[int, str]] = {}
    several: set[str] = set()
    for link, target in resolved_links(source):
        words = " ".join(link.text.split())
        if link.is_loaded or not words or link.form is Form.HTML_LINK:
            continue
        if found.setdefault(words, (link.line, target))[1] != target:
            several.add(words)
    return {words: place for words, place in found.items() if words not in several}


def _pages_of_labels(configuration: yaml_tree.Tree) -> Iterator[tuple[str, tuple[int, str]]]:
    """The labels of the navigation, as written and translated."""
    navigation = navigation_of(configuration)
    lines = {entry.page_path: entry.line for entry in navigation.entries}
    items = list(navigation.items)
    while items:
        item = items.pop(0)
        items += item.items
        if item.page_path and item.label:
            translated = (own.get(item.label, "") for own in navigation.translated.values())
            for words in filter(None, (item.label, *translated)):
                yield words, (lines.get(item.page_path, 0), item.page_path)


def _words_of(entry: yaml_tree.Tree) -> str:
    """All texts of an entry but the page that it names."""
    others = (pair.value for pair in yaml_tree.pairs_of(entry) if pair.key != PAGE)
    return " / ".join(scalar.text for each in others for scalar in yaml_tree.strings(each))


def _pages_of_data(tree: yaml_tree.Tree) -> Iterator[tuple[str, tuple[int, str]]]:
    """Entries of the data that name a page, by their other texts."""
    page, pairs = yaml_tree.value_of(tree, PAGE), yaml_tree.pairs_of(tree)
    words = _words_of(tree)
    if isinstance(page, yaml_tree.Scalar) and words:
        yield words, (page.line, page.text)
    for value in (*(pair.value for pair in pairs), *yaml_tree.items_of(tree)):
        yield from _pages_of_data(value)


def _are_kept(former: str, target: str, source: Source, site: Site) -> bool:
    """Whether two links lead to different things that both were there and still are."""
    if former.startswith(CONTACT) and target.startswith(CONTACT):
        ids = {former.removeprefix(CONTACT), target.removeprefix(CONTACT)}
        return ids <= site.data.contacts.keys() and ids <= _contacts_before(site)
    if not (is_relative(former) and is_relative(target)):
        return False
    was, now = (target_of(site, source, each, in_html=False) for each in (former, target))
    if not (was.exists and now.exists and was.page and now.page):
        return False
    is_other = was.page is not now.page or bool(was.anchor and now.anchor)
    before = site.at_merge_base(now.page)
    return is_other and bool(before.body) and (not now.anchor or now.anchor in before.ids)


def _contacts_before(site: Site) -> frozenset[str]:
    tree = site.data_at_merge_base(f"{DATA}/{FILES['contact']}")
    if tree is None:
        return frozenset(site.data.contacts)
    return frozenset(yaml_tree.text_of(entry, "id") for entry in yaml_tree.items_of(tree))
