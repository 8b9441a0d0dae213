"""All colours are defined in tokens.css, and every text and background pair has enough contrast."""

import re
from itertools import product

import pytest

from support.cases_site import ROOT
from support.regex import first_match

STYLES = ROOT / "overrides/assets/stylesheets"
TEXT = (STYLES / "tokens.css").read_text("utf-8")
BACKGROUNDS = ("page", "surface", "surface-quiet", "answer", "warning")
TEXT_COLOURS = ("text", "text-quiet", "action")
PAIRS = (
    *product(TEXT_COLOURS, BACKGROUNDS),
    ("danger", "page"),
    ("danger", "surface"),
    ("on-action", "action"),
)
TEXT_CONTRAST = 7
EDGE_CONTRAST = 3
"""Minimum contrast of the edge of a control (WCAG 2.2, 1.4.11)."""


def declarations(selector):
    """Custom properties of the first rule with a selector, by name without dashes."""
    body = first_match(re.escape(selector) + r" \{([^{}]*)\}", TEXT)[1]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


RAW = {**declarations(":root")}
LIGHT = dict(
    re.findall(r"--([\w-]+):\s*([^;]+);", first_match(r"color-scheme: light;([^{}]*)\}", TEXT)[1])
)
DARK = declarations(':root[data-display="dark"]')
SCHEMES = {"light": LIGHT, "dark": LIGHT | DARK}


def luminance(colour):
    """The relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(scheme, one, other):
    colours = [
        RAW[first_match(r"\Avar\(--([\w-]+)\)\Z", SCHEMES[scheme][role])[1]]
        for role in (one, other)
    ]
    light, dark = sorted(map(luminance, colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_by_seven_to_one(scheme, ink, ground):
    assert contrast(scheme, ink, ground) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["page", "surface"])
def test_the_edge_of_a_control_can_be_seen(scheme, ground):
    assert contrast(scheme, "edge", ground) >= EDGE_CONTRAST


def test_both_dark_schemes_are_the_same():
    assert declarations(':root:not([data-display="light"])') == DARK
    assert set(DARK) == set(LIGHT) - {"focus", "on-focus", "shade"}


def test_colours_stand_in_the_tokens_alone():
    for path in STYLES.glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert "!important" not in text, path.name
        assert not re.search(r"#[\w-]+[^;]*\{", re.sub(r"\"[^\"]*\"", "", text)), path.name
        if path.name != "tokens.css":
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", text), path.name


def test_no_component_reads_the_raw_scale():
    raw = [name for name, value in RAW.items() if value.startswith("#")]
    for path in STYLES.glob("*.css"):
        if path.name != "tokens.css":
            text = path.read_text("utf-8")
            assert not [name for name in raw if f"var(--{name})" in text], path.name


def test_every_role_that_is_read_is_there():
    texts = {path: path.read_text("utf-8") for path in STYLES.rglob("*.css")}
    known = {name for text in texts.values() for name in re.findall(r"--([\w-]+):", text)}
    for path, text in texts.items():
        read = set(re.findall(r"var\(--([\w-]+)", text))
        assert {name for name in read if not name.startswith("md-")} <= known, path.name
