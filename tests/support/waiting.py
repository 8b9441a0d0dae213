"""Poll a page until a condition is true.

Playwright's own `wait_for_function` evaluates text inside the page, which our
Content-Security-Policy forbids; `evaluate` does not.
"""

import re
import time

UNREACHABLE = re.compile("ERR_(CONNECTION_|SOCKET_NOT_CONNECTED)")
"""What Chromium says on the console of a host that has been stopped."""
TIMEOUT_SECONDS = 60
"""Default timeout of `until`: machines that run tests are shared, and some are slow."""
POLL_MS = 50
"""Interval between two evaluations."""


def until(page, script, arg=None, *, seconds=TIMEOUT_SECONDS):
    """Evaluate a script until its result is truthy, and return the result.

    Raises:
        TimeoutError: it is still falsy after `seconds`.
    """
    end = time.monotonic() + seconds
    while not (found := page.evaluate(script, arg)):
        if time.monotonic() > end:
            raise TimeoutError(script)
        page.wait_for_timeout(POLL_MS)
    return found
