"""Check that mkdocs.yml publishes every page.

Answers: does a setting leave out a page, or a whole language, that the checks have read? Its file
is still there, so links and translations look complete.
"""

from __future__ import annotations

from pathspec.gitignore import GitIgnoreSpec

from knowledge import yaml_tree
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.languages import DOCS, language_blocks
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site

PATTERNS = ("exclude_docs", "draft_docs")
"""Settings with patterns of files that are not published, as in .gitignore."""
ONE_LANGUAGE = "build_only_locale"
"""The option of i18n with the one language to build."""
UNSET = ("", "null", "~")


@site_rule("SF026", "left-out-page", stops_build=True)
def left_out_pages(site: Site) -> PlacedFaults:
    """A setting of mkdocs.yml that leaves out a page or a language."""
    yield from placed(CONFIGURATION, _excluded(site))
    yield from placed(CONFIGURATION, _languages_left_out(site.configuration))


def _excluded(site: Site) -> Faults:
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
            yield pair.line, fact, "Take the pattern out, or delete the pages"


def _languages_left_out(configuration: yaml_tree.Tree) -> Faults:
    for code, block in language_blocks(configuration):
        build = block.get("build")
        if build is not None and yaml_tree.text_of(build).lower() != "true":
            fact = f"the pages of '{code}' are not built"
            yield build.line, fact, "Take 'build' out, or the whole language"
    for plugin in yaml_tree.items_of(configuration, "plugins"):
        only = yaml_tree.value_of(plugin, "i18n", ONE_LANGUAGE)
        # `!ENV [NAME, default]`: whoever sets the variable wants one language.
        texts = list(yaml_tree.strings(only))
        if texts and texts[-1].text not in UNSET:
            fact = f"only the pages of '{texts[-1].text}' are built"
            yield texts[-1].line, fact, f"Write '{ONE_LANGUAGE}: !ENV [ONLY_LANGUAGE, null]'"
