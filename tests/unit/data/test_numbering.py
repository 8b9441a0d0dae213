"""A telephone number has as many digits as its prefix takes."""

import pytest

from knowledge.data.numbering import fault_of_number


@pytest.mark.parametrize(
    "number",
    [
        *("0120-123-456", "0570-012345", "0570-012-345", "0800-123-4567", "050-1234-5678"),
        *("060-1234-5678", "070-1234-5678", "080-1234-5678", "090-1234-5678"),
        *("03-1234-5678", "06-6345-1234", "0466-12-3456", "04992-2-1234", "+81-3-1234-5678"),
        *("110", "118", "119", "171", "188", "189", "#1234", "#8000", "*86", "+44-20-7946-0958"),
    ],
)
def test_a_number_that_can_exist(number):
    assert fault_of_number(number) == ""


@pytest.mark.parametrize(
    ("number", "digits", "right"),
    [
        ("0120-123-45", 9, 10),
        ("0120-12-34567", 11, 10),
        ("0570-01234", 9, 10),
        ("0800-123-456", 10, 11),
        ("050-1234-567", 10, 11),
        ("060-1234-567", 10, 11),
        ("070-1234-56789", 12, 11),
        ("080-1234-567", 10, 11),
        ("090-1234-56", 9, 11),
        ("03-1234-567", 9, 10),
        ("03-1234-56789", 11, 10),
        ("0466-12-345", 9, 10),
    ],
)
def test_a_digit_too_few_or_too_many(number, digits, right):
    assert fault_of_number(number) == (
        f"'{number}' has {digits} digits, and a number that begins so has {right}"
    )


@pytest.mark.parametrize("number", ["7777", "9110"])
def test_a_short_number_that_does_not_exist(number):
    assert fault_of_number(number) == f"no short number of JP has the form '{number}'"


@pytest.mark.parametrize("number", ["3-1234-5678", "120-279-338", "312345670", "90-1234-5678"])
def test_a_number_that_lost_its_first_digit(number):
    lacks = f"'{number}' lacks the 0 with which a number begins: '0{number}'"
    assert fault_of_number(number) == lacks


def test_a_prefix_that_does_not_exist():
    assert fault_of_number("001-0000-0000") == "no number of JP is '001-0000-0000'"


def test_a_network_without_a_country():
    assert fault_of_number("+882-16-5449-0906") == "no number of JP is '+882-16-5449-0906'"
