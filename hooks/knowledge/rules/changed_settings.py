"""Check that settings that weigh much do not change together with anything else.

Answers: does this branch add an exception to prose.yml, take words out of it, or set a language of
mkdocs.yml otherwise, and change other files too? Among many lines nobody sees the one that lets
another through. Do mkdocs.yml or site.yml name a host that they did not name in the merge base? A
host of the data counts as new too: anybody may have a page there. The name of the site, its
address, and those of its repository and of those who take reports of mistakes belong to whoever
keeps the site.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.all_data import SITE
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.languages import DOCS, Setting, extra_of, language_blocks
from knowledge.site.mkdocs_yml import CONFIGURATION, NAME, parse
from knowledge.site.site import Site

PROSE = "prose.yml"
EXCEPTIONS = ("skip", "hosts", "searched", "affirmations")
"""Keys of prose.yml whose entries make a check look away; those of the others make it look."""
HOST = re.compile(
    r"(?:https?:)?//([^\s\"'<>/?#]+)|\bmailto:[^\s\"'<>@]*@([^\s\"'<>?]+)", re.IGNORECASE
)
"""The host of a URL, or of a mailbox, in a setting that may hold HTML."""
KEEPER = "Who keeps the site commits it on the default branch"
REMEDY = f"{KEEPER}, or lists the host in prose.yml first"


@site_rule("RV007", "loosened-rule")
def loosened_rules(site: Site) -> PlacedFaults:
    """A check that asks less, in the same change as pages or data that it would look at."""
    path = f"{DATA}/{PROSE}"
    before = site.data_at_merge_base(path)
    old, now = _entries(before), _entries(site.data.trees.get(PROSE))
    found = [(path, *each) for each in (_loosened(old, now) if before else ())]
    if content := site.changed_since_merge_base.get(CONFIGURATION):
        settings = _other_settings(parse(content), site.configuration)
        found += [(CONFIGURATION, *each) for each in settings]
    remedy = "Send it as a change of its own, so that somebody decides about it alone"
    for file, line, what in found:
        pages = (each for each in site.changed_since_merge_base if each.startswith(f"{DOCS}/"))
        if others := sum(each != file for each in pages):
            yield file, line, f"{what}, and other files change with it: {others}", remedy


@site_rule("RV008", "new-identity")
def new_identities(site: Site) -> PlacedFaults:
    """A setting that leads readers of every page to another host, or names the site otherwise."""
    settings, allowed = f"{DATA}/{SITE}", frozenset(site.data.prose.hosts)
    if old_configuration := site.changed_since_merge_base.get(CONFIGURATION):
        old = parse(old_configuration)
        before = {host for _, host in _hosts(old)}
        yield from _new(CONFIGURATION, site.configuration, allowed | before)
        names = (_site_names(each) for each in (old, site.configuration))
        yield from _renamed(CONFIGURATION, *names)
    if old_settings := site.data_at_merge_base(settings):
        before = {host for _, host in _hosts(old_settings)}
        yield from _new(settings, site.data.trees.get(SITE), allowed | before)
        names = (_names_by_language(each) for each in (old_settings, site.data.trees.get(SITE)))
        yield from _renamed(settings, *names)


def _other_settings(old: yaml_tree.Tree, now: yaml_tree.Tree) -> Iterator[tuple[int, str]]:
    """Settings of a language that are others than before: 1-based line, and a fact.

    A new language is none of this, nor is one that is complete now.
    """
    former = dict(language_blocks(old))
    for code, block in language_blocks(now):
        for setting in Setting if code in former else ():
            was, found = (
                " ".join(each.text for each in yaml_tree.strings(extra_of(each).get(setting)))
                for each in (former[code], block)
            )
            if was != found and (setting is not Setting.PARTIAL or found == "true"):
                value = extra_of(block).get(setting) or block
                was, found = was or "missing", found or "missing"
                yield value.line, f"'{setting}' of '{code}' was {was}, and is {found} now"


def _loosened(
    old: Mapping[str, list[tuple[int, str]]], now: Mapping[str, list[tuple[int, str]]]
) -> Iterator[tuple[int, str]]:
    """What asks less than before: 1-based line of the new file, 0 for the whole, and a fact."""
    for key in EXCEPTIONS:
        known = {text for _, text in old.get(key, [])}
        for line, text in now.get(key, []):
            if text not in known:
                yield line, f"'{text}' is a new exception under '{key}'"
    for key in sorted(old.keys() - {*EXCEPTIONS}):
        if (fewer := len(old[key]) - len(now.get(key, []))) > 0:
            line = min((line for line, _ in now.get(key, [])), default=0)
            yield line, f"entries that '{key}' has lost: {fewer}"


def _entries(tree: yaml_tree.Tree | None) -> dict[str, list[tuple[int, str]]]:
    """By key of the file: the line and the text of each entry of its list."""
    return {
        pair.key: [
            (item.line, " ".join(text.text for text in yaml_tree.strings(item)))
            for item in yaml_tree.items_of(pair.value)
        ]
        for pair in yaml_tree.pairs_of(tree)
    }


def _new(path: str, tree: yaml_tree.Tree | None, known: frozenset[str]) -> PlacedFaults:
    for line, host in _hosts(tree):
        if host not in known:
            yield path, line, f"'{host}' is new here, and every page would lead there", REMEDY


def _renamed(
    path: str, old: Mapping[str, yaml_tree.Scalar], now: Mapping[str, yaml_tree.Scalar]
) -> PlacedFaults:
    for place, name in now.items():
        if place in old and old[place].text != name.text:
            fact = f"the name of the site was '{old[place].text}', and is '{name.text}' now"
            yield path, name.line, f"{fact}, on every page and below its icon", KEEPER


def _site_names(configuration: yaml_tree.Tree) -> dict[str, yaml_tree.Scalar]:
    """The names of the site in mkdocs.yml: by language, that of the whole file under ''."""
    blocks = {"": configuration, **dict(language_blocks(configuration))}
    names = ((code, yaml_tree.value_of(block, NAME)) for code, block in blocks.items())
    return {code: name for code, name in names if isinstance(name, yaml_tree.Scalar)}


def _names_by_language(settings: yaml_tree.Tree | None) -> dict[str, yaml_tree.Scalar]:
    """The names of the site in site.yml, by field and language."""
    return {
        f"{field.key} {name.key}": name.value
        for field in yaml_tree.pairs_of(yaml_tree.value_of(settings, "names"))
        for name in yaml_tree.pairs_of(field.value)
        if isinstance(name.value, yaml_tree.Scalar)
    }


def _hosts(tree: yaml_tree.Tree | None) -> Iterator[tuple[int, str]]:
    """The hosts that settings name: 1-based line, host in lower case."""
    for scalar in yaml_tree.strings(tree):
        for url, mailbox in HOST.findall(scalar.text):
            yield scalar.line, (url or mailbox).lower()
