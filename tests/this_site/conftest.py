"""Fixtures: the real site, built once per run at the root, and once below a path."""

import os
import zipfile
from pathlib import Path

import pytest

from support.cases_site import ROOT
from support.representative_pages import representative
from support.shared_build import shared_build
from support.site_builder import Build, build
from this_site.pages import PAGES
from this_site.site_with_more_languages import build_with_three_more


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "real", lambda folder: build(ROOT, folder / "site"))


@pytest.fixture(scope="session")
def site(real_build: Build) -> Path:
    assert real_build.exit_code == 0, real_build.output
    return real_build.site


@pytest.fixture(scope="session")
def shown_pages(site: Path) -> list[str]:
    """Pages that together hold every kind of element, for what takes long; all, with ALL=1."""
    if os.environ.get("KNOWLEDGE_PAGES") == "all":
        return PAGES
    return representative({name: (site / f"{name}.html").read_text("utf-8") for name in PAGES})


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the copy to read offline, unpacked."""
    folder = tmp_path_factory.mktemp("copy")
    with zipfile.ZipFile(site / "offline.zip") as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def more_languages(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "more", build_with_three_more)


@pytest.fixture(scope="session")
def site_below_a_path(more_languages: Build) -> Path:
    """The real site with more languages, built for a host that serves it below `/a-guide/`."""
    assert more_languages.exit_code == 0, more_languages.output
    return more_languages.site
