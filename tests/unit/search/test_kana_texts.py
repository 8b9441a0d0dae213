"""Japanese texts count in kana too, those of other languages as they are."""

import pytest

from knowledge.search.kana_texts import also_in_kana
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("kana") / "site", is_built=False))


def test_japanese_counts_in_kana_too_each_text_once(site):
    assert also_in_kana(("火事", "かじ", "本"), site, "ja") == ("火事", "かじ", "本", "ほん")


def test_other_languages_stay_as_they_are(site):
    assert also_in_kana(("fire", "火事"), site, "en") == ("fire", "火事")
