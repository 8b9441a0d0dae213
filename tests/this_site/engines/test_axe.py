"""axe-core finds no violation in Firefox and WebKit; in Chromium: test_accessibility.py."""

import pytest

from support.axe import COLOUR, violations

OPENED = """() => {
  for (const part of document.querySelectorAll("article details")) part.open = true;
  for (const part of document.querySelectorAll(".site-header, .page-foot"))
    part.style.position = "static";
}"""
"""Opens what is folded; what would stay in place is put where it covers nothing."""


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("name", ["index", "start/paid", "en/contacts"])
def test_a_page_has_no_violation(engine, host, name):
    engine.open(f"{host.root}{name}.html")
    engine.evaluate(OPENED)
    assert violations(engine) == []
    engine.set_dark(True)
    assert violations(engine, only=COLOUR) == []
