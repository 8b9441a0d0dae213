"""A drawing takes its colours from the page, in every display."""

import pytest

COLOURS = """() => {
  const style = (name) => getComputedStyle(document.querySelector(`figure.drawing ${name}`));
  const probe = document.body.appendChild(document.createElement("p"));
  const role = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  return {
    text: [style("text").fill, role("var(--text)")],
    surface: [style(".surface").fill, role("var(--surface)")],
    danger: [style(".alarm").stroke, role("var(--danger)")],
  };
}"""


@pytest.fixture
def page(browser, site):
    page = browser.new_page(color_scheme="light")
    page.goto((site / "en/guide/borrow.html").as_uri())
    yield page
    page.close()


def colours(page):
    """The colours of the drawing, which are those of the page's roles."""
    found = page.evaluate(COLOURS)
    for part, (own, wanted) in found.items():
        assert own == wanted, part
    return {part: own for part, (own, _) in found.items()}


def test_it_has_the_colours_of_the_dark_display_too(page):
    light = colours(page)
    page.emulate_media(color_scheme="dark")
    dark = colours(page)
    assert all(light[part] != dark[part] for part in light)
    page.locator("button[data-display]").click()
    assert colours(page) == light


def test_on_paper_and_with_forced_colours_it_has_theirs(page):
    page.emulate_media(color_scheme="dark", media="print")
    paper = colours(page)
    assert paper["text"] == paper["danger"]
    assert paper["surface"] == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", forced_colors="active")
    forced = page.evaluate(COLOURS)
    canvas = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert forced["surface"][0] != forced["text"][0] == forced["danger"][0]
    assert canvas in ("rgba(0, 0, 0, 0)", forced["surface"][0])


def test_it_is_a_picture_with_a_name_and_a_long_text(page):
    drawing = page.get_by_role("img", name="A shelf with two books")
    assert drawing.count() == 1
    described = drawing.get_attribute("aria-describedby")
    text = page.locator(f"#{described}")
    assert not text.is_visible()
    page.get_by_text("The picture in words").click()
    assert text.is_visible()
