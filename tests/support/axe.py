"""What axe-core finds on a page as it is now: its faults, in words."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "vendor/axe/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""WCAG 2.2 AA (and with it JIS X 8341-3:2016 AA, which is WCAG 2.0) and what axe advises."""
BEYOND = ("color-contrast-enhanced",)
"""What this site promises beyond AA: a contrast of 7:1."""
COLOUR = ("color-contrast", *BEYOND, "link-in-text-block")
"""Rules that look at colours; the others look at what is there, in whatever colour. The enhanced
one leaves out what the plain one finds."""
RUN = """async ([tags, beyond, only]) => {
  const rules = Object.fromEntries(beyond.map((id) => [id, { enabled: true }]));
  const found = await axe.run(document, {
    runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags },
    ...(only ? {} : { rules }),
    resultTypes: ["violations"],
    // No rule here asks for the styles as text, and no page has a frame.
    preload: false,
    iframes: false,
  });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`));
}"""


@cache
def _source():
    return FILE.read_text("utf-8")


def violations(page, *, only=None):
    """Every violation: rule, element and how to mend it.

    Args:
        page: of a context that lets axe in (`bypass_csp`).
        only: the rules to ask; by default all of TAGS and BEYOND.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_source())
    return page.evaluate(RUN, [TAGS, BEYOND, only])
