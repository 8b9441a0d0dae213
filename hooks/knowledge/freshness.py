"""Whether a translation still says what its original says.

Answers: has the original changed since somebody compared the two? A translation quotes the hash of
the text that it translates, so that neither dates nor small edits in it say anything about that.
What has changed is comparison.py's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.languages import DOCS
from knowledge.pair import pairs
from knowledge.site import Site
from knowledge.source import Source

KEY = "translates"
DIGITS = 12
DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
RECORD = re.compile(rf"^{KEY}:.*$", re.MULTILINE)


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


def is_stale(original: Source, translation: Source) -> bool:
    """Whether a translation quotes another text than its original has now."""
    recorded = translation.meta(KEY)
    return DIGEST.fullmatch(recorded) is not None and recorded != digest(original)


def digest(source: Source) -> str:
    """The hash by which a translation quotes a text: 12 hexadecimal digits of its SHA-1.

    The front matter is left out; line ends and empty lines at both ends do not count.
    """
    body = source.body.strip("\n") + "\n"
    return hashlib.sha1(body.encode(), usedforsecurity=False).hexdigest()[:DIGITS]


def renewed(translation: Source, quoted: str) -> bytes:
    """A translation's file with another hash in its front matter.

    Args:
        translation: the file as it is, with front matter.
        quoted: the hash of the text that it now translates.
    """
    text = translation.content.decode("utf-8")
    line = f'{KEY}: "{quoted}"'
    end = sum(len(part) + 1 for part in text.split("\n")[: translation.front_matter_end - 1])
    head, rest = text[:end], text[end:]
    head = RECORD.sub(line, head) if RECORD.search(head) else f"{head}{line}\n"
    return (head + rest).encode()
