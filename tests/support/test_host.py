"""The test server: compression and keep-alive, which browser tests cannot observe."""

import gzip
import http.client
from urllib.parse import urlsplit

import pytest

PAGE = "<p>一</p>\n" * 100


@pytest.fixture
def host(tmp_path):
    # Imported here: the path is set once conftest.py has run.
    from support.host import Behaviour, Host  # noqa: PLC0415

    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "icon.png").write_bytes(b"\x89PNG" * 100)
    host = Host(tmp_path)
    host.behaviour = Behaviour(compresses=True, keeps_connections=True)
    yield host
    host.stop()


def connection_to(host):
    return http.client.HTTPConnection(urlsplit(host.root).netloc, timeout=10)


def ask(connection, path, accepts=""):
    connection.request("GET", path, headers={"Accept-Encoding": accepts} if accepts else {})
    answer = connection.getresponse()
    return answer.headers, answer.read()


def test_text_is_compressed_for_whoever_takes_it(host):
    connection = connection_to(host)
    headers, body = ask(connection, "/page.html", "gzip, br")
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body).decode() == PAGE
    assert len(body) < len(PAGE.encode())
    headers, body = ask(connection, "/page.html")
    assert (headers["Content-Encoding"], headers["Vary"]) == (None, "Accept-Encoding")
    assert body.decode() == PAGE
    connection.close()


def test_a_picture_goes_out_as_it_is(host):
    connection = connection_to(host)
    headers, body = ask(connection, "/icon.png", "gzip")
    assert headers["Content-Encoding"] is None
    assert body == b"\x89PNG" * 100
    connection.close()


def test_a_connection_carries_many_requests_only_where_asked(host):
    connection = connection_to(host)
    ask(connection, "/page.html")
    first = connection.sock
    ask(connection, "/icon.png")
    assert connection.sock is first is not None
    connection.close()
    host.behaviour.keeps_connections = False
    ask(connection, "/page.html")
    assert connection.sock is None
