import pytest

from support.check_each import check_each


def test_every_case_that_fails_is_named_with_its_reason():
    def check(case):
        assert case not in ("b", "d"), f"{case} is wrong"

    with pytest.raises(AssertionError) as raised:
        check_each("abcd", check)
    said = str(raised.value)
    assert said.startswith("2 of 4\nb: AssertionError: b is wrong")
    assert "\n\nd: AssertionError: d is wrong" in said


def test_no_case_at_all_is_a_fault():
    with pytest.raises(AssertionError):
        check_each([], print)
