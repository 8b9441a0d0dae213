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
FITS = """() => {
  const fits = () => [...document.querySelectorAll("[data-room], [data-bar]")].every(
    (room) => room.scrollHeight <= room.clientHeight && room.scrollWidth <= room.clientWidth);
  const words = document.querySelector('[data-words="card"]');
  for (let size = 110; size > 80 && !fits(); size -= 4) words.style.fontSize = `${size}px`;
  return fits();
}"""
"""Makes the letters of the sentence smaller until they fit; whether they do."""


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
    for card in cards():
        (ROOT / card.path).write_bytes(picture(card, browser))
        yield card.path


def picture(card: SocialCard, browser: Browser) -> bytes:
    """The PNG of a card.

    Raises:
        ValueError: the text does not fit on it.
    """
    page = browser.new_page(viewport=SIZE)
    page.goto(TEMPLATE.as_uri())
    page.evaluate(FILL_IN, [card.language, {"card": card.card, "title": card.title}])
    if not page.evaluate(FITS):
        message = (
            f"{DATA}: the sentence under 'card' ({len(card.card)} characters) and the name "
            f"of the site ({len(card.title)}) do not fit on the picture of '{card.language}'. "
            "Shorten the longer one by a third, or give a shorter name under 'names'."
        )
        raise ValueError(message)
    shown = page.screenshot()
    page.close()
    return shown


def cards() -> Iterator[SocialCard]:
    """Cards in the order of site.yml; none for a language without a card text."""
    site = load(ROOT)
    data = yaml.safe_load((ROOT / DATA).read_text("utf-8"))
    for language, words in data.get("card", {}).items():
        yield SocialCard(language, words, title(site, language, "").text)
