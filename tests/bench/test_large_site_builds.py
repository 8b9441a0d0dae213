"""The generated sites of the benchmark build strictly, with our hooks and without them."""

import pytest

from bench.growth import without_hooks
from bench.large_site import lay_large_site
from support.site_builder import build

PAGES = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return lay_large_site(tmp_path_factory.mktemp("large") / "source", PAGES)


def test_it_builds_strictly(folder):
    built = build(folder, folder.parent / "site")
    assert (built.exit_code, built.warnings) == (0, []), built.output
    assert len(list((built.site / "part-1").glob("*.html"))) == PAGES - 3


def test_it_builds_strictly_without_our_hooks(folder):
    bare = without_hooks(folder, folder.parent / "bare")
    built = build(bare, folder.parent / "bare-site")
    assert (built.exit_code, built.warnings) == (0, []), built.output
    assert not (built.site / "sw.js").exists()
