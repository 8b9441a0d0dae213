"""Whether the people are named who are asked to review a change.

Answers: does CODEOWNERS still hold the names that stand in for real teams? Which paths it covers
is for a test of the repository to say.
"""

from __future__ import annotations

from pathlib import Path

from knowledge.finding import Finding

CODE_OWNERS = ".github/CODEOWNERS"
STAND_IN = "your-organisation"
"""In the place of the organisation that has the teams."""


def unnamed_owners(root: Path, organisation: str) -> Finding | None:
    """A warning where nobody is asked to review; None where people are named.

    Args:
        root: the repository's root.
        organisation: who has the repository on the host; empty outside of it.
    """
    if organisation in ("", STAND_IN):
        return None
    try:
        lines = (root / CODE_OWNERS).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return _warning(0, "there is no such file")
    for number, line in enumerate(lines, start=1):
        owners = line.partition("#")[0].split()[1:]
        if any(owner.startswith(f"@{STAND_IN}/") for owner in owners):
            return _warning(number, f"'@{STAND_IN}' only stands in for real teams")
    return None


def _warning(line: int, problem: str) -> Finding:
    return Finding(
        CODE_OWNERS,
        line,
        "CODEOWNERS",
        f"{problem}, so nobody is asked to review what protects readers",
        "Name teams that may write here, as SECURITY.md says under 'Once, before publishing'",
    )
