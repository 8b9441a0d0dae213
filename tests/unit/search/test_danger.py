"""What the search box gets for people in danger: texts, contacts and links of one language."""

import json
from dataclasses import replace

import pytest

from knowledge.data.phrasings import PagePhrasings
from knowledge.data.site_settings import Action, Danger
from knowledge.data.texts import Texts
from knowledge.search.danger import danger_entries, danger_examples
from knowledge.search.indexer import json_text
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("danger") / "site", is_built=False))


def texts(ja, en):
    return Texts((("ja", ja), ("en", en)))


def with_danger(site, **changes):
    danger = Danger(
        examples={"ja": ("火事",), "en": ("fire",)},
        text=texts("外に出てください。", "Go outside."),
    )
    return replace(
        site,
        data=replace(
            site.data, settings=replace(site.data.settings, danger=(replace(danger, **changes),))
        ),
    )


def entries(site, language):
    """The entries as the scripts read them."""
    return json.loads(json_text(danger_entries(site, language)))


def test_the_examples_of_every_language_are_fitted_together(site):
    phrasings = PagePhrasings("guide/borrow", ("how to borrow",), 1)
    found = with_danger(site, harmless={"en": ("fire drill",)})
    found = replace(
        found,
        data=replace(
            found.data, phrasings={"en": (phrasings,)}, unrelated={"en": ("train times",)}
        ),
    )
    assert danger_examples(found) == {
        "examples": [["火事", "かじ", "fire"]],
        "harmless": ["fire drill"],
        "asked": [["how to borrow"]],
        "unrelated": ["train times"],
    }


def test_the_text_is_in_the_language_of_the_reader(site):
    for language, text in (("ja", "外に出てください。"), ("en", "Go outside.")):
        (entry,) = entries(with_danger(site), language)
        assert (entry["text"], entry["contacts"], entry["links"]) == (text, [], [])


def test_a_contact_shows_its_first_number_and_its_hours(site):
    contact = site.data.contacts["night-desk"]
    found = with_danger(site, contacts=("night-desk", "nobody"))
    (entry,) = entries(found, "en")
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
        (entry,) = entries(changed, "en")
        assert (year in entry["contacts"][0]["note"]) == is_named


def test_a_link_is_relative_to_the_folder_of_a_language(site):
    links = (
        Action(texts("借りる", "Borrow"), "guide/borrow.md#late", 1),
        Action(texts("ない", "None"), "none.md", 2),
    )
    for language in ("ja", "en"):
        (entry,) = entries(with_danger(site, links=links), language)
        assert [link["url"] for link in entry["links"]] == ["guide/borrow.html#late"]
