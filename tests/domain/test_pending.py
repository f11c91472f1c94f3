"""The outbox's life-cycle: every stage with every happening, as the picture beside the enum has it."""

from datetime import timedelta

import pytest

from app.domain.commands import ClaimWaiting, CloseConversation, Command, MarkRead, WriteMessage
from app.domain.moment import Moment
from app.domain.pending import (
    Ending,
    Happening,
    Patience,
    Pending,
    Stage,
    due,
    step,
    unsent,
)
from tests.support.desk_builders import NINE_O_CLOCK, ROBIN, a_row

LATER = Moment(NINE_O_CLOCK + timedelta(seconds=7), 1007.0)
PATIENCE = Patience(timedelta(seconds=5), timedelta(minutes=10), timedelta(seconds=15))

# What the picture says, written down a second time: (stage, happening) → where it leads. All else means
# nothing.
PICTURE: dict[tuple[Stage, Happening], Stage | Ending] = {
    (Stage.HELD, Happening.UNDO_RAN_OUT): Stage.QUEUED,
    (Stage.HELD, Happening.UNDONE): Ending.RETURNED,
    (Stage.HELD, Happening.SIGNED_IN_ANEW): Stage.ASKING,
    (Stage.HELD, Happening.REFUSED_BEFORE): Ending.REFUSED,
    (Stage.QUEUED, Happening.SENT): Stage.IN_FLIGHT,
    (Stage.QUEUED, Happening.SIGNED_IN_ANEW): Stage.ASKING,
    (Stage.QUEUED, Happening.QUEUED_LONG): Stage.ASKING,
    (Stage.QUEUED, Happening.REFUSED_BEFORE): Ending.REFUSED,
    (Stage.QUEUED, Happening.FACT_CAME): Ending.RETIRED,
    (Stage.IN_FLIGHT, Happening.ACCEPTED): Stage.ACCEPTED,
    (Stage.IN_FLIGHT, Happening.REFUSED): Ending.REFUSED,
    (Stage.IN_FLIGHT, Happening.LATER): Stage.QUEUED,
    (Stage.IN_FLIGHT, Happening.UNKNOWN): Stage.QUEUED,
    (Stage.IN_FLIGHT, Happening.FACT_CAME): Ending.RETIRED,
    (Stage.ACCEPTED, Happening.FACT_CAME): Ending.RETIRED,
    (Stage.ASKING, Happening.ANSWERED_SEND): Stage.QUEUED,
    (Stage.ASKING, Happening.ANSWERED_DRAFT): Ending.RETURNED,
    (Stage.ASKING, Happening.REFUSED_BEFORE): Ending.REFUSED,
}


def outcome(row: Pending, happening: Happening) -> Stage | Ending | None:
    to = step(row, happening, LATER)
    return to.stage if isinstance(to, Pending) else to


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("happening", Happening)
def test_a_message_goes_as_the_picture_says(stage: Stage, happening: Happening) -> None:
    assert outcome(a_row(stage=stage), happening) == PICTURE.get((stage, happening))


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize(
    "happening", [Happening.SIGNED_IN_ANEW, Happening.QUEUED_LONG, Happening.REFUSED_BEFORE]
)
def test_a_row_that_has_been_in_flight_never_asks_and_never_comes_back_for_another(
    stage: Stage, happening: Happening
) -> None:
    assert step(a_row(stage=stage, has_been_in_flight=True), happening, LATER) is None


@pytest.mark.parametrize("command", [ClaimWaiting(ROBIN), MarkRead(ROBIN, 3)])
def test_what_is_now_or_never_lapses_and_never_asks(command: Command) -> None:
    row = a_row(command)
    assert outcome(row, Happening.TOO_LATE) is Ending.LAPSED
    assert step(row, Happening.SIGNED_IN_ANEW, LATER) is None
    assert step(row, Happening.QUEUED_LONG, LATER) is None


@pytest.mark.parametrize("command", [WriteMessage(ROBIN, "Hei", 1), CloseConversation(ROBIN, 1)])
def test_what_is_kept_never_lapses(command: Command) -> None:
    assert step(a_row(command), Happening.TOO_LATE, LATER) is None


def test_being_sent_is_counted_and_never_forgotten() -> None:
    sent = step(a_row(), Happening.SENT, LATER)
    assert isinstance(sent, Pending)
    back = step(sent, Happening.LATER, LATER)
    assert isinstance(back, Pending)
    assert (back.stage, back.has_been_in_flight, back.tries) == (Stage.QUEUED, True, 1)


def test_a_row_knows_when_it_came_to_its_stage() -> None:
    queued = step(a_row(stage=Stage.HELD), Happening.UNDO_RAN_OUT, LATER)
    assert isinstance(queued, Pending)
    assert queued.staged == LATER
    assert queued.submitted == a_row().submitted


# --- what time alone does -----------------------------------------------------------------------------------


def after(seconds: float, *, wall_seconds: float | None = None) -> Moment:
    wall = seconds if wall_seconds is None else wall_seconds
    return Moment(NINE_O_CLOCK + timedelta(seconds=wall), 1000.0 + seconds)


@pytest.mark.parametrize(("seconds", "expected"), [(4.9, None), (5, Happening.UNDO_RAN_OUT)])
def test_undo_runs_out_after_five_seconds(seconds: float, expected: Happening | None) -> None:
    assert due(a_row(stage=Stage.HELD), after(seconds), PATIENCE) is expected


def test_undo_does_not_run_out_because_the_wall_clock_was_moved() -> None:
    assert due(a_row(stage=Stage.HELD), after(1, wall_seconds=3600), PATIENCE) is None


@pytest.mark.parametrize(("seconds", "expected"), [(599, None), (600, Happening.QUEUED_LONG)])
def test_ten_minutes_queued_is_long(seconds: float, expected: Happening | None) -> None:
    assert due(a_row(), after(seconds), PATIENCE) is expected


def test_a_sleeping_laptop_counts_though_its_monotonic_clock_stood_still() -> None:
    assert due(a_row(), after(1, wall_seconds=3600), PATIENCE) is Happening.QUEUED_LONG


def test_a_wall_clock_set_back_does_not_make_a_row_younger() -> None:
    assert due(a_row(), after(600, wall_seconds=-3600), PATIENCE) is Happening.QUEUED_LONG


def test_a_row_that_has_been_in_flight_is_never_too_old() -> None:
    assert due(a_row(has_been_in_flight=True), after(10_000), PATIENCE) is None


@pytest.mark.parametrize(("seconds", "expected"), [(14.9, None), (15, Happening.TOO_LATE)])
def test_a_claim_is_too_late_fifteen_seconds_after_the_person_acted(
    seconds: float, expected: Happening | None
) -> None:
    row = a_row(ClaimWaiting(ROBIN), staged=after(14))
    assert due(row, after(seconds), PATIENCE) is expected


@pytest.mark.parametrize("stage", [Stage.IN_FLIGHT, Stage.ACCEPTED, Stage.ASKING])
def test_time_does_nothing_to_what_is_not_waiting_for_it(stage: Stage) -> None:
    assert due(a_row(stage=stage), after(10_000), PATIENCE) is None


# --- what signing out lists ---------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", Stage)
def test_a_message_is_unsent_until_it_is_known_to_be_committed(stage: Stage) -> None:
    row = a_row(stage=stage)
    assert unsent([row]) == (() if stage is Stage.ACCEPTED else (row,))


def test_read_marks_and_claims_are_nothing_to_list() -> None:
    assert unsent([a_row(MarkRead(ROBIN, 1)), a_row(ClaimWaiting(ROBIN))]) == ()
