"""The search box on a host and from disk: results, messages, requests and stored data."""

import re

import pytest

from support.host import served
from support.visit import SEARCH, open_search, search_for
from support.visit import SEARCH_ANSWERED as ANSWERED
from support.visit import SEARCH_INPUT as TYPED
from support.visit import SEARCH_RESULTS as LINKS
from support.waiting import TIMEOUT_SECONDS, until

STATUS = "[data-search-status]"
META = "[data-search-meta]"
HELP = "[data-search-help]"
ROOT_OF_INDEX = re.compile(r"/search/(?:index/)?(ja|en|ja-Hira)(?:\.[0-9a-f]+)?\.js(?:on)?$")
SILENCE = """async ([typed, status, query]) => {
  const box = document.querySelector(typed);
  const said = new Promise((done) => {
    new MutationObserver(() => done(performance.now()))
      .observe(document.querySelector(status), { characterData: true, childList: true });
  });
  const begun = performance.now();
  box.value = query;
  box.dispatchEvent(new Event("input"));
  return await said - begun;
}"""
"""Type a query; the milliseconds until a screen reader is told something."""
SAID = f"""(part) => {{
  const said = document.querySelector("{STATUS}").textContent;
  return said.includes(part) && said;
}}"""
"""What a screen reader has been given to say, once a part is in it."""


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
def opened(visit, root):
    """Open a page; without a network if it is on disk."""

    def open_page(name, **options):
        started = visit(offline=root.startswith("file:"), **options)
        page = started.page
        page.errors, page.requested = started.errors, started.requests
        page.goto(f"{root}{name}", wait_until="load")
        return page

    return open_page


def ask(page, query):
    search_for(page, query)
    return links(page)


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
    assert marked in "".join(page.locator(f"{SEARCH} mark").all_inner_texts())
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
    assert [url for url in page.requested if "/search/" in url] == []
    open_search(page)
    page.locator(ANSWERED).wait_for(state="attached")
    page.wait_for_timeout(300)
    later = [url for url in page.requested if "/search/" in url]
    names = [re.sub(r".*/search/(\w+).*", r"\1", url) for url in later]
    assert sorted(names) == ["box", "engine", "ja"], "each once, in one round trip"


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
    found = ask(page, query)
    assert found
    assert all(link.startswith(f"{root}{other}") for link in found)
    for item in page.locator(f"{SEARCH} li:has({LINKS})").all():
        assert label in item.inner_text()
        languages = item.locator("h2, p:not(.search-language), a").evaluate_all(
            "all => all.map(each => each.closest('[lang]').lang)"
        )
        assert set(languages) == {"en" if other else "ja"}
        assert item.locator(".search-language").evaluate("each => each.closest('[lang]').lang") == (
            page.locator("html").get_attribute("lang")
        )
    assert page.locator(HELP).is_visible()


@pytest.mark.parametrize(
    ("page_name", "queries"), [("index.html", "s h sa ca"), ("ja-Hira/index.html", "お い sh")]
)
def test_the_beginning_of_a_word_is_no_answer(opened, page_name, queries):
    """It finds nothing yet, and is not told to find 0 pages."""
    page = opened(page_name)
    start = page.locator(SEARCH).get_attribute("data-start")
    for query in queries.split():
        assert ask(page, query) == []
        assert page.locator(META).inner_text() == start


def test_a_short_word_of_another_language_is_found_there(opened, root):
    found = ask(opened("index.html"), "mom")
    assert found
    assert all(link.startswith(f"{root}en/") for link in found)


def test_what_finds_nothing_in_its_own_writing_is_not_found_by_one_word_elsewhere(opened, root):
    """The Japanese pages say "Windows" and "Apple" too."""
    page = opened("en/index.html")
    for query in ("window cleaning near me", "apple watch strap"):
        assert ask(page, query) == []
        assert page.locator(HELP).is_visible()


