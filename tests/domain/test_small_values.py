"""Changes, moments, drafts and durabilities."""

from datetime import timedelta

from app.domain.changes import Changes, Kind
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    Durability,
    MarkRead,
    WriteMessage,
    durability,
)
from app.domain.draft import returned_above
from app.domain.moment import Moment
from tests.support.desk_builders import NINE_O_CLOCK, ROBIN, SASU


def test_changes_add_up_by_kind() -> None:
    both = Changes.of(Kind.HEADS, [ROBIN]) | Changes.of(Kind.HEADS, [SASU]) | Changes.of(Kind.LINK, ["link"])
    assert both.ids(Kind.HEADS) == {ROBIN, SASU}
    assert both.ids(Kind.LINK) == {"link"}
    assert both.ids(Kind.DRAFTS) == frozenset()


def test_no_ids_are_no_changes() -> None:
    assert not Changes.of(Kind.HEADS, [])
    assert Changes.of(Kind.HEADS, [ROBIN])


def test_a_returned_text_is_laid_above_a_newer_one_and_never_over_it() -> None:
    assert returned_above("vanha", "uusi") == "vanha\n\nuusi"
    assert returned_above("vanha", " \n") == "vanha"


def test_messages_and_closings_are_kept_and_claims_and_marks_are_now_or_never() -> None:
    assert {durability(c) for c in (WriteMessage(ROBIN, "", 1), CloseConversation(ROBIN, 1))} == {
        Durability.KEEP
    }
    assert {durability(c) for c in (ClaimWaiting(ROBIN), MarkRead(ROBIN, 1))} == {Durability.NOW_OR_NEVER}


def test_an_age_is_the_longer_of_what_the_two_clocks_say() -> None:
    start = Moment(NINE_O_CLOCK, 100.0)
    slept = Moment(NINE_O_CLOCK + timedelta(hours=8), 101.0)
    set_back = Moment(NINE_O_CLOCK - timedelta(hours=1), 160.0)
    assert slept.age_of(start) == timedelta(hours=8)
    assert set_back.age_of(start) == timedelta(seconds=60)
    assert slept.ticked_since(start) == timedelta(seconds=1)
