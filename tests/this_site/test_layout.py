"""The page layout: touch targets, keyboard, small screens, screen readers."""

import json

import pytest

from support.check_each import check_each
from support.visit import (
    DESKTOP,
    PHONE,
    SEARCH,
    SEARCH_INPUT,
    SEARCH_RESULTS,
    open_all,
    open_search,
)
from support.waiting import until
from this_site.pages import (
    FOLDERS,
    NAMES,
    SHOWN,
    interface_text,
    language_link,
    loaded_site,
)

KINDS = ["index", "start/paid", "en/police", "contacts", "en/what-to-say", "evidence"]
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels at a zoom of 400 % (WCAG 2.2, 1.4.10)."""
TARGET = 44
SMALL = """(least) => [...document.querySelectorAll(
    "header a, header label, header button, .action-bar a, main button, .triage a, summary, "
    + ".contact-card .contact-number, .site-footer a")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.closest(".headerlink"))
  .filter((each) => !each.closest("p") || each.closest(".site-footer, .contact-card__number"))
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .filter(([, { height, width }]) => height < least || width < 24)
  .map(([html, { height, width }]) => `${html} ${width}x${height}`)"""
BROKEN_WORDS = """() => {
  const words = new Intl.Segmenter("ja", { granularity: "word" });
  const found = [];
  const parts = document.querySelectorAll("h1, h2, h3, .triage a, summary, nav a, button");
  for (const part of parts) {
    if (!part.checkVisibility({ visibilityProperty: true })) continue;
    const text = part.textContent;
    // Of words in hiragana alone the two segmenters think differently: といいます, と いいます.
    const inside = new Set();
    for (const { segment, index } of words.segment(text)) {
      if (/^[\u3041-\u309fA-Za-z0-9]*$/.test(segment)) continue;
      for (let i = 1; i < segment.length; i += 1) inside.add(index + i);
    }
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let offset = 0;
    let line = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.length; i += 1) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        if (line !== null && box.top > line + 5 && inside.has(offset + i))
          found.push(`${text.slice(0, offset + i)}|${text.slice(offset + i)}`);
        line = box.top;
      }
      offset += node.length;
    }
  }
  return found;
}"""
LINES_OF_NUMBERS = """() => [...document.querySelectorAll(".contact-card .contact-number")].map(
  (each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const tops = [...range.getClientRects()].map((box) => Math.round(box.top));
    return [each.textContent, new Set(tops).size];
  })"""
COVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const own = document.activeElement;
  if (!top || own === document.body || own.contains(top) || top.contains(own)) return "";
  if (own.matches("input")) return "";
  return `${own.outerHTML.slice(0, 80)} under ${top.outerHTML.slice(0, 60)}`;
}"""


@pytest.fixture
def open_page(visit, host):
    def start(name, viewport=PHONE, **options):
        page = visit(offline=False, viewport=viewport, **options).page
        page.goto(f"{host.root}{name}.html")
        return page

    return start


@pytest.fixture
def window(visit, host):
    """Open one page after another in the same window."""
    page = visit(offline=False, viewport=PHONE).page

    def show(name, viewport=PHONE):
        page.set_viewport_size(viewport)
        page.goto(f"{host.root}{name}.html")
        return page

    return show


