"""Which phrasings go into the search index, and how they are written there."""

import re
import zlib
from hashlib import sha256
from itertools import combinations

from knowledge.search.asked import FREE, MOST_BYTES, phrasings
from support.cases_site import ROOT

SCRIPT = ROOT / "overrides/assets/javascripts/search/asked.js"


def plain(found):
    """The texts with their letters, as the browser reads them."""
    longer = str.maketrans(FREE[: len(found.letters)], found.letters)
    return [text.translate(longer) for text in found.texts]


def test_phrasings_are_folded_and_stand_once():
    found = phrasings([["Paid!  Already", "ｱﾌﾟﾘ を、いれた", "アプリをいれた", "paid already"], []])
    assert plain(found) == ["paid already\nあぷりをいれた", ""]


def test_combining_marks_stay():
    assert set(plain(phrasings([["ที่นี่", "पैसे दिए"]]))[0].split("\n")) == {"पैसे दिए", "ที่นี่"}


def test_a_common_letter_of_several_bytes_takes_one():
    found = phrasings([["ああ", "電話 あ"]])
    assert set(found.letters) == set("あ電話")
    assert all(text.isascii() for text in found.texts)


def test_a_phrasing_is_followed_by_a_similar_one():
    (text,) = plain(phrasings([["a bill came", "z unlike it", "the bill came"]]))
    assert text.split("\n") == ["a bill came", "the bill came", "z unlike it"]


def test_too_many_phrasings_lose_the_long_ones_that_repeat_others():
    rare = [sha256(bytes([number])).hexdigest()[:24] for number in range(60)]
    hashes = [sha256(f"{one} {two}".encode()).hexdigest() for one, two in combinations(rare, 2)]
    repeating = [f"{one} {two} {hashes[i]}" for i, (one, two) in enumerate(combinations(rare, 2))]
    found = phrasings([[*rare, *repeating]])
    assert MOST_BYTES * 0.9 < len(zlib.compress(found.to_json().encode(), 9)) <= MOST_BYTES
    assert set(rare) < set(plain(found)[0].split("\n")) < {*rare, *repeating}


def test_both_sides_know_the_same_free_characters():
    (found,) = re.findall(r'FREE = "(.*)";', SCRIPT.read_text("utf-8"))
    assert found == FREE
