"""Check that a change that asks less of the pages does not bring pages that need it.

Answers: does this branch add an exception to prose.yml, or take words out of it, and change other
files too? Among many lines nobody sees the one that lets another through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.languages import DOCS
from knowledge.site.site import Site

PROSE = "prose.yml"
EXCEPTIONS = ("skip", "hosts", "searched", "affirmations")
"""Keys of prose.yml whose entries make a check look away; those of the others make it look."""


@site_rule("RV007", "loosened-rule")
def loosened_rules(site: Site) -> PlacedFaults:
    """A check that asks less, in the same change as pages or data that it would look at."""
    path = f"{DATA}/{PROSE}"
    before = site.data_at_merge_base(path)
    others = [p for p in site.changed_since_merge_base if p != path and p.startswith(f"{DOCS}/")]
    if before is None or not others:
        return
    old, now = _entries(before), _entries(site.data.trees.get(PROSE))
    remedy = "Send it as a change of its own, so that somebody decides about it alone"
    for line, what in _loosened(old, now):
        yield path, line, f"{what}, and other files change with it: {len(others)}", remedy


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
