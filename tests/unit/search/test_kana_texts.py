"""Japanese texts count in kana too, those of other languages as they are."""

from dataclasses import replace

import pytest

from knowledge.data.phrasings import PagePhrasings
from knowledge.search import kana_texts
from knowledge.search.disk_cache import MIN_LENGTH, DiskCache
from knowledge.search.kana_texts import also_in_kana, look_up_phrasings
from knowledge.site.japanese_readings import JapaneseReadings, readings_of
from knowledge.site.site import load
from support.cases_site import copy_tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("kana") / "site", is_built=False))


def test_japanese_counts_in_kana_too_each_text_once(site):
    assert also_in_kana(("火事", "かじ", "本"), site, "ja") == ("火事", "かじ", "本", "ほん")


def test_other_languages_stay_as_they_are(site):
    assert also_in_kana(("fire", "火事"), site, "en") == ("fire", "火事")


def test_phrasings_of_an_earlier_build_are_not_looked_up_again(site, tmp_path, monkeypatch):
    texts = tuple(f"本{number}冊" for number in range(MIN_LENGTH // 8))
    phrasings = {"ja": (PagePhrasings("index", texts, 1),)}
    site = replace(site, data=replace(site.data, phrasings=phrasings))
    look_up_phrasings(site, DiskCache(tmp_path))
    expected = also_in_kana(texts, site, "ja")
    assert "ほん7さつ" in expected

    later = JapaneseReadings({})
    monkeypatch.setattr(later, "readings", pytest.fail)
    monkeypatch.setattr(JapaneseReadings, "version", readings_of(site.data).version)
    monkeypatch.setattr(kana_texts, "readings_of", lambda _data: later)
    look_up_phrasings(site, DiskCache(tmp_path))
    assert also_in_kana(texts, site, "ja") == expected


def test_other_readings_of_the_data_are_another_version():
    other = JapaneseReadings({"本": "もと"})
    assert other.version != JapaneseReadings({}).version == JapaneseReadings({}).version
