"""Run axe-core on the current state of a page and describe the violations."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "vendor/axe/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""WCAG 2.2 AA (which includes JIS X 8341-3:2016 AA, that is WCAG 2.0) and axe's best practices."""
BEYOND = ("color-contrast-enhanced",)
"""Rules beyond AA that this site promises: a contrast of 7:1."""
COLOUR = ("color-contrast", *BEYOND, "link-in-text-block")
"""Rules about colours, the only ones that depend on the colour scheme. The enhanced contrast rule
skips elements that already fail the plain one."""
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
    """Every violation as a text: rule, element and how to fix it.

    Args:
        page: a page of a context with `bypass_csp`, so that axe can be injected.
        only: the rules to run; by default all of TAGS and BEYOND.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_source())
    return page.evaluate(RUN, [TAGS, BEYOND, only])
