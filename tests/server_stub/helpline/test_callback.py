"""The life of a callback request, held against its picture (R006, R111, R112; domain.md B4)."""

from dataclasses import replace
from datetime import date, datetime, time
from itertools import product

import pytest

from server_stub.helpline import callback as rules
from server_stub.helpline.actors import ClockActor, CustomerActor, StaffActor
from server_stub.helpline.booking import Window
from server_stub.helpline.callback import CallbackSituation, cannot_call, decide, proposed
from server_stub.helpline.callback_values import (
    Attempt,
    AttemptOutcome,
    Callback,
    CallbackCommand,
    CallbackDecision,
    CallWrapUp,
    ClaimCallback,
    RecordAttempt,
    ReleaseCallback,
    RequestCallback,
    ReturnClaim,
    WithdrawCallback,
    claim_of,
)
from server_stub.helpline.calling_time import (
    USUAL,
    Calling,
    CallingHours,
    Wish,
    is_calling_time,
    millis_of,
    next_calling_time,
)
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.service_model import Service, ServiceModel
from server_stub.helpline.values import Problem
from server_stub.settings.days_off import days_off
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

CALLING = Calling(USUAL, days_off([2026, 2027]))
QUEUE = "#soshON_perheasiat_chat"
MAIJA = StaffActor("a" * 32, "Maija", frozenset({"advice_counsellor"}), frozenset({QUEUE}), 3)
JOHAN = StaffActor("b" * 32, "Johan", frozenset({"guidance_staff"}), frozenset({QUEUE}), 3)
ELSEWHERE = StaffActor("c" * 32, "Aino", frozenset({"advice_counsellor"}), frozenset({"#soshON_muu_chat"}), 3)
MISSES = (AttemptOutcome.NO_ANSWER, AttemptOutcome.BUSY, AttemptOutcome.VOICEMAIL)


def at(text: str) -> int:
    """`2026-11-23 09:00` on a wall in Helsinki."""
    return millis_of(datetime.fromisoformat(text).replace(tzinfo=HELSINKI))


MONDAY = at("2026-11-23 09:00")


def a_request(*, wish: Wish = Wish.ANY, tried: tuple[str, ...] = ()) -> Callback:
    situation = CallbackSituation(
        at("2026-11-19 18:32"), CustomerActor(1, None), CALLING, admission=QUEUE, new_callback_id="d" * 32
    )
    command = RequestCallback(
        "neuvonta", "perhe", "fi", "+358401234567", wish, may_leave_voicemail=False, text=""
    )
    made = decide(situation, command)
    assert isinstance(made, CallbackDecision)
    attempts = tuple(
        Attempt(number, at(when), MAIJA.staff_id, "Maija", AttemptOutcome.BUSY)
        for number, when in enumerate(tried, start=1)
    )
    return made.callback._replace(row=1, attempts=attempts)


def claimed(request: Callback, now: int, by: StaffActor = MAIJA) -> Callback:
    made = decide(CallbackSituation(now, by, CALLING, request), ClaimCallback(request.callback_id))
    assert isinstance(made, CallbackDecision), made
    return made.callback


def recorded(
    held: Callback,
    now: int,
    outcome: AttemptOutcome,
    *,
    dialled: int | None = None,
    by: StaffActor = MAIJA,
    version: int | None = None,
) -> CallbackDecision | Problem:
    version = held.responsibility_version if version is None else version
    claim = claim_of(held, by.staff_id, version)
    known_at = now if claim is None else claim.begun_at
    last = max((each.at for each in held.attempts if each.recorded_at <= known_at), default=None)
    situation = CallbackSituation(now, by, CALLING, held, last_tried_at=last)
    return decide(
        situation, RecordAttempt(held.callback_id, version, outcome, now if dialled is None else dialled)
    )


# ------------------------------------------------------------------ the picture


