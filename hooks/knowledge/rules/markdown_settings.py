"""Check that mkdocs.yml turns Markdown into the text that the checks read.

Answers: does mkdocs.yml name a Markdown extension, an option of one, or a further file of settings
that this package does not know? markdown/extensions.py lists what is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.markdown.extensions import EXTENSIONS, LEVELS, SWITCH
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

SETTING = "markdown_extensions"
REMEDIES = {
    SWITCH: "Write 'true' or 'false'",
    LEVELS: "Write one level of headings, or two: '3', '2-3'",
}
"""By the values that an option has."""
ELSEWHERE = ("INHERIT", "<<")
"""Keys that take settings from another file or place: mkdocs reads these, and the checks do not."""


@site_rule("SF024", "unread-markdown", stops_build=True)
def unread_markdown(site: Site) -> PlacedFaults:
    """A setting of mkdocs.yml with which readers see another text than the checks read."""
    for pair in yaml_tree.pairs_of(site.configuration):
        if pair.key in ELSEWHERE:
            fact = f"'{pair.key}' takes settings from elsewhere, which no check reads"
            yield CONFIGURATION, pair.line, fact, "Write them into this file"
        elif pair.key == SETTING:
            yield from placed(CONFIGURATION, _faults_of_extensions(pair.value))


def _faults_of_extensions(extensions: yaml_tree.Tree) -> Faults:
    for line, name, options in _extensions(extensions):
        known = EXTENSIONS.get(name)
        if known is None:
            fact = f"the checks do not read what the Markdown extension '{name}' makes of a text"
            remedy = f"Take it out, or use one of: {', '.join(EXTENSIONS)}"
            yield line, fact, did_you_mean(name, EXTENSIONS, remedy)
            continue
        for pair in options:
            values = known.get(pair.key)
            if values is None or not values.fullmatch(yaml_tree.text_of(pair.value)):
                fact = f"this '{pair.key}' of '{name}' may show readers what no check reads"
                yield pair.line, fact, REMEDIES[values] if values else "Take it out"


def _extensions(
    extensions: yaml_tree.Tree,
) -> Iterator[tuple[int, str, tuple[yaml_tree.Pair, ...]]]:
    """The line, the name and the options of each extension; mkdocs takes a list or a mapping."""
    items = extensions.items if isinstance(extensions, yaml_tree.Sequence) else (extensions,)
    for item in items:
        if isinstance(item, yaml_tree.Mapping):
            for pair in item.pairs:
                yield pair.line, pair.key, yaml_tree.pairs_of(pair.value)
        else:
            yield item.line, yaml_tree.text_of(item), ()
