"""Variation selectors and blanks: which text looks like another one, and which has no glyph."""

import pytest

from knowledge.rules.characters import MISLEADING, is_invisible


@pytest.mark.parametrize(
    "text", ["Do\ufe0f not", "help.\ufe0fexample", "か\ufe0f", "\ufe0f", "a\U000e0100"]
)
def test_a_variation_selector_behind_a_letter_or_a_stop_is_misleading(text):
    assert MISLEADING.search(text)


@pytest.mark.parametrize(
    "text", ["❤\ufe0f", "1\ufe0f\u20e3", "⚠\ufe0f", "©\ufe0f", "葛\ufe00", "〰\ufe0f"]
)
def test_one_behind_a_symbol_or_an_ideograph_is_not(text):
    assert not MISLEADING.search(text)


@pytest.mark.parametrize("sign", ["\u2d7f", "\u3164", "\U00016fe4", "\U0001d159"])
def test_a_sign_without_a_glyph_is_invisible(sign):
    assert is_invisible(sign)