def states() -> dict[str, Callback]:
    waiting = a_request()
    held = claimed(waiting, MONDAY)
    over = decide(CallbackSituation(MONDAY, CustomerActor(1, None), CALLING, waiting), WithdrawCallback())
    assert isinstance(over, CallbackDecision)
    return {"waiting": waiting, "claimed": held, "closed": over.callback}


def acts(found: Callback) -> dict[str, tuple[StaffActor | CustomerActor | ClockActor, CallbackCommand]]:
    about, version = found.callback_id, found.responsibility_version
    made: dict[str, tuple[StaffActor | CustomerActor | ClockActor, CallbackCommand]] = {
        "claim": (MAIJA, ClaimCallback(about)),
        "release": (MAIJA, ReleaseCallback(about, version)),
        "withdraw": (CustomerActor(1, None), WithdrawCallback()),
        "away": (ClockActor(), ReturnClaim(about, found.returns_at or 0)),
    }
    for outcome in AttemptOutcome:
        made[outcome] = (MAIJA, RecordAttempt(about, version, outcome, MONDAY))
    return made


NEXT: dict[tuple[str, str], str] = {
    ("waiting", "claim"): "claimed",
    ("waiting", "withdraw"): "closed",
    ("claimed", "release"): "waiting",
    ("claimed", "withdraw"): "closed",
    ("claimed", "away"): "waiting",
    ("claimed", "no_answer"): "waiting",
    ("claimed", "busy"): "waiting",
    ("claimed", "voicemail"): "waiting",
    ("claimed", "reached"): "closed",
    ("claimed", "wrong_number"): "closed",
    ("claimed", "declined"): "closed",
}


@pytest.mark.parametrize(("state", "act"), list(product(states(), acts(a_request()))))
def test_the_picture_and_nothing_beside_it(state: str, act: str) -> None:
    """Every act in every state: what is drawn happens, all else is a problem."""
    found = states()[state]
    actor, command = acts(found)[act]
    made = decide(CallbackSituation(MONDAY + 1, actor, CALLING, found), command)
    expected = NEXT.get((state, act))
    if expected is None:
        assert isinstance(made, Problem)
    else:
        assert isinstance(made, CallbackDecision), made
        assert made.callback.state == expected
        assert (made.callback.holder_id is None) == (expected != "claimed")


def test_whoever_serves_another_queue_finds_nothing() -> None:
    found = states()["claimed"]
    for command in (ClaimCallback("x"), ReleaseCallback("x", 2), RecordAttempt("x", 2, "busy", MONDAY)):
        assert decide(CallbackSituation(MONDAY, ELSEWHERE, CALLING, found), command) == Problem("not_found")


# ------------------------------------------------------------------ three times


@pytest.mark.parametrize("misses", list(product(MISSES, repeat=3)))
def test_the_third_miss_closes_as_not_reached_and_a_fourth_is_impossible(
    misses: tuple[AttemptOutcome, ...],
) -> None:
    """R111: three attempts, each with its time, caller and outcome; then no more."""
    request = a_request()
    for outcome, when in zip(
        misses, ("2026-11-20 14:40", "2026-11-23 09:12", "2026-11-23 13:30"), strict=True
    ):
        made = recorded(claimed(request, at(when)), at(when), outcome)
        assert isinstance(made, CallbackDecision)
        request = made.callback
    assert (request.state, request.closed_reason) == ("closed", "not_reached")
    assert [(each.number, each.staff_name, each.outcome) for each in request.attempts] == [
        (number, "Maija", outcome) for number, outcome in enumerate(misses, start=1)
    ]
    later = at("2026-11-24 10:00")
    assert recorded(request, later, AttemptOutcome.REACHED) == Problem("attempts_used")
    assert decide(CallbackSituation(later, MAIJA, CALLING, request), ClaimCallback("x")) == Problem(
        "callback_closed"
    )
    assert cannot_call(request, later, last_tried_at=None, calling=CALLING) == Problem("attempts_used")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_reaching_her_at_any_try_closes_as_reached(number: int) -> None:
    tried = ("2026-11-20 14:40", "2026-11-23 09:12")[: number - 1]
    held = claimed(a_request(tried=tried), at("2026-11-23 13:30"))
    made = recorded(held, at("2026-11-23 13:30"), AttemptOutcome.REACHED)
    assert isinstance(made, CallbackDecision)
    assert made.callback.closed_reason == "reached"


