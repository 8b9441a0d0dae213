"""What is folded opens for the address that names something in it, and on paper."""

import pytest


@pytest.fixture
def page(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    yield page
    page.close()


def test_a_citation_opens_the_list_that_it_leads_to(page):
    sources = page.locator("details.source-list")
    assert sources.get_attribute("open") is None
    page.locator("a.source-link").first.click()
    page.wait_for_function("document.querySelector('details.source-list').open")
    assert page.locator("details.source-list li").first.is_visible()


def test_the_same_citation_opens_it_again(page):
    sources = page.locator("details.source-list")
    for _ in range(2):
        page.locator("a.source-link").first.click()
        page.wait_for_function("document.querySelector('details.source-list').open")
        sources.locator("summary").click()
        page.wait_for_function("!document.querySelector('details.source-list').open")


def test_an_address_opens_it_when_the_page_is_opened(page, site):
    anchor = page.locator("a.source-link").first.get_attribute("href")
    page.goto("about:blank")
    page.goto((site / "index.html").as_uri() + anchor)
    assert page.locator("details.source-list li").first.is_visible()


def test_everything_is_open_on_paper_and_closed_again(page):
    is_open = "() => [...document.querySelectorAll('article details')].map(({ open }) => open)"
    before = page.evaluate(is_open)
    assert before
    assert not any(before)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.evaluate(is_open))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(is_open) == before
