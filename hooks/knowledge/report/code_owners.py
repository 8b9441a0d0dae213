"""Check that CODEOWNERS names real reviewers.

Answers: does CODEOWNERS exist, without the placeholder for a real team? Which paths it covers is
checked by a test of the repository.
"""

from pathlib import Path

from knowledge.finding import Finding

CODE_OWNERS = ".github/CODEOWNERS"
PLACEHOLDER = "your-organisation"
"""Placeholder for the name of the organisation that has the teams."""


def unnamed_owners(root: Path, organisation: str) -> Finding | None:
    """A finding if no reviewer is named; None if there are some, or outside of GitHub."""
    if organisation in ("", PLACEHOLDER):
        return None
    try:
        lines = (root / CODE_OWNERS).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return _warning(0, "there is no such file")
    for number, line in enumerate(lines, start=1):
        owners = line.partition("#")[0].split()[1:]
        if any(owner.startswith(f"@{PLACEHOLDER}/") for owner in owners):
            return _warning(number, f"'@{PLACEHOLDER}' only stands in for real teams")
    return None


def _warning(line: int, problem: str) -> Finding:
    return Finding(
        CODE_OWNERS,
        line,
        "CODEOWNERS",
        f"{problem}, so nobody is asked to review what protects readers",
        "Name teams that may write here, as SECURITY.md says under 'Once, before publishing'",
    )