@pytest.mark.parametrize(
    ("page_name", "words"), [("index.html", "相談先の一覧"), ("en/index.html", "All contacts")]
)
def test_nothing_found_is_no_dead_end(opened, page_name, words):
    page = opened(page_name)
    assert ask(page, "qqzzxxyyqq") == []
    assert page.locator("[data-search-suggestions] a").first.is_visible()
    help_ = page.locator(HELP)
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
    assert danger.locator(LINKS).count() == 0
    box, first = danger.bounding_box(), page.locator(LINKS).first.bounding_box()
    assert box["y"] + box["height"] <= first["y"]
    first = danger.locator("p").first.inner_text()
    status = until(page, SAID, first)
    assert all(number in status for number in numbers)
    page.locator(TYPED).fill("deadline")
    until(page, f"document.querySelector('{DANGER}').hidden")
    assert page.errors == []


def test_the_keyboard_reaches_the_danger_first_and_the_results_after_it(opened):
    page = opened("index.html", viewport={"width": 360, "height": 800})
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("死にたい")
    page.locator(LINKS).first.wait_for()
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
    page.route("**/search/index/**", lambda route: route.abort())
    open_search(page)
    page.locator(TYPED).fill("死にたい")
    page.locator(DANGER).wait_for()
    assert page.locator(f"{DANGER} a[href='tel:119']").is_visible()


def test_counts_are_said_once_typing_pauses(opened):
    page = opened("index.html")
    ask(page, "警察")
    status = page.locator(STATUS)
    assert status.get_attribute("role") == "status"
    assert re.fullmatch(r"\d+ページ見つかりました", until(page, SAID, "見つかりました"))
    silence = page.evaluate(SILENCE, [TYPED, STATUS, "qqzzxxyyqq"])
    assert silence > 600, "nothing is said at once"
    until(page, SAID, "見つかりませんでした")


def test_the_keyboard_is_enough(opened, root):
    page = opened("en/index.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("service by publication")
    page.locator(ANSWERED).wait_for(state="attached")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('a[data-search-result]')")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}en/lawsuits.html**")


def test_enter_waits_for_the_answer_to_what_stands_in_the_box(opened, root):
    """A quick typist presses Enter while the results are still those of an earlier query."""
    page = opened("en/index.html")
    ask(page, "arrested")
    assert "lawsuits" not in page.locator(LINKS).first.get_attribute("href")
    page.evaluate(
        """() => {
            const box = document.querySelector('[name=query]');
            box.value = 'service by publication';
            box.dispatchEvent(new Event('input'));
            for (const key of ['ArrowDown', 'ArrowUp']) {
                box.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
            }
            box.form.requestSubmit();
        }"""
    )
    page.wait_for_url(f"{root}en/lawsuits.html**")


def test_results_that_are_drawn_anew_keep_the_focus(opened):
    """A quick typist presses the down key before the results of the last letter are there."""
    page = opened("en/index.html")
    ask(page, "by publication")
    page.keyboard.press("ArrowDown")
    page.evaluate(
        """() => {
            const box = document.querySelector('[name=query]');
            box.value = 'service by publication';
            window.before = document.activeElement;
            box.dispatchEvent(new Event('input'));
        }"""
    )
    until(page, "!window.before.isConnected")
    assert page.evaluate("document.activeElement.matches('a[data-search-result]')")
    assert page.evaluate("document.activeElement.href === window.before.href")


def test_a_shared_query_is_answered_and_leaves_the_address(opened):
    page = opened("index.html?q=%E8%AD%A6%E5%AF%9F")
    page.locator(LINKS).first.wait_for()
    assert page.locator(TYPED).input_value() == "警察"
    assert page.evaluate("location.search") == ""
    page.keyboard.insert_text("署")
    assert page.locator(TYPED).input_value() == "警察署"
    page.keyboard.press("Escape")
    assert not page.locator(SEARCH).is_visible()
    until(page, "(history.state?.search ?? null) === null")


def test_searching_leaves_no_trace(opened):
    page = opened("index.html")
    before = page.evaluate("history.length")
    ask(page, "警察に相談")
    page.locator(TYPED).press("Escape")
    until(page, "(box) => document.querySelector(box).value === ''", TYPED)
    until(page, "!history.state?.isSearch")
    assert page.evaluate("[location.search, location.hash]") == ["", ""]
    assert "警察" not in page.evaluate("JSON.stringify(history.state)")
    assert page.evaluate("history.length") == before + 1, "where the open dialog was"
    page.go_forward()
    assert not page.locator(SEARCH).is_visible()
    assert "警察" not in page.evaluate("JSON.stringify(history.state)")
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
        page.locator(LINKS).first.wait_for()
        assert not page.locator(HELP).is_visible(), text
    session.send("Input.insertText", {"text": "警察"})
    until(page, "document.querySelector('a[data-search-result]')?.href.includes('police')")


