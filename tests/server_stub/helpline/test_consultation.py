"""The life of a consultation, held against its picture (R123, R124, R125)."""

from itertools import product

import pytest

from server_stub.helpline.actors import ClockActor, CustomerActor, StaffActor
from server_stub.helpline.consultation import ConsultationSituation, decide
from server_stub.helpline.consultation_values import (
    CallOutcome,
    ClaimConsultation,
    CloseConsultation,
    Consultation,
    ConsultationCommand,
    ConsultationDecision,
    NoteOverdue,
    OpenConsultation,
    PromiseState,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem
from tests.support.consultation_builders import (
    ADVICE,
    AINO,
    CHIEF,
    DAYS_OFF,
    JOHAN,
    LINE,
    MAIJA,
    SENIORS,
    SIRKKA,
    SIRPA,
    WEDNESDAY,
    asked,
    at,
    situation,
)

DUE = at("2026-11-23 16:00")


def after(found: Consultation, by: StaffActor, command: ConsultationCommand, now: int) -> Consultation:
    made = decide(situation(now, by, found), command)
    assert isinstance(made, ConsultationDecision), made
    return made.consultation


def claimed(now: int = WEDNESDAY, *, urgency: str = "non_urgent") -> Consultation:
    found = asked(now, urgency=urgency)
    return after(found, MAIJA, ClaimConsultation(found.consultation_id), now)


def says(found: Consultation, *, is_answer: bool, text: str = "Kyllä.") -> WriteToConsultation:
    return WriteToConsultation(found.consultation_id, text, is_answer, found.responsibility_version)


def states(urgency: str = "non_urgent") -> dict[str, Consultation]:
    found, held = asked(urgency=urgency), claimed(urgency=urgency)
    answered = after(held, MAIJA, says(held, is_answer=True), WEDNESDAY)
    about = found.consultation_id
    return {
        "open": found,
        "claimed": held,
        "answered": answered,
        "closed": after(answered, SIRPA, CloseConsultation(about), WEDNESDAY),
        "withdrawn": after(found, SIRPA, WithdrawConsultation(about), WEDNESDAY),
    }


def acts(found: Consultation) -> dict[str, tuple[StaffActor, ConsultationCommand]]:
    about = found.consultation_id
    made: dict[str, tuple[StaffActor, ConsultationCommand]] = {
        "claim": (MAIJA, ClaimConsultation(about)),
        "release": (MAIJA, ReleaseConsultation(about, found.responsibility_version)),
        "answer": (MAIJA, says(found, is_answer=True)),
        "ask back": (MAIJA, says(found, is_answer=False)),
        "ask further": (SIRPA, says(found, is_answer=False)),
        "close": (SIRPA, CloseConsultation(about)),
        "withdraw": (SIRPA, WithdrawConsultation(about)),
    }
    for outcome in CallOutcome:
        made[f"call {outcome}"] = (SIRPA, RecordConsultationCall(about, WEDNESDAY, outcome, ""))
    return made


STAYS = {
    *product(("open", "claimed", "answered"), ("ask further", "call goes_on", "call no_answer")),
    *product(("claimed", "answered"), ("answer", "ask back")),
}
NEXT: dict[tuple[str, str], str] = {
    **{(state, act): state for state, act in STAYS},
    **{(state, "call settled"): state for state in ("open", "claimed", "answered")},
    ("open", "claim"): "claimed",
    ("open", "withdraw"): "withdrawn",
    ("claimed", "release"): "open",
    ("claimed", "answer"): "answered",
    ("claimed", "withdraw"): "withdrawn",
    ("answered", "ask further"): "claimed",
    ("answered", "close"): "closed",
}
URGENT_NEXT = {**NEXT, **{(state, "call settled"): "closed" for state in ("open", "claimed", "answered")}}


@pytest.mark.parametrize(("urgency", "table"), [("non_urgent", NEXT), ("urgent", URGENT_NEXT)])
def test_every_state_and_act_is_as_the_picture_says(urgency: str, table: dict[tuple[str, str], str]) -> None:
    for state, found in states(urgency).items():
        for act, (actor, command) in acts(found).items():
            made = decide(situation(WEDNESDAY, actor, found), command)
            if (state, act) in table:
                assert isinstance(made, ConsultationDecision), (state, act, made)
                assert made.consultation.state == table[state, act], (state, act)
            else:
                assert isinstance(made, Problem), (state, act)


def test_the_promise_of_the_line_goes_with_the_question_and_the_answer_in_time_keeps_it() -> None:
    """R124: three working days from Wednesday are until Monday at four, to the millisecond."""
    held = claimed()
    assert (held.promise, held.promised_at, held.due_at) == (PromiseState.RUNNING, WEDNESDAY, DUE)
    for now, outcome in ((DUE, PromiseState.KEPT), (DUE + 1, PromiseState.BROKEN)):
        made = decide(situation(now, MAIJA, held), says(held, is_answer=True))
        assert isinstance(made, ConsultationDecision)
        assert made.consultation.promise == outcome
        assert made.settled == (1, WEDNESDAY, DUE, outcome)


def test_a_promise_that_is_past_is_told_to_the_supervisors_exactly_once() -> None:
    """R124: and from then on they are told of it until it is answered."""
    held = claimed()
    about, note = held.consultation_id, NoteOverdue(held.consultation_id, DUE)
    clock = ConsultationSituation(DUE + 1, ClockActor(), DAYS_OFF, held)
    too_early = ConsultationSituation(DUE, ClockActor(), DAYS_OFF, held)
    assert isinstance(decide(too_early, note), Problem)
    assert isinstance(decide(clock, NoteOverdue(about, DUE - 1)), Problem)
    made = decide(clock, note)
    assert isinstance(made, ConsultationDecision)
    assert made.settled == (1, WEDNESDAY, DUE, "broken")
    assert SUPERVISORS_ADDRESS in made.told.audience
    late = made.consultation
    assert isinstance(decide(ConsultationSituation(DUE + 2, ClockActor(), DAYS_OFF, late), note), Problem)
    answer = decide(situation(DUE + 3, MAIJA, late), says(late, is_answer=True))
    assert isinstance(answer, ConsultationDecision)
    assert SUPERVISORS_ADDRESS in answer.told.audience, "they must hear that it is late no more"
    assert answer.settled is None, "it was counted when it was broken"
    closed = decide(situation(DUE + 4, SIRPA, answer.consultation), CloseConsultation(about))
    assert isinstance(closed, ConsultationDecision)
    assert SUPERVISORS_ADDRESS not in closed.told.audience


def test_a_supervisor_takes_a_late_one_over_and_no_other_one() -> None:
    held = claimed()
    claim = ClaimConsultation(held.consultation_id)
    assert decide(situation(DUE, CHIEF, held), claim) == Problem("not_found")
    late = held._replace(promise=PromiseState.BROKEN)
    assert decide(situation(DUE + 1, JOHAN, late), claim) == Problem("already_claimed", {"by_name": "Maija"})
    taken = after(late, CHIEF, claim, DUE + 1)
    assert (taken.holder_id, taken.responsibility_version) == (CHIEF.staff_id, 3)
    stale = decide(situation(DUE + 2, MAIJA, taken), says(late, is_answer=True))
    assert stale == Problem("responsibility_moved")


def test_a_further_question_is_owed_an_answer_under_a_promise_of_its_own() -> None:
    """R124: within the same consultation, by the same holder."""
    held = claimed()
    answered = after(held, MAIJA, says(held, is_answer=True), at("2026-11-19 10:00"))
    again = after(answered, SIRPA, says(answered, is_answer=False), at("2026-11-23 17:00"))
    assert (again.state, again.holder_id, again.promise_number) == ("claimed", MAIJA.staff_id, 2)
    assert (again.promise, again.due_at) == (PromiseState.RUNNING, at("2026-11-26 16:00"))
    assert [entry.kind for entry in again.entries] == ["question", "answer", "question"]


def test_a_colleague_of_the_asking_line_may_write_on_and_a_stranger_sees_nothing() -> None:
    """R123, R126: two lines see it, and nobody else."""
    held = claimed()
    assert after(held, SIRKKA, says(held, is_answer=False), WEDNESDAY).entries[-1].kind == "question"
    for stranger in (AINO, CHIEF):
        for _, command in acts(held).values():
            assert decide(situation(WEDNESDAY, stranger, held), command) == Problem("not_found")


def test_who_asks_never_answers_it_herself() -> None:
    both = StaffActor(SIRPA.staff_id, "Sirpa", SIRPA.roles, frozenset({ADVICE, SENIORS}), 3)
    found = asked()
    claim = ClaimConsultation(found.consultation_id)
    assert decide(situation(WEDNESDAY, both, found), claim) == Problem("own_consultation")


def test_who_holds_it_and_serves_the_asking_line_too_asks_back_and_owes_no_second_answer() -> None:
    both = StaffActor(MAIJA.staff_id, "Maija", MAIJA.roles, frozenset({ADVICE, SENIORS}), 3)
    held = claimed()
    asked_back = after(held, both, says(held, is_answer=False), WEDNESDAY)
    answered = after(asked_back, both, says(asked_back, is_answer=True), WEDNESDAY)
    added = after(answered, both, says(answered, is_answer=False), WEDNESDAY)
    assert [entry.kind for entry in added.entries] == ["question", "enquiry", "answer", "enquiry"]
    assert (added.state, added.promise_number) == ("answered", 1)


def test_a_withdrawn_question_counts_as_neither_kept_nor_broken() -> None:
    withdrawn = states()["withdrawn"]
    assert withdrawn.promise is None
    note = NoteOverdue(withdrawn.consultation_id, DUE)
    clock = ConsultationSituation(DUE + 1, ClockActor(), DAYS_OFF, withdrawn)
    assert isinstance(decide(clock, note), Problem)


def test_an_urgent_question_is_promised_nothing_and_needs_somebody_on_call() -> None:
    """R125: a call that settles it ends it; one that was not answered does not."""
    found = asked(urgency="urgent")
    assert (found.promise, found.due_at) == (None, None)
    missed = after(found, SIRPA, RecordConsultationCall(found.consultation_id, 0, "no_answer", ""), WEDNESDAY)
    assert (missed.state, missed.entries[-1].called_at) == ("open", WEDNESDAY)
    command = OpenConsultation(SENIORS, "urgent", "Aihe", "Teksti", None, (), is_identity_allowed=False)
    quiet = situation(WEDNESDAY, MAIJA, line=LINE.__class__(SENIORS, LINE.name, 2))
    assert decide(quiet, command) == Problem("nobody_on_call")
    assert decide(situation(WEDNESDAY, MAIJA, line=None), command) == Problem("unknown_queue")


def test_a_customer_can_neither_see_nor_do_anything() -> None:
    """R123: for her no consultation exists."""
    held = claimed()
    for _, command in acts(held).values():
        customer = ConsultationSituation(WEDNESDAY, CustomerActor(1, None), DAYS_OFF, held, LINE)
        assert decide(customer, command) == Problem("not_found")
