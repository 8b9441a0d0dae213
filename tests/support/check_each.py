"""Check many cases in one test and report every one that fails."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")


def check_each(cases: Iterable[Case], check: Callable[[Case], None]) -> None:
    """Check each case, going on after a failure.

    Args:
        cases: at least one.
        check: raises an exception for a case that fails.

    Raises:
        AssertionError: lists every case that failed, with its exception; or there are no cases.
    """
    cases, faults = list(cases), []
    for case in cases:
        try:
            check(case)
        except Exception as fault:
            faults.append(f"{case}: {type(fault).__name__}: {fault}")
    assert cases
    assert not faults, f"{len(faults)} of {len(cases)}\n" + "\n\n".join(faults)
