"""Attacks in a finished page, as if the source checks had missed them.

Each is inserted into the article of a page with the page's own Content-Security-Policy. What the
checks of the rendered text and of the built page let through must be harmless: it must not run
code, send requests, link to a number or host that is not in the data, or hide text.
"""

import contextlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from knowledge.markdown.html_allowlist import disallowed_markup
from knowledge.publish.page_check import allowed_by, faults_of_page
from knowledge.site.site import load
from support.cases_site import copy_tiny_site
from support.engines.start import NAMES, is_required, missing
from support.host import Host
from support.hostile.attacks import ATTACKS
from support.site_builder import build

RAN = "an attack ran"
EVIL = "evil.example"
MIN_LET_THROUGH = 20
RUNNING = ("script", "script in a table", "picture that fails")
"""Names of attacks that run in every engine where nothing forbids it."""
TOGETHER = 24
"""Number of attacks that are looked at together, and one by one where something is found."""
ACT = """() => {
  for (const element of document.querySelectorAll("article *")) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
    }
  }
  for (const button of document.querySelectorAll("article button")) button.click();
  for (const link of document.querySelectorAll("article a[href]")) {
    if (!/^(https?|file|mailto|tel|sms|about):/.test(link.href)) link.click();
  }
}"""
IN_FRAME = f"""window.alert = () => top.postMessage("{RAN}", "*");
addEventListener("load", {ACT});
"""
"""Script of a page in a frame: touches everything, and tells the page around it what runs."""
AROUND = f"""window.ran = [];
addEventListener("message", ({{ source, data }}) => {{
  let frame = source;
  while (frame.parent !== top) frame = frame.parent;
  const frames = Array.from({{ length: top.length }}, (_, number) => top[number]);
  if (data === "{RAN}") window.ran.push(frames.indexOf(frame));
}});
"""
"""Script of the page around the frames: the numbers of those in which something ran."""
OWN_SCRIPT = re.compile(r'<script [^>]*src="[^"]*"[^>]*></script>')
STYLE = re.compile(r'<link rel="stylesheet"[^>]*>')
TARGETS = """() => [...document.querySelectorAll("a[href], area[href], [action], [formaction]")]
  .map((each) => each.href || each.action || each.formAction)"""
UNSEEN = """() => {
  const article = document.querySelector("article");
  if (!article) return ["there is no article"];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const unseen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    const isOurs = around.closest("script, [data-closed-days], [data-say-copy], .headerlink");
    const isFolded = around.closest("details:not([open])");
    const box = document.createRange();
    box.selectNodeContents(node);
    const { width, height } = box.getBoundingClientRect();
    const isShown = around.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (node.data.trim() && !isOurs && !isFolded && !(isShown && width && height))
      unseen.push(node.data.trim());
  }
  return unseen;
}"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """The built tiny site, and what its pages are allowed to contain."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("attacked") / "source")
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    templates = [path.read_text("utf-8") for path in (folder / "overrides").rglob("*.html")]
    return built.site, allowed_by(load(folder).data, templates, ["https://library.example/"])


@pytest.fixture(scope="module")
def page_with(tiny):
    """Make a finished page with a text below its title."""
    page = (tiny[0] / "case.html").read_text("utf-8")
    start = page.index("</h1>") + len("</h1>")
    end = page.index("</article>")
    return lambda rendered: page[:start] + rendered + page[end:]


@pytest.fixture(scope="module")
def attacked(tiny, render, page_with):
    """Every attack as HTML, with the problems the two checks report."""
    _, allowed = tiny
    made = {}
    for name, text in ATTACKS.items():
        html = render(text)
        found = faults_of_page(page_with(html), allowed, has_any_host=False)
        made[name] = html, [*disallowed_markup(html), *found]
    return made


@pytest.fixture(scope="module")
def served(tiny):
    host = Host(tiny[0])
    yield host
    host.stop()


@dataclass(frozen=True)
class Watched:
    """An engine that opens attacked pages."""

    open: Callable[[str], object]
    """Opens a URL."""
    prepared: Callable[[str], str]
    """Changes the HTML of a page so that the engine can be watched."""
    watch: Callable[[str], list[str]]
    """Opens a URL, touches everything, and returns what ran and which other hosts were asked."""
    evaluate: Callable[[str], list[str]]
    """Value of a function in the page that was opened last."""


@pytest.fixture(params=NAMES)
def watched(request, browser, started, tiny, trap):
    name = request.param
    if name == "chromium":
        with watched_chromium(browser) as found:
            yield found
        return
    if reason := missing(name):
        (pytest.fail if is_required() else pytest.skip)(reason)
    engine = started(name)
    yield watched_engine(engine, tiny[0], trap)
    engine.open("about:blank")
    engine.new_errors()  # what the policy has refused


@pytest.fixture(scope="module")
def trap(tmp_path_factory):
    """The host that stands in for EVIL where requests to it cannot be stopped."""
    host = Host(tmp_path_factory.mktemp("trap"))
    yield host
    host.stop()