# ------------------------------------------------------------------ a call that has happened


def two_who_dialled() -> tuple[Callback, int, int]:
    """Maija dialled at nine and lost her line; her claim went back and Johan claimed. Both versions."""
    hers = claimed(a_request(), MONDAY)
    away = decide(
        CallbackSituation(at("2026-11-23 09:10"), ClockActor(), CALLING, hers),
        ReturnClaim(hers.callback_id, hers.returns_at or 0),
    )
    assert isinstance(away, CallbackDecision)
    his = claimed(away.callback, at("2026-11-23 09:10"), JOHAN)
    return his, hers.responsibility_version, his.responsibility_version


def test_what_was_told_late_forbids_nobody_a_call_that_has_happened() -> None:
    """R111: her record of nine comes after his call of 9.15: both count, and his closes the request."""
    found, hers, his = two_who_dialled()
    late = recorded(found, at("2026-11-23 09:16"), AttemptOutcome.BUSY, dialled=MONDAY, version=hers)
    assert isinstance(late, CallbackDecision), late
    assert late.callback.holder_id == JOHAN.staff_id
    dialled = at("2026-11-23 09:15")
    told = recorded(
        late.callback, at("2026-11-23 09:17"), AttemptOutcome.REACHED, dialled=dialled, by=JOHAN, version=his
    )
    assert isinstance(told, CallbackDecision), told
    assert [(each.at, each.staff_name) for each in told.callback.attempts] == [
        (MONDAY, "Maija"),
        (dialled, "Johan"),
    ]
    assert told.callback.closed_reason == "reached"


def test_a_late_miss_proposes_the_next_try_after_the_last_that_was_dialled() -> None:
    found, hers, his = two_who_dialled()
    noon = at("2026-11-23 12:10")
    told = recorded(found, noon, AttemptOutcome.BUSY, by=JOHAN, version=his)
    assert isinstance(told, CallbackDecision)
    late = recorded(told.callback, noon + 1, AttemptOutcome.BUSY, dialled=MONDAY, version=hers)
    assert isinstance(late, CallbackDecision)
    assert late.callback.due_at == told.callback.due_at == at("2026-11-24 08:00")


@pytest.mark.parametrize("outcome", AttemptOutcome)
def test_the_call_under_way_while_the_customer_took_it_back_is_kept_and_changes_nothing(
    outcome: AttemptOutcome,
) -> None:
    """R111, R127: the attempt and what the call was about are kept, once; the request stays withdrawn."""
    held = claimed(a_request(), MONDAY)
    over = decide(CallbackSituation(MONDAY + 1, CustomerActor(1, None), CALLING, held), WithdrawCallback())
    assert isinstance(over, CallbackDecision)
    told = recorded(over.callback, MONDAY + 2, outcome, dialled=MONDAY + 1)
    assert isinstance(told, CallbackDecision), told
    assert (told.callback.state, told.callback.closed_reason) == ("closed", "withdrawn")
    assert told.callback.closed_at == MONDAY + 1
    assert [type(each.fact).__name__ for each in told.facts] == ["AttemptRecorded"]
    assert (told.wrapped_up is None) == (outcome in MISSES)
    again = recorded(told.callback, MONDAY + 3, outcome, dialled=MONDAY + 1)
    assert again == Problem("callback_closed")


def test_one_who_lost_it_twice_over_may_still_tell_of_her_call() -> None:
    """R111: Maija, then Johan, then Maija again, each returned: every claim keeps its own call."""
    found, hers, his = two_who_dialled()
    back = decide(
        CallbackSituation(at("2026-11-23 09:20"), JOHAN, CALLING, found),
        ReleaseCallback(found.callback_id, his),
    )
    assert isinstance(back, CallbackDecision)
    late = recorded(back.callback, at("2026-11-23 09:30"), AttemptOutcome.BUSY, dialled=MONDAY, version=hers)
    assert isinstance(late, CallbackDecision), late


