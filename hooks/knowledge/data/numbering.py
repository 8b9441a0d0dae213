"""Check a telephone number against the numbering plan of its country.

Answers: does the prefix of a number exist, and has the number the right length for it? Whether it
is in use, and by whom, is not checked.
"""

from functools import cache

from phonenumbers import (
    NumberParseException,
    PhoneNumberType,
    is_possible_short_number_for_region,
    is_valid_number,
    number_type,
    parse,
    region_code_for_number,
)

REGION = "JP"
"""Country of numbers without a country code, and of opening hours (ISO 3166)."""
NO_COUNTRY = "001"
"""What phonenumbers calls networks without a country, such as satellites: calls there are dear."""
MAX_SHORT_DIGITS = 6
"""Maximum number of digits of a short service number such as 123."""
MAX_LENGTH_ERROR = 2
"""Up to this many missing or extra digits, the message says how many digits are right."""


@cache
def fault_of_number(number: str) -> str:
    """Why a number cannot exist, as the fact of a finding; empty if it can.

    It is written as `+81-3-1234-5678`, `03-1234-5678`, `123` or `#1234`.
    """
    plain = number.replace("-", "")
    if not plain.removeprefix("+").isdigit():  # with '#' or '*': each company has its own
        return ""
    if plain[0] not in "+0" and len(plain) <= MAX_SHORT_DIGITS:
        return "" if _is_short(plain) else f"no short number of {REGION} has the form '{number}'"
    if plain[0] not in "+0" and _exists(f"0{plain}"):
        return f"'{number}' lacks the 0 with which a number begins: '0{number}'"
    if _exists(plain):
        return ""
    for count in (*range(1, MAX_LENGTH_ERROR + 1), *range(-1, -MAX_LENGTH_ERROR - 1, -1)):
        if _exists_with(plain, count):
            right = len(plain) + count
            return f"'{number}' has {len(plain)} digits, and a number that begins so has {right}"
    return f"no number of {REGION} is '{number}'"


def _exists_with(plain: str, count: int) -> bool:
    """Whether a number is valid with `count` more digits at its end, or fewer if negative."""
    if count < 0:
        return _exists(plain[:count])
    return any(_exists(plain + digit * count) for digit in "0123456789")


def _exists(plain: str) -> bool:
    try:
        number = parse(plain, REGION)
    except NumberParseException:
        return False
    if region_code_for_number(number) == NO_COUNTRY:
        return False
    # In Japan, 060 is now for mobile phones; phonenumbers 9.0 also has its former, shorter numbers.
    return is_valid_number(number) and number_type(number) != PhoneNumberType.PERSONAL_NUMBER


def _is_short(plain: str) -> bool:
    try:
        return is_possible_short_number_for_region(parse(plain, REGION), REGION)
    except NumberParseException:
        return False
