"""Firefox, driven by Marionette: WebDriver's commands as JSON over TCP, without geckodriver.

Debian has no geckodriver. What WebDriver cannot do, such as small windows, text zoom and errors, is
done by privileged scripts in the browser's chrome context.
Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.engines.engine import poll
from support.engines.webdriver import TIMEOUTS, WebDriver
from support.waiting import TIMEOUT_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("firefox-esr", "firefox")
SETTINGS: dict[str, object] = {
    "marionette.port": 0,  # any free one, written into the profile
    # Every address but this machine's is behind a proxy that does not exist.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "dom.w3c_touch_events.enabled": 1,
    "devtools.console.stdout.content": False,
    # One process for every page: a fifth less work, and there are no frames to keep apart.
    "fission.autostart": False,
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": False,
    "dom.serviceWorkers.enabled": False,  # until a test asks for them
}
PAGE = "const page = gBrowser.selectedBrowser; const context = page.browsingContext;"
RESIZE = f"""{PAGE}
for (const [name, value] of Object.entries(arguments[0])) {{
  page.style.setProperty(name, `${{value}}px`);
  page.style.setProperty(`min-${{name}}`, `${{value}}px`);
  page.style.setProperty(`max-${{name}}`, `${{value}}px`);
}}"""
STORES = 'Services.prefs.setBoolPref("dom.serviceWorkers.enabled", arguments[0]);'
DARK = """Services.prefs.setIntPref(
  "layout.css.prefers-color-scheme.content-override", arguments[0] ? 0 : 1);"""
FONT_SIZE = """for (const group of ["x-western", "ja"])
  Services.prefs.setIntPref(`font.size.variable.${group}`, arguments[0]);"""
ERRORS = """const found = Services.console.getMessageArray()
  .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & each.warningFlag))
  .filter(({ category }) => /^(content javascript|CSP|DOM|Mixed|security)/i.test(category))
  .map(({ category, errorMessage, sourceName }) => `${category}: ${errorMessage} ${sourceName}`);
Services.console.reset();
return found;"""


def firefox_path() -> str | None:
    """Path of the browser, or None if there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox(WebDriver):
    """A window without a screen."""

    def __init__(self) -> None:
        super().__init__()
        with ExitStack() as ends:
            self._begin(ends)
            self._ends = ends.pop_all()

    def _begin(self, ends: ExitStack) -> None:
        profile = Path(ends.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines), "utf-8")
        flags = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        self._process = subprocess.Popen(
            [firefox_path() or NAMES[0], *flags, "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ends.callback(self._stop)
        self._socket = socket.create_connection(("127.0.0.1", _port(profile)))
        self._answers = self._socket.makefile("rb")
        ends.callback(self._socket.close)
        ends.callback(self._answers.close)
        self._sent = 0
        self._receive()  # its greeting
        self.command("NewSession", capabilities={"timeouts": TIMEOUTS})
        self.command("SetWindowRect", width=1500, height=1200)

    def command(self, name: str, **parameters: object) -> Any:
        # Commands that only Marionette has are given with their prefix.
        full = name if ":" in name else f"WebDriver:{name}"
        self._sent += 1
        message = json.dumps([0, self._sent, full, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{full}: {error['error']}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def allow_service_workers(self, is_allowed: bool) -> None:
        self._in_browser(STORES, is_allowed)

    def _resize(self, width: int, height: int) -> None:
        self._in_browser(RESIZE, {"width": width, "height": height})
        self.until("([w, h]) => innerWidth === w && innerHeight === h", [width, height])

    def _set_dark(self, is_dark: bool) -> None:
        scheme = "dark" if is_dark else "light"
        # For every page: what is set for one is lost when the next is opened.
        self._in_browser(DARK, is_dark)
        self.until("scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)

    def set_font_size(self, pixels: int) -> None:
        self._in_browser(FONT_SIZE, pixels)

    def zoom_text(self, factor: float) -> None:
        """Zoom the text only."""
        self._in_browser(f"{PAGE} context.textZoom = arguments[0];", factor)

    def new_errors(self) -> list[str]:
        found: list[str] = self._in_browser(ERRORS)
        return found

    def pdf(self) -> bytes:
        page = {"width": 21.0, "height": 29.7}  # centimetres
        return base64.b64decode(self.command("Print", page=page))

    def close(self) -> None:
        self._ends.close()

    def _in_browser(self, script: str, argument: object = None) -> Any:
        with self._browser_context():
            return self.command("ExecuteScript", script=script, args=[argument])

    @contextmanager
    def _browser_context(self) -> Iterator[None]:
        self.command("Marionette:SetContext", value="chrome")
        yield
        self.command("Marionette:SetContext", value="content")

    def _receive(self) -> Any:
        length = b""
        while (character := self._answers.read(1)) != b":":
            if not character:
                raise RuntimeError("Firefox has closed the connection")
            length += character
        return json.loads(self._answers.read(int(length)))

    def _stop(self) -> None:
        self._process.terminate()
        self._process.wait(TIMEOUT_SECONDS)


def _port(profile: Path) -> str:
    """The port that Marionette listens on, once it is in the profile."""
    file = profile / "MarionetteActivePort"
    return poll(lambda: file.read_text("utf-8") if file.exists() else "", "Firefox starts")
