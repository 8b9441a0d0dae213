"""A page is found in the letters of its language, from there and from every other language."""

import pytest

from support.cases_site import copy_tiny_site
from support.more_languages import add_language
from support.site_builder import build
from support.visit import SEARCH_RESULTS, search_for

PAGE = """\
---
title: {0}
description: {0} {0}
reviewed: 2026-11-20
---

# {0} {{#case}}

{1}
"""
LANGUAGES = {
    "ko": ("한국어", "책 반납이 늦어진 경우", "연체료는 현금으로 냅니다.", "연체료"),
    "zh-Hans": ("简体中文", "还书晚了怎么办", "每天收一元滞纳金。", "滞纳金"),
    "zh-Hant": ("繁體中文", "圖書證遺失", "請立刻通知櫃台補發。", "補發"),
    "th": ("ไทย", "คืนหนังสือช้า", "ค่าปรับจ่ายเป็นเงินสด", "ค่าปรับ"),
    "vi": (
        "Tiếng Việt",
        "Trả sách muộn",
        "Tiền phạt được trả bằng tiền mặt.",
        "tien phat duoc tra",
    ),
    "ar": ("العربية", "إعادة الكتب متأخرة", "تدفع الغرامة نقدا.", "للغرامة"),
}
"""By language: name, title and text of its page, and a query that only this page answers."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = copy_tiny_site(tmp_path_factory.mktemp("scripts") / "source")
    for code, (name, title, text, _) in LANGUAGES.items():
        page = {"case.md": PAGE.format(title, text)}
        add_language(folder, code, name, page, extra={"partial": True})
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    return built.site


def found(page, query):
    search_for(page, query)
    first = page.locator(SEARCH_RESULTS).first
    first.wait_for()
    return first


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_a_page_is_found_in_its_language(visit, code):
    first = found(visit().open(f"{code}/index"), LANGUAGES[code][3])
    assert first.get_attribute("href").endswith(f"/{code}/case.html")


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_it_is_found_from_another_language_and_says_its_own(visit, code):
    window = visit()
    first = found(window.open("en/index"), LANGUAGES[code][3])
    assert first.get_attribute("href").endswith(f"/{code}/case.html")
    assert first.get_attribute("lang") == code
    assert window.errors == []
