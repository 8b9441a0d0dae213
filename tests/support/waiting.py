"""Waits for something to become true on a page.

Playwright's own `wait_for_function` evaluates text inside the page, which our
Content-Security-Policy forbids; `evaluate` does not.
"""

import time

PATIENCE = 20
"""Seconds."""
PAUSE = 50
"""Milliseconds."""


def until(page, script, arg=None, *, seconds=PATIENCE):
    """Wait until a script answers with something true, and return that.

    Raises:
        TimeoutError: it never does.
    """
    end = time.monotonic() + seconds
    while not (found := page.evaluate(script, arg)):
        if time.monotonic() > end:
            raise TimeoutError(script)
        page.wait_for_timeout(PAUSE)
    return found
