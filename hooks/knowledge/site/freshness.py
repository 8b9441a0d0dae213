"""The hash by which a translation quotes the text that it translates.

Answers: has the original changed since somebody compared the two? Neither dates nor small edits in
a translation change that. What has changed is translation_diff.py's.
"""

from __future__ import annotations

import hashlib
import re

from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source

DIGITS = 12
DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
RECORD = re.compile(rf"^{Key.TRANSLATES}:.*$", re.MULTILINE)


def is_stale(original: Source, translation: Source) -> bool:
    """Whether a translation quotes another text than its original has now."""
    recorded = translation.meta(Key.TRANSLATES)
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
    line = f'{Key.TRANSLATES}: "{quoted}"'
    end = sum(len(part) + 1 for part in text.split("\n")[: translation.front_matter_end - 1])
    head, rest = text[:end], text[end:]
    head = RECORD.sub(line, head) if RECORD.search(head) else f"{head}{line}\n"
    return (head + rest).encode()
