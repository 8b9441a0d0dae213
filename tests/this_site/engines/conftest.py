"""Fixtures: each engine, started once per process and given to one test after the other."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from support.engines.engine import Engine
from support.engines.firefox import Firefox
from support.engines.start import NAMES, is_required, missing, start
from support.engines.webkit import WebKit
from support.visit import PHONE


@pytest.fixture(scope="session")
def started(browser) -> Iterator[Callable[[str], Engine]]:
    """Get an engine by its name; it runs until the last test has ended."""
    with ExitStack() as ends:

        @cache
        def get(name: str) -> Engine:
            engine = start(name, browser)
            ends.callback(engine.close)
            return engine

        yield get


@pytest.fixture(params=NAMES)
def engine(request, started) -> Iterator[Engine]:
    """An engine with the window of a phone, in light; a test ends without an error in a page."""
    name = request.param
    if reason := missing(name):
        (pytest.fail if is_required() else pytest.skip)(reason)
    engine = started(name)
    engine.resize(**PHONE)
    engine.set_dark(False)
    engine.set_font_size(16)
    engine.new_errors()
    yield engine
    if isinstance(engine, Firefox | WebKit):
        engine.zoom_text(1)
    assert engine.new_errors() == []
