"""The interface of all browser engines. Waits are for results, never for a fixed time."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Literal, TypeVar

from support.waiting import TIMEOUT_SECONDS

POLL_SECONDS = 0.02
POINT = """([selector, text]) => {
  const parts = [...document.querySelectorAll(selector)].filter((each) => (
    each.textContent.includes(text) && each.checkVisibility({ visibilityProperty: true })));
  const [part] = parts;
  if (!part) return null;
  const { top: begin, bottom: end } = part.getBoundingClientRect();
  // WebKit scrolls the page for what is in a sticky header, although it is in view.
  const isInView = part.closest("header") && begin >= 0 && end <= innerHeight;
  if (!isInView) part.scrollIntoView({ block: "center" });
  const box = [...part.getClientRects()].find(({ width, height }) => width && height);
  if (!box) return null;
  const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  const top = document.elementFromPoint(x, y);
  return part.contains(top) || top?.contains(part) ? [x, y] : null;
}"""
"""The middle of the first visible element that a selector finds; null if something covers it."""

Pointer = Literal["mouse", "touch"]
Found = TypeVar("Found")


def poll(look: Callable[[], Found], what: str) -> Found:
    """Look again and again until what is found is truthy, and return that.

    Raises:
        TimeoutError: it is still falsy after TIMEOUT_SECONDS; names what was looked for.
    """
    end = time.monotonic() + TIMEOUT_SECONDS
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(POLL_SECONDS)
    return found


class Engine(ABC):
    """A window of a browser. Sizes are in CSS pixels; scripts are expressions or functions."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Load a page; returns when it has loaded."""

    @abstractmethod
    def evaluate(self, script: str, argument: object = None) -> Any:
        """Value of an expression, or of a function called with the argument; awaits promises."""

    @abstractmethod
    def allow_service_workers(self, is_allowed: bool) -> None:
        """Allow or block service workers on the pages that are opened from now on."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the page's area this large."""

    @abstractmethod
    def set_dark(self, is_dark: bool) -> None:
        """Set which colour scheme the device prefers."""

    @abstractmethod
    def set_font_size(self, pixels: int) -> None:
        """Set the default font size, 16 at first; applies to the pages opened from now on."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press one key after the other: characters, names as in KeyboardEvent.key, `Control+v`."""

    @abstractmethod
    def point(self, x: int, y: int, pointer: Pointer) -> None:
        """Click or tap a point of the page's area."""

    @abstractmethod
    def new_errors(self) -> list[str]:
        """Errors of scripts, of the console and of the policy since the last call."""

    @abstractmethod
    def pdf(self) -> bytes:
        """The page as printed on A4."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def back(self) -> None:
        """Go back as the button does. WebDriver's own command waits for a load that never comes."""
        # Delayed: leaving the page at once would interrupt the response to this command.
        self.evaluate("void setTimeout(() => history.back())")

    def click(self, selector: str, text: str = "", pointer: Pointer = "mouse") -> None:
        """Click the first visible element that holds a text, once nothing covers it."""
        x, y = self.until(POINT, [selector, text])
        self.point(x, y, pointer)

    def tap(self, selector: str, text: str = "") -> None:
        self.click(selector, text, "touch")

    def until(self, script: str, argument: object = None) -> Any:
        """Evaluate a script until its result is truthy, and return the result.

        Raises:
            TimeoutError: it is still falsy, or fails, after TIMEOUT_SECONDS.
        """

        def look() -> Any:
            try:
                return self.evaluate(script, argument)
            except Exception as error:
                fault.append(error)  # evaluating fails during a navigation
                return None

        fault: list[Exception] = []
        try:
            return poll(look, f"{script} {argument}")
        except TimeoutError as error:
            raise error from (fault[-1] if fault else None)
