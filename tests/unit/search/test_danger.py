"""What the search box gets for people in danger: texts, contacts and links of one language."""

from dataclasses import replace

import pytest

from knowledge.data.site_settings import Action, Danger
from knowledge.data.texts import Texts
from knowledge.search.danger import danger_entries
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("danger") / "site", is_built=False))


def texts(ja, en):
    return Texts((("ja", ja), ("en", en)))


def with_danger(site, **changes):
    danger = Danger(
        words={"ja": ("火事",), "en": ("fire",)}, text=texts("外に出てください。", "Go outside.")
    )
    return replace(site, data=replace(site.data, danger=(replace(danger, **changes),)))


def test_the_words_of_every_language_are_given_to_each(site):
    found = with_danger(site, exceptions={"en": ("fire drill",)})
    for language, text in (("ja", "外に出てください。"), ("en", "Go outside.")):
        (entry,) = danger_entries(found, language)
        assert entry["words"] == ["火事", "fire"]
        assert entry["except"] == ["fire drill"]
        assert entry["text"] == text


def test_a_contact_shows_its_first_number_and_its_hours(site):
    contact = site.data.contacts["night-desk"]
    (entry,) = danger_entries(with_danger(site, contacts=("night-desk", "nobody")), "en")
    (shown,) = entry["contacts"]
    assert shown["name"] == contact.name.text(("en",))
    assert shown["hours"] == contact.hours.text(("en",))
    assert shown["number"] == contact.numbers[0].text


def test_hours_that_are_no_longer_trusted_name_their_date(site):
    opening = site.data.contacts["night-desk"].opening
    assert opening
    for year, is_named in (("2001", True), (str(site.today.year), False)):
        contact = replace(site.data.contacts["night-desk"], as_of=year, opened="")
        data = replace(site.data, contacts={"night-desk": contact})
        changed = with_danger(replace(site, data=data), contacts=("night-desk",))
        (entry,) = danger_entries(changed, "en")
        assert (year in entry["contacts"][0]["note"]) == is_named


def test_a_link_is_relative_to_the_folder_of_a_language(site):
    links = (
        Action(texts("借りる", "Borrow"), "guide/borrow.md#late", 1),
        Action(texts("ない", "None"), "none.md", 2),
    )
    for language in ("ja", "en"):
        (entry,) = danger_entries(with_danger(site, links=links), language)
        assert [link["url"] for link in entry["links"]] == ["guide/borrow.html#late"]
