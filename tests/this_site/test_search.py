"""The search box on a host and from disk: results, messages, requests and stored data."""

import re

import pytest

from support.host import served
from support.waiting import until

TYPED = ".md-search__input"
LINKS = ".md-search-result__link"


@pytest.fixture(scope="session")
def host(site):
    with served(site) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def root(request, site):
    if request.param == "file":
        return f"{site.as_uri()}/"
    return request.getfixturevalue("host")


@pytest.fixture
def opened(browser, root):
    """Open a page; without a network if it is on disk."""
    contexts = []

    def open_page(name, **options):
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        context.set_offline(root.startswith("file:"))
        page = context.new_page()
        page.errors, page.requested = [], []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(f"{root}{name}", wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


def ask(page, query):
    page.locator(TYPED).click()
    page.locator(TYPED).fill(query)
    until(page, "document.querySelector('[data-search-status]').textContent")
    return [link.removeprefix("./") for link in links(page)]


def links(page):
    return page.locator(LINKS).evaluate_all("all => all.map(each => each.href)")


@pytest.mark.parametrize(
    ("page_name", "query", "first", "marked"),
    [
        ("index.html", "公示送達", "lawsuits.html", "公示送達"),
        ("start/paid.html", "ﾜﾝｸﾘｯｸ 払わないとだめ", "contract-validity.html", "払わ"),
        ("en/index.html", "can I be arrested", "en/police.html", "arrested"),
        ("en/start/paid.html", "scamer has my adress", "", ""),
    ],
)
def test_it_finds_what_people_type(opened, root, page_name, query, first, marked):
    page = opened(page_name)
    found = ask(page, query)
    assert found
    assert found[0].startswith(f"{root}{first}")
    folder = f"{root}en/" if page_name.startswith("en/") else root
    assert all(link.startswith(folder) for link in found)
    assert marked in "".join(page.locator(f"{LINKS} mark").all_inner_texts())
    assert page.errors == []


def test_a_result_leads_to_its_passage(opened):
    page = opened("index.html")
    ask(page, "公示送達")
    page.locator(f"{LINKS}[href*='#service-by-publication']").first.click()
    page.wait_for_url("**/lawsuits.html#service-by-publication")
    assert "q=" not in page.url


def test_nothing_is_loaded_before_it_is_opened(opened, root):
    page = opened("index.html")
    page.wait_for_timeout(300)
    own = [url for url in page.requested if "/search/" in url]
    assert len(own) <= 2
    assert all(url.endswith(("search_index.json", "search_index.js")) for url in own)
    page.locator(TYPED).click()
    page.wait_for_timeout(500)
    later = [url for url in page.requested if "/search/" in url and url not in own]
    assert {re.sub(r".*/search/(\w+).*", r"\1", url) for url in later} <= {
        "box",
        "engine",
        "index",
        "search_index",
    }
    assert later


def test_nothing_leaves_this_origin(opened, root):
    page = opened("index.html")
    ask(page, "subscription")
    assert [url for url in page.requested if not url.startswith((root, "data:", "blob:"))] == []


@pytest.mark.parametrize(
    ("page_name", "query", "other", "label"),
    [
        ("index.html", "unsubscribe", "en/", "英語のページ"),
        ("en/index.html", "判例時報", "", "Page in Japanese"),
    ],
)
def test_another_language_helps_out_and_says_so(opened, root, page_name, query, other, label):
    page = opened(page_name)
    page.locator(TYPED).click()
    page.locator(TYPED).fill(query)
    foreign = page.locator(f"{LINKS}:has(.search-language)")
    foreign.first.wait_for()
    assert label in foreign.first.inner_text()
    assert foreign.first.get_attribute("href").startswith(f"{root}{other}")
    assert foreign.first.locator("[lang]").count() >= 1
    labels = page.locator(".md-search-result__item").evaluate_all(
        "all => all.map(each => !!each.querySelector('.search-language'))"
    )
    assert labels == sorted(labels), "its own language comes first"
    assert page.locator("[data-search-help]").is_visible()


@pytest.mark.parametrize(
    ("page_name", "words"), [("index.html", "相談先の一覧"), ("en/index.html", "All contacts")]
)
def test_nothing_found_is_no_dead_end(opened, page_name, words):
    page = opened(page_name)
    assert ask(page, "qqzzxxyyqq") == []
    help_ = page.locator("[data-search-help]")
    assert help_.is_visible()
    assert "188" in help_.inner_text()
    assert words in help_.inner_text()
    assert help_.locator('a[href="tel:188"]').count() == 1
    help_.get_by_text(words).click()
    page.wait_for_url("**/contacts.html")


DANGER = "[data-search-danger]"


@pytest.mark.parametrize(
    ("page_name", "query", "numbers", "link"),
    [
        ("index.html", "死にたい", ["0120-279-338", "119"], "contacts.html#someone-to-listen"),
        ("start/paid.html", "殺すと言われた", ["110"], "start/threatened.html"),
        (
            "en/start/paid.html",
            "I want to die",
            ["0120-279-338", "119"],
            "en/contacts.html#someone-to-listen",
        ),
        ("en/index.html", "i just paid", [], "en/start/paid.html"),
    ],
)
def test_people_in_danger_see_whom_to_call_above_the_results(
    opened, root, page_name, query, numbers, link
):
    page = opened(page_name)
    found = ask(page, query)
    assert found, "the results stay below"
    danger = page.locator(DANGER)
    assert danger.is_visible()
    dialled = danger.locator("a[href^='tel:']").evaluate_all("all => all.map(each => each.href)")
    assert dialled[: len(numbers)] == [f"tel:{number}" for number in numbers]
    assert danger.locator("a").last.evaluate("each => each.href") == f"{root}{link}"
    assert danger.locator("[data-search-result], .md-search-result__link").count() == 0
    box, first = danger.bounding_box(), page.locator(LINKS).first.bounding_box()
    assert box["y"] + box["height"] <= first["y"]
    status = page.locator("[data-search-status]").text_content()
    assert danger.locator("p").first.inner_text() in status
    assert all(number in status for number in numbers)
    page.locator(TYPED).fill("deadline")
    until(page, f"document.querySelector('{DANGER}').hidden")
    assert page.errors == []


def test_the_keyboard_reaches_the_danger_first_and_the_results_after_it(opened):
    page = opened("index.html", viewport={"width": 360, "height": 800})
    page.locator("button.site-header__search").focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("死にたい")
    until(page, "document.querySelector('[data-search-status]').textContent")
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                f"document.activeElement.closest('{DANGER}') ? 'danger' : "
                f"document.activeElement.matches('{LINKS}') ? 'result' : ''"
            )
        )
    assert reached[reached.index("danger") :][:5] == ["danger"] * 4 + ["result"]
    page.locator(TYPED).focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(f"document.activeElement.matches('{LINKS}')")