def test_a_holder_keeps_her_claim_when_her_queues_are_changed() -> None:
    """R113: she records or gives back, and hears of both; nobody else outside the queue finds it."""
    held = claimed(a_request(), MONDAY)
    moved = StaffActor(MAIJA.staff_id, "Maija", frozenset(), frozenset({"#soshON_muu_chat"}), 3)
    for command in (
        ReleaseCallback(held.callback_id, held.responsibility_version),
        RecordAttempt(held.callback_id, held.responsibility_version, "busy", MONDAY),
    ):
        made = decide(CallbackSituation(MONDAY, moved, CALLING, held), command)
        assert isinstance(made, CallbackDecision), made
        assert all("s:" + MAIJA.staff_id in told.audience for told in made.facts)
        assert decide(CallbackSituation(MONDAY, ELSEWHERE, CALLING, held), command) == Problem("not_found")


@pytest.mark.parametrize("is_claimed_again", [False, True])
def test_who_tells_of_her_call_late_hears_that_it_was_recorded(is_claimed_again: bool) -> None:
    """R111: also when she serves the queue no more and a colleague has the request."""
    held = claimed(a_request(), MONDAY)
    release = ReleaseCallback(held.callback_id, held.responsibility_version)
    back = decide(CallbackSituation(MONDAY, MAIJA, CALLING, held), release)
    assert isinstance(back, CallbackDecision), back
    found = claimed(back.callback, MONDAY, JOHAN) if is_claimed_again else back.callback
    moved = StaffActor(MAIJA.staff_id, "Maija", frozenset(), frozenset({"#soshON_muu_chat"}), 3)
    made = recorded(found, MONDAY, AttemptOutcome.BUSY, by=moved, version=held.responsibility_version)
    assert isinstance(made, CallbackDecision), made
    assert "s:" + MAIJA.staff_id in made.facts[0].audience
    assert ("s:" + JOHAN.staff_id in made.facts[0].audience) is is_claimed_again


# ------------------------------------------------------------------ when

BOUNDARIES = [
    ("2026-11-23 07:59:59.999", False),
    ("2026-11-23 08:00:00", True),
    ("2026-11-23 12:00:00", True),
    ("2026-11-23 16:00:00", True),
    ("2026-11-23 16:00:00.001", False),
    ("2026-11-23 16:00:01", False),
    ("2026-11-23 16:01", False),
    ("2026-11-23 00:00", False),
    ("2026-11-23 23:59:59", False),
    ("2026-11-21 10:00", False),  # Saturday
    ("2026-11-22 10:00", False),  # Sunday
    ("2026-06-19 10:00", False),  # Midsummer Eve
    ("2026-12-24 10:00", False),  # Christmas Eve
    ("2026-12-25 10:00", False),
    ("2026-04-03 10:00", False),  # Good Friday
    ("2026-04-02 10:00", True),  # Maundy Thursday
    ("2026-12-31 10:00", True),
    ("2026-03-30 08:00", True),  # the Monday after summer time began
    ("2026-10-26 16:00", True),  # the Monday after it ended
    ("2026-10-26 16:00:01", False),
]


@pytest.mark.parametrize(("when", "is_open"), BOUNDARIES)
def test_calls_are_made_on_working_days_from_eight_to_four_to_the_second(when: str, is_open: bool) -> None:
    """R006, R112: a Saturday, a holiday and 16.00.01 are impossible, whatever the chat's hours."""
    assert is_calling_time(at(when), CALLING) is is_open
    refused = cannot_call(a_request(), at(when), last_tried_at=None, calling=CALLING)
    claim = decide(CallbackSituation(at(when), MAIJA, CALLING, a_request()), ClaimCallback("x"))
    if is_open:
        assert refused is None
        assert isinstance(claim, CallbackDecision)
    else:
        assert refused is not None
        assert refused.code == "calling_closed"
        assert isinstance(claim, Problem)
        assert claim.code == "calling_closed"
        opens_at = refused.details["opens_at"]
        assert isinstance(opens_at, int)
        assert is_calling_time(opens_at, CALLING)
        assert opens_at > at(when)


