"""The search in every engine: by touch, keyboard, input method, paste, and the ways out of it."""

from urllib.parse import quote

import pytest

from support.visit import DESKTOP, SEARCH, SEARCH_ANSWERED, SEARCH_INPUT, SEARCH_RESULTS

OPENER = "[data-search-open]"
FOUND = f"""([query, part]) => document.querySelector("{SEARCH_INPUT}").value === query
  && document.querySelector("{SEARCH_ANSWERED}") !== null
  && [...document.querySelectorAll("{SEARCH_RESULTS}")].some(({{ href }}) => href.includes(part))"""
"""Whether the whole answer to a query is there, not its first part alone, and has a page in it."""
IS_OPEN = f"document.querySelector('{SEARCH}').open"
TYPED = f"document.querySelector('{SEARCH_INPUT}').value"
IN_FIELD = f"document.activeElement.matches('{SEARCH_INPUT}')"
IS_AT = "(end) => location.href.endsWith(end)"
COMPOSE = f"""() => {{
  const field = document.querySelector("{SEARCH_INPUT}");
  const send = (Kind, name, options) => (
    field.dispatchEvent(new Kind(name, {{ bubbles: true, ...options }})));
  send(CompositionEvent, "compositionstart", {{ data: "" }});
  for (const text of ["k", "け", "けい", "けいs", "けいさ", "けいさつ", "警察"]) {{
    field.value = text;
    send(InputEvent, "input", {{ data: text, isComposing: true }});
  }}
  send(CompositionEvent, "compositionend", {{ data: "警察" }});
  for (const name of ["keydown", "keyup"])
    send(KeyboardEvent, name, {{ key: "Enter", code: "Enter", keyCode: 229, cancelable: true }});
}}"""
"""An input method commits a word by Enter, in Safari's order: first the end, then the key."""


def search(engine, query, part):
    """Type a query as a reader does, and wait for a result with a part of an address."""
    engine.until("document.readyState === 'complete'")  # of a page that has just been led to
    engine.tap(OPENER)
    engine.until(IN_FIELD)
    engine.press(*query)
    engine.until(FOUND, [query, part])


def test_by_touch(engine, host):
    engine.open(f"{host.root}index.html")
    search(engine, "警察", "/police.html")
    engine.tap(f"{SEARCH_RESULTS}[href*='/police.html']")
    engine.until("location.pathname.endsWith('/police.html')")


def test_by_keyboard(engine, host):
    engine.resize(**DESKTOP)
    engine.open(f"{host.root}en/index.html")
    engine.press("Control+k")
    engine.until(IN_FIELD)
    engine.press(*"service by publication")
    engine.until(FOUND, ["service by publication", "/en/lawsuits.html"])
    engine.press("ArrowDown")
    assert engine.evaluate(f"document.activeElement.matches('{SEARCH_RESULTS}')")
    target = engine.evaluate("document.activeElement.href")
    engine.press("Enter")
    engine.until(IS_AT, target)


def test_enter_that_commits_a_composition_opens_no_result(engine, host):
    engine.open(f"{host.root}index.html")
    search(engine, "裁判", "/lawsuits.html")
    engine.press("ArrowDown", "ArrowUp")  # from here Enter would open the first result
    engine.evaluate(COMPOSE)
    engine.until(FOUND, ["警察", "/police.html"])
    assert engine.evaluate(IS_OPEN)
    assert engine.evaluate("location.pathname") == "/index.html"


def test_who_closes_the_search_of_an_address_finds_it_empty(engine, host):
    query = "死にたい"
    engine.open(f"{host.root}index.html?q={quote(query)}")
    engine.until(FOUND, [query, "/contacts.html"])
    engine.press("Escape")
    engine.until(f"!({IS_OPEN})")
    engine.tap(OPENER)
    engine.until(f"{IS_OPEN} && {TYPED} === ''")
    shown = "document.querySelector('[data-search-danger]').hidden"
    assert engine.evaluate(f"{shown} && !document.querySelector('{SEARCH_RESULTS}')")


