"""The report on the search judges answers as its README says."""

import pytest

from bench.search_judging import Answer, Query, interval, read_queries, tables, verdict


def answer(page, *pages, is_found=True, kind="word", offered=(), danger=""):
    query = Query(f"{page} {pages}", "en", page, (), kind)
    return Answer(query, pages, is_found, False, (1.0,), offered, danger)


@pytest.mark.parametrize(
    ("count", "total", "wanted"),
    [(0, 10, (0.0, 0.278)), (5, 10, (0.237, 0.763)), (10, 10, (0.722, 1.0))],
)
def test_an_interval_is_wilsons(count, total, wanted):
    assert interval(count, total) == pytest.approx(wanted, abs=0.001)


def test_an_entry_without_a_page_is_unanswerable(tmp_path):
    path = tmp_path / "list.yml"
    path.write_text(
        "- {q: rain, lang: en, kind: word, use: kept}\n"
        "- {q: 110, lang: ja, page: police, also: [index], kind: word}\n"
    )
    rain, number = read_queries(path)
    assert (rain.is_answerable, rain.page, rain.also, rain.use) == (False, "", (), "kept")
    assert (number.is_answerable, number.text, number.also) == (True, "110", ("index",))


def test_pages_that_became_one_count_once(tmp_path):
    path = tmp_path / "list.yml"
    path.write_text(
        "- {q: 110, lang: ja, page: police, also: [police, index, index], kind: word}\n"
    )
    (query,) = read_queries(path)
    assert query.also == ("index",)


def test_nothing_is_wrong_for_the_answerable_and_right_for_the_others():
    answers = [
        answer("a", "a"),
        answer("b", "x", "b"),
        answer("c", is_found=False),
        answer("", "x"),
        answer("", is_found=False),
    ]
    head, _, row, by_kind, _, other_head, _, other_row, *_ = tables(answers, [])
    assert "wrongly nothing" in head
    assert "rightly nothing" in other_head
    shares = [cell.split()[0] for cell in row.strip("| ").split(" | ")]
    assert shares[:6] == ["en", "3", "0.333", "0.333", "0.667", "0.333"]
    assert by_kind.startswith("| en: word | 3 | 0.333")
    assert other_row.startswith("| en | 2 | 0.500 (0.09 to 0.91) |")


def test_an_answer_that_is_offered_where_nothing_is_found_is_not_hidden():
    answers = [
        answer("a", "a"),
        answer("b", is_found=False, offered=("x", "b")),
        answer("c", is_found=False, offered=("x",)),
    ]
    assert [each.is_hidden for each in answers] == [False, False, True]


def test_cross_validated_shares_stand_behind_the_plain_ones():
    shown = answer("a", "a")
    fitted = [Answer(shown.query, ("b",), True, False, (0.0,))]
    row = list(tables([shown], fitted))[2]
    assert row.startswith("| en | 1 | 1.000 (0.21 to 1.00) / 0.000 |")


def test_the_verdict_names_what_is_not_enough():
    answers = [
        answer("a", "x", "y", "a"),
        answer("now", "x", "now", danger="Call now."),
        answer("b", "x", "y", "z", "b"),
        answer("", "x"),
        *(answer("", is_found=False) for _ in range(4)),
    ]
    poor = answers[1], answers[2]
    assert list(verdict(answers, {"now"})) == [
        f"whom to call stands above: {poor[0].query.text} (Call now....)",
        f"not enough: {poor[0].query.text} (now first; now: x, now)",
        f"not enough: {poor[1].query.text} (b among the first 3; now: x, y, z)",
        f"enough, but {answers[3].query.text} (nothing; now: x)",
        "Enough for 1 of 3 that a page answers.",
        "Nothing is found for 4 of 5 that none answers; eight in ten are enough.",
        "What is not enough stands above.",
    ]
    assert list(verdict([answers[0]], ()))[-1] == "That is enough."
    assert next(iter(verdict(answers[3:5], ()))).endswith("(nothing; now: x)")