def test_of_a_call_from_before_this_model_only_tries_are_held_against_it() -> None:
    """R006: neither calling time nor wish nor half of the day, which the model in force may have moved."""
    tried = a_request(wish=Wish.FORENOON, tried=("2026-11-23 13:00", "2026-11-23 14:30"))
    evening, last = at("2026-11-23 18:00"), at("2026-11-23 14:30")

    def refusal(since: int, last_tried_at: int = last) -> str | None:
        refused = cannot_call(tried, evening, last_tried_at=last_tried_at, calling=CALLING, model_since=since)
        return None if refused is None else refused.code

    assert refusal(evening) == "calling_closed"
    assert refusal(evening + 1) is None
    assert refusal(evening + 1, evening - 1) == "attempt_too_soon"


def test_an_attempt_at_16_01_is_refused_and_one_dialled_at_15_59_may_be_recorded_late() -> None:
    """The claim went back at 16.00; the call that was dialled before keeps its moment and is not lost."""
    held = claimed(a_request(), at("2026-11-23 15:55"))
    looked = decide(
        CallbackSituation(at("2026-11-23 16:00"), ClockActor(), CALLING, held),
        ReturnClaim("x", held.returns_at or 0),
    )
    assert isinstance(looked, CallbackDecision)
    back = looked.callback
    version = held.responsibility_version
    dialled = at("2026-11-23 15:59")
    late = recorded(back, at("2026-11-23 16:05"), AttemptOutcome.REACHED, dialled=dialled, version=version)
    assert isinstance(late, CallbackDecision)
    assert late.callback.attempts[0].at == dialled
    assert recorded(
        back, at("2026-11-23 16:05"), AttemptOutcome.BUSY, dialled=at("2026-11-23 16:01"), version=version
    ) == Problem("responsibility_moved")
    assert recorded(
        back, at("2026-11-23 16:05"), AttemptOutcome.BUSY, dialled=dialled, version=version, by=JOHAN
    ) == Problem("responsibility_moved")


def test_a_claim_is_looked_at_when_the_calling_time_of_its_county_closes() -> None:
    """R006: at 15.00 where that is the model's, by the version in force on the day."""
    later = CallingHours(date(2026, 11, 24), (0, 1), time(9), time(12), time(15))
    calling = Calling((*USUAL, later), CALLING.days_off)
    for day, closes in (("2026-11-23", "16:00"), ("2026-11-24", "15:00")):
        now = at(f"{day} {closes}") - 60_000
        made = decide(CallbackSituation(now, MAIJA, calling, a_request()), ClaimCallback("x"))
        assert isinstance(made, CallbackDecision)
        assert made.callback.returns_at == at(f"{day} {closes}")
        looked = decide(
            CallbackSituation(at(f"{day} {closes}"), ClockActor(), calling, made.callback),
            ReturnClaim("x", at(f"{day} {closes}")),
        )
        assert isinstance(looked, CallbackDecision)
        assert looked.callback.state == "waiting"


def test_attempts_are_an_hour_apart_whoever_asked_for_the_call() -> None:
    """domain.md B4: 60 minutes; the number counts, also when it was left twice."""
    request = a_request()
    last = at("2026-11-23 09:00")
    for minutes, code in ((0, "attempt_too_soon"), (59, "attempt_too_soon"), (60, None)):
        refused = cannot_call(request, last + minutes * 60_000, last_tried_at=last, calling=CALLING)
        assert (refused.code if refused else None) == code


