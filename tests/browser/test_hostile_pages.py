"""The attacks are real: unchecked, they act in a browser; look-alikes do nothing.

The texts are rendered as the build does, but without our checks, so that a harmless text cannot
count as a blocked attack.
"""

import contextlib
from functools import partial

import pytest

from knowledge.markdown.html_allowlist import disallowed_markup
from support.cases_site import copy_tiny_site
from support.hostile.attacks import ATTACKS, LOOK_ALIKES
from support.site_builder import build

LEAST_ACTIVE = 50
PARALLEL_PAGES = 8
"""Number of pages open in parallel."""
RAN = "an attack ran"
ADDRESS = "http://page.example/"
"""URL the texts are shown at; every request is answered by this module."""
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
def acts_of(browser):
    """Show texts in separate pages; for each, list the code that ran and the requests sent."""
    # Imported here: playwright is in the test lock only.
    from playwright.sync_api import Error  # noqa: PLC0415

    context = browser.new_context()
    # A real dialog would stop the page, and with it the test.
    context.add_init_script(f"window.alert = () => console.log('{RAN}')")
    # Reuse the pages: Chromium 156 may never finish closing a page during a navigation.
    pages = [context.new_page() for _ in range(PARALLEL_PAGES)]
    shown: list[str] = [""] * PARALLEL_PAGES
    tried: list[list[str]] = [[] for _ in range(PARALLEL_PAGES)]
    for number, page in enumerate(pages):
        page.set_default_timeout(5000)
        page.route("**/*", partial(answer, shown, tried, number))
        page.on("console", lambda line, number=number: tried[number].append(line.text))

    def watch(texts: list[str]) -> list[list[str]]:
        for number, text in enumerate(texts):
            tried[number].clear()
            shown[number] = text
            pages[number].goto(ADDRESS, wait_until="commit")
        for page in pages[: len(texts)]:
            with contextlib.suppress(Error):  # the text has navigated away
                page.evaluate(ACT)
        page.wait_for_timeout(30)
        seen = tried[: len(texts)]
        return [[what for what in each if what == RAN or "evil.example" in what] for each in seen]

    yield lambda texts: [
        each for batch in in_batches(texts, PARALLEL_PAGES) for each in watch(list(batch))
    ]
    context.close()


def answer(shown, tried, number, route):
    if route.request.url == ADDRESS:
        route.fulfill(body=shown[number], content_type="text/html; charset=utf-8")
    else:
        tried[number].append(route.request.url)
        # "No content": the browser stays on the page, ready for the next text.
        route.fulfill(status=204)


def in_batches(texts, size):
    return (texts[start : start + size] for start in range(0, len(texts), size))


def test_the_attacks_are_real_and_the_built_page_stops_what_runs(render, acts_of):
    rendered = {name: render(text) for name, text in ATTACKS.items()}
    acts = zip(rendered.items(), acts_of(list(rendered.values())), strict=True)
    active = {name: (what, disallowed_markup(html)) for (name, html), what in acts if what}
    assert len(active) >= LEAST_ACTIVE, sorted(active)
    # Plain links to other hosts are left to the source check: in the page they are ordinary links.
    running = {name: found for name, (what, found) in active.items() if RAN in what}
    missed = [name for name, found in running.items() if not found]
    assert not missed, "\n".join(missed)


def test_look_alikes_are_published_and_do_nothing(acts_of, tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    # Most of them are English, and stand on a Japanese page too.
    prose = folder / "docs/_data/prose.yml"
    prose.write_text(prose.read_text("utf-8").replace("skip:\n", "skip:\n  - case\n", 1), "utf-8")
    head = "title: case\ndescription: case\nreviewed: 2026-11-20\n"
    for language in ("ja", "en"):
        # Relative URLs in HTML are not rewritten, so <img> works only in the default language.
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
    assert acts_of([article]) == [[]]
    assert "Naïve café" in article