def test_who_comes_forward_again_finds_no_results_without_their_query(engine, host):
    engine.open(f"{host.root}index.html")
    engine.open(f"{host.root}police.html")
    search(engine, "裁判", "/lawsuits.html")
    engine.back()
    engine.until(f"!{IS_OPEN}")
    engine.back()
    engine.until(IS_AT, "/index.html")
    engine.evaluate("void setTimeout(() => history.forward())")
    engine.until(IS_AT, "/police.html")
    engine.until(f"!({IS_OPEN}) || {TYPED} === '裁判'")


def test_by_paste(engine, host):
    engine.resize(**DESKTOP)
    engine.open(f"{host.root}index.html")
    engine.press("Control+k")
    engine.until(IN_FIELD)
    engine.press(*"公示送達")
    engine.press("Control+a", "Control+x")
    engine.until(f"{TYPED} === ''")
    engine.press("Control+v")
    engine.until(FOUND, ["公示送達", "#service-by-publication"])


def test_a_hit_on_this_page_shows_its_passage(engine, host):
    engine.open(f"{host.root}lawsuits.html")
    engine.evaluate("void scrollTo(0, document.body.scrollHeight)")
    search(engine, "公示送達", "lawsuits.html#service-by-publication")
    engine.tap(f"{SEARCH_RESULTS}[href$='lawsuits.html#service-by-publication']")
    engine.until(IS_AT, "lawsuits.html#service-by-publication")
    top = "document.querySelector('#service-by-publication').getBoundingClientRect().top"
    engine.until(f"Math.abs({top} - 100) < 100")
    assert not engine.evaluate(IS_OPEN)


def test_the_way_back_closes_the_search(engine, host):
    """And whoever closes it in another way leaves nothing to go back through."""
    engine.open(f"{host.root}index.html")
    engine.open(f"{host.root}police.html")
    engine.click(OPENER)
    engine.until(IN_FIELD)
    engine.press(*"188")
    engine.back()
    engine.until(f"!{IS_OPEN}")
    assert engine.evaluate("location.pathname") == "/police.html"
    engine.click(OPENER)
    engine.until(IN_FIELD)
    engine.press("Escape")
    engine.until(f"!{IS_OPEN} && !history.state?.isSearch")
    engine.back()
    engine.until(IS_AT, "/index.html")


def test_the_way_back_leads_to_the_results_of_a_shared_query(engine, host):
    engine.open(f"{host.root}index.html?q=%E5%85%AC%E7%A4%BA%E9%80%81%E9%81%94")
    engine.until(FOUND, ["公示送達", "#service-by-publication"])
    assert engine.evaluate("location.search") == ""
    engine.tap(f"{SEARCH_RESULTS}[href*='#service-by-publication']")
    engine.until(IS_AT, "lawsuits.html#service-by-publication")
    engine.back()
    engine.until(IS_AT, "index.html")
    engine.until(FOUND, ["公示送達", "#service-by-publication"])
    engine.press("Escape")
    engine.until(f"!{IS_OPEN}")
    engine.until(
        "typeof history.state?.search === 'undefined'"
    )  # the event comes after the closing
    engine.open(engine.evaluate("location.href"))
    assert not engine.evaluate(IS_OPEN)


@pytest.mark.parametrize("size", [DESKTOP, {"width": 375, "height": 667}], ids=["wide", "phone"])
@pytest.mark.parametrize("way", ["button", "key"])
def test_after_escape_the_focus_is_where_it_was(engine, host, size, way):
    engine.resize(**size)
    engine.open(f"{host.root}index.html")
    if way == "button":
        engine.click(OPENER)
    else:
        engine.press("Control+k")
    engine.until(IN_FIELD)
    engine.press(*"188")
    engine.until(f"Boolean(document.querySelector('{SEARCH_RESULTS}'))")
    engine.press("Escape")
    engine.until(f"!{IS_OPEN}")
    engine.until(f"document.activeElement.matches('{OPENER}')")
