"""Whether a translation still says what its original says.

Answers: has the original changed since somebody compared the two? A translation quotes the hash of
the text that it translates, so that neither dates nor small edits in it say anything about that.
What has changed is comparison.py's.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.site.counterparts import pairs
from knowledge.site.freshness import DIGEST, DIGITS, KEY, digest, is_stale
from knowledge.site.languages import DOCS
from knowledge.site.site import Site


def stale_translations(site: Site) -> Iterator[Finding]:
    """FR001: a translation whose original has changed since the two were compared."""
    for pair in pairs(site):
        original, translation = pair.original, pair.translation
        if is_stale(original, translation):
            page = translation.path.removeprefix(f"{DOCS}/")
            yield Finding(
                translation.path,
                translation.meta_line(KEY),
                "FR001",
                f"{original.path} has changed since this page was compared with it",
                f"See what changed with 'make freshness PAGE={page}'; when the two say the same "
                f"again, '{KEY}: \"{digest(original)}\"' says so",
            )


def unrecorded_translations(site: Site) -> Iterator[Finding]:
    """FR002: a translation that does not say which text it translates."""
    for pair in pairs(site):
        original, translation = pair.original, pair.translation
        text = translation.meta(KEY)
        if not DIGEST.fullmatch(text):
            page = translation.path.removeprefix(f"{DOCS}/")
            yield Finding(
                translation.path,
                translation.meta_line(KEY),
                "FR002",
                f"'{KEY}: {text}' is not {DIGITS} hexadecimal digits"
                if text
                else f"there is no '{KEY}:', which says which text of {original.path} this is",
                f"Compare the two, then call 'make freshness PAGE={page} RENEW=1', which writes "
                f"'{KEY}: \"{digest(original)}\"'",
            )
