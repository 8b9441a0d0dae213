"""Pages with a table to fill in by hand: only the table is printed, with a caption.

Answers: which parts of such a page are not printed, and what is the table's caption? Has to run
before links are resolved: a contact card in the table contains a `</div>`, at which the pattern
would end.
"""

import re

from markupsafe import Markup

from knowledge.render.page_context import BuiltPage

PRINTOUT = re.compile(
    r'^(?P<before>.*)(?P<table><div class="printout">.*?</div>)(?P<after>.*)$', re.DOTALL
)
HEADING = re.compile(r"<h2[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h2>", re.DOTALL)


def with_caption(html: str, built: BuiltPage) -> str:
    """Mark everything outside a page's printout table as not printed, and give it a caption.

    The caption is the h2 above the table. Of several tables marked as printouts, the last counts.
    """
    if '<div class="printout">' not in html or not (found := PRINTOUT.match(html)):
        return html
    headings = HEADING.findall(found["before"])
    title = Markup(headings[-1]).striptags() if headings else ""
    caption = built.context.html("printout", "caption", title=title)
    table = found["table"].replace("<table>", f"<table>{caption}", 1)
    before, after = (
        built.context.html("printout", "not_printed", html=Markup(found[part]))
        for part in ("before", "after")
    )
    return f"{before}{table}{after}"