@contextlib.contextmanager
def watched_chromium(browser):
    # Imported here: playwright is in the test lock only.
    from playwright.sync_api import Error  # noqa: PLC0415

    context = browser.new_context(service_workers="block")
    # In frames within the frames too; the other engines refuse the next command after a dialog.
    context.add_init_script(
        f"window.alert = () => {{ console.log('{RAN}'); top.postMessage('{RAN}', '*'); }}"
    )
    page = context.new_page()
    page.set_default_timeout(5000)
    tried = []

    def refuse(route):
        tried.append(route.request.url)
        route.abort()

    def note(line):
        if line.text == RAN:
            tried.append(RAN)

    context.route(lambda url: EVIL in url, refuse)
    page.on("console", note)

    def watch(address):
        tried.clear()
        with contextlib.suppress(Error):  # the attack navigates at once
            page.goto(address, wait_until="load")
            page.evaluate(ACT)
        page.wait_for_timeout(20)
        return list(tried)

    yield Watched(page.goto, lambda html: html, watch, page.evaluate)
    context.close()


def watched_engine(engine, site, trap):
    """Firefox or WebKit: a script of the site's own notes what runs, a host what is asked.

    What our scripts make of a page does not depend on the engine, so pages come without them.
    """
    (site / "note.js").write_text(f"window.alert = () => {{ window.name = '{RAN}'; }};\n", "utf-8")

    def prepared(html):
        return with_script(with_trap(OWN_SCRIPT.sub("", html), trap), "note.js")

    def watch(address):
        trap.asked.clear()
        with contextlib.suppress(RuntimeError):  # the attack navigates at once
            engine.open(address)
            engine.evaluate(ACT)
        time.sleep(0.02)
        ran = engine.evaluate(
            "(() => { const name = window.name; window.name = ''; return name; })()"
        )
        return [*([RAN] if ran == RAN else []), *trap.asked]

    return Watched(engine.open, prepared, watch, engine.evaluate)


def places(way, site, served):
    """File of the attacked page, and the URL it is opened at."""
    file = site / "attacked.html"
    return file, file.as_uri() if way == "from disk" else f"{served.root}attacked.html"


@pytest.mark.long
@pytest.mark.parametrize("way", ["from a host", "from disk"])
def test_under_the_policy_of_a_page_nothing_runs(way, attacked, page_with, running_in):
    """Of a host without headers: what they add can only forbid more."""
    names = [name for name in attacked if "alert(" in ATTACKS[name]]
    pages = ({name: page_with(attacked[name][0]) for name in some} for some in batches(names))
    ran = [name for some in pages for name in running_in(some, way)]
    assert not ran, "\n".join(ran)


@pytest.mark.parametrize("way", ["from a host", "from disk"])
def test_the_policy_is_what_stops_them(way, attacked, page_with, running_in):
    """Without the policy they run, which proves that the test above can fail."""
    pages = {name: page_with(attacked[name][0]) for name in RUNNING}
    for name, html in pages.items():
        assert running_in({**pages, name: without_policy(html)}, way) == [name]


@pytest.fixture
def running_in(tiny, served, trap, watched):
    """Open pages in frames of one page; the names of those in which an attack runs."""
    site, _ = tiny

    def running(pages, way):
        (site / "in_frame.js").write_text(IN_FRAME, "utf-8")
        (site / "around.js").write_text(AROUND, "utf-8")
        frames = []
        for number, html in enumerate(pages.values()):
            # Only the policy counts here: without our own scripts and styles a page opens sooner.
            bare = with_trap(STYLE.sub("", OWN_SCRIPT.sub("", html)), trap)
            (site / f"frame{number}.html").write_text(with_script(bare, "in_frame.js"), "utf-8")
            frames.append(f'<iframe src="frame{number}.html"></iframe>')
        file, address = places(way, site, served)
        around = f"<!doctype html><head><title>frames</title></head>{''.join(frames)}"
        file.write_text(with_script(around, "around.js"), "utf-8")
        watched.open(address)
        time.sleep(0.1)
        names = list(pages)
        return sorted({names[number] for number in watched.evaluate("window.ran")})

    return running


def batches(names):
    return (names[start : start + TOGETHER] for start in range(0, len(names), TOGETHER))


def without_policy(html):
    cut = html.index('<meta http-equiv="Content-Security-Policy"')
    return html[:cut] + html[html.index(">", cut) + 1 :]


def with_trap(html, trap):
    """A page whose attacks ask the trap instead of EVIL."""
    return html.replace(f"https://{EVIL}/", trap.root).replace(f"https://{EVIL}", trap.root)


def with_script(html, name):
    return html.replace("<head>", f'<head><script src="{name}"></script>', 1)


def test_what_both_checks_let_through_does_nothing(tiny, attacked, page_with, served, watched):
    site, allowed = tiny
    file, address = places("from a host", site, served)

    def faults_of(*names):
        html = page_with("\n".join(attacked[name][0] for name in names))
        file.write_text(watched.prepared(html), "utf-8")
        tried = watched.watch(address)
        targets = watched.evaluate(TARGETS)
        wrong = [target for target in targets if not is_allowed(target, served.root, allowed)]
        unseen = watched.evaluate(UNSEEN)
        return [tried, wrong, unseen] if tried or wrong or unseen else []

    def are_harmless(names):
        return not faults_of(*names) and watched.evaluate("location.href") == address

    let_through = [name for name, (_, found) in attacked.items() if not found]
    assert len(let_through) > MIN_LET_THROUGH
    suspects = [name for some in batches(let_through) if not are_harmless(some) for name in some]
    faults = {name: found for name in suspects if (found := faults_of(name))}
    assert not faults, "\n".join(f"{name}: {what}" for name, what in faults.items())


def is_allowed(target, root, allowed):
    scheme, _, rest = target.partition(":")
    if scheme == "tel":
        return rest in allowed.numbers
    host = rest.lstrip("/").partition("/")[0]
    return target.startswith(root) or (scheme == "https" and host in allowed.hosts)
