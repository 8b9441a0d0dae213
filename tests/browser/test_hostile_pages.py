"""What the attacks do in a browser when nothing checks them, and that look-alikes do nothing.

The texts are rendered as the build renders them, without our checks, so that an attack that does
nothing in any case cannot count for one that was stopped.
"""

import contextlib

import pytest

from knowledge.markup import strangers
from support.cases_site import copy_tiny_site
from support.hostile.attacks import ATTACKS, LOOK_ALIKES
from support.site_builder import build

LEAST_ACTIVE = 50
RAN = "an attack ran"
ADDRESS = "http://page.example/"
"""Where the browser believes the text to be; every request is answered in this file."""
ACT = """() => {
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
    }
  }
  for (const button of document.querySelectorAll("button")) button.click();
  // An ordinary link is followed by a reader, and does nothing by itself.
  for (const link of document.querySelectorAll("a[href]")) {
    if (!/^(https?|file|mailto|tel|sms|about):/.test(link.href)) link.click();
  }
}"""


@pytest.fixture
def acts(browser):
    """What a text does in a page of its own without a network: code, and requests elsewhere."""
    # Here and not above: playwright is in the test lock only.
    from playwright.sync_api import Error  # noqa: PLC0415

    context = browser.new_context()
    # A real dialog would stop the page, and with it the test.
    context.add_init_script(f"window.alert = () => console.log('{RAN}')")
    page = context.new_page()
    page.set_default_timeout(5000)
    shown, tried = {}, []

    def answer(route):
        if route.request.url == ADDRESS:
            route.fulfill(body=shown["html"], content_type="text/html; charset=utf-8")
        else:
            tried.append(route.request.url)
            # "No content": the browser stays, and the next text finds the page calm.
            route.fulfill(status=204)

    page.route("**/*", answer)
    page.on("console", lambda line: tried.append(line.text))

    def watch(html: str) -> list[str]:
        # One page for all: Chromium 156 may never finish closing a page that is being left.
        tried.clear()
        shown["html"] = html
        page.goto(ADDRESS, wait_until="commit")
        with contextlib.suppress(Error):  # the text has left the page
            page.evaluate(ACT)
        page.wait_for_timeout(30)
        return [what for what in tried if what == RAN or "evil.example" in what]

    yield watch
    context.close()


def test_the_attacks_are_real_and_the_built_page_stops_what_runs(render, acts):
    active = {}
    for name, text in ATTACKS.items():
        html = render(text)
        if what := acts(html):
            active[name] = what, strangers(html)
    assert len(active) >= LEAST_ACTIVE, sorted(active)
    # What only leads elsewhere is the source check's: on the page it is a link like others.
    running = {name: found for name, (what, found) in active.items() if RAN in what}
    assert [name for name, found in running.items() if not found] == []


def test_look_alikes_are_published_and_do_nothing(acts, tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    head = "title: case\ndescription: case\nreviewed: 2026-11-20\n"
    for language in ("ja", "en"):
        # HTML is published as it is: only the default language is beside the files for all.
        shown = (
            text for text in LOOK_ALIKES.values() if language == "ja" or "<img src" not in text
        )
        path = folder / f"docs/{language}/case.md"
        text = "\n\n".join(shown)
        path.write_text(f"---\n{head}---\n\n# Case {{#case}}\n\n{text}\n", "utf-8")
    result = build(folder, tmp_path / "site")
    assert result.exit_code == 0, result.output
    html = (result.site / "case.html").read_text("utf-8")
    article = html[html.index("<article") : html.index("</article>")]
    assert acts(article) == []
    assert "Naïve café" in article
