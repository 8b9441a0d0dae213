"""The cache of rendered pages between builds of a preview, and its size."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

import preview

CONFIG: Any = SimpleNamespace(markdown_extensions=[], mdx_configs={})


@dataclass
class StubPage:
    """A page of mkdocs after rendering."""

    url: str
    markdown: str
    content: str = "<p>rendered</p>"
    toc: tuple[str, ...] = ()
    _title_from_render: str = "Title"
    present_anchor_ids: frozenset[str] = frozenset()


@pytest.fixture(autouse=True)
def served(monkeypatch):
    monkeypatch.setattr(preview, "is_preview", lambda: True)
    monkeypatch.setattr(preview, "_rendered", {})


def build(count, text="words"):
    """Simulate a build of `count` pages; returns the URLs of those rendered again."""
    files: Any = [SimpleNamespace(src_uri=f"{n}.md", url=f"{n}.html") for n in range(count)]
    preview.on_files(files, CONFIG)
    anew = []
    for file in files:
        page: Any = StubPage(file.url, text)
        page.markdown = preview.on_page_markdown(text, page, CONFIG, files)
        page.content = "<p>rendered</p>" if page.markdown else ""
        if page.markdown:
            anew.append(page.url)
        assert preview.on_page_content(page.content, page, CONFIG, files) == "<p>rendered</p>"
    return anew


def test_a_page_is_rendered_anew_when_its_text_or_the_list_of_files_changes():
    assert len(build(3)) == 3
    assert build(3) == []
    assert len(build(3, "other words")) == 3
    assert len(build(4, "other words")) == 4


def test_what_is_kept_for_a_page_does_not_grow_with_the_site():
    build(2)
    small = max(len(key) for key, _ in preview._rendered.values())
    build(200)
    assert max(len(key) for key, _ in preview._rendered.values()) == small
