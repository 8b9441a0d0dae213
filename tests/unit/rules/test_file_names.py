"""Files below docs/ that are hidden, or that would replace other published files."""

from datetime import date
from pathlib import Path

import material
import pytest

from knowledge.rules.file_names import is_own, published_path, replacing_files
from knowledge.rules.registry import findings
from knowledge.site.files import LITTER, Folder, read_folder
from knowledge.site.site import load, site_of
from support.cases_site import ROOT, TINY, copy_tiny_site


def replacing(*paths: str) -> list[str]:
    """Findings about files, added to the tiny site, that would replace another file."""
    folder = read_folder(TINY)
    files = {**folder.files, **dict.fromkeys(paths, b"")}
    site = site_of(
        Folder(folder.configuration, dict(sorted(files.items())), ()), date.today(), None
    )
    return [finding.path for finding in replacing_files.find(site)]


@pytest.mark.parametrize(
    "path",
    [
        "docs/assets/images/favicon.svg",
        "docs/assets/Images/new.png",
        "docs/assets/javascripts/a.png",
        "docs/ja/assets/images/icon-192.png",
        "docs/ja/assets/stylesheets/a.svg",
        "docs/en/assets/images/icon-192.png",
        "docs/search/a.png",
        "docs/en/search/a.png",
        "docs/ja/sw.js/a.png",
        "docs/ja/_headers/a.png",
        "docs/ja/app.webmanifest/a.png",
        "docs/EN/new.png",
        "docs/ja/assets/door.png",
        "docs/ja/assets/DOOR.png",
        "docs/ja/Offline.zip/a.png",
        "docs/ja/en/new.png",
        "docs/ja/404.html/a.png",
        "docs/ja/index.html/a.png",
    ],
)
def test_a_picture_in_the_place_of_another_file_is_reported(path):
    # For two pictures with one URL, the finding is on the second and names the first.
    assert replacing(path) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "docs/assets/card.fr.png",
        "docs/assets/favicon.png",
        "docs/assets/photos/icon-192.png",
        "docs/ja/photo.png",
        "docs/en/assets/door.png",
    ],
)
def test_a_picture_in_a_place_of_its_own_is_not(path):
    assert replacing(path) == []


def test_a_file_is_published_where_mkdocs_publishes_it():
    site = load(TINY)
    for path, url in {
        "docs/ja/guide/borrow.md": "guide/borrow.html",
        "docs/en/guide/borrow.md": "en/guide/borrow.html",
        "docs/en/guide/README.md": "en/guide/index.html",
        "docs/en/a.png": "en/a.png",
        "docs/assets/door.png": "assets/door.png",
    }.items():
        assert published_path(site, path) == url


def test_no_picture_can_replace_a_file_of_the_theme_or_one_of_ours():
    templates = Path(material.__file__).parent / "templates"
    for folder in (templates / "assets", ROOT / "overrides/assets"):
        for path in folder.rglob("*"):
            if path.is_file():
                assert is_own(path.relative_to(folder.parent).as_posix()), path


def hide(folder: Path, *names: str) -> Path:
    site = copy_tiny_site(folder / "site", is_built=False)
    for name in names:
        (site / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (site / "docs" / name).write_bytes(b"x")
    return site


def test_hidden_files_are_found_wherever_they_lie_below_docs(tmp_path):
    names = (".gitattributes", "_data/.env", "ja/guide/.htaccess", "assets/.nojekyll")
    found = findings(load(hide(tmp_path, *names, ".deep/er/a.md")))
    assert [f.path for f in found if f.code == "SF017"] == [
        "docs/.deep",
        "docs/.gitattributes",
        "docs/_data/.env",
        "docs/assets/.nojekyll",
        "docs/ja/guide/.htaccess",
    ]
    assert {f.code for f in found} == {"SF017"}


def test_what_systems_and_editors_leave_behind_stops_nobody(tmp_path):
    site = hide(tmp_path, ".DS_Store", "ja/._index.md", "ja/.index.md.swp")
    (site / "docs/ja/.#index.md").symlink_to("somebody@host.1")
    assert findings(load(site)) == []


def test_what_is_let_through_is_kept_out_of_every_commit():
    assert set(LITTER) <= set((ROOT / ".gitignore").read_text("utf-8").splitlines())
