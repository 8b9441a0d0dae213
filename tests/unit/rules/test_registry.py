"""The rule decorators turn what a rule yields into findings; rules accept any file."""

from dataclasses import replace

import pytest

from knowledge.finding import Finding
from knowledge.markdown.source import read
from knowledge.rules.registry import NOTICES, RULES, STOPPING, findings
from knowledge.rules.rule import pair_rule, placed, site_rule, source_rule
from knowledge.site.counterparts import pairs
from knowledge.site.site import Site, load
from support.cases_site import copy_tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("rules") / "site", is_built=False))


def test_a_source_rule_looks_at_its_sources_and_names_their_path_and_its_code(site):
    @source_rule("XX001", "every-source")
    def every_source(source, _):
        """A source."""
        yield 3, "a fact", "A remedy"

    @source_rule("XX002", "page-for-readers", sources=Site.pages_for_readers, is_notice=True)
    def pages_for_readers(source, _):
        """A page for readers."""
        yield 0, "a fact", "A remedy"

    assert every_source.slug == "every-source"
    assert list(every_source.find(site)) == [
        Finding(path, 3, "XX001", "a fact", "A remedy") for path in site.sources
    ]
    found = {finding.path for finding in pages_for_readers.find(site)}
    assert found == {path for path in site.sources if "/contributing/" not in path}
    assert (pages_for_readers.is_notice, pages_for_readers.stops_build) == (True, False)


def test_a_pair_rule_names_the_translation(site):
    @pair_rule("XX001", "every-pair", pairs=pairs)
    def every_pair(pair, _):
        """A pair."""
        yield 1, pair.original.path, "A remedy"

    found = [(finding.path, finding.problem) for finding in every_pair.find(site)]
    assert found == [(pair.translation.path, pair.original.path) for pair in pairs(site)]
    assert found


def test_a_site_rule_names_the_paths_that_it_yields(site):
    @site_rule("XX001", "configuration", stops_build=True)
    def configuration(_):
        """The configuration."""
        yield from placed("mkdocs.yml", [(1, "a", "B"), (2, "c", "D")])

    assert configuration.stops_build
    assert findings(site, [configuration, configuration]) == [
        Finding("mkdocs.yml", 1, "XX001", "a", "B"),
        Finding("mkdocs.yml", 2, "XX001", "c", "D"),
    ]


def test_notices_and_rules_that_stop_the_build_are_apart():
    assert NOTICES
    assert STOPPING
    assert not NOTICES & STOPPING
    assert {rule.code for rule in RULES} > NOTICES | STOPPING


def test_aliases_of_a_file_outside_of_every_language_are_answered(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    text = "---\ntitle: a\ndescription: b\naliases:\n  - old.md\n---\n\n# Note {#note}\n"
    (folder / "docs/note.md").write_text(text, "utf-8")
    found = [(f.code, f.line) for f in findings(load(folder)) if f.path == "docs/note.md"]
    assert found == [("LK014", 0)]


@pytest.mark.parametrize("end", ["## No id", "| a | b |\n\n| c | d |", "!!! note"])
def test_a_file_may_end_in_the_middle_of_a_line(end, site):
    path = "docs/ja/index.md"
    text = site.sources[path].content.decode().rstrip("\n") + f"\n\n{end}"
    sources = {**site.sources, path: read(path, text.encode())}
    assert [each for each in findings(replace(site, sources=sources)) if each.path == path]


def test_a_letter_that_is_the_same_without_case_alone_is_no_part_of_a_hard_word(site):
    path = "docs/en/index.md"
    text = site.sources[path].content.decode() + "\n\nA library card is no l\u0130brary card.\n"
    sources = {**site.sources, path: read(path, text.encode())}
    assert isinstance(findings(replace(site, sources=sources)), list)
