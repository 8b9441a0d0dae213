"""One look at many cases: every one that fails is named, with its reason."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")


def look_at_each(cases: Iterable[Case], look: Callable[[Case], None]) -> None:
    """Look at each case, also behind one that fails.

    Args:
        cases: what is looked at; there is at least one.
        look: fails as a test does.

    Raises:
        AssertionError: names every case that failed.
    """
    cases, faults = list(cases), []
    for case in cases:
        try:
            look(case)
        except Exception as fault:
            faults.append(f"{case}: {type(fault).__name__}: {fault}")
    assert cases
    assert not faults, f"{len(faults)} of {len(cases)}\n" + "\n\n".join(faults)
