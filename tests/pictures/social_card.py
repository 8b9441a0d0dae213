"""Render the social cards (Open Graph images), one for each language.

The text comes from docs/_data/site.yml, the layout from social_card.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, ViewportSize

from knowledge.site.site import load
from knowledge.site.site_names import title

ROOT = Path(__file__).parents[2]
DATA = "docs/_data/site.yml"
TEMPLATE = Path(__file__).with_name("social_card.html")
SIZE: ViewportSize = {"width": 1200, "height": 630}
FILL_IN = """([language, words]) => {
  document.documentElement.lang = language;
  for (const [name, text] of Object.entries(words))
    document.querySelector(`[data-words="${name}"]`).textContent = text;
}"""
OVERFLOWS = """() => [...document.querySelectorAll("[data-room], [data-bar]")].some(
  (room) => room.scrollHeight > room.clientHeight || room.scrollWidth > room.clientWidth)"""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The text of one card."""

    language: str
    card: str
    """The headline."""
    title: str
    """The neutral site name, safe on a screen that others can see."""

    @property
    def path(self) -> str:
        return f"docs/assets/card.{self.language}.png"


def draw_social_cards(browser: Browser) -> Iterator[str]:
    """Write every card and yield its path from the repository's root.

    Raises:
        ValueError: the text of a card does not fit on it.
    """
    for card in _cards():
        page = browser.new_page(viewport=SIZE)
        page.goto(TEMPLATE.as_uri())
        page.evaluate(FILL_IN, [card.language, {"card": card.card, "title": card.title}])
        if page.evaluate(OVERFLOWS):
            message = (
                f"{DATA}: the sentence under 'card' ({len(card.card)} characters) and the name "
                f"of the site ({len(card.title)}) do not fit on the picture of '{card.language}'. "
                "Shorten the longer one by a third, or give a shorter name under 'names'."
            )
            raise ValueError(message)
        page.screenshot(path=ROOT / card.path)
        page.close()
        yield card.path


def _cards() -> Iterator[SocialCard]:
    """Cards in the order of site.yml; none for a language without a card text."""
    site = load(ROOT)
    data = yaml.safe_load((ROOT / DATA).read_text("utf-8"))
    for language, words in data.get("card", {}).items():
        yield SocialCard(language, words, title(site, language, "").text)
