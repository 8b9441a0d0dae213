"""WebKitGTK, driven by WebKitWebDriver over HTTP, with a window of our own on a virtual display."""

import http.client
import json
import logging
import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import Any

from support.engines.engine import Pointer, poll
from support.engines.webdriver import TIMEOUTS, WebDriver
from support.waiting import TIMEOUT_SECONDS

log = logging.getLogger(__name__)
PATHS = {
    "Navigate": "url",
    "ExecuteScript": "execute/sync",
    "PerformActions": "actions",
    "TakeScreenshot": "screenshot",
}
"""Paths of WebDriver's commands below a session; TakeScreenshot is the one that is a GET."""
PYTHON = "/usr/bin/python3"
WINDOW = Path(__file__).with_name("webkit_window.py")
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
PROGRAMS = ("WebKitWebDriver", "Xvfb")
GONE = ("invalid session id", "Session terminated")
"""Parts of the error message of a session that has crashed or timed out."""
CONTROL = "(message) => webkit.messageHandlers.control.postMessage(JSON.stringify(message))"
TAP = """([x, y]) => {
  const target = document.elementFromPoint(x, y);
  const options = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  for (const name of ["pointerdown", "pointerup"]) {
    target.dispatchEvent(new PointerEvent(name, { ...options, pointerType: "touch" }));
  }
  const field = target.closest("a, button, input, textarea, summary, [tabindex]");
  field?.focus();
  target.dispatchEvent(new MouseEvent("click", options));
}"""
"""A tap by a script: WebKitGTK turns the touches of WebDriver into clicks of a mouse."""


@cache
def missing_for_webkit() -> str:
    """Parts that are missing to drive WebKitGTK; empty if nothing is."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    probe = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"
    try:
        subprocess.run([PYTHON, "-c", probe], check=True, **QUIET)
    except (OSError, subprocess.CalledProcessError):
        missing.append("PyGObject with WebKit2 4.1")
    return ", ".join(missing)


class WebKit(WebDriver):
    """A window on a virtual display."""

    def __init__(self) -> None:
        super().__init__()
        self._allows_service_workers = False
        self._start()

    def _start(self) -> None:
        with ExitStack() as ends:
            self._begin(ends)
            self._ends = ends.pop_all()

    def _begin(self, ends: ExitStack) -> None:
        home = ends.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        reading, writing = os.pipe()
        screen = ["-displayfd", str(writing), "-screen", "0", "1500x1300x24", "-nolisten", "tcp"]
        _start_process(ends, ["Xvfb", *screen], pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        environment = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"), home)
        environment |= {"DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "C.UTF-8"}
        environment |= {"NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "GIO_USE_VFS": "local"}
        environment = os.environ | environment
        self._port = _free_port()
        _start_process(ends, ["WebKitWebDriver", f"--port={self._port}"], env=environment)
        poll(self._is_ready, "WebKitWebDriver starts")
        browser = {"binary": PYTHON, "args": [str(WINDOW)]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": browser, "timeouts": TIMEOUTS}}
        session = self._ask("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{session['sessionId']}"
        ends.callback(self._end_session)

    def command(self, name: str, **parameters: object) -> Any:
        """Send a command. If the session is lost, start another; only a navigation is retried."""
        try:
            return self._sent(name, parameters)
        except RuntimeError as error:
            if not any(part in str(error) for part in GONE):
                raise
            self._start_again()
            if name != "Navigate":
                raise
            log.warning("WebKit was started again for %s", parameters["url"])
            return self._sent(name, parameters)

    def _sent(self, name: str, parameters: dict[str, object]) -> Any:
        path = f"{self._session}/{PATHS[name]}"
        if name == "TakeScreenshot":
            return self._ask("GET", path)
        return self._ask("POST", path, parameters)

    def point(self, x: int, y: int, pointer: Pointer) -> None:
        if pointer == "touch":
            self.evaluate(TAP, [x, y])
        else:
            super().point(x, y, pointer)

    def allow_service_workers(self, is_allowed: bool) -> None:
        self._allows_service_workers = is_allowed
        self._control("allow_service_workers", is_allowed)

    def _resize(self, width: int, height: int) -> None:
        self._control("resize", [width, height])
        self.until("([w, h]) => innerWidth === w && innerHeight === h", [width, height])

    def _set_dark(self, is_dark: bool) -> None:
        self._control("dark", is_dark)
        scheme = "dark" if is_dark else "light"
        self.until("scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)

    def set_font_size(self, pixels: int) -> None:
        self._control("font_size", pixels)

    def zoom_text(self, factor: float) -> None:
        """Zoom the text only."""
        self._control("zoom", factor)

    def new_errors(self) -> list[str]:
        found: list[str] = self._control("faults")
        return found

    def pdf(self) -> bytes:
        path = self._control("pdf")
        if path.startswith("!"):
            raise RuntimeError(path)
        content = Path(path).read_bytes()
        shutil.rmtree(Path(path).parent)
        return content

    def close(self) -> None:
        self._ends.close()

    def _start_again(self) -> None:
        """Begin a new session, with a window as the old one had it."""
        size, is_dark = self._size, self._is_dark
        self.close()
        self._size = self._is_dark = None
        self._start()
        if size:
            self.resize(*size)
        self.set_dark(bool(is_dark))
        self.allow_service_workers(self._allows_service_workers)

    def _end_session(self) -> None:
        with suppress(OSError, RuntimeError):  # it may be gone
            self._ask("DELETE", self._session)

    def _control(self, name: str, argument: object = None) -> Any:
        return json.loads(self.evaluate(CONTROL, [name, argument]))

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            text = json.dumps(body) if body is not None else None
            connection.request(method, path, text, {"Content-Type": "application/json"})
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value and "message" in value:
            raise RuntimeError(f"{method} {path}: {value['error']}: {value['message']}")
        return value

    def _is_ready(self) -> bool:
        try:
            return bool(self._ask("GET", "/status"))
        except OSError:
            return False


def _start_process(ends: ExitStack, command: list[str], **options: Any) -> None:
    process = subprocess.Popen(command, **QUIET, **options)
    ends.callback(process.wait, TIMEOUT_SECONDS)
    ends.callback(process.terminate)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
