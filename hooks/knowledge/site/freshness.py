"""Detect stale translations by the hash of the original in their front matter.

Answers: has the original changed since somebody last compared the two? Dates and edits of the
translation do not matter. report/translation_status.py shows what has changed.
"""

import hashlib
import re

from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source

DIGITS = 12
DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
DIGEST_LINE = re.compile(rf"^{Key.TRANSLATES}:.*$", re.MULTILINE)


def is_stale(original: Source, translation: Source) -> bool:
    """Whether the original has changed since the translation recorded its hash."""
    recorded = translation.meta(Key.TRANSLATES)
    return DIGEST.fullmatch(recorded) is not None and recorded != digest(original)


def digest(source: Source) -> str:
    """The hash of a source's text: the first 12 hexadecimal digits of its SHA-1.

    The front matter is left out; line ends and empty lines at both ends do not count.
    """
    body = source.body.strip("\n") + "\n"
    return hashlib.sha1(body.encode(), usedforsecurity=False).hexdigest()[:DIGITS]


def with_digest(translation: Source, original_digest: str) -> bytes:
    """The content of a translation's file with a new hash in the front matter that it has."""
    text = translation.content.decode("utf-8")
    line = f'{Key.TRANSLATES}: "{original_digest}"'
    end = sum(len(part) + 1 for part in text.split("\n")[: translation.front_matter_end - 1])
    head, rest = text[:end], text[end:]
    head = DIGEST_LINE.sub(line, head) if DIGEST_LINE.search(head) else f"{head}{line}\n"
    return (head + rest).encode()
