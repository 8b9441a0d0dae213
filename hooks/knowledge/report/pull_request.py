"""The result of a check on GitHub: annotations of lines, and a job summary in every language.

Answers: how is a finding written as a workflow command, and findings and changed data as Markdown
tables? Source: GitHub Docs, "Workflow commands for GitHub Actions", and GitHub's heading anchors.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding import Finding, in_ascii
from knowledge.report.causes import Cause, by_cause, format_cause
from knowledge.report.change import MAX_LENGTH, DataChange, in_pieces, limited_evenly
from knowledge.report.explanations import sentence_of, title_of
from knowledge.rules.registry import NOTICES, RULES_PAGE
from knowledge.site.languages import source_in
from knowledge.site.site import Site

MAX_ROWS = 100
"""Limit of rows in one table; the number of rows left out is shown below it."""
MAX_CHANGES = 600
"""Limit of changed sentences in one table, and of other changes that are not critical."""
MAX_BYTES = 900_000
"""Limit of all tables of changes: GitHub takes a megabyte of Markdown."""


def workflow_commands(site: Site, findings: Sequence[Finding]) -> Iterator[str]:
    """One workflow command for each cause, most important first: GitHub shows ten of a level."""
    for cause in _by_importance(by_cause(findings)):
        code = cause.finding.code
        yield workflow_command(
            cause,
            "notice" if code in NOTICES else "error",
            title_of(site, code, site.languages.default),
            _sentences(site, code),
        )


def workflow_command(
    cause: Cause, level: str, title: str = "", sentences: Sequence[str] = ()
) -> str:
    """Format a cause as a workflow command of GitHub Actions: `error`, `warning` or `notice`.

    Without a title, the code of the finding is one. `sentences` say in other languages what the
    rule finds.
    """
    finding = cause.finding
    message = "\n".join((format_cause(cause).partition(f" {finding.code} ")[2], *sentences))
    line = f",line={finding.line}" if finding.line else ""
    return (
        f"::{level} file={_escaped(finding.path, ':,')}{line}"
        f",title={_escaped(title or finding.code, ':,')}::{_escaped(message)}"
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a check, for `markdown`."""

    site: Site
    findings: Sequence[Finding]
    files: str
    """URL of the repository's files, with a slash at the end; empty if it is not known."""
    changes: Sequence[DataChange] = ()
    """Changed numbers, URLs, buttons, aliases and sentences."""
    unnamed: Finding | None = None
    """The finding of `unnamed_owners`; None if reviewers are named."""


def markdown(summary: Summary) -> str:
    """Format a summary as Markdown, once in each complete language."""
    languages = summary.site.languages.complete
    parts = (line for code in languages for line in _in_language(summary, code))
    return "\n".join([*_counts(summary), *parts])


def _counts(summary: Summary) -> Iterator[str]:
    """The counts with fixed English words, which a change to interface.yml cannot distort."""
    notices = sum(finding.code in NOTICES for finding in summary.findings)
    yield (
        f"**Errors: {len(summary.findings) - notices}. Notices: {notices}. Numbers, hosts, "
        f"buttons, sentences and other data that changed: {len(summary.changes)}.**\n"
    )


def _in_language(summary: Summary, language: str) -> Iterator[str]:
    text = summary.site.data.interface.text
    yield from _changes(summary, language)
    if summary.unnamed:
        yield f"> {text('check-owners', language, place=f'`{summary.unnamed.path}`')}\n"
    notice_count = sum(finding.code in NOTICES for finding in summary.findings)
    error_count = len(summary.findings) - notice_count
    title = text("check-title", language, errors=str(error_count), notices=str(notice_count))
    yield f"## {title}\n"
    path = source_in(language, RULES_PAGE)
    if summary.findings:
        heads = (text(f"check-{column}", language) for column in ("place", "code", "finding"))
        yield f"| {' | '.join(heads)} |\n| --- | --- | --- |"
        yield from _rows(summary, language)
    if (more := len(by_cause(summary.findings)) - MAX_ROWS) > 0:
        yield f"\n{text('check-more', language, count=str(more))}"
    yield f"\n{text('check-rules', language, page=f'`{path}`')}\n"