def wide(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


# -- Touch targets ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_bar_leads_to_the_three_pages_that_site_yml_names(open_page, language):
    page = open_page(f"{language}police")
    links = page.locator(".action-bar a")
    hrefs = [link.get_attribute("href") for link in links.all()]
    assert hrefs == ["index.html#what-happened", "contacts.html", "start/paid.html"]
    for link in links.all():
        box = link.bounding_box()
        assert box["y"] + box["height"] == PHONE["height"]
    links.nth(1).click()
    page.wait_for_url(f"**/{language}contacts.html")


def test_the_bar_covers_nothing_at_the_end_of_a_page(window):
    def check(name):
        page = window(name)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        last = page.locator(".site-footer").bounding_box()
        assert last["y"] + last["height"] <= page.locator(".action-bar").bounding_box()["y"] + 1

    check_each(KINDS, check)


@pytest.mark.parametrize("viewport", [ZOOMED, {"width": 640, "height": 360}])
def test_on_a_low_screen_header_and_bar_leave_the_text_alone(open_page, viewport):
    page = open_page("start/paid", viewport)
    page.evaluate("window.scrollTo(0, 600)")
    assert page.locator(".action-bar").bounding_box()["y"] > viewport["height"]
    assert page.locator("header").bounding_box()["y"] < -100


def test_beside_the_menu_of_a_wide_screen_there_is_no_bar(open_page):
    page = open_page("police", DESKTOP)
    assert not page.locator(".action-bar").is_visible()
    assert page.locator(".site-menu").is_visible()


def test_what_is_pressed_is_as_large_as_a_thumb(window):
    def check(name):
        assert window(name).evaluate(SMALL, TARGET) == []

    check_each(KINDS, check)


@pytest.mark.parametrize("language", [code for code in SHOWN if "contacts" in SHOWN[code]])
def test_no_telephone_number_is_broken_over_two_lines(open_page, language):
    contacts = loaded_site().data.contacts.values()
    numbers = {number.text for contact in contacts for number in contact.numbers}
    page = open_page(f"{FOLDERS[language]}contacts")
    open_all(page)
    shown = page.evaluate(LINES_OF_NUMBERS)
    assert {number for number, _ in shown} == numbers
    broken = [(number, lines) for number, lines in shown if lines != 1]
    assert not broken, (
        f"make these fit one line at {PHONE['width']} pixels, as (number, lines): {broken}"
    )


@pytest.mark.parametrize("names", [NAMES[::2], NAMES[1::2]], ids=["odd", "even"])
def test_no_word_is_broken_in_headings_and_buttons(window, names):
    def check(name):
        page = window(name)
        found = page.evaluate(BROKEN_WORDS)
        page.set_viewport_size({"width": 320, "height": 640})
        assert found + page.evaluate(BROKEN_WORDS) == []

    check_each(names, check)


def test_a_broken_word_is_found(open_page):
    page = open_page("police")
    narrow = "line-break: anywhere; width: 1.2em"
    page.evaluate(f"document.querySelector('h1').style.cssText = '{narrow}'")
    assert page.evaluate(BROKEN_WORDS)


def test_large_letters_and_a_zoomed_window_lose_nothing(window):
    def check(name):
        page = window(name)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert wide(page) <= 0
        page = window(name, ZOOMED)
        assert wide(page) <= 0
        assert page.locator("h1").is_visible()

    check_each(KINDS, check)


# -- Keyboard -------------------------------------------------------------------------------------


def test_the_first_key_offers_to_skip_to_the_text(open_page):
    page = open_page("police")
    page.keyboard.press("Tab")
    assert page.locator(".skip-link").is_visible()
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_list_of_languages_closes_where_a_reader_goes_on(open_page):
    page = open_page("police", viewport=PHONE)
    listed, opener = page.locator(".site-header__languages ul"), page.locator("header summary")
    opener.click()
    page.keyboard.press("Escape")
    assert not listed.is_visible()
    assert opener.evaluate("each => each === document.activeElement")
    for elsewhere in ("h1", "button.menu-button"):
        opener.click()
        assert listed.is_visible()
        # At its lower left edge: a long list lies above the rest of a heading.
        height = page.locator(elsewhere).bounding_box()["height"]
        page.locator(elsewhere).click(position={"x": 2, "y": height - 2})
        assert not listed.is_visible()
    page.keyboard.press("Escape")
    opener.click()
    page.locator("main a").first.focus()
    assert not listed.is_visible()


def test_the_menu_opens_and_closes_with_keys(open_page):
    page = open_page("police")
    button = page.locator("button.menu-button")
    button.focus()
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.site-menu'))")
    page.keyboard.press("Escape")
    assert not page.locator(".site-menu").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('menu-button')")
    page.keyboard.press("Space")
    assert page.locator(".site-menu").is_visible()
    page.locator("main").focus()
    assert not page.locator(".site-menu").is_visible()
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("Boolean(document.activeElement.closest('.site-menu'))")


def test_two_keys_open_the_search_and_no_single_one(open_page):
    """WCAG 2.1.4: what is dictated, or typed by chance, must not start anything."""
    page = open_page("police", DESKTOP)
    page.keyboard.type("/sfk")
    assert not page.locator(SEARCH).is_visible()
    page.keyboard.press("Control+k")
    page.keyboard.type("188")
    page.locator(SEARCH_RESULTS).first.wait_for()
    assert page.locator(SEARCH_INPUT).input_value() == "188"
    page.keyboard.press("Escape")
    assert not page.locator(SEARCH).is_visible()


def test_the_search_of_a_page_opened_at_a_passage_stays_open(open_page, host):
    page = open_page("index")
    page.goto(f"{host.root}police.html#consult")
    open_search(page)
    page.keyboard.insert_text("188")
    page.locator(SEARCH_RESULTS).first.wait_for()
    page.wait_for_timeout(400)
    assert page.locator(SEARCH).is_visible()


@pytest.mark.parametrize("name", ["index", "en/police"])
def test_what_has_the_focus_is_never_covered(open_page, name):
    page = open_page(name)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            assert page.evaluate(COVERED) == ""


def test_the_results_and_the_help_are_reached_with_tab(open_page):
    page = open_page("index")
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("ぬゐゑ")
    page.locator("[data-search-help]").wait_for()
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert "188" in reached
    assert interface_text("search-contacts", "ja") in reached
    page.locator(SEARCH_INPUT).focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("警察")
    page.locator(SEARCH_RESULTS).first.wait_for()
    for _ in range(3):  # clear, close, the first result
        page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.matches('{SEARCH_RESULTS}')")


def test_the_closed_search_of_a_phone_is_not_there(open_page):
    page = open_page("index")
    tree = page.locator("body").aria_snapshot()
    assert not [part for part in ("dialog", "search", "textbox") if f"- {part}" in tree]
    label = interface_text("search-label", "ja")
    button = page.get_by_role("button", name=label, exact=True)
    assert button.get_attribute("aria-haspopup") == "dialog"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("Boolean(document.activeElement.closest('[data-search]'))")
    open_search(page)
    page.keyboard.insert_text("警察")
    page.locator(SEARCH_RESULTS).first.wait_for()
    assert page.locator(SEARCH).evaluate("each => each.matches(':modal')")
    page.get_by_role("button", name=interface_text("search-close", "ja"), exact=True).click()
    assert not page.locator(SEARCH).is_visible()
    until(page, f"document.activeElement.textContent.trim() === {json.dumps(label)}")


def test_an_emptied_search_says_how_to_begin(open_page):
    page = open_page("en/index", DESKTOP)
    open_search(page)
    meta = page.locator("[data-search-meta]")
    for empty in ("button[type=reset]", ""):
        page.keyboard.insert_text("police")
        page.locator(SEARCH_RESULTS).first.wait_for()
        if empty:
            page.locator(empty).click()
        else:
            page.keyboard.press("Control+A")
            page.keyboard.press("Backspace")
        meta.get_by_text(interface_text("search-start", "en")).wait_for()
        assert page.locator(SEARCH_RESULTS).count() == 0


@pytest.mark.parametrize(
    "viewport", [ZOOMED, {"width": 640, "height": 360}, {"width": 1280, "height": 410}]
)
@pytest.mark.parametrize("name", ["index", "en/start/paid"])
def test_a_low_screen_begins_with_the_text(open_page, name, viewport):
    page = open_page(name, viewport)
    box = page.locator("h1").bounding_box()
    assert box["y"] + box["height"] <= viewport["height"]
    if viewport["width"] < DESKTOP["width"]:
        page.locator(".menu-button").click()
        assert page.locator(".site-menu a").first.is_visible()
    assert wide(page) <= 0


def test_the_meaning_of_a_word_is_in_sight(open_page):
    page = open_page("en/lawsuits")
    foot = page.locator(".action-bar").bounding_box()["y"]
    for term in page.locator("[data-term] a").all()[:12]:
        term.focus()
        box = page.locator("[role=tooltip]:visible").bounding_box()
        assert box["y"] + box["height"] <= foot + 1


def test_the_menu_shows_where_one_is(open_page):
    page = open_page("glossary", DESKTOP)
    box = page.locator(".site-menu [aria-current]").bounding_box()
    assert 0 < box["y"] < DESKTOP["height"] - box["height"]


@pytest.mark.parametrize("name", ["404", "en/404"])
def test_the_page_of_a_wrong_address_leads_to_the_other_first_page(open_page, name):
    page = open_page(name)
    other = "ja" if name.startswith("en") else "en"
    href = language_link(page, other).get_attribute("href") or ""
    assert href.endswith(f"/{FOLDERS[other]}index.html")
    roots = page.locator("[data-root]").evaluate_all("all => all.map(each => each.dataset.root)")
    assert set(roots) == {"/"}


# -- Without scripts -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_scripts_the_menu_opens_and_nothing_dead_is_shown(open_page, language):
    page = open_page(f"{language}lawsuits", java_script_enabled=False)
    assert not page.locator(".page-tools").is_visible()
    assert not page.locator(".site-header__search").is_visible()
    assert not page.locator(SEARCH).is_visible()
    page.locator("#menu-toggle").focus()
    page.keyboard.press("Space")
    assert page.locator(".site-menu a").first.is_visible()
    page.locator(".site-menu a", has_text="188").count()
    page.locator("label.menu-button").click()
    assert not page.locator(".site-menu").is_visible()
    page.locator(".page-contents summary").click()
    assert page.locator(".page-contents a").first.is_visible()


def test_on_a_wide_screen_the_contents_stay_beside_the_text(open_page):
    page = open_page("countermeasures", viewport=DESKTOP)
    contents, text = page.locator(".page-contents details"), page.locator("article h1")
    page.evaluate("scrollTo(0, 3000)")
    last = page.locator(".page-contents a").last
    last.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, 3000)")
    box, beside = contents.bounding_box(), text.bounding_box()
    assert box["x"] >= beside["x"] + beside["width"]
    assert 0 <= box["y"] <= DESKTOP["height"] - box["height"]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    folded = page.locator(".page-contents li li a").first.get_attribute("href")
    page.locator(f".page-contents a[href='{folded}']").click()
    assert page.locator(f"main {folded}").is_visible()


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_a_table_of_urgent_calls_is_seen_whole_on_a_phone(open_page, folder):
    tables = open_page(f"{folder}start/paid", viewport=PHONE).locator("article table")
    assert tables.count()
    assert tables.evaluate_all("all => all.every((each) => each.scrollWidth <= each.clientWidth)")


