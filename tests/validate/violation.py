"""A violation that a validator reports."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """One violation of a rule; `line` is 1-based, 0 for a whole file."""

    path: str
    line: int
    rule: str
    message: str
