"""Findings grouped by their cause, so that one mistake is one line.

Answers: which findings are only consequences of another one? A fault that makes the rest of a file
unreadable causes findings below it, in the translation and in links to the file; a missing id
causes one finding per link; a fault within one page causes differences from its translations.
Consequences are counted with their cause; those that remain once it is fixed are reported then.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from knowledge.finding import Finding, format_finding
from knowledge.rules.registry import NOTICES, RULES
from knowledge.rules.rule import Breaks

BREAKS = {rule.code: rule.breaks for rule in RULES}
NEVER_HIDDEN = ("SF", "LK017")
"""Code prefixes of safety rules: always listed, whatever else is wrong on their line."""
COMPARING = frozenset(rule.code for rule in RULES if rule.compares)
OF_ONE_PAGE = ("SR", "LK", "SF")
"""Code prefixes of rules about a single page, which can cause findings that compare two pages."""
PROSE, LINK, LEFT_AS_TEXT = "PR", "LK", "SR011"
"""Prefixes of the prose rules and of those about links, which cause no fault of prose; and the rule
about Markdown shown as text, which can."""
MAX_OF_A_RULE = 3
"""Maximum number of notices of one rule that are listed one by one."""
RANK = {rule.code: index for index, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding, and the findings that follow from it."""

    finding: Finding
    follows: tuple[Finding, ...] = ()


def by_cause(findings: Sequence[Finding]) -> list[Cause]:
    """Group findings by their cause, in the order of the causes.

    Notices are not grouped, unless an error makes the rest of their file unreadable.
    """
    errors = [each for each in findings if each.code not in NOTICES]
    breaking = [f for f in errors if f.is_cause or (f.code in BREAKS and _is_breaking(f))]
    breaking.sort(key=lambda found: (found.path, *_order(found)))
    lost = _lost_ids(findings)
    causes = {finding: _root_cause(finding, breaking, lost) for finding in errors}
    of_rest = {f.path: f for f in reversed(breaking) if BREAKS[f.code] is Breaks.REST}
    for notice in findings:
        if notice.code in NOTICES and notice.path in of_rest:
            causes[notice] = causes[of_rest[notice.path]]
    alone = sorted(
        each
        for each in set(causes.values())
        if each.line and each.code.startswith(OF_ONE_PAGE) and each.code not in COMPARING
    )
    follows: dict[Finding, list[Finding]] = {finding: [] for finding in findings}
    for finding, cause in causes.items():
        root = cause
        if cause.code in COMPARING:
            root = _cause_in_either_page(cause, alone)
        elif cause.code.startswith(PROSE):
            own = (e for e in alone if e.path == cause.path and not e.code.startswith(LINK))
            root = next((e for e in own if e.code == LEFT_AS_TEXT or e.line == cause.line), cause)
        if root != finding:
            follows[root].append(finding)
            del follows[finding]
    return [Cause(each, tuple(follows[each])) for each in sorted(follows)]


def format_cause(cause: Cause) -> str:
    """Format a cause as one line, with the number of findings that follow from it."""
    count = len(cause.follows)
    return format_finding(cause.finding) + (f" And {count} that follow from it." if count else "")


def short_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """The lines for a terminal: one per cause, and one for all notices of a frequent rule.

    Notices come first, so that the errors are at the end, next to the prompt.
    """
    causes = {cause.finding: cause for cause in by_cause(findings)}
    counts = Counter(each.code for each in causes)
    told: set[str] = set()
    for each in errors_last(causes):
        if each.code not in NOTICES or counts[each.code] <= MAX_OF_A_RULE:
            yield format_cause(causes[each])
        elif each.code not in told:
            told.add(each.code)
            more = f" And {counts[each.code] - 1} more {each.code}: 'make check ALL=1' lists them."
            yield format_cause(causes[each]) + more


def errors_last(findings: Iterable[Finding]) -> list[Finding]:
    """Findings with the notices first."""
    return sorted(findings, key=lambda each: each.code not in NOTICES)


def _root_cause(
    finding: Finding, breaking: Sequence[Finding], lost: Mapping[str, Finding]
) -> Finding:
    """The last finding of a chain of causes; in a cycle, one that breaks a file, else the first."""
    chain = [finding]
    while (cause := _cause_of(chain[-1], breaking, lost)) not in chain:
        chain.append(cause)
    circle = chain[chain.index(cause) :]
    return min(circle, key=lambda each: (BREAKS[each.code] is not Breaks.REST, each))


def _cause_in_either_page(finding: Finding, alone: Iterable[Finding]) -> Finding:
    """The cause, within one of two pages, of a finding that compares them; else itself.

    Prefers a cause on the line of the finding, or on a line that its message quotes.
    """
    other = finding.about.partition("#")[0]
    is_named = re.compile(r"\bdocs/[^\s:]+")
    paths = {other, finding.path, *is_named.findall(finding.problem)}
    own = [each for each in alone if each.path in paths]
    named = (e for e in own if e.path == finding.path and e.line == finding.line)
    quoted = (e for e in own if re.search(rf"{re.escape(e.path)}:{e.line}\b", finding.problem))
    return next(chain(named, quoted, own), finding)


def _cause_of(
    finding: Finding, breaking: Iterable[Finding], lost: Mapping[str, Finding]
) -> Finding:
    """The finding that one follows from; itself if there is none."""
    found = next((each for each in breaking if _explains(each, finding)), finding)
    # A lost id is the better explanation, unless the rest of the file cannot be read.
    is_stronger = BREAKS.get(found.code) is Breaks.REST and found != finding
    first = lost.get(finding.about, finding)
    return found if is_stronger or first == finding else first


def _explains(root: Finding, finding: Finding) -> bool:
    """Whether a finding follows from one that breaks its line or the rest of its file."""
    if root == finding:
        return False
    about = finding.about.partition("#")[0]
    is_about = root.path == about or (root.path == finding.path and _are_alike(about, root.path))
    is_first = not _is_breaking(finding) or _order(root) < _order(finding)
    if BREAKS[root.code] is Breaks.REST:
        is_below = root.path == finding.path and (finding.line >= root.line or not finding.line)
        return is_about or (is_below and is_first)
    is_on_line = (root.path, root.line) == (finding.path, finding.line)
    is_on_line = is_on_line and not finding.code.startswith(NEVER_HIDDEN)
    return is_on_line and is_first


def _are_alike(path: str, other: str) -> bool:
    """Whether two sources are the same page in two languages: `docs/ja/a.md`, `docs/en/a.md`."""
    return path != other and path.split("/")[2:] == other.split("/")[2:]


def _is_breaking(finding: Finding) -> bool:
    return finding.is_cause or BREAKS[finding.code] is not Breaks.NOTHING


def _order(finding: Finding) -> tuple[int, bool, int]:
    """By line; on one line, what breaks the rest of the file comes first."""
    is_of_line = BREAKS[finding.code] is not Breaks.REST
    return finding.line, is_of_line, RANK[finding.code]


def _lost_ids(findings: Iterable[Finding]) -> dict[str, Finding]:
    """By missing id: its cause, else the finding in the page that had it, else the first one."""
    found: dict[str, Finding] = {}
    for finding in findings:
        if "#" in finding.about:
            known = found.get(finding.about)
            if known is None or _is_nearer(finding, known):
                found[finding.about] = finding
    return found


def _is_nearer(finding: Finding, other: Finding) -> bool:
    """Whether a finding is nearer to the cause of both than another about the same id."""
    ranks = ((f.is_cause, f.about.startswith(f"{f.path}#")) for f in (finding, other))
    first, second = ranks
    return first > second