def test_what_is_pasted_is_searched(opened):
    page = opened("index.html")
    open_search(page)
    page.evaluate(
        "() => { const box = document.querySelector('[name=query]'); box.value = '警察';"
        " box.dispatchEvent(new InputEvent('input', { bubbles: true })); }"
    )
    page.locator(LINKS).first.wait_for()


@pytest.fixture
def slow(browser, host):
    """A page on a host whose files a test can hold back."""
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(TIMEOUT_SECONDS * 1000)
    page = context.new_page()
    page.goto(f"{host}index.html")
    yield page
    context.close()


@pytest.mark.parametrize("late", ["engine.*", "index/*", "box.*", "ja.json"])
def test_a_search_on_its_way_says_so_at_once(slow, late):
    held = []

    def hold(route):
        held.append(route)

    slow.route(f"**/search/{late}", hold)
    with slow.expect_request(f"**/search/{late}"):
        open_search(slow)
        slow.locator(TYPED).fill("警察")
    assert slow.locator(META).inner_text() == "読み込んでいます…"
    until(slow, SAID, "読み込んでいます")
    slow.keyboard.press("Enter")  # as one does while one waits
    assert slow.locator(TYPED).input_value() == "警察"
    slow.route(f"**/search/{late}", lambda route: route.continue_())
    for route in held:
        route.continue_()
    slow.locator(LINKS).first.wait_for()


@pytest.mark.parametrize("missing", ["engine.*", "index/ja.postings.*", "box.*", "ja.json"])
def test_a_search_that_does_not_load_says_so_and_is_tried_again(slow, missing):
    slow.route(f"**/search/{missing}", lambda route: route.abort())
    open_search(slow)
    slow.locator(TYPED).fill("警察")
    retry = slow.get_by_role("button", name="もう一度試す")
    retry.wait_for()
    assert "読み込めませんでした" in slow.locator(META).inner_text()
    slow.unroute(f"**/search/{missing}")
    retry.click()
    slow.locator(LINKS).first.wait_for()
    assert not retry.is_visible()


def test_enter_tries_again_what_did_not_load(slow):
    slow.route("**/search/box.*", lambda route: route.abort())
    open_search(slow)
    slow.locator(TYPED).fill("警察")
    slow.get_by_role("button", name="もう一度試す").wait_for()
    slow.unroute("**/search/box.*")
    slow.locator(TYPED).press("Enter")
    slow.locator(LINKS).first.wait_for()
    assert slow.locator(TYPED).input_value() == "警察"


@pytest.mark.parametrize("key", ["Enter", "NumpadEnter"])
def test_enter_keeps_the_list_unless_the_reader_has_moved_to_a_result(opened, key):
    page = opened("index.html")
    found = ask(page, "公示送達")
    page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url.endswith("/index.html")
    assert links(page) == found
    assert page.evaluate("document.activeElement.name !== 'query'"), "no keyboard on a phone"
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    page.wait_for_url("**/lawsuits.html**")


@pytest.mark.parametrize("times", [1, 2])
def test_a_hit_on_this_page_shows_its_passage(opened, times):
    """Also where the address has this passage already."""
    page = opened("lawsuits.html", viewport={"width": 360, "height": 640})
    for _ in range(times):
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        ask(page, "公示送達")
        page.locator(f"{LINKS}[href$='lawsuits.html#service-by-publication']").first.click()
        assert not page.locator(SEARCH).is_visible()
        page.wait_for_url("**/lawsuits.html#service-by-publication")
        shown = "document.querySelector('#service-by-publication').getBoundingClientRect().top"
        until(page, f"Math.abs({shown} - 100) < 100")


def test_a_hit_on_the_beginning_of_this_page_goes_there(opened):
    page = opened("glossary.html")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    search_for(page, "用語集")
    page.locator(f"{LINKS}[href$='glossary.html']").first.click()
    assert not page.locator(SEARCH).is_visible()
    until(page, "window.scrollY === 0")


