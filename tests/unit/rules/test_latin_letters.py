"""Letters of phonetic notation and of fonts look like Latin ones; those of a language do not."""

import pytest

from knowledge.rules.latin_letters import look_alikes


@pytest.mark.parametrize(
    "sign", ["\u1d00", "\u029f", "\ua731", "\u0251", "\u1d56", "\U0001d41a", "\U0001d7cf"]
)
def test_a_small_capital_a_raised_letter_and_a_letter_of_a_font_only_look_alike(sign):
    assert look_alikes(sign, ["ja", "en", "fr"]) == {sign}


@pytest.mark.parametrize(
    "sign", ["a", "é", "ō", "ộ", "ƙ", "ı", "ª", "ʻ", "ℓ", "Ａ", "Ⅳ", "1", "あ", "я"]
)
def test_other_letters_do_not(sign):
    assert not look_alikes(sign, ["ja", "en"])


@pytest.mark.parametrize(
    ("tag", "letters"),
    [
        ("az", "ə"),
        ("ha", "ɓɗ"),
        ("ee", "ɖɛɣɔʋ"),
        ("ak", "ɛɔ"),
        ("ln", "ɛɔ"),
        ("ff", "ɓɗɲ"),
        ("kab", "ɛɣ"),
        ("bm", "ɛɔɲ"),
        ("agq", "ɨʔ"),
        ("fon", "ɖɛɔ"),
    ],
)
def test_a_language_may_have_the_letters_that_it_is_written_with(tag, letters):
    assert not look_alikes(letters, ["ja", tag])
    assert look_alikes(letters, ["ja"]) == set(letters)
    assert look_alikes("\u1d00", ["ja", tag])
