"""Check that mkdocs.yml has the settings that the checks and templates of this package read.

Answers: does mkdocs.yml have a setting, or a value of one, with which readers get another text, or
other pages, than the checks have seen, and does a pattern leave out a page? SETTINGS and EXTENSIONS
list what is known; who needs another one adds it there, with what the checks make of it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pathspec.gitignore import GitIgnoreSpec

from knowledge import yaml_tree
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.languages import DOCS
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

Known: TypeAlias = "Mapping[str, Known] | tuple[str, ...] | None"
"""The settings below one; the values that it may have, where an empty one stands for a setting that
is missing; or None for any value. A list is one value, its items joined by spaces."""
LANGUAGE: Mapping[str, Known] = {
    "locale": None,
    "name": None,
    "default": None,
    "build": ("", "true"),
    "site_name": None,
    "site_description": None,
    "nav_translations": None,
    "extra": None,  # language_settings.py
}
I18N: Mapping[str, Known] = {
    "docs_structure": ("folder",),
    "fallback_to_default": ("true",),
    "build_only_locale": ("", "ONLY_LANGUAGE null"),
    "languages": LANGUAGE,
}
SETTINGS: Mapping[str, Known] = {
    "site_name": None,
    "site_url": None,
    "site_description": None,
    "site_dir": None,
    "repo_url": None,
    "repo_name": None,
    "edit_uri": None,
    "copyright": None,
    "docs_dir": ("", "docs"),
    "exclude_docs": None,  # SF026
    "draft_docs": None,
    "not_in_nav": None,
    "use_directory_urls": ("false",),
    "theme": {
        "name": ("material",),
        "custom_dir": ("overrides",),
        "favicon": None,
        "font": ("false",),
    },
    "nav": None,
    "plugins": {"i18n": I18N},
    "markdown_extensions": None,  # the extensions below
    "hooks": (
        "hooks/checks.py hooks/pages.py hooks/templates.py hooks/outputs.py hooks/preview.py",
    ),
    "validation": {
        part: dict.fromkeys(names, ("", "warn"))
        for part, names in (
            ("nav", ("omitted_files", "not_found", "absolute_links")),
            ("links", ("not_found", "anchors", "absolute_links", "unrecognized_links")),
        )
    },
    "watch": None,
    "dev_addr": None,
}
"""The settings of mkdocs.yml."""
PATTERNS = ("exclude_docs", "draft_docs")
"""Settings with patterns of files that are not published, as in .gitignore."""
SWITCH = re.compile(r"true|false")
LEVELS = re.compile(r"[1-6](?:-[1-6])?")
EXTENSIONS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "pymdownx.highlight": {"use_pygments": SWITCH},
    "pymdownx.superfences": {},
    "tables": {"use_align_attribute": SWITCH},
    "toc": {"permalink": SWITCH, "toc_depth": LEVELS},
}
"""The Markdown extensions that the markdown package models: blocks.py, inline.py, fences.py and
html_blocks.py follow them. By name, as mkdocs.yml writes it: the options that change neither how a
text is parsed nor which words are shown, each with its values. Custom fences, another level of
headings, or any text as a permalink would."""
REMEDIES = {
    SWITCH: "Write 'true' or 'false'",
    LEVELS: "Write one level of headings, or two: '3', '2-3'",
}
"""By the values that an option of an extension has."""


@site_rule("SF024", "unread-setting", stops_build=True)
def unread_settings(site: Site) -> PlacedFaults:
    """A setting of mkdocs.yml with which readers see something else than the checks read."""
    yield from placed(CONFIGURATION, _faults_below(site.configuration, SETTINGS))
    extensions = yaml_tree.value_of(site.configuration, "markdown_extensions")
    if extensions is not None:
        yield from placed(CONFIGURATION, _faults_of_extensions(extensions))


@site_rule("SF026", "left-out-page", stops_build=True)
def left_out_pages(site: Site) -> PlacedFaults:
    """A pattern of mkdocs.yml that leaves out a page; links and translations look complete."""
    paths = [source.path.removeprefix(f"{DOCS}/") for source in site.pages()]
    for pair in yaml_tree.pairs_of(site.configuration):
        if pair.key not in PATTERNS:
            continue
        try:
            spec = GitIgnoreSpec.from_lines(yaml_tree.text_of(pair.value).splitlines())
        except ValueError:
            continue  # mkdocs stops with a message of its own
        if left_out := [path for path in paths if spec.match_file(path)]:
            fact = f"'{pair.key}' leaves out pages: {len(left_out)}, the first is '{left_out[0]}'"
            yield CONFIGURATION, pair.line, fact, "Take the pattern out, or delete the pages"


def _faults_below(tree: yaml_tree.Tree, known: Mapping[str, Known]) -> Faults:
    """Faults of the settings in a mapping; in each item of a list, of those that it names."""
    if isinstance(tree, yaml_tree.Sequence):
        for item in tree.items:
            named = {name: known[name] for _, name in _names(item) if name in known}
            yield from _faults_below(item, named)
        return
    for line, name in _names(tree):
        if name not in known:
            fact = f"no check reads what '{name}' does"
            yield line, fact, did_you_mean(name, known, "Take it out")
    for name, below in known.items():
        value = yaml_tree.value_of(tree, name)
        if isinstance(below, tuple):
            yield from _faults_of_value(name, value, below, tree.line)
        elif below:
            yield from _faults_below(value or yaml_tree.Mapping((), tree.line), below)


def _faults_of_value(
    name: str, value: yaml_tree.Tree | None, allowed: tuple[str, ...], line: int
) -> Faults:
    found = " ".join(each.text for each in yaml_tree.strings(value))
    if found not in allowed:
        fact = f"'{name}' is '{found}'" if found else f"'{name}' is missing"
        wanted = allowed[-1].split()
        remedy = f"Write '{name}: {wanted[0]}'"
        if wanted[1:]:
            remedy = f"List {', '.join(wanted)}" if allowed[0] else "Take it out"
        yield value.line if value else line, fact, remedy


def _names(tree: yaml_tree.Tree) -> list[tuple[int, str]]:
    """The line and the name of each setting; a name alone has no value."""
    if isinstance(tree, yaml_tree.Scalar):
        return [(tree.line, tree.text)] if tree.text else []
    return [(pair.line, pair.key) for pair in yaml_tree.pairs_of(tree)]


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
