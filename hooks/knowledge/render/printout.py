"""A page with a table to print: on paper the table stands alone, under the heading above it.

Answers: which parts of the page are not printed, and how is the table called? Runs before
links are resolved: the HTML of a card in the table would seem to end it.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from knowledge.render.page_context import View

PRINTOUT = re.compile(
    r'^(?P<before>.*)(?P<table><div class="printout">.*?</div>)(?P<after>.*)$', re.DOTALL
)
HEADING = re.compile(r"<h2[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h2>", re.DOTALL)


def printed_alone(html: str, view: View) -> str:
    """A page's HTML whose table, the last one marked as a printout, is printed alone."""
    if '<div class="printout">' not in html or not (found := PRINTOUT.match(html)):
        return html
    headings = HEADING.findall(found["before"])
    title = Markup(headings[-1]).striptags() if headings else ""
    caption = view.html("printout", "caption", title=title)
    table = found["table"].replace("<table>", f"<table>{caption}", 1)
    before, after = (
        view.html("printout", "not_printed", html=Markup(found[part]))
        for part in ("before", "after")
    )
    return f"{before}{table}{after}"
