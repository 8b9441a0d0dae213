import pytest

from knowledge.yaml_tree import (
    Fault,
    Mapping,
    Scalar,
    Sequence,
    items_of,
    keyed_by,
    pairs_of,
    parse,
    strings,
    text_of,
    value_of,
)


def test_scalars_stay_the_text_that_was_written():
    data = parse("a: 0570\nb: 2024-05-06\nc: yes\nd: '188'\ne:\n")
    assert isinstance(data, Mapping)
    assert [pair.value for pair in data.pairs] == [
        Scalar("0570", 1),
        Scalar("2024-05-06", 2),
        Scalar("yes", 3),
        Scalar("188", 4),
        Scalar("", 5),
    ]


def test_lines_are_those_of_the_file():
    data = parse("a:\n  - x\n  - y: 1\n", first_line=10)
    inner = items_of(data, "a")[1]
    mapping = Mapping(pairs_of(inner), 12)
    assert value_of(data, "a") == Sequence((Scalar("x", 11), mapping), 11)


def test_keys_lead_to_a_value_below_the_one_before():
    data = parse("a:\n  b: {c: x}\n  d: [y]\n")
    assert text_of(data, "a", "b", "c") == "x"
    assert [pair.key for pair in pairs_of(data, "a")] == ["b", "d"]
    assert [text_of(item) for item in items_of(data, "a", "d")] == ["y"]


def test_where_the_kind_is_another_there_is_nothing():
    data = parse("a: {b: x}\nd: [y]\n")
    assert value_of(data, "a", "b", "c") is value_of(data, "d", "y") is value_of(None, "a") is None
    assert value_of(Fault(1, "no data")) is None
    assert text_of(data, "a") == text_of(data, "none") == ""
    assert not items_of(data, "a")
    assert not pairs_of(data, "d")


def test_texts_in_several_languages_are_found_with_the_keys_that_lead_to_them():
    data = parse("a:\n  - label: {ja: x, en: y}\n    ja: z\n  - label:\n      en: v\nb: {}\n")
    assert isinstance(data, Mapping)
    found = [
        (path, line, [pair.key for pair in each.pairs])
        for path, line, each in keyed_by(data, ("ja", "en"))
    ]
    assert found == [("a.label", 2, ["ja", "en"]), ("a.label", 4, ["en"])]


def test_the_last_of_two_equal_keys_counts():
    data = parse("a: 1\na: 2\n")
    assert isinstance(data, Mapping)
    assert data.get("a") == Scalar("2", 2)


def test_an_empty_text_is_an_empty_scalar():
    assert parse("# nothing\n") == Scalar("", 1)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: b: c\n", 1, "a second ': ' stands on this line"),
        ('a: 1\nb: "open\nc: 2\n', 2, "a quote or bracket is opened here and never closed"),
        ("a: 1\n\tb: 2\n", 2, "a tab stands here, where spaces must"),
        ("a: &x 1\nb: *x\n", 1, "an alias ('*name') stands for a value"),
        ("a: !!python/name:os.system x\n", 1, None),
        ("[" * 2000, 1, None),
    ],
)
def test_what_is_not_plain_data_is_a_fault_with_its_line(text, line, problem):
    fault = parse(text)
    assert isinstance(fault, Fault)
    assert fault.line == line
    assert problem is None or fault.problem == problem


def test_tags_pass_where_they_are_allowed():
    data = parse("a: !ENV [X, null]\n", allows_tags=True)
    assert not isinstance(data, Fault)
    assert [scalar.text for scalar in strings(data)] == ["X", "null"]
