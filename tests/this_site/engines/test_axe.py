"""axe-core finds no violation in any engine; on every page in Chromium: test_accessibility.py."""

import pytest

from support.axe import COLOUR, violations


@pytest.mark.parametrize("name", ["index", "start/paid", "en/contacts", "en/lawsuits"])
def test_a_page_has_no_violation(engine, host, name):
    engine.open(f"{host.root}{name}.html")
    engine.evaluate("void document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert violations(engine) == []
    engine.set_dark(True)
    assert violations(engine, only=COLOUR) == []
