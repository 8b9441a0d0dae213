"""A link to a term needs the page that explains the terms."""

from knowledge.rules.typed_links import unknown_ids
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


def test_a_term_without_a_glossary_is_reported_where_it_is_linked(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    assert not list(unknown_ids.find(load(folder)))
    for page in folder.glob("docs/*/glossary.md"):
        page.unlink()
    found = list(unknown_ids.find(load(folder)))
    assert found
    assert all("no page explains the terms" in each.problem for each in found)
    assert all("list: glossary" in each.fix for each in found)
