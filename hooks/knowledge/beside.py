"""Work that goes on beside the build, in a process of its own.

Answers: what did it find? Where a system cannot fork, or the process ends without an answer, the
work is done when it is asked for.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from typing import Generic, TypeVar, cast

Result = TypeVar("Result")
NICENESS = 10
"""Of what gives way (POSIX, nice)."""


def cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Beside(Generic[Result]):
    """One piece of work, begun at once; its result has to be one that can be pickled.

    Args:
        work: what to do.
        gives_way: whether everything else goes first, where there are fewer cores than work.
    """

    def __init__(self, work: Callable[[], Result], *, gives_way: bool = False) -> None:
        self._work = work
        self._answer: int | None = None
        if hasattr(os, "fork"):
            self._answer, question = os.pipe()
            self._child = os.fork()
            if not self._child:
                os.nice(NICENESS if gives_way else 0)
                self._answer_and_end(question)
            os.close(question)

    def answer(self) -> Result | None:
        """What the process gave; None where it did not come to an end. To be asked for once."""
        if self._answer is None:
            return None
        with os.fdopen(self._answer, "rb") as pipe:
            said = pipe.read()
        self._answer = None
        _, status = os.waitpid(self._child, 0)
        return None if status else cast(Result, pickle.loads(said))

    def result(self) -> Result:
        """What the work gave; waits for it, or does it here. To be asked for once."""
        found = self.answer()
        return self._work() if found is None else found

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._answer is not None:
            os.kill(self._child, signal.SIGKILL)
            self.answer()

    def _answer_and_end(self, pipe: int) -> None:
        """What the child does: nothing of the parent's is flushed or closed by it."""
        status = 1
        try:
            said = pickle.dumps(self._work())
            while said:
                said = said[os.write(pipe, said) :]
            status = 0
        finally:
            os._exit(status)
