"""Which phrasings go into the search index, and how they are written there."""

import zlib
from hashlib import sha256
from itertools import combinations

from knowledge.search.asked import MOST_BYTES, phrasings


def test_phrasings_are_folded_and_stand_once():
    assert phrasings(
        {"a": ["Paid!  Already", "ｱﾌﾟﾘ を、いれた", "アプリをいれた", "paid already"]}
    ) == {"a": "paid already\nあぷりをいれた"}


def test_combining_marks_stay():
    assert phrasings({"a": ["ที่นี่", "पैसे दिए"]}) == {"a": "पैसे दिए\nที่นี่"}


def test_too_many_phrasings_lose_the_long_ones_that_repeat_others():
    rare = [sha256(bytes([number])).hexdigest()[:24] for number in range(150)]
    repeating = [f"{one} {two}" for one, two in combinations(rare, 2)]
    kept = phrasings({"a": [*rare, *repeating]})["a"].split("\n")
    assert MOST_BYTES * 0.9 < len(zlib.compress("\n".join(kept).encode(), 9)) <= MOST_BYTES
    assert set(rare) <= set(kept) < {*rare, *repeating}