def test_not_all_three_attempts_fall_in_one_half_of_one_day() -> None:
    request = a_request(tried=("2026-11-23 08:05", "2026-11-23 09:30"))
    last = request.attempts[-1].at
    refused = cannot_call(request, at("2026-11-23 11:00"), last_tried_at=last, calling=CALLING)
    assert refused == Problem("same_half_day", {"opens_at": at("2026-11-23 12:00")})
    assert cannot_call(request, at("2026-11-23 12:00"), last_tried_at=last, calling=CALLING) is None
    assert cannot_call(request, at("2026-11-24 09:00"), last_tried_at=last, calling=CALLING) is None


@pytest.mark.parametrize(
    ("wish", "when", "opens"),
    [
        (Wish.FORENOON, "2026-11-23 12:00", "2026-11-24 08:00"),
        (Wish.AFTERNOON, "2026-11-23 11:59:59", "2026-11-23 12:00"),
        (Wish.FORENOON, "2026-11-20 13:00", "2026-11-23 08:00"),
    ],
)
def test_the_wish_of_the_customer_is_honoured(wish: Wish, when: str, opens: str) -> None:
    refused = cannot_call(a_request(wish=wish), at(when), last_tried_at=None, calling=CALLING)
    assert refused == Problem("outside_wish", {"opens_at": at(opens)})


@pytest.mark.parametrize(
    ("wish", "tried", "next_"),
    [
        (Wish.ANY, "2026-11-23 09:12", "2026-11-23 12:00"),
        (Wish.ANY, "2026-11-23 11:50", "2026-11-23 12:50"),
        (Wish.ANY, "2026-11-23 13:30", "2026-11-24 08:00"),
        (Wish.ANY, "2026-11-20 15:30", "2026-11-23 08:00"),
        (Wish.FORENOON, "2026-11-23 09:12", "2026-11-24 08:00"),
        (Wish.AFTERNOON, "2026-11-20 14:00", "2026-11-23 12:00"),
        (Wish.ANY, "2026-12-23 13:00", "2026-12-28 08:00"),
        (Wish.ANY, "2026-06-18 13:00", "2026-06-22 08:00"),
        (Wish.ANY, "2026-03-27 13:00", "2026-03-30 08:00"),
    ],
)
def test_the_next_time_is_proposed_on_another_half_day(wish: Wish, tried: str, next_: str) -> None:
    assert proposed(at(tried), wish, CALLING) == at(next_)


@pytest.mark.parametrize(
    ("left", "due"),
    [
        ("2026-11-20 18:32", "2026-11-23 08:00"),
        ("2026-11-23 00:00", "2026-11-23 08:00"),
        ("2026-11-23 10:15", "2026-11-23 10:15"),
        ("2026-12-23 16:00", "2026-12-28 08:00"),
        ("2026-03-29 03:30", "2026-03-30 08:00"),
        ("2026-10-25 03:30", "2026-10-26 08:00"),
    ],
)
def test_a_request_falls_due_at_the_next_calling_time(left: str, due: str) -> None:
    assert next_calling_time(at(left), Wish.ANY, CALLING) == at(due)


def test_a_county_that_never_works_is_told_and_not_waited_for() -> None:
    never = frozenset(
        date(2026, 1, 1).fromordinal(day)
        for day in range(date(2026, 1, 1).toordinal(), date(2029, 1, 1).toordinal())
    )
    with pytest.raises(ValueError, match="No day of calls"):
        next_calling_time(MONDAY, Wish.ANY, Calling(USUAL, never))


# ------------------------------------------------------------------ whose it is


