"""The commands of W3C WebDriver, which Firefox and WebKit understand by different transports."""

import base64
from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from support.engines.engine import Engine, Pointer
from support.waiting import TIMEOUT_SECONDS

TIMEOUTS = {"pageLoad": TIMEOUT_SECONDS * 1000, "script": TIMEOUT_SECONDS * 1000}
"""In milliseconds. By default a page may load for 5 minutes, as long as a whole test."""
KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}
"""Code points of keys. Source: W3C WebDriver, keyboard actions."""
RUN = """const made = {script}
; return typeof made === "function" ? made(...arguments) : made;"""


class WebDriver(Engine):
    """A browser that is controlled by WebDriver; a subclass implements the transport.

    Size and colour scheme apply to all later pages, so they are only set if they change.
    """

    def __init__(self) -> None:
        self._size: tuple[int, int] | None = None
        self._is_dark: bool | None = None

    @abstractmethod
    def command(self, name: str, **parameters: object) -> Any:
        """Send a command by its name in the standard, `NavigateTo`, and return its value.

        Raises:
            RuntimeError: the browser answers with an error.
        """

    @abstractmethod
    def _resize(self, width: int, height: int) -> None:
        """Make the page's area this large, and wait until it is."""

    @abstractmethod
    def _set_dark(self, is_dark: bool) -> None:
        """Set the colour scheme of every page, and wait until it is there."""

    def resize(self, width: int, height: int) -> None:
        if self._size != (width, height):
            self._size = width, height
            self._resize(width, height)

    def set_dark(self, is_dark: bool) -> None:
        if self._is_dark != is_dark:
            self._is_dark = is_dark
            self._set_dark(is_dark)

    def open(self, url: str) -> None:
        self.command("Navigate", url=url)

    def evaluate(self, script: str, argument: object = None) -> Any:
        text = RUN.replace("{script}", script)
        return self.command("ExecuteScript", script=text, args=[argument])

    def press(self, *keys: str) -> None:
        steps = [step for key in keys for step in _presses(key)]
        self.command("PerformActions", actions=[{"type": "key", "id": "keys", "actions": steps}])

    def point(self, x: int, y: int, pointer: Pointer) -> None:
        steps = [
            {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        device = {"type": "pointer", "id": pointer, "parameters": {"pointerType": pointer}}
        self.command("PerformActions", actions=[device | {"actions": steps}])

    def screenshot(self) -> bytes:
        """The page's area as PNG, to look at while one writes a test."""
        return base64.b64decode(self.command("TakeScreenshot", full=False))


def _presses(chord: str) -> Iterator[dict[str, str]]:
    """The steps of a key, or of keys held together: `Control+v`."""
    keys = [chord] if len(chord) == 1 else chord.split("+")
    codes = [KEYS.get(key, key) for key in keys]
    for code in codes:
        yield {"type": "keyDown", "value": code}
    for code in reversed(codes):
        yield {"type": "keyUp", "value": code}
