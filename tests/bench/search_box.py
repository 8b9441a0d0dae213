"""Drive the search box of a built site in a real browser: type a query, read the results."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

# Type into the box key by key and wait until the answer is drawn: until `aria-busy` is false, or,
# in a box without this attribute, until anything changes.
ASK = """
async ({ typed, timeout, settled, markup }) => {
  const input = document.querySelector(markup.input);
  const output = document.querySelector(markup.output);
  const drawn = () => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (output.ariaBusy === "true") return;
      observer.disconnect();
      resolve(true);
    });
    const everything = { attributes: true, childList: true, subtree: true, characterData: true };
    observer.observe(output, everything);
    setTimeout(() => { observer.disconnect(); resolve(false); }, timeout);
  });
  // Nobody types the next key before the last result is on the screen.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500); // a page that is not drawn has no frames
  });
  const type = (text) => {
    input.value = text;
    const changed = drawn();
    input.dispatchEvent(new Event(markup.event, { bubbles: true }));
    return changed;
  };
  input.focus();
  if (input.value) await type("");
  const milliseconds = [];
  for (const text of typed) {
    await painted();
    const start = performance.now();
    if (!await type(text)) return null;
    milliseconds.push(performance.now() - start);
  }
  const items = [...output.querySelectorAll(markup.item)];
  const links = items.map((item) => item.querySelector(markup.link).href);
  const suggested = document.querySelectorAll("[data-search-suggestions] a");
  const offered = [...suggested].map(({ href }) => href);
  if (settled) await new Promise((resolve) => { setTimeout(resolve, settled); });
  const danger = document.querySelector("[data-search-danger]:not([hidden])")?.innerText ?? "";
  return { links, milliseconds, offered, isFound: links.length > 0, danger };
}
"""
NEAREST = 2
"""Number of suggested pages that come before the others where nothing is found: ranking.js."""
SETTLED_MS = 400
"""Milliseconds after the results within which the contacts for a danger are shown."""
TIMEOUT_MS = 60_000
"""Timeout of a query, in milliseconds; a query that reaches it is an error."""


@dataclass(frozen=True)
class Markup:
    """Selectors of a search box, and the event that it listens to."""

    opener: str
    input: str
    output: str
    item: str
    """A page in the output."""
    link: str
    """The links inside an item, best first."""
    event: str


OURS = Markup(
    opener="[data-search-open]",
    input="[data-search] input[name=query]",
    output="[data-search-output]",
    item="li:has(a[data-search-result])",
    link="a[data-search-result]",
    event="input",
)


@dataclass(frozen=True)
class Shown:
    """The results the box shows for a query."""

    links: list[str]
    """First link of each result page, best first, from the root: `en/police.html#consult`."""
    is_found: bool
    milliseconds: tuple[float, ...]
    """Latency of each key press, until its results are drawn."""
    offered: list[str]
    """The pages that come first among those that are suggested, if nothing is found."""
    danger: str
    """Text of the danger notice above the results, if it was waited for; empty without one."""


class SearchBox:
    """The search box on the start page of a language."""

    def __init__(self, page: Any, root: str, language_folder: str, markup: Markup = OURS) -> None:
        self._page, self._root, self._markup = page, root, asdict(markup)
        page.goto(f"{root}{language_folder}index.html", wait_until="load")
        page.locator("html.js").wait_for(state="attached")
        page.locator(markup.opener).click()

    def slow_down(self, times: float) -> None:
        """Throttle the CPU of the page by a factor."""
        session = self._page.context.new_cdp_session(self._page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def ask(self, query: str, *, at_once: bool = False, is_settled: bool = False) -> Shown:
        """Type a query and read the results.

        Args:
            query: the text to type.
            at_once: paste it instead of typing key by key.
            is_settled: wait until whom to call in danger is shown too.

        Raises:
            TimeoutError: the results do not change for a minute.
        """
        keys = [query[: end + 1] for end in range(len(query))]
        typed = [query] if at_once else [text for text in keys if text.strip()]
        settled = SETTLED_MS if is_settled else 0
        options = {"timeout": TIMEOUT_MS, "settled": settled, "markup": self._markup}
        shown = self._page.evaluate(ASK, {"typed": typed, **options})
        if shown is None:
            raise TimeoutError(f"No answer to {query!r} within {TIMEOUT_MS} ms")
        links, offered = (
            [link.removeprefix(self._root) for link in shown[each]] for each in ("links", "offered")
        )
        times = tuple(shown["milliseconds"])
        return Shown(links, shown["isFound"], times, offered[:NEAREST], shown["danger"])


def page_name(link: str, folder: str) -> str:
    """Page name of a link within its language: `start/paid`."""
    return urlsplit(link).path.removeprefix(folder).removesuffix(".html")
