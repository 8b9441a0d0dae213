"""Chromium, driven by Playwright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from support.engines.engine import Engine, Pointer

if TYPE_CHECKING:
    from playwright import sync_api as playwright


class Chromium(Engine):
    """A window with a touch screen."""

    def __init__(self, browser: playwright.Browser, *, stores: bool = False) -> None:
        workers: Literal["allow", "block"] = "allow" if stores else "block"
        self._context = browser.new_context(has_touch=True, service_workers=workers)
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page = self._context.new_page()
        self.cdp = self._context.new_cdp_session(self.page)
        self._errors: list[str] = []
        self.page.on("pageerror", lambda error: self._errors.append(str(error)))
        self.page.on("console", self._note)

    def open(self, url: str) -> None:
        try:
            self.page.goto(url, wait_until="load")
        except Exception as error:
            # A search that has just been closed was still stepping back.
            if "ERR_ABORTED" not in str(error):
                raise
            self.page.goto(url, wait_until="load")

    def evaluate(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def allow_service_workers(self, is_allowed: bool) -> None:
        """Do nothing: for Chromium this is set when the window is created."""

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def set_dark(self, is_dark: bool) -> None:
        self.page.emulate_media(color_scheme="dark" if is_dark else "light")

    def set_font_size(self, pixels: int) -> None:
        self.cdp.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})

    def press(self, *keys: str) -> None:
        keyboard = self.page.keyboard
        for key in keys:
            (keyboard.type if len(key) == 1 else keyboard.press)(key)

    def point(self, x: int, y: int, pointer: Pointer) -> None:
        if pointer == "touch":
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def new_errors(self) -> list[str]:
        errors = self._errors.copy()
        self._errors.clear()
        return errors

    def pdf(self) -> bytes:
        return self.page.pdf(format="A4")

    def close(self) -> None:
        self._context.close()

    def _note(self, line: playwright.ConsoleMessage) -> None:
        if line.type == "error":
            self._errors.append(f"{line.text} {line.location['url']}")