def test_a_claim_returns_at_four_and_when_its_holder_is_away_and_not_before() -> None:
    """R113: nothing stays unopened past a shift."""
    held = claimed(a_request(), at("2026-11-23 15:55"))
    assert held.returns_at == at("2026-11-23 16:00")
    morning = claimed(a_request(), MONDAY)
    look = ReturnClaim("x", morning.returns_at or 0)
    there = CallbackSituation(
        morning.returns_at or 0, ClockActor(), CALLING, morning, lease_at=MONDAY + 300_000
    )
    stays = decide(there, look)
    assert isinstance(stays, CallbackDecision)
    assert (stays.callback.state, stays.facts) == ("claimed", ())
    assert stays.callback.returns_at == MONDAY + 900_000
    gone = decide(there._replace(lease_at=MONDAY), look)
    assert isinstance(gone, CallbackDecision)
    assert gone.callback.state == "waiting"
    assert decide(there, ReturnClaim("x", 1)) == Problem("not_found")


def test_a_number_in_somebodys_hands_is_not_given_to_another() -> None:
    situation = CallbackSituation(MONDAY, JOHAN, CALLING, a_request(), in_use_by="Maija")
    assert decide(situation, ClaimCallback("x")) == Problem("number_in_use", {"by_name": "Maija"})


def test_a_number_left_too_often_waits_a_day() -> None:
    situation = CallbackSituation(
        MONDAY, CustomerActor(1, None), CALLING, admission=QUEUE, number_free_at=MONDAY + 90_000
    )
    command = RequestCallback(
        "neuvonta", "perhe", "fi", "+358401234567", "any", may_leave_voicemail=False, text=""
    )
    assert decide(situation, command) == Problem("throttled", {"retry_after_s": 91})
    assert rules.REQUESTS_A_DAY == 3


def a_service() -> Service:
    """The service of the request, with its codes."""
    model = read(find_resources() / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel)
    service = model.service("neuvonta")
    assert service is not None
    return service


SERVICE = a_service()
SAID = CallWrapUp(("ttt_ehk",), "ohjattu", "Neuvottu liitteet.", 1)


def wrapped_up(outcome: AttemptOutcome, said: CallWrapUp | None, *, tried: tuple[str, ...] = ()) -> object:
    """What is kept of a call with this outcome, or why it is not recorded."""
    held = claimed(a_request(tried=tried), MONDAY)
    last = max((attempt.at for attempt in held.attempts), default=None)
    situation = CallbackSituation(
        MONDAY, MAIJA, CALLING, held, last_tried_at=last, service=SERVICE, model_version=1
    )
    command = RecordAttempt(held.callback_id, held.responsibility_version, outcome, MONDAY, said)
    made = decide(situation, command)
    return made if isinstance(made, Problem) else made.wrapped_up


@pytest.mark.parametrize(
    "outcome", [AttemptOutcome.REACHED, AttemptOutcome.WRONG_NUMBER, AttemptOutcome.DECLINED]
)
def test_a_call_that_closes_is_wrapped_up_and_nothing_in_it_is_needed(outcome: AttemptOutcome) -> None:
    """R127, R130: with codes of the service, or with none: a number never stays locked for want of one."""
    assert wrapped_up(outcome, SAID) == SAID
    assert wrapped_up(outcome, None) == CallWrapUp((), None, "", 1)
    assert wrapped_up(outcome, CallWrapUp((), None, "", 1)) == CallWrapUp((), None, "", 1)


def test_a_miss_is_wrapped_up_only_when_it_is_the_third() -> None:
    """R111: what is said of a call after which the request goes on is of no account."""
    twice = ("2026-11-19 10:00", "2026-11-20 14:00")
    assert wrapped_up(AttemptOutcome.BUSY, SAID, tried=twice) == SAID
    assert wrapped_up(AttemptOutcome.BUSY, SAID) is None


@pytest.mark.parametrize(
    "said",
    [
        CallWrapUp(("nothing_such",), None, "", 1),
        CallWrapUp((), "nothing_such", "", 1),
        CallWrapUp(("ttt_ehk", "ttt_ehk"), None, "", 1),
        CallWrapUp(("ttt_ehk",), None, "", 2),
    ],
)
def test_codes_that_are_none_are_refused(said: CallWrapUp) -> None:
    assert wrapped_up(AttemptOutcome.REACHED, said) == Problem("code_not_listed")


