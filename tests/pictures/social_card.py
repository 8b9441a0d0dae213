"""The cards that other services show beside a link to the site, one for each language.

Their words stand in docs/_data/site.yml, their look in social_card.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, ViewportSize

ROOT = Path(__file__).parents[2]
DATA = "docs/_data/site.yml"
LOOK = Path(__file__).with_name("social_card.html")
SIZE: ViewportSize = {"width": 1200, "height": 630}
PUT_IN = """([language, words]) => {
  document.documentElement.lang = language;
  for (const [name, text] of Object.entries(words))
    document.querySelector(`[data-words="${name}"]`).textContent = text;
}"""
RUNS_OVER = """() => [...document.querySelectorAll("[data-room], [data-bar]")].some(
  (room) => room.scrollHeight > room.clientHeight || room.scrollWidth > room.clientWidth)"""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a card says."""

    language: str
    card: str
    """The large line."""
    title: str
    """The site's name, as it may stand on a screen that others see."""

    @property
    def path(self) -> str:
        return f"docs/assets/card.{self.language}.png"


def draw_social_cards(browser: Browser) -> Iterator[str]:
    """Write every card; yields its path from the repository's root.

    Raises:
        ValueError: the words of a card take more room than it has.
    """
    for card in _cards():
        page = browser.new_page(viewport=SIZE)
        page.goto(LOOK.as_uri())
        page.evaluate(PUT_IN, [card.language, {"card": card.card, "title": card.title}])
        if page.evaluate(RUNS_OVER):
            message = (
                f"{DATA}: the words of the card in '{card.language}' do not fit. Shorten them."
            )
            raise ValueError(message)
        page.screenshot(path=ROOT / card.path)
        page.close()
        yield card.path


def _cards() -> Iterator[SocialCard]:
    """The cards in the order of the data; none where it has no words for them."""
    data = yaml.safe_load((ROOT / DATA).read_text("utf-8"))
    for language, words in data.get("card", {}).items():
        yield SocialCard(language, words, data["names"]["title"][language])