@pytest.mark.parametrize("passage", ["lawsuits.html#service-by-publication", "police.html"])
def test_the_way_back_leads_to_the_results(opened, root, passage):
    """Whether the hit is on the same page or on another one."""
    page = opened("index.html")
    page.goto(f"{root}lawsuits.html")
    found = ask(page, "公示送達" if "#" in passage else "警察")
    page.locator(f":is({LINKS}):is([href^='{passage}'], [href*='/{passage}'])").first.click()
    page.wait_for_url(f"**/{passage}*")
    page.go_back()
    page.wait_for_url("**/lawsuits.html")
    page.locator(LINKS).first.wait_for()
    page.locator(ANSWERED).wait_for(state="attached")
    assert links(page) == found
    assert page.locator(TYPED).input_value() in ("公示送達", "警察")
    page.go_back()
    page.locator(SEARCH).wait_for(state="hidden")
    assert page.url.endswith("lawsuits.html")
    page.go_back()
    page.wait_for_url("**/index.html")
    assert not page.locator(SEARCH).is_visible()
    page.go_forward()
    page.go_forward()
    page.locator(LINKS).first.wait_for()
    page.keyboard.press("Escape")
    until(page, "!history.state?.isSearch")
    page.reload()
    assert not page.locator(SEARCH).is_visible()


def test_who_goes_back_at_once_finds_the_results_too(opened, root):
    """The browser may tell of the way back before it tells that the dialog was closed."""
    page = opened("index.html")
    page.goto(f"{root}lawsuits.html")
    found = ask(page, "公示送達")
    page.locator(f"{LINKS}[href*='#service-by-publication']").first.evaluate(
        """link => {
          link.click();
          const state = { search: "公示送達" };
          dispatchEvent(new PopStateEvent("popstate", { state }));
        }"""
    )
    page.wait_for_timeout(100)  # the event of the closed dialog has come
    page.locator(ANSWERED).wait_for(state="attached")
    assert page.locator(TYPED).input_value() == "公示送達"
    assert links(page) == found


@pytest.mark.parametrize("way", ["Escape", "button", "backdrop"])
def test_the_closed_search_gives_the_focus_back(opened, way):
    page = opened("index.html")
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.locator(TYPED).fill("警察")
    page.locator(LINKS).first.wait_for()
    if way == "Escape":
        page.keyboard.press(way)
    elif way == "button":
        page.get_by_role("button", name="閉じる").click()
    else:
        page.mouse.click(20, 400)
    until(page, "document.activeElement.matches('[data-search-open]')")
    assert not page.locator(SEARCH).is_visible()


def test_a_selection_that_ends_outside_does_not_close_it(opened):
    page = opened("index.html")
    ask(page, "警察")
    page.locator(TYPED).hover()
    page.mouse.down()
    page.mouse.move(20, 400)
    page.mouse.up()
    assert page.locator(SEARCH).is_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_before_a_word_is_typed_it_suggests_pages(opened, root, language):
    page = opened(f"{language}police.html")
    open_search(page)
    page.locator(ANSWERED).wait_for(state="attached")
    suggested = page.locator("[data-search-suggestions] a")
    hrefs = suggested.evaluate_all("all => all.map(each => each.href)")
    menu = page.locator(".site-menu a[href*='start/']").evaluate_all(
        "all => all.map(each => [each.href, each.textContent])"
    )
    assert list(zip(hrefs, suggested.all_text_contents(), strict=True)) == [*map(tuple, menu)]
    assert all(href.startswith(f"{root}{language}start/") for href in hrefs)
    assert links(page) == []
    ask(page, "警察" if not language else "police")
    assert not suggested.first.is_visible()


@pytest.mark.parametrize(
    ("folder", "asked"),
    [("", {"ja", "en"}), ("en/", {"ja", "en"}), ("ja-Hira/", {"ja-Hira", "ja", "en"})],
)
def test_a_variety_is_asked_on_its_own_pages_only(opened, folder, asked):
    page = opened(f"{folder}index.html")
    ask(page, "ぬゐゑ qqzzxw")
    page.locator(HELP).wait_for()
    assert links(page) == []
    roots = {match[1] for url in page.requested if (match := ROOT_OF_INDEX.search(url))}
    assert roots == asked