def test_people_in_danger_need_not_wait_for_an_index(opened, root):
    page = opened("index.html")
    page.route("**/search/index.*", lambda route: route.abort())
    page.locator(TYPED).click()
    page.locator(TYPED).fill("死にたい")
    page.locator(DANGER).wait_for()
    assert page.locator(f"{DANGER} a[href='tel:119']").is_visible()


def test_counts_are_said_once_typing_pauses(opened):
    page = opened("index.html")
    ask(page, "警察")
    status = page.locator("[data-search-status]")
    assert status.get_attribute("role") == "status"
    assert re.fullmatch(r"\d+ページ見つかりました", status.inner_text())


def test_the_keyboard_is_enough(opened, root):
    page = opened("en/index.html")
    page.keyboard.press("/")
    page.keyboard.type("service by publication")
    until(page, "Boolean(document.querySelector('.md-search-result__link'))")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}en/lawsuits.html**")


def test_results_that_are_drawn_anew_keep_the_focus(opened):
    """A quick typist presses the down key before the results of the last letter are there."""
    page = opened("en/index.html")
    ask(page, "service by pub")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.evaluate(
        """() => {
            const box = document.querySelector('.md-search__input');
            box.value = 'service by publication';
            window.before = document.activeElement;
            box.dispatchEvent(new Event('input'));
        }"""
    )
    until(page, "!window.before.isConnected")
    assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
    assert page.evaluate("document.activeElement.href === window.before.href")


def test_a_shared_query_is_answered_and_leaves_the_address(opened):
    page = opened("index.html?q=%E8%AD%A6%E5%AF%9F")
    page.locator(LINKS).first.wait_for()
    assert page.locator(TYPED).input_value() == "警察"
    page.keyboard.press("Escape")
    until(page, "!location.search")


def test_searching_leaves_no_trace(opened):
    page = opened("index.html")
    before = page.evaluate("history.length")
    ask(page, "警察に相談")
    page.locator(TYPED).press("Escape")
    assert page.evaluate("[history.length, location.search, location.hash]") == [before, "", ""]
    stored = "[localStorage, sessionStorage].map(each => JSON.stringify(each)).join()"
    assert "警察" not in page.evaluate(stored)
    assert page.evaluate("document.cookie") == ""


def test_enter_sends_nothing_even_before_the_script_is_there(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}index.html")
    assert page.locator("form[name=search]").get_attribute("method") == "dialog"
    context.close()


def test_an_input_method_shows_no_nonsense(opened):
    """During composition a Latin letter stands between kana; the results stay."""
    page = opened("index.html")
    ask(page, "着信拒否")
    session = page.context.new_cdp_session(page)
    page.locator(TYPED).fill("")
    for text in ("けい", "けいs", "けいさ", "けいさt", "けいさつ"):
        session.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": 4, "selectionEnd": 4}
        )
        page.wait_for_timeout(150)
        assert page.locator(LINKS).count() > 0, text
        assert not page.locator("[data-search-help]").is_visible(), text
    session.send("Input.insertText", {"text": "警察"})
    until(page, "document.querySelector('.md-search-result__link')?.href.includes('police')")


def test_what_is_pasted_is_searched(opened):
    page = opened("index.html")
    page.locator(TYPED).click()
    page.evaluate(
        "() => { const box = document.querySelector('.md-search__input'); box.value = '警察';"
        " box.dispatchEvent(new InputEvent('input', { bubbles: true })); }"
    )
    page.locator(LINKS).first.wait_for()


def test_a_search_engine_that_does_not_load_is_reported(browser, host):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/engine.*", lambda route: route.abort())
    page.goto(f"{host}index.html")
    page.locator(TYPED).click()
    page.locator(TYPED).fill("警察")
    until(
        page, "document.querySelector('[data-search-meta]').textContent.includes('読み込めません')"
    )
    assert page.locator("[data-search-help]").is_visible()
    context.close()


def test_all_words_of_the_box_come_from_the_table(opened):
    japanese = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
    page = opened("en/index.html")
    box = page.locator("[data-search]")
    ask(page, "police")
    shown = box.evaluate(
        """each => [
          ...Object.values(each.dataset), each.getAttribute("aria-label"),
          each.querySelector("input").placeholder, each.querySelector("[type=reset]").title,
          ...Array.from(each.querySelectorAll("[data-search-meta], summary"), one => one.innerText),
        ].join()"""
    )
    assert "pages found" in shown
    assert not japanese.search(shown)
