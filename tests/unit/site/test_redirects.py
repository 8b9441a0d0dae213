"""Where what was renamed stands now."""

from knowledge.site.redirects import renamed_to
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


def test_an_id_that_the_new_page_lacks_is_not_offered(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    page = folder / "docs/ja/contacts.md"
    text = page.read_text("utf-8")
    assert text.startswith("---\n")
    page.write_text(text.replace("---\n", "---\naliases:\n  - gone.md\n", 1), "utf-8")
    site = load(folder)
    (existing, *_) = site.originals()["contacts.md"].ids
    assert renamed_to(site, "gone.md", existing) == ("contacts.md", existing)
    assert renamed_to(site, "gone.md", "no-such-id") == ("contacts.md", "")
    assert renamed_to(site, "never.md", "") is None
