"""Sites that many tests look at, built once a run, and the browser."""

import os

import pytest

from support.cases_site import MOMENT, ROOT, copy_tiny_site
from support.shared_build import shared_build
from support.site_builder import Build, build

os.environ["SOURCE_DATE_EPOCH"] = MOMENT


@pytest.fixture(scope="session")
def tiny_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    def make(folder):
        return build(copy_tiny_site(folder / "source"), folder / "site")

    return shared_build(tmp_path_factory, "tiny", make)


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "real", lambda folder: build(ROOT, folder / "site"))


@pytest.fixture(scope="session")
def browser_executable() -> str:
    """The browser to drive; without one the tests are skipped, but never in `make test`."""
    # Here and not above: playwright is in the test lock only.
    from support.chromium import HOW_TO_GET_ONE, browser_path  # noqa: PLC0415

    path = browser_path()
    if path is None and os.environ.get("KNOWLEDGE_BROWSER") == "required":
        pytest.fail(f"The browser tests need Chromium. {HOW_TO_GET_ONE}")
    if path is None:
        pytest.skip(f"No Chromium here. {HOW_TO_GET_ONE}")
    return path
