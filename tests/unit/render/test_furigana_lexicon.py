"""The lexicon gives a script the readings that the dictionary gave the build."""

from knowledge.render.furigana_lexicon import lexicon, read_runs
from knowledge.site.japanese_readings import JapaneseReadings

FURIGANA = JapaneseReadings({})
PAGES = [
    "<p>電話を切って、手紙の画面を閉じます。</p><p>消費生活センターに行く。</p>",
    "<p>行うことは三つ。役所へ行く。行って聞く。行き方。行く日。</p>",
    "<p>調査を行う。検査を行った。</p><p>口が開かない。ページを開く。ドアを開ける。</p>",
    "<p>A&amp;B社に、人が三人。人</p><code>手紙</code>",
]


def read_by(entry, before, after):
    """The reading of a run in its place, as overrides/assets/javascripts/furigana.js chooses it."""
    if isinstance(entry, str):
        return entry
    fitting = (e for e in entry[1:] if before.endswith(e[0]) and after.startswith(e[1]))
    return next((reading for *_, reading in fitting), entry[0])


def runs(page: str):
    return list(read_runs(page, FURIGANA, "ja"))


def test_a_run_with_one_reading_is_one_text():
    found = lexicon([runs(PAGES[0])])
    assert found["手紙"] == "てがみ"
    assert found["消費生活"] == "2しょうひ2せいかつ"


def test_neighbours_tell_readings_apart():
    found = lexicon(map(runs, PAGES))
    assert isinstance(found["行"], list)
    assert found["行"][0] in ("い", "おこな")
    assert all(len(exception) == 3 for exception in found["行"][1:])


def test_each_run_is_read_as_by_the_dictionary():
    found = lexicon(map(runs, PAGES))
    all_runs = [run for page in PAGES for run in runs(page)]
    assert len(all_runs) > 20
    for run in all_runs:
        assert read_by(found[run.kanji], run.before, run.after) == run.reading, run


def test_the_edge_of_a_text_counts_as_a_neighbour():
    assert [run.after for run in runs("<p>人</p>")] == ["\n"]
    assert [run.before for run in runs("<p>A&amp;B社</p>")] == ["\nA&B"]


def test_code_is_not_in_the_lexicon():
    assert "手紙" not in lexicon([runs("<code>手紙</code>")])
