"""Fixtures of the browser tests: the tiny site."""

import re
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml

from support.cases_site import TINY
from support.site_builder import Build
from support.visit import IDLE_AT_ONCE


@pytest.fixture(scope="session")
def site(tiny_build: Build) -> Path:
    assert tiny_build.exit_code == 0, tiny_build.output
    return tiny_build.site


@pytest.fixture
def context(browser):
    context = browser.new_context()
    context.add_init_script(IDLE_AT_ONCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def render() -> Callable[[str], str]:
    """Render Markdown as the build does, but without our checks."""
    text = re.sub(r"!ENV .*", "null", (TINY / "mkdocs.yml").read_text("utf-8"))
    extensions, options = [], {}
    for entry in yaml.safe_load(text)["markdown_extensions"]:
        name, settings = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        extensions.append(name)
        options[name] = settings
    return lambda source: markdown.markdown(
        source, extensions=extensions, extension_configs=options
    )
