from knowledge.finding import Finding
from knowledge.report.finding_changes import Changes, changes, format_changes


def finding(line, problem="a fact", path="docs/ja/guide.md"):
    return Finding(path, line, "LK001", problem, "A remedy")


def test_a_finding_that_has_moved_is_not_new():
    before = [finding(3), finding(8, "another fact")]
    now = [finding(5), finding(9, "a third fact")]
    assert changes(before, now) == Changes((now[1],), gone=1, unchanged=1)


def test_the_same_fault_a_second_time_is_new():
    assert changes([finding(3)], [finding(3), finding(7)]) == Changes((finding(7),), 0, 1)


def test_the_same_fault_in_another_file_is_new():
    other = finding(3, path="docs/en/guide.md")
    assert changes([finding(3)], [other]) == Changes((other,), gone=1, unchanged=0)


def test_what_comes_and_goes_is_counted():
    assert changes([finding(3)], []) == Changes((), gone=1, unchanged=0)
    assert changes([], [finding(3)]) == Changes((finding(3),), gone=0, unchanged=0)


def test_the_changes_are_one_line():
    assert format_changes(Changes((finding(3),), gone=2, unchanged=18)) == (
        "Findings since the last build: 1 new, 2 gone, 18 unchanged."
    )
