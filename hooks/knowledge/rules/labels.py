"""Check the labels that links of the form `[text][label]` refer to.

Answers: is a label defined twice, so that a link leads elsewhere than a reviewer sees? Labels
without a definition, and definitions without a link, are reported in links.py.
"""

from knowledge.markdown.source import Form, Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site


@source_rule("SF025", "repeated-label", stops_build=True)
def repeated_labels(source: Source, _: Site) -> Faults:
    """A label that is defined twice on a page: the last definition holds for every link."""
    first: dict[str, int] = {}
    for link in source.links:
        if link.form is not Form.DEFINITION:
            continue
        label = link.text.lower()
        if label in first:
            fact = f"the label '{link.text}' stands on line {first[label]} already, and the last"
            yield link.line, f"{fact} definition holds for all links", "Give this one another name"
        first.setdefault(label, link.line)