@pytest.mark.parametrize("language", ["", "en/"])
def test_on_a_phone_the_menu_leads_to_the_contents(open_page, language):
    page = open_page(f"{language}countermeasures", viewport=PHONE)
    page.evaluate("scrollTo(0, 3000)")
    page.locator("button.menu-button").click()
    page.locator(".site-menu__contents").click()
    page.locator(".page-contents a").first.wait_for()


def test_without_scripts_the_display_follows_the_device(open_page):
    page = open_page("index", java_script_enabled=False, color_scheme="dark")
    dark = page.locator("body").evaluate("(e) => getComputedStyle(e).backgroundColor")
    page.emulate_media(color_scheme="light")
    assert page.locator("body").evaluate("(e) => getComputedStyle(e).backgroundColor") != dark


# -- Screen readers -------------------------------------------------------------------------------


FOREIGN_WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement;
    if (part.closest("script, style")) continue;
    if (!/[\\u3041-\\u30ff\\u3400-\\u9fff]/.test(node.data)) continue;
    const language = part.closest("[lang]").getAttribute("lang");
    if (!/^(?:ja|zh)(?![a-z])/.test(language)) found.push(node.data);
  }
  return found;
}"""


def test_every_japanese_word_of_an_english_page_says_so(window):
    def check(name):
        assert window(f"en/{name}", DESKTOP).evaluate(FOREIGN_WORDS) == []

    check_each(NAMES, check)


def test_a_page_has_its_landmarks_each_with_a_name_of_its_own(window):
    def check(name):
        page = window(name)
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role, include_hidden=True).count() == 1
        labels = [n.get_attribute("aria-label") for n in page.locator("nav").all()]
        assert all(labels)
        assert len(labels) == len(set(labels))

    check_each(KINDS, check)


# -- Sharing, printing -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["", "en/"])
def test_sharing_names_neither_the_site_nor_its_subject(visit, host, language):
    page = visit(offline=False, viewport=PHONE).page
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page.goto(f"{host.root}{language}start/paid.html?from=x#steps")
    page.locator("[data-share]").click()
    shared = page.evaluate("window.shared")
    assert set(shared) == {"text", "url"}
    assert shared["url"] == f"https://one-click-fraud.example/{language}start/paid.html"
    for word in ("詐欺", "ワンクリック", "請求", "払", "fraud", "scam", "bill", "paid", "Guide"):
        assert word not in shared["text"]


def test_where_nothing_can_share_the_address_is_copied(visit, host):
    page = visit(offline=False, permissions=["clipboard-read", "clipboard-write"]).page
    page.add_init_script("delete Navigator.prototype.share;")
    page.goto(f"{host.root}en/police.html")
    page.locator("[data-share]").click()
    said = interface_text("share-copied", "en")
    page.locator("[data-tools-said]", has_text=said).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://one-click-fraud.example/en/police.html"


def test_the_print_button_prints(visit, host):
    page = visit(offline=False).page
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{host.root}evidence.html")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")


def test_the_meaning_of_a_word_in_a_table_is_not_cut_off(visit, host):
    page = visit(offline=False, viewport=DESKTOP).page
    page.goto(f"{host.root}police.html")
    open_all(page)
    table = page.locator("table:has(.term)").first
    is_wider = "table => table.scrollWidth > table.clientWidth"
    assert not table.evaluate(is_wider)
    table.locator(".term__word").first.hover()
    meaning = table.locator(".term__meaning").first
    assert meaning.is_visible()
    assert not table.evaluate(is_wider)
    inside, around = meaning.bounding_box(), table.bounding_box()
    assert inside["y"] + inside["height"] <= around["y"] + around["height"]
