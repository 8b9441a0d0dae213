"""Every page opens in every engine, at three widths, in light and dark.

Every other page is looked at in dark and turns light on the widest screen; the rest are looked at
in light and turn dark on the narrowest one.
"""

import pytest

from support.each import check_each
from support.engines.engine import poll
from this_site.pages import GROUPS

WIDTHS = (320, 375, 1280)
HEIGHTS = {320: 568, 375: 667, 1280: 900}
SHOWN = """() => {
  const page = document.documentElement;
  const parts = [...document.querySelectorAll(".site-header__inner > :not(.site-menu)")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((each) => each.getBoundingClientRect())
    .sort((one, other) => one.top - other.top);
  let [rows, end] = [0, -Infinity];
  for (const { top, bottom } of parts) {
    if (top >= end - 1) rows += 1;
    end = Math.max(end, bottom);
  }
  const [red] = /\\d+/.exec(getComputedStyle(document.body).backgroundColor);
  return {
    sideways: page.scrollWidth - page.clientWidth,
    rows,
    heading: document.querySelector("h1").checkVisibility({ visibilityProperty: true }),
    is_dark: Number(red) < 128,
  };
}"""
"""What a page shows, and in how many rows the parts of its header stand."""


@pytest.mark.long
@pytest.mark.parametrize("group", GROUPS)
def test_a_page_opens_without_an_error_and_without_scrolling_sideways(engine, host, group):
    def check(name):
        is_dark = name in others
        engine.open(f"{host.root}{name}.html")
        engine.set_dark(is_dark)
        for width in WIDTHS if is_dark else WIDTHS[::-1]:
            engine.resize(width, HEIGHTS[width])
            assert_shown(width, is_dark)
        engine.set_dark(not is_dark)
        assert_shown(width, not is_dark)
        assert engine.new_errors() == []

    def assert_shown(width, is_dark):
        shown = engine.evaluate(SHOWN)
        expected = {"sideways": 0, "rows": 1, "heading": True, "is_dark": is_dark}
        assert shown == expected, (width, shown)

    others = GROUPS[group][1::2]
    check_each(GROUPS[group], check)


def test_an_error_of_a_page_is_noticed(engine, host):
    """Of its scripts, and of what its policy forbids."""
    engine.open(f"{host.root}index.html")
    engine.evaluate("void setTimeout(() => { throw new Error('broken'); })")
    engine.evaluate("void (document.querySelector('h1').outerHTML = '<img src=x onerror=stop()>')")
    found = []

    def both():
        found.extend(engine.new_errors())
        return any("broken" in each for each in found) and len(found) > 1

    poll(both, "both errors")
    engine.open("about:blank")
    engine.new_errors()  # an engine may tell one twice
