"""Find the line of a page from which an anchor was removed.

Answers: where on the page was the anchor that links still point to? Compares the page with itself
in the merge base, and with its counterparts. Used by links.py.
"""

from knowledge.markdown.source import Source
from knowledge.rules.rule import DependentFaults
from knowledge.site.counterparts import in_other_languages
from knowledge.site.redirects import renamed_to
from knowledge.site.site import Site
from knowledge.suggestion import nearest


def lost_anchor(site: Site, path: str, anchor: str, count: int) -> DependentFaults:
    """Yield at most one finding, on the line where an anchor with `count` links was removed."""
    here, page_path = site.sources[path], site.languages.page_path(path)
    place = _place_before(site, here, anchor)
    what = "a link leads" if count == 1 else f"{count} links lead"
    links = f": {what} to it" if count else ""
    for there in in_other_languages(here, site):
        lines = {each.id: each.line for each in there.anchors}
        if anchor in lines:
            ids = list(lines)
            above = [each for each in here.anchors if each.id in ids[: ids.index(anchor)]]
            fact = f"'#{anchor}' is gone from here{links}, and {there.path}:{lines[anchor]}"
            only_here = here.ids - set(ids)
            remedy = "Bring it back, or take it out of every language and mend the links"
            if near := nearest(anchor, only_here):
                remedy = f"Write '{{#{anchor}}}' in place of '{near}', or rename it everywhere"
            line = above[-1].line if above else 0
            below = next((each.line for each in here.anchors if each.id in ids[len(above) :]), 0)
            # If exactly one heading here is new at that place, the id was taken off it.
            new = [
                each.line
                for each in here.headings
                if line < each.line and (each.line < below or not below) and each.id not in ids
            ]
            if len(new) == 1:
                line = new[0]
                if remedy.startswith("Bring"):
                    remedy = f"Write '{{#{anchor}}}' behind this heading, if it is the one meant"
            elif place:
                line = place
            yield path, line, f"{fact} still has it", remedy, f"{path}#{anchor}", True
            return
    if place and count and not renamed_to(site, page_path, anchor):
        fact = f"'#{anchor}' is gone from here{links}"
        remedy = "Bring it back, or lead each link to what says it now"
        yield path, place, fact, remedy, f"{path}#{anchor}", True


def _place_before(site: Site, here: Source, anchor: str) -> int:
    """1-based line of the text that came after an anchor before it was removed; 0 if unknown."""
    before = site.at_merge_base(here)
    line = next((each.line for each in before.anchors if each.id == anchor), 0)
    then, now = (
        each.content.decode("utf-8", errors="replace").split("\n") for each in (before, here)
    )
    for text in then[line:] if line else ():
        if text.strip() and now.count(text) == 1:
            return now.index(text) + 1
    return 0
