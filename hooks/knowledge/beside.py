"""Work that goes on beside the build, in a process of its own.

Answers: what did it find? Where a system cannot fork, or the process ends without an answer, the
work is done when it is asked for.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """One piece of work, begun at once; its result has to be one that can be pickled."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._answer: int | None = None
        if hasattr(os, "fork"):
            self._answer, question = os.pipe()
            self._child = os.fork()
            if not self._child:
                self._answer_and_end(question)
            os.close(question)

    def result(self) -> Result:
        """What the work gave; waits for it. To be asked for once."""
        if self._answer is None:
            return self._work()
        with os.fdopen(self._answer, "rb") as pipe:
            said = pipe.read()
        self._answer = None
        _, status = os.waitpid(self._child, 0)
        if status:
            return self._work()
        found: Result = pickle.loads(said)
        return found

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
