"""The start page answers on its first screen, on a small phone, without JavaScript.

The exceptions come first: whoever paid, or holds court papers, has no time to lose.
"""

import pytest

from support.cases_site import ROOT
from support.visit import PHONE

EXCEPTIONS = ("start/court-papers.html", "start/paid.html", "start/threatened.html")
STATEMENTS = {
    "": ("払わないでください", "相手に連絡しないでください", "時間はあります"),
    "en/": ("do not pay", "Do not contact them", "you have time"),
}


@pytest.mark.parametrize("language", ["", "en/"])
def test_three_statements_and_three_exceptions_fit(visit, language):
    page = visit(viewport=PHONE, java_script_enabled=False).open(f"{language}index")
    answer = page.locator(".answer")
    for statement in STATEMENTS[language]:
        assert statement in answer.inner_text()
    shown = [answer, *(page.locator(f'main a[href="{url}"]').first for url in EXCEPTIONS)]
    assert max(part.bounding_box()["y"] for part in shown[1:]) < answer.bounding_box()["y"]
    for part in shown:
        box = part.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= page.locator(".action-bar").bounding_box()["y"], part


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_links_of_the_triage_are_large(visit, language):
    page = visit(viewport=PHONE).open(f"{language}index")
    links = page.locator(".triage li a")
    assert links.count() > len(list((ROOT / "docs/ja/start").glob("*.md"))) + len(EXCEPTIONS)
    for index in range(links.count()):
        assert links.nth(index).bounding_box()["height"] >= 44
