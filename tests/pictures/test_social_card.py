"""The committed social cards are what their texts and layout make, but for the fonts."""

import base64

import pytest

from pictures.social_card import ROOT, cards, picture

DIFFERENCE = """async (pictures) => {
  const found = await Promise.all(pictures.map(async (picture) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${picture}` });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 32 });
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, 60, 32);
    return context.getImageData(0, 0, 60, 32).data;
  }));
  return found[0].reduce((sum, value, i) => sum + Math.abs(value - found[1][i]), 0) / (60 * 32 * 4);
}"""
"""Mean difference of two pictures, each 60 by 32 pixels: 0 to 255."""
LIKENESS = 12
"""Other fonts make a smaller difference, another picture a greater one."""


@pytest.mark.parametrize("card", list(cards()), ids=lambda card: card.language)
def test_a_card_shows_its_text(card, browser):
    """Somebody may replace it: it is what people see of a page that is shared."""
    page = browser.new_page()
    both = (picture(card, browser), (ROOT / card.path).read_bytes())
    texts = [base64.b64encode(each).decode() for each in both]
    assert page.evaluate(DIFFERENCE, texts) < LIKENESS, f"make pictures draws {card.path} again"
    page.close()
