"""Check the Atom feeds of the built site against the grammar of RFC 4287 (atom.rng)."""

from pathlib import Path

from lxml import etree

from validate.violation import Violation

GRAMMAR = Path(__file__).with_name("atom.rng")


def violations_in_feeds(feeds: list[Path], site: Path) -> list[Violation]:
    """The violations of the feeds of a site, sorted; a feed that is no XML has one."""
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    found: list[Violation] = []
    for feed in feeds:
        path = feed.relative_to(site).as_posix()
        try:
            grammar.validate(etree.parse(feed))
            errors = [(e.line, e.message) for e in grammar.error_log]
        except etree.XMLSyntaxError as error:
            errors = [(error.lineno or 0, error.msg or "no XML")]
        found += [Violation(path, line, "atom", " ".join(text.split())) for line, text in errors]
    return sorted(found)
