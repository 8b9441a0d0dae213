"""A host for published sites on this machine, which can do what real hosts do: change what it
serves, break, be slow, redirect, compress, keep files for long, and be gone."""

from __future__ import annotations

import gzip
import http.server
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from socket import socket
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".zip": "application/zip",
    ".webmanifest": "application/manifest+json",
}
TEXT = ("text/", "application/json", "application/manifest+json", "image/svg+xml")
"""How the types begin that are worth compressing."""


@dataclass
class Behaviour:
    """How the host answers; tests change it while it runs."""

    breaks: Callable[[str], int] = lambda _path: 0
    """The status with which a path fails; 0 for none."""
    instead: Callable[[str], tuple[int, str, bytes] | None] = lambda _path: None
    """What it answers in place of a path: status, content type or new address, and body."""
    seconds: Callable[[str], float] = lambda _path: 0.0
    """How long it waits before it answers."""
    stalls: Callable[[str], float] = lambda _path: 0.0
    """How long it waits after the first half of a body."""
    changes: Callable[[str, bytes], bytes] = lambda _path, content: content
    """What it makes of a file."""
    headers: dict[str, str] = field(default_factory=dict)
    takes_html_away: bool = False
    """Whether `/page.html` redirects to `/page`."""
    has_clean_addresses: bool = False
    """Whether `/page` and `/folder/` are answered."""
    compresses: bool = False
    """Whether text goes out with gzip to whoever takes it."""
    keeps_connections: bool = False
    """Whether one connection carries many requests."""


class Host:
    """Serves a folder below a path; keeps its port when it is stopped and started again."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder, self.prefix = folder, prefix
        self.behaviour = Behaviour()
        self.asked: list[str] = []
        self._server: http.server.ThreadingHTTPServer | None = None
        self._port = 0
        self.start()

    @property
    def root(self) -> str:
        """The address of the site's root, with a slash at the end."""
        return f"http://127.0.0.1:{self._port}{self.prefix}"

    def start(self) -> None:
        self._server = _Server(self._port, self)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, content type or new address, and body of a path below the prefix."""
        behaviour = self.behaviour
        time.sleep(behaviour.seconds(path))
        if answer := behaviour.instead(path):
            return answer
        if status := behaviour.breaks(path):
            return status, "text/plain", b"broken"
        if behaviour.takes_html_away and path.endswith(".html"):
            return HTTPStatus.FOUND, path.removesuffix(".html").removesuffix("index"), b""
        for candidate in self._candidates(path):
            file = self.folder / candidate
            if file.is_file():
                content = behaviour.changes(candidate, file.read_bytes())
                return HTTPStatus.OK, TYPES.get(file.suffix, "text/plain"), content
        page = self.folder / "404.html"
        body = page.read_bytes() if page.is_file() else b"not found"
        return HTTPStatus.NOT_FOUND, TYPES[".html"], body

    def _candidates(self, path: str) -> list[str]:
        found = [path or "index.html"]
        if path.endswith("/"):
            found.append(f"{path}index.html")
        elif self.behaviour.has_clean_addresses or self.behaviour.takes_html_away:
            found += [f"{path}.html", f"{path}/index.html"]
        return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder's root, while it is served."""
    host = Host(folder)
    try:
        yield host.root
    finally:
        host.stop()


class _Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int, host: Host) -> None:
        self.host = host
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Report what went wrong, unless it is only that the visitor has gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server
    # Else the body waits until the head of the answer has been acknowledged.
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        if self.server.host.behaviour.keeps_connections:
            self.protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.server.host
        whole = unquote(urlsplit(self.path).path)
        path = whole.removeprefix(host.prefix)
        host.asked.append(path)
        if not whole.startswith(host.prefix):
            status, kind, body = 404, "text/plain", b"outside"
        else:
            status, kind, body = host.answer(path)
        self.send_response(status)
        if status == HTTPStatus.FOUND:
            self.send_header("Location", kind if "://" in kind else host.prefix + kind)
        else:
            self.send_header("Content-Type", kind)
        if host.behaviour.compresses and kind.startswith(TEXT):
            body = self._as_accepted(body)
        self.send_header("Content-Length", str(len(body)))
        for name, value in host.behaviour.headers.items():
            self.send_header(name, value)
        self.end_headers()
        half = len(body) // 2
        self.wfile.write(body[:half])
        time.sleep(host.behaviour.stalls(path))
        self.wfile.write(body[half:])

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _as_accepted(self, body: bytes) -> bytes:
        """The body as this visitor takes it; says so in the headers."""
        self.send_header("Vary", "Accept-Encoding")
        if "gzip" not in self.headers.get("Accept-Encoding", ""):
            return body
        self.send_header("Content-Encoding", "gzip")
        return _compressed(body)


@lru_cache(maxsize=256)
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=6, mtime=0)
