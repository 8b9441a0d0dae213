"""Check that no file still holds two versions of a text.

Answers: did a merge leave its markers behind? A complete conflict is reported inside code too.
"""

import re

from knowledge.markdown.fences import without_fences
from knowledge.rules.rule import Breaks, PlacedFaults, site_rule
from knowledge.site.site import Site

MARKER = re.compile(rb"^(<{7}|\|{7}|>{7})(?: .*|\r?)$", re.MULTILINE)
"""Source: gitattributes(5), conflict-marker-size."""
MIDDLE = re.compile(rb"^={7}\r?$", re.MULTILINE)
"""The middle marker; no page underlines a heading (LK010)."""
WHOLE = re.compile(rb"^<{7} .*^={7}\r?$.*^>{7} ", re.MULTILINE | re.DOTALL)


@site_rule("SR012", "merge-conflict", breaks=Breaks.REST)
def merge_conflicts(site: Site) -> PlacedFaults:
    """A marker of a merge conflict: two versions of a text stand in the file."""
    texts = ((p, c) for p, c in site.folder.files.items() if p not in site.assets)
    for path, content in texts:
        middle = MIDDLE.search(content) if path.endswith(".md") else None
        if not MARKER.search(content) and not middle:
            continue
        lines = list(enumerate(content.decode("utf-8", errors="replace").split("\n"), start=1))
        if not WHOLE.search(content) and path.endswith(".md"):  # an example in code may show one
            lines = without_fences(lines)[2]
        for line, text in lines:
            found = MARKER.match(text.encode())
            is_left = middle and not MARKER.search(content) and text.rstrip("\r") == "=" * 7
            if found or is_left:
                sign = found[1].decode() if found else text.strip()
                fact = f"'{sign}' is left of a merge: two versions of this text may stand here"
                yield path, line, fact, "Keep one version, and delete the lines with the signs"
