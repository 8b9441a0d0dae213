"""The pages in easy Japanese: short sentences, easy words, and a reading above every kanji."""

import statistics
import warnings

import pytest

from knowledge.markdown.sentences import passages
from support.cases_site import ROOT
from this_site.easy_pages import (
    LANGUAGE,
    NAMES,
    READINGS,
    WRITE_READINGS,
    bare_kanji,
    built_readings,
    html_of,
    lines_of,
    readings_of,
    stored_readings,
)
from this_site.pages import interface_text, loaded_site, names_in

MAX_MEDIAN, MAX_LENGTH = 20, 40
"""Characters of a sentence."""
MAX_PLACES = 4
"""Pages that are named for a reading."""
LOWEST_LEVEL = 4.0
"""Of jreadability: 3.5 to 4.5 is lower-intermediate, 4.5 to 5.5 upper-elementary."""
STEPS_EASIER = 0.2
"""How much easier a page is than the Japanese one, at least."""
OTHERS = set(
    "index contacts what-to-say evidence about paper/leaflet paper/counter paper/poster".split()
)
"""The easy pages outside of `start/`, at least."""


@pytest.fixture(scope="module")
def source_of():
    site = loaded_site()

    def source(name, language=LANGUAGE):
        return site.sources[f"docs/{language}/{name}.md"]

    return source


def sentences(source):
    return [each.text for passage in passages(source, "ja") for each in passage.sentences]


def test_every_start_page_and_the_pages_around_them_are_there():
    start = {name for name in NAMES if name.startswith("start/")}
    assert start == {name for name in names_in("ja") if name.startswith("start/")}
    assert OTHERS - set(NAMES) == set(), "OTHERS names a page that is gone: change it here"


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name, source_of):
    found = sorted(sentences(source_of(name)), key=len, reverse=True)
    lengths = [len(sentence) for sentence in found]
    median = statistics.median(lengths)
    remedy = (
        f"{name}: divide or shorten some sentences, the longest first; half of them have at most"
    )
    said = "\n".join((f"{remedy} {MAX_MEDIAN} characters (now {median:g})", *found[:8]))
    assert median <= MAX_MEDIAN, said
    assert max(lengths) <= MAX_LENGTH, (
        f"{name}: divide sentences of more than {MAX_LENGTH}:\n{found[:8]}"
    )


def level_of(source) -> float:
    tagger = pytest.importorskip("fugashi", reason="fugashi is not installed").Tagger()
    readability = pytest.importorskip("jreadability", reason="jreadability is not installed")
    # The formula counts 。 as the ends of sentences.
    ends = (s if s.endswith(("。", "？", "」")) else f"{s}。" for s in sentences(source))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(readability.compute_readability("".join(ends), tagger))


@pytest.mark.parametrize("name", NAMES)
def test_the_level(name, source_of, record_property):
    level, original = level_of(source_of(name)), level_of(source_of(name, "ja"))
    record_property("level", round(level, 2))
    # The Japanese pages to hand out are as short and plain.
    than_original = 0 if name.startswith("paper/") else original + STEPS_EASIER
    needed = max(LOWEST_LEVEL, than_original)
    assert level >= needed, (
        f"{name}: divide its longest sentences, and use fewer words of two kanji or more, such as"
        f" 使う in place of 利用する. Its level is {level:.2f} (more is easier), the Japanese page"
        f" has {original:.2f}, and this one needs {needed:.2f}"
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_kanji_is_without_a_reading(name, site):
    html = html_of(site, name)
    assert len(readings_of(html)) > 50
    assert bare_kanji(html) == []


def test_a_kanji_without_a_reading_is_found():
    html = '<body><p lang="ko">字</p><p>お<ruby>金<rt aria-hidden="true">かね</rt></ruby>を払う</p>'
    assert bare_kanji(html) == ["払"]
    assert readings_of(html) == {("金を", "かね")}


def test_every_reading_was_read(site):
    found = built_readings(site)
    new, gone = found - stored_readings(), stored_readings() - found
    if new or gone:
        read = {name: readings_of(html_of(site, name)) for name in NAMES}
        shown = ""
        for word, reading in sorted(new):
            on = [name for name in NAMES if (word, reading) in read[name]]
            place = "in the menu" if len(on) == len(NAMES) else ", ".join(on[:MAX_PLACES])
            shown += f"{word} {reading} ({place})\n"
        pytest.fail(
            "Read the new ones in their places, with the kana behind the word. Correct wrong ones"
            " in docs/_data/readings.yml. Then add each right one to"
            f" {READINGS.relative_to(ROOT)} as a line 'word reading', sorted as 'LC_ALL=C sort'"
            " does, and take out what is gone: of a line with several readings, only that one."
            " What stands alone on pages that you did not change was red before. Or let two"
            " commands write the list, and read the"
            f" difference:\n{WRITE_READINGS}\nNew, with some pages of each:\n{shown or 'none'}\n"
            f"Gone:\n{lines_of(gone) or 'none'}",
            pytrace=False,
        )


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_is_not_a_part_of_what_is_searched_or_said(name, site):
    html = html_of(site, name)
    assert '<html lang="ja"' in html
    assert html.count("<rt") == html.count('<rt aria-hidden="true">')


def test_the_search_finds_no_readings(site):
    texts = "".join(p.read_text("utf-8") for p in (site / "search/index").glob(f"{LANGUAGE}.text*"))
    assert "払わなくていいです" in texts
    assert "はらわなくていい" not in texts


def test_a_page_that_stands_in_waits_for_its_script(site):
    html = (site / LANGUAGE / "police.html").read_text("utf-8")
    assert "<rt aria-hidden" not in html
    assert 'aria-pressed="true" data-furigana' in html
    assert interface_text("page-stands-in", LANGUAGE, name="").partition("。")[0] in html
