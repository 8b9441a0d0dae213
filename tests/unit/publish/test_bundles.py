"""The stylesheet of all pages, and what it takes from the theme."""

from pathlib import Path
from urllib.parse import unquote

import material
import pytest

from knowledge.publish.bundles import style_sheet
from support.cases_site import ROOT

THEME = Path(material.__file__).parent / "templates"
ICON = ".icons/material/menu.svg"


def test_icons_are_in_the_stylesheet_as_the_theme_has_them():
    _, css = style_sheet([ROOT / "overrides", THEME])
    assert ".icons/" not in css
    assert (THEME / ICON).read_text("utf-8").replace('"', "'") in unquote(css)


def test_an_icon_of_ours_comes_before_that_of_the_theme(tmp_path):
    for folder, shape in (("ours", "<svg>50%#'é</svg>"), ("theme", "<svg>another</svg>")):
        place = tmp_path / folder / ICON
        place.parent.mkdir(parents=True)
        place.write_text(shape, "utf-8")
    styles = tmp_path / "ours/assets/stylesheets"
    styles.mkdir(parents=True)
    for name in ("tokens.css", "elements.css", "base.css"):
        (styles / name).write_text("", "utf-8")
    (styles / "icons.css").write_text(f'.icon {{ --icon: url("{ICON}"); }}', "utf-8")
    _, css = style_sheet([tmp_path / "ours", tmp_path / "theme"])
    assert css == (
        """.icon { --icon: url("data:image/svg+xml,%3Csvg%3E50%25%23'%C3%A9%3C/svg%3E"); }"""
    )
    (tmp_path / "ours" / ICON).unlink()
    with pytest.raises(FileNotFoundError, match=ICON):
        style_sheet([tmp_path / "ours"])
