"""Work that goes on beside the build, in a process of its own.

Answers: what did it find? Where a system cannot fork, or the process ends without an answer, the
work is done when it is asked for.
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
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
        if not hasattr(os, "fork"):
            return
        # What was written and not yet sent would be sent by both.
        sys.stdout.flush()
        sys.stderr.flush()
        # Else the collector would write into all that both have, and each page of it be copied.
        gc.freeze()
        answer, question = os.pipe()
        try:
            self._child = os.fork()
        except OSError:  # no memory, or too many processes
            os.close(answer)
            os.close(question)
            return
        if not self._child:
            self._answer_and_end(question, answer, NICENESS if gives_way else 0)
        os.close(question)
        self._answer = answer
        atexit.register(self.end)

    def answer(self) -> Result | None:
        """What the process gave; None where it did not come to an end. To be asked for once."""
        if self._answer is None:
            return None
        with os.fdopen(self._answer, "rb") as pipe:
            said = pipe.read()
        self._answer = None
        atexit.unregister(self.end)
        return cast(Result, pickle.loads(said)) if self._has_ended_well() and said else None

    def result(self) -> Result:
        """What the work gave; waits for it, or does it here. To be asked for once."""
        found = self.answer()
        return self._work() if found is None else found

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._answer is not None:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self.answer()

    def _has_ended_well(self) -> bool:
        try:
            return not os.waitpid(self._child, 0)[1]
        except ChildProcessError:  # where SIGCHLD is ignored nobody can say
            return True

    def _answer_and_end(self, question: int, answer: int, niceness: int) -> None:
        """What the child does: nothing of the parent's is closed by it."""
        status = 1
        try:
            # With both ends open it would never see that nobody listens any more.
            os.close(answer)
            os.nice(niceness)
            said = pickle.dumps(self._work())
            while said:
                said = said[os.write(question, said) :]
            sys.stdout.flush()
            status = 0
        finally:
            os._exit(status)
