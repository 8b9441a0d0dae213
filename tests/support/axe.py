"""Run axe-core on the current state of a page and describe the violations."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "vendor/axe/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""WCAG 2.2 AA (which includes JIS X 8341-3:2016 AA, that is WCAG 2.0) and axe's best practices."""
COLOUR = ("color-contrast", "link-in-text-block")
"""Rules about colours, the only ones that depend on the colour scheme."""
CONTRAST = """axe.configure({ checks: [{ id: "color-contrast", options: {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false,
  boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
  pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.1, textStrokeEmMin: 0.03,
} }] });"""
"""axe's own options, but with the contrast that this site promises: 7:1, that of AAA. The rule for
AAA would measure every text a second time, and leave out those that fail AA."""
RUN = """async ([tags, only]) => {
  const found = await axe.run(document, {
    runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags },
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
    return FILE.read_text("utf-8") + CONTRAST


def violations(page, *, only=None):
    """Every violation as a text: rule, element and how to fix it.

    Args:
        page: a page of a context with `bypass_csp`, so that axe can be injected.
        only: the rules to run; by default all of TAGS.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_source())
    return page.evaluate(RUN, [TAGS, only])
