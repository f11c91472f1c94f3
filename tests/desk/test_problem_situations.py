"""Problem situations on the desk: what the card shows, what is refused, what facts change (R092, R094)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.announcing import Cause, calls_for_her
from app.desk.problem_view import (
    EMERGENCY,
    ProblemCard,
    contacts_for,
    debriefs,
    problem_card,
    unsure_contacts,
)
from app.domain.commands import ClaimWaiting, Command, Durability, durability, harms_when_late
from app.domain.conversation import ConversationState
from app.domain.desk_state import Capability
from app.domain.facts import ConcernMarked, Fact, Streamed
from app.domain.help_call import CallForHelp, HelpCalled
from app.domain.ids import CommandId
from app.domain.marks import Concern, ConcernKind, HelpAbout, ProblemSituation
from app.domain.pending import Pending
from app.domain.presence import Presence, Shift
from app.domain.problem_situation import (
    BeginProblemSituation,
    DebriefWish,
    EndProblemSituation,
    ProblemSituationBegan,
    ProblemSituationEnded,
    StepTicked,
    TickStep,
)
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.reduce import reduce
from app.domain.rules import check
from tests.support.desk_builders import MAIJA, a_row
from tests.support.example_data import BEHIND, FRONT, someone_waiting
from tests.support.fakes import NINE_O_CLOCK
from tests.support.help_builders import ANNA, a_call_of_hers
from tests.support.problem_builders import (
    BEGAN_AT,
    LONG_AGO,
    a_contact,
    a_debrief,
    a_guide,
    before_it,
    in_problem,
    with_front,
)

BEGIN = BeginProblemSituation(FRONT, 1)
TICK = TickStep(FRONT, "stay", True, 1)
END = EndProblemSituation(FRONT, DebriefWish.WANTED, 1)
WAITING = someone_waiting("4821", 0, "").conversation_id
CAUSE = CommandId("0" * 32)


def card_of(seen: Seen) -> ProblemCard:
    card = problem_card(seen, FRONT, now=NINE_O_CLOCK)
    assert card is not None
    return card


def code(seen: Seen, command: Command) -> ProblemCode | None:
    problem = check(seen, command, NINE_O_CLOCK)
    return problem.code if isinstance(problem, Problem) else None


def after(seen: Seen, fact: Fact) -> Seen:
    cursor = seen.confirmed.cursor
    state, _ = reduce(seen.confirmed, Streamed(cursor + 1, cursor, fact))
    return project(state, seen.pending, is_live=seen.is_live)


def with_pending(seen: Seen, *commands: Command) -> Seen:
    rows: tuple[Pending, ...] = tuple(a_row(command) for command in commands)
    return project(seen.confirmed, rows, is_live=seen.is_live)


def test_the_numbers_are_those_of_the_customers_language_and_112_is_first():
    assert [each.number for each in card_of(before_it()).contacts] == [
        *("112", "09 555 0100", "09 2525 0111", "080 005 005"),
    ]
    swedish = card_of(with_front(before_it(), language="sv"))
    assert [each.number for each in swedish.contacts] == [
        *("112", "09 555 0100", "09 2525 0112", "080 005 005"),
    ]
    assert "MIELI Kristelefon: 09 2525 0112, dygnet runt" in swedish.numbers_text().split("\n")
    assert swedish.numbers_text().startswith("Nödnumret, även nödtextmeddelande: 112")


def test_112_is_there_whatever_the_service_model_says():
    assert contacts_for((), "fi") == (EMERGENCY,)
    last = (a_contact("a", "123", {"fi": "A"}), a_contact("b", "112", {"fi": "B"}))
    assert [each.number for each in contacts_for(last, "en")] == ["112", "123"]


def test_the_card_needs_no_line():
    """Numbers are shown from what is loaded; who is called late comes for nothing, so that is refused."""
    card = card_of(before_it(is_live=False))
    assert (len(card.contacts), len(card.steps), len(card.house_rules)) == (4, 3, 2)
    assert card.cannot_begin == Problem(ProblemCode.NOT_LIVE)
    assert durability(BEGIN) is Durability.NOW_OR_NEVER


def test_what_is_for_the_record_may_be_late_and_is_never_lost():
    for command in (TICK, END):
        assert durability(command) is Durability.KEEP
        assert not harms_when_late(command)
        assert code(in_problem(is_live=False), command) is None


def test_a_tick_shows_at_once_and_the_fact_keeps_it():
    ticked = with_pending(in_problem("ask_where"), TICK, TickStep(FRONT, "ask_where", False, 1))
    assert [(step.step_id, step.is_done) for step in card_of(ticked).steps] == [
        *(("stay", True), ("ask_of_danger", False), ("ask_where", False)),
    ]
    kept = after(in_problem(), StepTicked(NINE_O_CLOCK, CAUSE, FRONT, "stay", True, MAIJA))
    assert card_of(kept).steps[0].is_done
    again = after(kept, StepTicked(NINE_O_CLOCK, CAUSE, FRONT, "stay", True, MAIJA))
    assert again.confirmed.heads == kept.confirmed.heads


def test_it_begins_once_in_a_conversation_of_hers_that_goes_on():
    assert code(before_it(), BEGIN) is None
    assert code(in_problem(), BEGIN) is ProblemCode.UNDER_WAY
    assert code(with_pending(before_it(), BEGIN), BEGIN) is ProblemCode.UNDER_WAY
    ended = with_front(before_it(), state=ConversationState.ENDED)
    assert code(ended, BEGIN) is ProblemCode.CONVERSATION_ENDED
    assert code(before_it(), replace(BEGIN, responsibility_version=2)) is ProblemCode.RESPONSIBILITY_MOVED
    assert code(before_it(), replace(BEGIN, conversation_id=WAITING)) is ProblemCode.NOT_HELD
    for command in (TICK, END):
        assert code(before_it(), command) is ProblemCode.NO_PROBLEM_SITUATION


def test_she_takes_no_new_work_until_it_is_over():
    take = ClaimWaiting(WAITING)
    assert code(before_it(), take) is None
    assert code(in_problem(), take) is ProblemCode.PROBLEM_SITUATION
    assert code(with_pending(before_it(), BEGIN), take) is ProblemCode.PROBLEM_SITUATION
    over = after(in_problem(), ProblemSituationEnded(NINE_O_CLOCK, CAUSE, FRONT, a_debrief()))
    assert code(over, take) is None


def test_what_began_and_ended_is_what_the_facts_say():
    began = after(before_it(), ProblemSituationBegan(NINE_O_CLOCK, CAUSE, FRONT, ProblemSituation(BEGAN_AT)))
    assert card_of(began).began_at == BEGAN_AT
    over = after(began, ProblemSituationEnded(NINE_O_CLOCK, CAUSE, FRONT, a_debrief()))
    assert card_of(over).began_at is None
    assert problem_card(over, WAITING, now=NINE_O_CLOCK) is None


def test_a_supervisor_sees_whom_to_talk_with_and_nobody_else_does():
    fact = ProblemSituationEnded(NINE_O_CLOCK, CAUSE, FRONT, a_debrief())
    assert debriefs(after(before_it(), fact)) == (a_debrief(),)
    assert debriefs(after(after(before_it(), fact), fact)) == (a_debrief(),)
    others = frozenset(Capability) - {Capability.SUPERVISE}
    assert debriefs(after(before_it(capabilities=others), fact)) == ()
    older = a_debrief(ended_at=NINE_O_CLOCK - timedelta(days=1))
    assert debriefs(before_it(debriefs=(older, a_debrief()))) == (a_debrief(), older)


def test_supervisors_are_told_of_numbers_nobody_has_checked_for_long():
    old = a_contact("old", "123", {"fi": "Vanha"}, checked_on=LONG_AGO)
    guide = replace(a_guide(), contacts=(*a_guide().contacts, old))
    today = NINE_O_CLOCK.date()
    assert unsure_contacts(before_it(problem_guide=guide), today=today) == (old,)
    others = frozenset(Capability) - {Capability.SUPERVISE}
    assert unsure_contacts(before_it(problem_guide=guide, capabilities=others), today=today) == ()
    assert unsure_contacts(before_it(), today=today) == ()


@pytest.mark.parametrize("about", [HelpAbout.SWEDISH, HelpAbout.ENGLISH, HelpAbout.INTERPRETER])
def test_a_language_barrier_can_be_said_of_a_call_that_stands_once(about: HelpAbout):
    """R092: in a problem situation as well, where the supervisors are called already."""
    asks = CallForHelp(FRONT, "", 1, about)
    assert code(in_problem(), asks) is None
    call = a_call_of_hers(about=HelpAbout.PROBLEM, language_barrier=about)
    told = after(in_problem(), HelpCalled(NINE_O_CLOCK, CAUSE, FRONT, call))
    assert card_of(told).barrier is about
    assert code(told, asks) is ProblemCode.HELP_CALLED
    assert code(told, CallForHelp(FRONT, "", 1)) is ProblemCode.HELP_CALLED


def test_the_card_says_who_comes():
    call = card_of(in_problem(help_calls=(a_call_of_hers(helper=ANNA),))).call
    assert call is not None
    assert call.helper_name == "Anna Åberg"


def marked(kind: ConcernKind, seq: int) -> ConcernMarked:
    return ConcernMarked(NINE_O_CLOCK, None, BEHIND, Concern(kind, seq))


def test_the_gravest_concern_stays_marked():
    seen = after(before_it(), marked(ConcernKind.THREAT, 1))
    assert seen.confirmed.heads[BEHIND].concern == Concern(ConcernKind.THREAT, 1)
    seen = after(seen, marked(ConcernKind.CRISIS, 2))
    seen = after(seen, marked(ConcernKind.THREAT, 3))
    assert seen.confirmed.heads[BEHIND].concern == Concern(ConcernKind.CRISIS, 2)


def calls(seen: Seen) -> set[tuple[Cause, str]]:
    return {(call.cause, call.subject) for call in calls_for_her(seen, now=NINE_O_CLOCK)}


def waiting_with_concern(seen: Seen) -> Seen:
    confirmed = seen.confirmed
    head = replace(confirmed.heads[WAITING], concern=Concern(ConcernKind.CRISIS, 1))
    return replace(seen, confirmed=replace(confirmed, heads={**confirmed.heads, WAITING: head}))


def test_who_waits_with_a_concern_calls_also_where_there_is_no_room():
    full = waiting_with_concern(before_it(capacity=2))
    assert (Cause.CONCERN, WAITING) in calls(full)
    assert Cause.WAITING not in {cause for cause, _ in calls(full)}
    away = waiting_with_concern(before_it(shift=Shift(Presence.ON_BREAK)))
    assert Cause.CONCERN not in {cause for cause, _ in calls(away)}


def test_nobody_who_waits_calls_her_while_she_is_in_a_problem_situation():
    assert (Cause.WAITING, WAITING) in calls(before_it())
    causes = {cause for cause, _ in calls(waiting_with_concern(in_problem()))}
    assert not causes & {Cause.WAITING, Cause.CONCERN, Cause.TRANSFER}