def test_codes_of_an_earlier_model_are_kept_as_they_are() -> None:
    said = CallWrapUp(("of_old",), "of_old_too", "", 0)
    assert wrapped_up(AttemptOutcome.REACHED, said) == said


# ------------------------------------------------------------------ a booked time

TEN, ELEVEN = at("2026-11-24 10:00"), at("2026-11-24 11:00")
HER = CustomerActor(1, None, identification=7)


def booking(actor: CustomerActor = HER, *, at_: int = TEN) -> CallbackDecision | Problem:
    situation = CallbackSituation(
        MONDAY,
        actor,
        CALLING,
        admission=QUEUE,
        new_callback_id="d" * 32,
        windows=(Window(TEN, ELEVEN), Window(ELEVEN, at("2026-11-24 12:00"))),
    )
    command = RequestCallback(
        "neuvonta",
        "perhe",
        "fi",
        "+358401234567",
        "forenoon",
        may_leave_voicemail=False,
        text="",
        booked_from=at_,
    )
    return decide(situation, command)


def booked() -> Callback:
    made = booking()
    assert isinstance(made, CallbackDecision), made
    return made.callback._replace(row=1)


def test_who_has_identified_books_a_window_and_is_due_when_it_begins():
    """R114: the window stands instead of a half of the day."""
    request = booked()
    assert (request.booked_from, request.booked_until, request.due_at) == (TEN, ELEVEN, TEN)
    assert (request.wish, request.is_identified) == (Wish.ANY, True)


def test_who_has_not_identified_books_nothing():
    """R114: only identified customers book."""
    assert booking(CustomerActor(1, None)) == Problem("identification_needed")


def test_what_is_not_free_any_more_is_not_booked():
    assert booking(at_=at("2026-11-24 13:00")) == Problem("booked_time_gone")


@pytest.mark.parametrize(
    ("when", "refused"),
    [
        ("2026-11-24 09:59:59", Problem("before_booked_time", {"opens_at": TEN})),
        ("2026-11-24 10:00", None),
        ("2026-11-24 11:30", None),  # late, and better than not at all
        ("2026-11-25 09:00", None),
    ],
)
def test_nobody_calls_before_the_booked_time_and_a_late_call_is_a_call(when: str, refused: Problem | None):
    """R114: she waits by the telephone from ten on."""
    assert cannot_call(booked(), at(when), last_tried_at=None, calling=CALLING) == refused


def test_after_a_miss_she_is_tried_as_anybody_is():
    request = claimed(booked(), TEN)
    made = recorded(request, at("2026-11-24 10:05"), AttemptOutcome.NO_ANSWER)
    assert isinstance(made, CallbackDecision)
    assert made.callback.due_at == at("2026-11-24 12:00")
    again = cannot_call(
        made.callback, at("2026-11-24 12:00"), last_tried_at=at("2026-11-24 10:05"), calling=CALLING
    )
    assert again is None


def test_an_anonymous_request_is_marked_as_one():
    assert not a_request().is_identified


# ------------------------------------------------------------------ who calls


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ({"guidance_staff"}, True),
        ({"advice_counsellor"}, True),
        ({"line_professional"}, False),
        ({"line_professional", "guidance_staff"}, True),
        (set(), False),
    ],
)
def test_calls_are_the_guidance_roles_and_no_service_lines(roles: set[str], may: bool):
    """R115: by default; who is both may as the one."""
    actor = replace(MAIJA, roles=frozenset(roles))
    made = decide(CallbackSituation(MONDAY, actor, CALLING, a_request()), ClaimCallback("d" * 32))
    assert isinstance(made, CallbackDecision) == may
    assert may or made == Problem("not_allowed")


def test_a_county_says_who_calls():
    """R115: a setting."""
    situation = CallbackSituation(MONDAY, MAIJA, CALLING, a_request(), callers=frozenset({"guidance_staff"}))
    assert decide(situation, ClaimCallback("d" * 32)) == Problem("not_allowed")
