"""A phone on its side with a notch: nothing is below it. Only Chromium can be told of one."""

import pytest

from support.visit import SEARCH

INSETS = {"top": 0, "bottom": 21, "left": 47, "right": 47}
"""Those of an iPhone 13 on its side, in CSS pixels."""
OUTSIDE = """([left, right]) => [...document.querySelectorAll(
    ".site-header *, main :is(h1, p, li), .page-foot a, .site-footer *, .site-menu a, dialog *")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => each.matches("a, button, input, h1, p, li, span"))
  .filter((each) => !each.closest("[role=status], [role=tooltip]"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.left < left || box.right > innerWidth - right))
  .map(([each]) => each.outerHTML.slice(0, 90))"""
"""What is read or pressed and reaches below the notch or the edge on the other side."""


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_nothing_is_below_a_notch(engine, host):
    engine.cdp.send("Emulation.setSafeAreaInsetsOverride", {"insets": INSETS})
    engine.resize(844, 390)
    sides = [INSETS["left"], INSETS["right"]]
    for name in ("index", "en/start/paid", "contacts"):
        engine.open(f"{host.root}{name}.html")
        assert engine.evaluate("getComputedStyle(document.body).paddingLeft") == "47px"
        assert engine.evaluate(OUTSIDE, sides) == []
        engine.click(".menu-button")
        assert engine.evaluate(OUTSIDE, sides) == []
        engine.click(".menu-button")
        engine.click("[data-search-open]")
        engine.until(f"document.querySelector('{SEARCH}').open")
        assert engine.evaluate(OUTSIDE, sides) == []
        engine.press("Escape")
    engine.cdp.send("Emulation.setSafeAreaInsetsOverride", {"insets": {}})
