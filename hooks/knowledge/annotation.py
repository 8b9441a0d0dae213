"""Findings as a pull request shows them: on their lines, and as a table in every language.

Answers: how does GitHub read a finding (workflow commands), and what does the summary of a check
say? Source: GitHub Docs, "Workflow commands for GitHub Actions", and its heading anchors.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding import Finding, format_finding
from knowledge.languages import source_in
from knowledge.site import Site

MOST_ROWS = 100
"""Rows of one table; what is beyond is counted."""


def workflow_commands(findings: Sequence[Finding], notices: frozenset[str]) -> Iterator[str]:
    """One workflow command for each finding, by importance: GitHub shows ten of a level."""
    for finding in _by_importance(findings, notices):
        level = "notice" if finding.code in notices else "error"
        message = format_finding(finding).partition(f" {finding.code} ")[2]
        line = f",line={finding.line}" if finding.line else ""
        yield (
            f"::{level} file={_escaped(finding.path, ':,')}{line},title={finding.code}"
            f"::{_escaped(message)}"
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check found, to be told in every complete language."""

    site: Site
    findings: Sequence[Finding]
    notices: frozenset[str]
    """The codes that are notices."""
    rules_page: str
    """The page that explains the codes, inside a language."""
    files: str
    """Where the repository's files can be read, with a slash at the end; empty where that is not
    known."""


def markdown(summary: Summary) -> str:
    """A summary as Markdown, once in each complete language."""
    languages = summary.site.languages.complete
    return "\n".join(line for code in languages for line in _in_language(summary, code))


def _in_language(summary: Summary, language: str) -> Iterator[str]:
    text = summary.site.data.interface.text
    notice_count = sum(finding.code in summary.notices for finding in summary.findings)
    error_count = len(summary.findings) - notice_count
    title = text("check-title", language, errors=str(error_count), notices=str(notice_count))
    yield f"## {title}\n"
    path = source_in(language, summary.rules_page)
    if summary.findings:
        heads = (text(f"check-{column}", language) for column in ("place", "code", "finding"))
        yield f"| {' | '.join(heads)} |\n| --- | --- | --- |"
        yield from _rows(summary, path)
    if (more := len(summary.findings) - MOST_ROWS) > 0:
        yield f"\n{text('check-more', language, count=str(more))}"
    yield f"\n{text('check-rules', language, page=f'`{path}`')}\n"


def _rows(summary: Summary, path: str) -> Iterator[str]:
    """One row for each finding, errors first; its code leads to its section of the rules."""
    rules = summary.site.sources.get(path)
    anchors = {h.id: _github_anchor(h.text, h.id) for h in rules.headings} if rules else {}
    for finding in _by_importance(summary.findings, summary.notices)[:MOST_ROWS]:
        place, code = _cell(f"{finding.path}:{finding.line}"), finding.code
        message = format_finding(finding).partition(f" {code} ")[2]
        if summary.files and finding.line:
            place = f"[{place}]({summary.files}{finding.path}?plain=1#L{finding.line})"
        if summary.files and (anchor := anchors.get(code.lower())):
            code = f"[{code}]({summary.files}{path}#{anchor})"
        yield f"| {place} | {code} | {_cell(message)} |"


def _by_importance(findings: Sequence[Finding], notices: frozenset[str]) -> list[Finding]:
    """Errors first; then what is rare, for what many files share has been there before."""
    counts = Counter(finding.code for finding in findings)
    return sorted(findings, key=lambda found: (found.code in notices, counts[found.code]))


def _github_anchor(text: str, anchor: str | None) -> str:
    """The anchor that GitHub gives to a heading, whose `{#id}` it takes for text."""
    shown = f"{text} {anchor}".lower()
    return re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")


def _cell(text: str) -> str:
    """A text in a Markdown table, as it is: nothing of a source is shown as markup."""
    return re.sub(r"([\\`*_{}\[\]<>|#!&])", r"\\\1", text.replace("\n", " "))


def _escaped(text: str, also: str = "") -> str:
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
