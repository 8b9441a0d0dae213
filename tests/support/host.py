"""A local web server that can behave like real hosts: change files, fail, be slow, redirect,
compress, send cache headers, and go offline."""

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
"""Prefixes of the content types that are compressed."""


@dataclass
class Behaviour:
    """How the server answers; tests change it while it runs."""

    breaks: Callable[[str], int] = lambda _path: 0
    """Error status of a path; 0 if it does not fail."""
    instead: Callable[[str], tuple[int, str, bytes] | None] = lambda _path: None
    """Answer sent instead of the file: status, content type or redirect target, and body."""
    seconds: Callable[[str], float] = lambda _path: 0.0
    """Seconds of delay before the answer to a path."""
    stalls: Callable[[str], float] = lambda _path: 0.0
    """Seconds of delay after the first half of the body."""
    changes: Callable[[str, bytes], bytes] = lambda _path, content: content
    """Changes the content of a file before it is sent."""
    headers: dict[str, str] = field(default_factory=dict)
    takes_html_away: bool = False
    """Whether `/page.html` redirects to `/page`."""
    has_clean_addresses: bool = False
    """Whether `/page` and `/folder/` are answered."""
    compresses: bool = False
    """Whether text is sent with gzip to clients that accept it."""
    keeps_connections: bool = False
    """Whether connections are kept alive (HTTP/1.1)."""


class Host:
    """Serves a folder below a URL path; keeps its port when it is stopped and started again."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder, self.prefix = folder, prefix
        self.behaviour = Behaviour()
        self.asked: list[str] = []
        self._server: http.server.ThreadingHTTPServer | None = None
        self._port = 0
        self.start()

    @property
    def root(self) -> str:
        """URL of the site's root, with a slash at the end."""
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
        """Status, content type or redirect target, and body for a path below the prefix."""
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
    """Serve a folder and yield the URL of its root."""
    host = Host(folder)
    try:
        yield host.root
    finally:
        host.stop()


class _Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True
    # With the default of 5, some of a browser's many connections wait a second for a retry.
    request_queue_size = 128

    def __init__(self, port: int, host: Host) -> None:
        self.host = host
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Report an error, unless the client has only closed the connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server
    # Otherwise the body waits for the acknowledgement of the headers.
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
        elif kind:
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
        """Log nothing."""

    def _as_accepted(self, body: bytes) -> bytes:
        """Compress the body if the client accepts gzip, and send the matching headers."""
        self.send_header("Vary", "Accept-Encoding")
        if "gzip" not in self.headers.get("Accept-Encoding", ""):
            return body
        self.send_header("Content-Encoding", "gzip")
        return _compressed(body)


@lru_cache(maxsize=256)
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=6, mtime=0)
