"""An offline copy leads to what changed after its day; the page of changes folds the rest."""

import re
import zipfile

import pytest

COPY_DAY = "2026-11-24"
LINK = re.compile(r'<a href="(https://[^"]*changes\.html#since-[^"]*)"')


@pytest.mark.parametrize("folder", ["", "en/", "ja-Hira/"])
def test_every_page_of_the_copy_leads_to_what_changed_after_its_day(real_build, folder):
    with zipfile.ZipFile(real_build.site / "offline.zip") as archive:
        name = next(n for n in archive.namelist() if n.endswith(f"/pages/{folder}contacts.html"))
        html = archive.read(name).decode()
    assert LINK.findall(html) == [
        f"https://one-click-fraud.example/{folder}changes.html#since-{COPY_DAY}"
    ]


def open_since(visit, name, day):
    visited = visit()
    visited.page.goto(f"{(visited.site / name).as_uri()}.html#since-{day}")
    return visited.page


@pytest.mark.parametrize("name", ["changes", "en/changes"])
def test_only_what_changed_after_that_day_is_open(visit, name):
    page = visit().open(name)
    days = page.locator("h2[id^=day-]").evaluate_all("(all) => all.map((e) => e.id.slice(4))")
    assert days == sorted(days, reverse=True)
    page = open_since(visit, name, days[0])
    assert page.locator(f"#day-{days[0]}").is_visible()
    earlier = page.locator("[data-earlier] details")
    assert earlier.count() == (len(days) > 1)
    if len(days) > 1:
        assert not page.locator(f"#day-{days[1]}").is_visible()
        earlier.locator("summary").click()
        assert page.locator(f"#day-{days[1]}").is_visible()


def test_where_nothing_changed_since_it_says_so(visit):
    page = open_since(visit, "en/changes", "2199-01-01")
    assert page.locator("[data-earlier] > p").inner_text() == "Nothing yet."
    assert not page.locator("h2[id^=day-]").first.is_visible()


def test_without_that_address_everything_is_open(visit):
    page = visit().open("changes")
    assert page.locator("[data-earlier] details").count() == 0
    assert page.locator("h2[id^=day-]").first.is_visible()
