"""Duty time from what staff said of their own work (R084): nothing is guessed."""

from datetime import datetime

from server_stub.console.duty import lines_of
from server_stub.helpline.duty_time import BEGAN, ENDED, Spell, Told, spells
from server_stub.helpline.hours import HELSINKI

MINUTE = 60_000


def at(text: str) -> int:
    """`2026-11-23 09:00` on a wall in Helsinki."""
    return round(datetime.fromisoformat(text).replace(tzinfo=HELSINKI).timestamp() * 1000)


def test_a_shift_is_as_long_as_from_its_beginning_to_its_end_and_breaks_stand_beside_it():
    """R084."""
    eight = at("2026-11-23 08:00")
    told = [
        Told(eight, "maija", BEGAN),
        Told(eight + 60 * MINUTE, "maija", "on_break"),
        Told(eight + 75 * MINUTE, "maija", "available"),
        Told(eight + 80 * MINUTE, "maija", "busy"),
        Told(eight + 90 * MINUTE, "maija", "away"),
        Told(eight + 100 * MINUTE, "maija", BEGAN),
        Told(eight + 240 * MINUTE, "maija", ENDED),
        Told(eight + 250 * MINUTE, "maija", "available"),
    ]
    assert spells(told) == (Spell("maija", eight, eight + 240 * MINUTE, 25 * MINUTE),)


def test_a_break_to_the_end_counts_and_each_has_shifts_of_her_own():
    eight = at("2026-11-23 08:00")
    told = [
        Told(eight, "maija", BEGAN),
        Told(eight + MINUTE, "sari", BEGAN),
        Told(eight + 5 * MINUTE, "maija", "away"),
        Told(eight + 9 * MINUTE, "maija", ENDED),
    ]
    assert spells(told) == (
        Spell("maija", eight, eight + 9 * MINUTE, 4 * MINUTE),
        Spell("sari", eight + MINUTE, None, 0),
    )


def test_a_shift_that_was_never_ended_has_no_end_and_is_in_no_sum():
    monday, tuesday = at("2026-11-23 08:00"), at("2026-11-24 08:00")
    told = [
        Told(monday, "maija", BEGAN),
        Told(tuesday, "maija", BEGAN),
        Told(tuesday + 90 * MINUTE, "maija", ENDED),
    ]
    found = list(spells(told))
    assert [each.duty_ms for each in found] == [None, 90 * MINUTE]
    assert lines_of(found, "Maija") == [
        "Maija",
        "  2026-11-23 08:00–      not ended",
        "  2026-11-24 08:00–09:30 1 h 30 min",
        "  altogether 1 h 30 min, and 1 without an end, not counted",
    ]
