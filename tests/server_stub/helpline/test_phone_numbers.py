"""What a customer writes as her number, and what becomes of it (domain.md B2)."""

import pytest

from server_stub.helpline.phone_numbers import PhoneProblem, e164, grouped, masked

READ = {
    "040 123 4567": "+358401234567",
    "040-1234567": "+358401234567",
    "(040) 123.4567": "+358401234567",
    "+358401234567": "+358401234567",
    "+358 (0)40 123 4567": "+358401234567",
    "00358 40 1234567": "+358401234567",
    "358401234567": "+358401234567",
    "\N{NO-BREAK SPACE}040\N{EN DASH}123\N{NO-BREAK SPACE}4567": "+358401234567",
    "".join(chr(0xFF10 + int(digit)) for digit in "0401234567"): "+358401234567",
    "0457 123 4567": "+3584571234567",
    "050 12345": "+3585012345",
    "09 123 456": "+3589123456",
    "014 1234 567": "+358141234567",
    "029 123 4567": "+358291234567",
    "+46 70 123 45 67": "+46701234567",
    "0046701234567": "+46701234567",
    "+1 212 555 0100": "+12125550100",
    "+372 5123 4567": "+37251234567",
}
UNREADABLE = [
    *("", "nolla neljä nolla", "12", "40 123 4567", "0401", "040 123 4567 8901 2345", "+", "+358", "00"),
    *(
        "040 123 456x",
        "+0 123 456 789",
        "\u0664\u0660\u0661\u0662\u0663",
        "++358401234567",
        "-",
        "x",
    ),
]
NOT_CALLED = [
    "112",
    "116 117",
    "116016",
    "0600 12345",
    "0700 123456",
    "0100 100",
    "0200 16100",
    "+358 600 12345",
]


@pytest.mark.parametrize("written", READ)
def test_however_she_writes_it_the_number_is_the_same(written: str) -> None:
    assert e164(written) == READ[written]


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_number_is_told_as_such(written: str) -> None:
    assert e164(written) is PhoneProblem.UNREADABLE


@pytest.mark.parametrize("written", NOT_CALLED)
def test_service_numbers_and_short_codes_are_not_called(written: str) -> None:
    assert e164(written) is PhoneProblem.NOT_CALLED


@pytest.mark.parametrize(
    ("number", "shown", "covered"),
    [
        ("+358401234567", "040 123 4567", "040 ••• ••67"),
        ("+3589123456", "09 123 456", "09 ••• •56"),
        ("+358141234567", "014 123 4567", "014 ••• ••67"),
        ("+46701234567", "+46 701 234 567", "+46 ••• ••• •67"),
        ("+12125550100", "+1 212 555 0100", "+1 ••• ••• ••00"),
        ("+37251234567", "+372 512 345 67", "+372 ••• ••• 67"),
    ],
)
def test_it_is_shown_in_groups_and_covered_but_for_network_and_two_digits(
    number: str, shown: str, covered: str
) -> None:
    assert (grouped(number), masked(number)) == (shown, covered)


def test_a_forgotten_number_shows_nothing():
    assert masked("") == ""


@pytest.mark.parametrize("number", sorted(set(READ.values())))
def test_a_covered_number_shows_two_digits_of_the_subscriber_and_a_shown_one_all(number: str) -> None:
    digits = [character for character in grouped(number) if character.isdigit()]
    assert "".join(digits)[-6:] == number[-6:]
    assert sum(character.isdigit() for character in masked(number)[4:]) == 2