@pytest.mark.parametrize(
    ("language", "typed"),
    [("", "ぬゐゑ 死んだら楽かな"), ("en/", "better off dead zzqx")],
)
def test_who_is_in_danger_is_not_told_that_nothing_is_found(opened, language, typed):
    page = opened(f"{language}index.html")
    assert ask(page, typed) == []
    assert page.locator("[data-search-danger] a[href^='tel:']").first.is_visible()
    assert not page.locator(HELP).is_visible()
    assert page.locator("[data-search-meta]").text_content() == ""
    assert page.locator("[data-search-suggestions] a").first.is_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_where_nothing_fits_the_nearest_pages_come_before_the_other_suggestions(opened, language):
    page = opened(f"{language}police.html")
    open_search(page)
    page.locator(ANSWERED).wait_for(state="attached")
    suggested = page.locator("[data-search-suggestions] a")
    hrefs = "all => all.map(each => each.href)"
    before = suggested.evaluate_all(hrefs)
    assert ask(page, "大阪の天気" if not language else "how to cook rice") == []
    there = suggested.evaluate_all(hrefs)
    assert there[:2] != before[:2]
    assert len(there) == len(set(there))
    assert [each for each in there if each in before and each not in there[:2]] == [
        each for each in before if each not in there[:2]
    ]
    known = page.locator(".site-menu a").evaluate_all(hrefs)
    assert set(there) <= set(known)
    page.locator("[data-search] button[type=reset]").click()
    until(
        page, f"document.querySelectorAll('[data-search-suggestions] a').length === {len(before)}"
    )
    assert suggested.evaluate_all(hrefs) == before


@pytest.mark.parametrize("typed", ["ぬ", "q"])
def test_one_character_is_not_said_to_be_missing(opened, typed):
    page = opened("index.html")
    ask(page, typed)
    assert "見つかりません" not in page.locator(META).inner_text()
    assert not page.locator(HELP).is_visible()


def test_on_a_phone_it_covers_the_screen_and_the_page_behind_stays(opened):
    page = opened("index.html", viewport={"width": 360, "height": 640}, has_touch=True)
    ask(page, "警察")
    assert page.locator(SEARCH).bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}
    page.mouse.move(180, 400)
    page.mouse.wheel(0, 400)
    until(page, "document.querySelector('[data-search-output]').scrollTop > 0")
    assert page.evaluate("window.scrollY") == 0
    assert page.locator(TYPED).bounding_box()["y"] < 20, "the field stays in sight"
    size = "parseFloat(getComputedStyle(document.querySelector('[name=query]')).fontSize)"
    assert page.evaluate(size) >= 16
    small = page.locator(f"{SEARCH} :is(a, button, summary):visible").evaluate_all(
        """all => all.filter((each) => {
          const area = each.closest(".search-passage") || each;
          return area.getBoundingClientRect().height < 44;
        }).map((each) => each.outerHTML)"""
    )
    assert small == []


def test_a_second_answer_only_fills_in(opened):
    """The engine may answer without excerpts first: focus and scroll stay."""
    page = opened("index.html")
    ask(page, "警察")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.evaluate(
        """() => {
          const output = document.querySelector("[data-search-output]");
          output.scrollTop = 40;
          window.before = [document.activeElement, output.scrollTop];
          document.querySelector("mark").closest("p").textContent = "";
          document.querySelector("[name=query]").dispatchEvent(new Event("input"));
        }"""
    )
    page.locator(ANSWERED).wait_for(state="attached")
    assert page.evaluate("document.activeElement === window.before[0]")
    assert page.evaluate(
        "document.querySelector('[data-search-output]').scrollTop === window.before[1]"
    )
    texts = page.locator(f"{SEARCH} .search-passage__text:not([hidden])").all_text_contents()
    assert all(texts)


def test_all_words_of_the_box_come_from_the_table(opened):
    japanese = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
    page = opened("en/index.html")
    box = page.locator("[data-search]")
    ask(page, "police")
    shown = box.evaluate(
        """each => [
          ...Object.values(each.dataset), each.getAttribute("aria-label"),
          each.querySelector("input").placeholder, each.querySelector("[type=reset]").title,
          ...Array.from(each.querySelectorAll("[data-search-meta], summary, button"),
                        one => one.textContent),
        ].join()"""
    )
    assert "pages found" in shown
    assert not japanese.search(shown)
