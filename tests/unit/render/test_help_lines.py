"""Lines in languages that the site does not have: whom to ask, with numbers and hours."""

from dataclasses import replace

import pytest

from knowledge.data.site_settings import HelpLine
from knowledge.render.help_lines import help_lines
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


@pytest.fixture
def site(tmp_path):
    found = load(copy_tiny_site(tmp_path / "site", is_built=False))
    lines = (
        HelpLine("pt-BR", "Você pode perguntar", "night-desk"),
        HelpLine("ar", "يمكنك السؤال", "front-desk"),
        HelpLine("vi", "Bạn có thể hỏi", "nobody"),
    )
    settings = replace(found.data.settings, help_lines=lines)
    return replace(found, data=replace(found.data, settings=settings))


@pytest.mark.parametrize(
    ("language", "page", "is_shown"),
    [
        ("ja", "index.md", True),
        ("ja", "contacts.md", True),
        ("ja", "guide/borrow.md", False),
        ("en", "guide/borrow.md", True),
    ],
)
def test_they_stand_on_the_first_page_the_contacts_and_every_translation(
    site, language, page, is_shown
):
    assert bool(help_lines(site, language, page)) == is_shown


def test_a_line_has_the_numbers_and_the_hours_of_its_contact_in_its_language(site):
    portuguese, arabic = help_lines(site, "en", "index.md")
    assert portuguese.name == "português"
    assert [number.text for number in portuguese.numbers] == ["#9876"]
    assert portuguese.hours == "seg.–sex. 18:00–22:00; sáb.–dom. 10:00–12:00"
    assert (arabic.direction, arabic.hours) == ("rtl", "")


def test_a_contact_that_does_not_exist_has_no_line(site):
    assert "vi" not in [line.language for line in help_lines(site, "en", "index.md")]
