"""The `Finding` class, and how findings are formatted.

Answers: what is wrong, in which file and line, and how is it fixed? The severity of a finding is an
attribute of its rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

MAX_EXCERPT = 60


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault in one file."""

    path: str
    """Posix path from the repository's root, `docs/ja/guide.md`."""
    line: int
    """1-based line of the file on disk; 0 means the whole file."""
    code: str
    """The code of its rule: `LK002`."""
    problem: str
    """The fact, without a full stop: "no page 'polise.md' here"."""
    fix: str
    """The remedy, without a full stop: "Did you mean 'guide.md'?"."""
    about: str = field(default="", compare=False)
    """What else the finding depends on: the path of a source, a path with an id
    (`docs/ja/guide.md#how`), or a page in any language (`guide.md#`). Empty if only its line."""
    is_cause: bool = field(default=False, compare=False)
    """Whether it is the cause of the other findings with the same `about`."""


def format_finding(finding: Finding) -> str:
    """Format a finding as one line, `path:line: CODE fact. Remedy.`."""
    line = (
        f"{finding.path}:{finding.line}: {finding.code} "
        f"{_sentence(finding.problem)} {_sentence(finding.fix)}"
    )
    # Text quoted from a source must not add a line or a control sequence to the output.
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


def format_summary(
    findings: Iterable[Finding], notices: frozenset[str], rules_pages: Iterable[str]
) -> str:
    """Format the last line of a list of findings: counts, and where the codes are explained.

    `notices` are codes; every other code is an error. `rules_pages` explain the codes.
    """
    codes = [finding.code for finding in findings]
    notice_count = sum(code in notices for code in codes)
    error_count = len(codes) - notice_count
    counts = f"{_counted(error_count, 'error')}, {_counted(notice_count, 'notice')}."
    pages = " and ".join(rules_pages)
    return f"{counts} The rules are explained in {pages}." if codes else counts


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def excerpt(text: str) -> str:
    """A text as a message quotes it: on one line, and cut off after MAX_EXCERPT characters."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_EXCERPT else f"{line[:MAX_EXCERPT]}..."


def in_ascii(text: str) -> str:
    r"""A text with all but printable ASCII escaped: a Cyrillic a becomes `\u0430`."""
    return "".join(sign if " " <= sign <= "~" and sign != "\\" else code_of(sign) for sign in text)


def code_of(sign: str) -> str:
    r"""Escape a character as `\u0430` or `\U0001f600`, and a backslash as two."""
    if sign == "\\":
        return "\\\\"
    return f"\\u{ord(sign):04x}" if ord(sign) < 1 << 16 else f"\\U{ord(sign):08x}"
