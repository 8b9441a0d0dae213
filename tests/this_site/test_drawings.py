"""The drawings: small, readable on a phone, every word inside its frame in every language."""

import gzip

import pytest

from knowledge.data.drawings import FOLDER
from knowledge.kana import RUN
from knowledge.site.typed_links import typed_links
from support.check_each import check_each
from support.visit import PHONE
from this_site.pages import loaded_site

MAX_BYTES = 6_000
"""Maximum size of a drawing's SVG, in bytes, compressed."""
MIN_TEXT_SIZE = 13.5
"""Minimum size of words on a phone of 360, in CSS pixels; rounded widths cost a part of 14."""
MISPLACED = """(least) => [...document.querySelectorAll("figure.drawing > svg")].flatMap((svg) => {
  for (const around of document.querySelectorAll("details:has(figure.drawing)")) around.open = true;
  const { width, height } = svg.viewBox.baseVal;
  const place = svg.getBoundingClientRect();
  const scale = place.width / width;
  const box_of = (part) => {
    const box = part.getBoundingClientRect();
    const [x, y] = [(box.x - place.x) / scale, (box.y - place.y) / scale];
    return { x, y, width: box.width / scale, height: box.height / scale };
  };
  const texts = [...svg.querySelectorAll("text")].map((text) => [text, box_of(text)]);
  const frames = [...svg.querySelectorAll("rect")].map(box_of);
  const meets = (a, b, by) =>
    a.x < b.x + b.width - by && b.x < a.x + a.width - by &&
    a.y < b.y + b.height - 3 && b.y < a.y + a.height - 3;
  const holds = (a, b) => b.x >= a.x && b.x + b.width <= a.x + a.width;
  const shapes = "path, rect, circle, ellipse, line, polyline, polygon";
  const isOutside = (box) =>
    !holds({ x: -1, width: width + 2 }, box) || box.y < -1 || box.y + box.height > height + 1;
  const outside = [...svg.querySelectorAll(shapes)].map(box_of).filter(isOutside)
    .map(({ x, y }) => `a shape at ${Math.round(x)}, ${Math.round(y)} leaves the drawing`);
  return outside.concat(texts.flatMap(([text, box], index) => {
    const found = [];
    if (!box.width) found.push("is empty");
    if (!holds({ x: 0, width }, box) || box.y < 0 || box.y + box.height > height)
      found.push("leaves the drawing");
    if (frames.some((frame) => meets(frame, box, 0) && !holds(frame, box)))
      found.push("leaves its frame");
    if (texts.slice(0, index).some(([, other]) => meets(box, other, 1)))
      found.push("covers another word");
    if (parseFloat(getComputedStyle(text).fontSize) * scale < least) found.push("is too small");
    return found.map((each) => `${text.textContent} ${each}`);
  }));
})"""


@pytest.fixture(scope="module")
def real_site():
    return loaded_site()


def pages_with_drawings(site, language):
    """The pages of a language that show drawings, from the site's root without extension."""
    for source in site.in_language(language):
        if any(scheme == "drawing" for _, scheme, _ in typed_links(source)):
            page_path = site.languages.page_path(source.path)
            yield site.languages.page_url(page_path, language).removesuffix(".html")


@pytest.mark.parametrize("language", ["ja", "en", "ja-Hira"])
def test_every_word_stands_inside_its_frame(visit, host, real_site, language):
    page = visit(offline=False, viewport=PHONE).page
    names = sorted(pages_with_drawings(real_site, language))
    assert names

    def check(name):
        page.goto(f"{host.root}{name}.html")
        assert page.locator("figure.drawing > svg").count()
        assert page.evaluate(MISPLACED, MIN_TEXT_SIZE) == []

    check_each(names, check)


def test_a_word_that_is_too_long_is_found(visit, host):
    page = visit(offline=False, viewport=PHONE).page
    page.goto(f"{host.root}police.html")
    page.evaluate(
        "for (const text of document.querySelectorAll('figure.drawing text'))"
        " text.textContent = '長い'.repeat(9)"
    )
    found = page.evaluate(MISPLACED, MIN_TEXT_SIZE)
    assert any(each.endswith(" leaves its frame") for each in found)


def test_every_drawing_is_small(real_site):
    sizes = {
        name: len(gzip.compress(content, 9))
        for name, content in real_site.data_files.items()
        if name.startswith(FOLDER)
    }
    assert len(sizes) == len(real_site.data.drawings) > 0
    assert max(sizes.values()) <= MAX_BYTES


def test_every_drawing_says_its_content_in_words_too(real_site):
    assert [each.id for each in real_site.data.drawings.values() if each.text is None] == []


def test_an_easy_page_shows_no_kanji_in_a_drawing(real_site):
    """A drawing shows no readings: write its words for such a page in kana (`ja-Hira:`)."""
    easy = [code for code in real_site.languages.codes if real_site.languages[code].has_furigana]
    shown = [
        (code, drawing, word.text.text(real_site.languages.order(code)))
        for code in easy
        for source in real_site.in_language(code)
        for _, scheme, drawing in typed_links(source)
        if scheme == "drawing"
        for word in real_site.data.drawings[drawing].words
    ]
    assert shown
    remedy = "Write these words in kana under 'ja-Hira:' in drawings.yml"
    assert [each for each in shown if RUN.search(each[2])] == [], remedy
