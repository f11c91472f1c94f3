"""Opening hours read as people say them, in three languages (R003, R010)."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.hours import ALWAYS, AROUND_THE_CLOCK, Day, HoursFrom, OpeningHours, Period, Week
from server_stub.helpline.hours_in_words import hours_in_words
from server_stub.helpline.wording import LANGUAGES

DAY: Final = date(2026, 11, 23)
OFFICE: Final[Day] = (Period(8 * 60, 16 * 60),)
AFTERNOON: Final[Day] = (Period(12 * 60, 15 * 60),)


def told(*week: Day) -> tuple[str, str, str]:
    padded = (*week, *[()] * (7 - len(week)))
    whole: Week = (padded[0], padded[1], padded[2], padded[3], padded[4], padded[5], padded[6])
    words = hours_in_words(OpeningHours((HoursFrom(date.min, whole),), {}), DAY)
    return words.fi, words.sv, words.en


def test_a_working_week():
    assert told(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE) == (
        "arkisin klo 8–16",
        "vardagar kl. 8–16",
        "weekdays 8:00–16:00",
    )


def test_three_afternoons_a_week():
    """R003."""
    assert told(AFTERNOON, (), AFTERNOON, (), AFTERNOON) == (
        "kolmena iltapäivänä viikossa: ma, ke ja pe klo 12–15",
        "tre eftermiddagar i veckan: mån, ons och fre kl. 12–15",
        "three afternoons a week: Mon, Wed and Fri 12:00–15:00",
    )


def test_a_desk_whose_hours_differ_by_weekday():
    """R010."""
    usual: Day = (Period(9 * 60, 15 * 60),)
    assert told(usual, usual, usual, (Period(9 * 60, 14 * 60),), usual) == (
        "ma, ti, ke, pe klo 9–15 ja to klo 9–14",
        "mån, tis, ons, fre kl. 9–15 och tors kl. 9–14",
        "Mon, Tue, Wed, Fri 9:00–15:00 and Thu 9:00–14:00",
    )


def test_a_pause_at_noon_and_half_hours():
    day: Day = (Period(8 * 60 + 30, 11 * 60), Period(12 * 60, 15 * 60 + 45))
    assert told(day, day, day, day, day) == (
        "arkisin klo 8.30–11 ja 12–15.45",
        "vardagar kl. 8.30–11 och 12–15.45",
        "weekdays 8:30–11:00 and 12:00–15:45",
    )


@pytest.mark.parametrize(
    ("week", "finnish"),
    [
        ((OFFICE,) * 7, "joka päivä klo 8–16"),
        (((), (), (), (), (), OFFICE, OFFICE), "viikonloppuisin klo 8–16"),
        ((OFFICE, OFFICE, OFFICE, OFFICE), "neljänä päivänä viikossa: ma–to klo 8–16"),
        (((), (), OFFICE), "ke klo 8–16"),
        (
            ((Period(480, 660),), (), (), (Period(480, 660),)),
            "kahtena aamupäivänä viikossa: ma ja to klo 8–11",
        ),
        (
            ((), (Period(1_020, 1_140),), (Period(1_020, 1_140),)),
            "kahtena iltana viikossa: ti ja ke klo 17–19",
        ),
        ((OFFICE, OFFICE, OFFICE, OFFICE, AFTERNOON), "ma–to klo 8–16 ja pe klo 12–15"),
        (((), (), (), (), (), AROUND_THE_CLOCK), "la ympäri vuorokauden"),
        ((), "suljettu"),
    ],
)
def test_other_weeks(week: tuple[Day, ...], finnish: str):
    assert told(*week)[0] == finnish


def test_around_the_clock():
    words = hours_in_words(ALWAYS, DAY)
    assert (words.fi, words.sv, words.en) == ("ympäri vuorokauden", "dygnet runt", "around the clock")


def test_the_words_are_of_the_times_in_force_that_day():
    later = HoursFrom(date(2027, 1, 11), (AFTERNOON,) * 7)
    hours = OpeningHours((HoursFrom(date.min, (OFFICE,) * 7), later), {})
    assert hours_in_words(hours, date(2027, 1, 10)).fi == "joka päivä klo 8–16"
    assert hours_in_words(hours, date(2027, 1, 11)).fi == "joka päivä klo 12–15"


@given(st.lists(st.sampled_from([(), OFFICE, AFTERNOON, AROUND_THE_CLOCK]), min_size=7, max_size=7))
def test_every_week_has_words_that_do_not_stumble(days: list[Day]):
    for text in told(*days):
        assert text
        assert text == " ".join(text.split())
    assert len(LANGUAGES) == 3