def _changes(summary: Summary, language: str) -> Iterator[str]:
    """The table of changed data, above the findings because no rule can check its truth."""
    text = summary.site.data.interface.text
    if summary.changes:
        yield f"## {text('check-changed', language, count=str(len(summary.changes)))}\n"
        columns = ("place", "changed-what", "before", "after")
        yield f"| {' | '.join(text(f'check-{column}', language) for column in columns)} |"
        yield "| --- | --- | --- | --- |"
    changes = list(in_pieces(summary.changes))
    critical = [change for change in changes if change.is_critical]
    texts = [change for change in changes if change.is_text]
    others = [each for each in changes if not each.is_critical and not each.is_text]
    shown = [*critical, *(e for part in (others, texts) for e in limited_evenly(part, MAX_CHANGES))]
    room = MAX_BYTES // len(summary.site.languages.complete)
    listed = 0
    for change in shown:
        place = _place(summary, in_ascii(change.path), change.line)
        what = change.what[:MAX_LENGTH]
        cells = (_verbatim(cell) for cell in (what, change.before, change.after))
        row = f"| {place} | {' | '.join(cells)} |"
        room -= len(row.encode()) + 1
        if room < 0:
            break
        listed += 1
        yield row
    if more := len(changes) - listed:
        yield f"\n{text('check-more', language, count=str(more))}"
    if summary.changes:
        yield ""


def _rows(summary: Summary, language: str) -> Iterator[str]:
    """One table row for each cause, errors first; its code links to the page of rules."""
    path = source_in(language, RULES_PAGE)
    rules = summary.site.sources.get(path)
    anchors = {h.id: _github_anchor(h.text, h.id) for h in rules.headings} if rules else {}
    causes = by_cause(summary.findings)
    for cause in _by_importance(causes)[:MAX_ROWS]:
        finding = cause.finding
        place, code = _place(summary, finding.path, finding.line), finding.code
        message = _cell(format_cause(cause).partition(f" {code} ")[2])
        if sentence := sentence_of(summary.site, code, language):
            message += f"<br>{_cell(sentence)}"
        title = _cell(title_of(summary.site, code, language))
        if summary.files and (anchor := anchors.get(code.lower())):
            title = f"[{title}]({summary.files}{path}#{anchor})"
        yield f"| {place} | {title} | {message} |"


def _place(summary: Summary, path: str, line: int) -> str:
    """`path:line` as Markdown, as a link if the URL of the files is known."""
    place = _cell(f"{path}:{line}")
    return f"[{place}]({summary.files}{path}?plain=1#L{line})" if summary.files and line else place


def _sentences(site: Site, code: str) -> list[str]:
    """What a rule finds, in each complete language but that of the findings."""
    found = (sentence_of(site, code, language) for language in site.languages.complete)
    return [sentence for sentence in found if sentence]


def _by_importance(causes: Sequence[Cause]) -> list[Cause]:
    """Errors first, then rare codes: a code that many files share is probably an old problem."""
    counts = Counter(cause.finding.code for cause in causes)
    return sorted(
        causes, key=lambda each: (each.finding.code in NOTICES, counts[each.finding.code])
    )


def _github_anchor(text: str, anchor: str | None) -> str:
    """The anchor that GitHub generates for a heading; it treats `{#id}` as text."""
    shown = f"{text} {anchor}".lower()
    return re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")


def _cell(text: str) -> str:
    """Escape a text for a cell of a Markdown table."""
    return re.sub(r"([\\`*_{}\[\]<>|#!&])", r"\\\1", text.replace("\n", " "))


def _verbatim(text: str) -> str:
    """Format a text as code in a cell of a Markdown table, so that GitHub links no URL in it."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|") if text else "—"


def _escaped(text: str, also: str = "") -> str:
    """Escape a text for a workflow command; `also` has further characters to escape."""
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
