"""Check that mkdocs.yml publishes every page.

Answers: does a pattern of mkdocs.yml leave out a page that the checks have read? Its file is still
there, so links and translations look complete.
"""

from pathspec.gitignore import GitIgnoreSpec

from knowledge import yaml_tree
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.languages import DOCS
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site

PATTERNS = ("exclude_docs", "draft_docs")
"""Settings with patterns of files that are not published, as in .gitignore."""


@site_rule("SF026", "left-out-page", stops_build=True)
def left_out_pages(site: Site) -> PlacedFaults:
    """A pattern of mkdocs.yml that leaves out a page."""
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
