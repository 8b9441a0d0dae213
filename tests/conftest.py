"""Sites that many tests look at, built once a test process."""

import os
import sys
from pathlib import Path

import pytest

from cases_site import MOMENT, ROOT, copy_tiny_site
from site_builder import Build, build

sys.path.insert(0, str(Path(__file__).parent / "browser"))

os.environ["SOURCE_DATE_EPOCH"] = MOMENT


@pytest.fixture(scope="session")
def tiny_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = copy_tiny_site(tmp_path_factory.mktemp("tiny") / "source")
    return build(folder, folder.parent / "site")


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(ROOT, tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def browser_executable() -> str:
    """The browser to drive; without one the tests are skipped, but never in `make test`."""
    # Here and not above: playwright is in the test lock only.
    from chromium import HOW_TO_GET_ONE, browser_path  # noqa: PLC0415

    path = browser_path()
    if path is None and os.environ.get("KNOWLEDGE_BROWSER") == "required":
        pytest.fail(f"The browser tests need Chromium. {HOW_TO_GET_ONE}")
    if path is None:
        pytest.skip(f"No Chromium here. {HOW_TO_GET_ONE}")
    return path
