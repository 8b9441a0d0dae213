"""The files beside the pages that programs read: the list of pages and the feeds."""

from datetime import date

from knowledge.publish.for_programs import llms_file
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

URL = "https://library.example/"


def test_the_list_of_copies_names_each_with_its_address_and_description():
    site = site_of(read_folder(TINY), date(2026, 11, 24), None)
    name, text = llms_file(context_of(site, URL, site_name="図書館の手引き"))
    assert name == "llms.txt"
    assert text.startswith("# 図書館の手引き\n\n> ")
    assert "\n## English\n" in text
    assert f"- [Borrowing]({URL}en/guide/borrow.md): " in text
    assert text.count("](") == len(list(site.pages_for_readers()))
