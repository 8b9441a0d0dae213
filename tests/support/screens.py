"""What a page shows on a screen: its heading, its header in one row, and nothing cut off."""

from collections.abc import Callable
from typing import Any

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


def assert_shown(evaluate: Callable[[str], Any], width: int, *, is_dark: bool) -> None:
    """Assert that a page fits its screen, in the scheme that is asked for.

    Args:
        evaluate: evaluates a function in the page.
        width: of the screen in pixels, for the message of a failure.
        is_dark: whether the page should be dark.
    """
    shown = evaluate(SHOWN)
    expected = {"sideways": 0, "rows": 1, "heading": True, "is_dark": is_dark}
    assert shown == expected, (width, shown)
