"""Fixtures: this site, built once per run."""

from pathlib import Path

import pytest

from support.cases_site import ROOT
from support.shared_build import shared_build
from support.site_builder import Build, build


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "real", lambda folder: build(ROOT, folder / "site"))


@pytest.fixture(scope="session")
def site(real_build: Build) -> Path:
    assert real_build.exit_code == 0, real_build.output
    return real_build.site
