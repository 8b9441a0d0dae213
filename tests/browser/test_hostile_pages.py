"""The attacks are real: unchecked, they act in a browser; look-alikes do nothing.

The texts are rendered as the build does, but without our checks, so that a harmless text cannot
count as a blocked attack.
"""

import re

import pytest

from knowledge.markdown.html_allowlist import disallowed_markup
from support.cases_site import copy_tiny_site
from support.hostile.attacks import ATTACKS, LOOK_ALIKES
from support.site_builder import build
from support.waiting import until

MIN_ACTIVE = 50
TOGETHER = 48
"""Number of texts shown at once, each in a frame of its own."""
RAN = "an attack ran"
EVIL = "evil.example"
ADDRESS = "http://page.example/"
"""URL of the page with the frames, and with a number that of a text; this module answers all."""
TEXT_URL = re.compile(re.escape(ADDRESS) + r"\d+")
HTML = "text/html; charset=utf-8"
SEEN = f"""window.alert = () => {{
  let frame = window;
  while (frame !== top && frame.parent !== top) frame = frame.parent;
  // Windows of other origins can be compared, but not read.
  const number = Array.from({{ length: top.length }}, (_, each) => top[each]).indexOf(frame);
  console.log("{RAN}", number);
}}"""
"""In place of a real dialog, which would stop the page: says in which frame it would be."""
ACT = """() => Array.from({ length: top.length }, (_, number) => {
  let shown;
  try {
    shown = top[number].document;
  } catch {
    return; // the text has navigated away
  }
  for (const element of shown.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
    }
  }
  for (const button of shown.querySelectorAll("button")) button.click();
  // An ordinary link is followed by a reader, and does nothing by itself.
  for (const link of shown.querySelectorAll("a[href]")) {
    if (!/^(https?|file|mailto|tel|sms|about):/.test(link.href)) link.click();
  }
}).length"""


@pytest.fixture
def acts_of(browser):
    """Show texts in separate frames; for each, list the code that ran and the requests sent."""
    context = browser.new_context()
    context.add_init_script(SEEN)
    page = context.new_page()
    page.set_default_timeout(20_000)
    shown: list[str] = []
    tried: list[list[str]] = []
    outside: list[str] = []  # of the page around the frames: it belongs to no text

    def answer(route):
        url = route.request.url
        if url == ADDRESS:
            frames = "".join(f'<iframe src="{number}"></iframe>' for number in range(len(shown)))
            route.fulfill(body=frames, content_type=HTML)
            return
        if TEXT_URL.fullmatch(url):
            route.fulfill(body=shown[int(url.removeprefix(ADDRESS))], content_type=HTML)
            return
        note(number_of(page, route.request.frame), url)
        # "No content": the frame stays where it is.
        route.fulfill(status=204)

    def hear(line):
        text, *number = line.text.rsplit(" ", 1)
        if text == RAN:
            note(int(number[0]), RAN)

    def note(number, what):
        (tried[number] if number >= 0 else outside).append(what)

    page.route("**/*", answer)
    page.on("console", hear)

    def watch(texts: list[str]) -> list[list[str]]:
        # Two frames that ask for the same URL may send one request.
        own = (text.replace(f"//{EVIL}", f"//{number}.{EVIL}") for number, text in enumerate(texts))
        shown[:], tried[:] = own, [[] for _ in texts]
        page.goto(ADDRESS, wait_until="commit")
        until(page, "document.readyState === 'complete'")
        assert page.evaluate(ACT) == len(texts)
        page.wait_for_timeout(100)
        page.goto("about:blank")  # what these frames still say is not taken for the next ones'
        assert not outside
        return [[what for what in each if what == RAN or EVIL in what] for each in tried]

    yield lambda texts: [
        each for batch in in_batches(texts, TOGETHER) for each in watch(list(batch))
    ]
    context.close()


def number_of(page, frame):
    """The number of the outermost frame around a frame; -1 for the page itself."""
    while frame.parent_frame not in (None, page.main_frame):
        frame = frame.parent_frame
    return -1 if frame == page.main_frame else page.main_frame.child_frames.index(frame)


def in_batches(texts, size):
    return (texts[start : start + size] for start in range(0, len(texts), size))


def test_the_attacks_are_real_and_the_built_page_stops_what_runs(render, acts_of):
    rendered = {name: render(text) for name, text in ATTACKS.items()}
    acts = zip(rendered.items(), acts_of(list(rendered.values())), strict=True)
    active = {name: (what, disallowed_markup(html)) for (name, html), what in acts if what}
    assert len(active) >= MIN_ACTIVE, sorted(active)
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
