"""The generated sites of the benchmark build strictly, with our hooks and with the stock theme."""

import sys

import pytest

from bench.large_site import write_large_site
from bench.run_measured import run
from bench.site_size import stock_site
from support.site_builder import build

PAGES = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_large_site(tmp_path_factory.mktemp("large") / "source", PAGES)


def test_it_builds_strictly(folder):
    built = build(folder, folder.parent / "site")
    assert (built.exit_code, built.warnings) == (0, []), built.output
    assert len(list((built.site / "part-1").glob("*.html"))) == PAGES - 3


def test_it_builds_with_the_theme_as_it_comes(folder):
    stock = stock_site(folder, folder.parent / "stock")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder.parent / "out")]
    built = run(command, stock)
    assert built.exit_code == 0, built.output
    assert (folder.parent / "out/part-1").is_dir()
    assert not (folder.parent / "out/sw.js").exists()
