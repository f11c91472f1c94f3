"""A number has one spelling, and is recognised in every other (R038)."""

import pytest

from server_stub.helpline.public_numbers import digits_of, number_problem


@pytest.mark.parametrize(
    "spelling", ["02 262 5001", "02-2625001", "+358 2 262 5001", "00358 2 2625001", "+358 (0)2 262 5001"]
)
def test_spellings_of_one_number_are_one(spelling: str):
    assert digits_of(spelling) == "022625001"


def test_a_foreign_number_keeps_its_country():
    assert digits_of("+46 70 123 45 67") == "+46701234567"


@pytest.mark.parametrize("number", ["112", "116 117", "09 555 0120", "+358 9 555 0120"])
def test_numbers_in_groups_are_in_order(number: str):
    assert number_problem(number) is None


@pytest.mark.parametrize("number", ["02-2625001", "12", "09 (555)", "09  555", "soita", "", "1" * 17])
def test_other_spellings_are_told_why_not(number: str):
    assert number_problem(number)
