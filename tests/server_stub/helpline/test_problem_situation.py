"""Problem situations: the whole table of helpline/problem_situation.py, pure (R092, R094)."""

from typing import Any

import pytest

from server_stub.helpline.concern_rules import ConcernKind
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    OpenConversation,
    ReturnToQueue,
    TransferConversation,
    WriteMessage,
)
from server_stub.helpline.conversation_facts import ConcernMarked, MessageWritten
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.help_values import (
    CallForHelp,
    HelpAbout,
    HelpCalled,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.presence import Colleague, Presence
from server_stub.helpline.problem_values import (
    BeginProblemSituation,
    Debrief,
    DebriefWish,
    EndProblemSituation,
    ProblemSituationBegan,
    ProblemSituationEnded,
    StepTicked,
    TickStep,
)
from server_stub.helpline.values import Problem, queue_address
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    QUEUE,
    a_conversation,
)
from tests.server_stub.helpline.test_help_call import BOTH, SUPERVISOR

BEGAN_AT = NOW - 60_000
BEGIN = BeginProblemSituation(CONVERSATION_ID, 2)
TICK = TickStep(CONVERSATION_ID, "stay", True, 2)
END = EndProblemSituation(CONVERSATION_ID, DebriefWish.WANTED, 2)


def in_it(state: str = "held", **changes: Any) -> Conversation:
    return a_conversation(state)._replace(problem_began_at=BEGAN_AT, problem_steps="", **changes)


def led_to(found: Conversation, actor: object, command: Command, **more: Any) -> Decision | Problem:
    return decide(Situation(NOW, actor, found, target="topic", **more), command)  # type: ignore[arg-type]


def decision(found: Conversation, actor: object, command: Command, **more: Any) -> Decision:
    led = led_to(found, actor, command, **more)
    assert isinstance(led, Decision), led
    return led


def told(led: Decision) -> list[tuple[str, tuple[str, ...]]]:
    return [(type(each.fact).__name__, each.audience) for each in led.facts]


def debrief_in(led: Decision) -> Debrief:
    found = [each.fact.debrief for each in led.facts if isinstance(each.fact, ProblemSituationEnded)]
    assert len(found) == 1
    return found[0]


def test_beginning_calls_the_supervisors_and_moves_nothing():
    led = decision(a_conversation("held"), HOLDER, BEGIN)
    assert told(led) == [("ProblemSituationBegan", (HOLDER.address,)), ("HelpCalled", BOTH)]
    assert (led.conversation.problem_began_at, led.conversation.help_about) == (NOW, HelpAbout.PROBLEM)
    assert (led.conversation.holder_id, led.conversation.responsibility_version) == (HOLDER.staff_id, 2)


def test_the_customer_is_told_nothing_of_any_of_it():
    for found, command in ((a_conversation("held"), BEGIN), (in_it(), TICK), (in_it(), END)):
        for _, audience in told(decision(found, HOLDER, command)):
            assert not any(CONVERSATION_ID in address for address in audience)


def test_a_call_that_stands_becomes_one_about_it_and_keeps_who_comes():
    standing = a_conversation("held")._replace(
        help_called_at=NOW - 9, help_text="Kysymys", help_about="question", helper_id="x", helper_name="X"
    )
    after = decision(standing, HOLDER, BEGIN).conversation
    assert (after.help_about, after.help_text, after.helper_id) == (HelpAbout.PROBLEM, "Kysymys", "x")


def test_beginning_again_is_nothing_more():
    assert decision(in_it(), HOLDER, BEGIN).facts == ()


@pytest.mark.parametrize(
    ("state", "code"),
    [("ended", "conversation_ended"), ("closed", "not_found"), ("waiting", "responsibility_moved")],
)
def test_it_begins_in_a_conversation_that_goes_on(state: str, code: str):
    assert led_to(a_conversation(state), HOLDER, BEGIN) in (Problem(code), Problem("conversation_closed"))


def test_only_its_holder_is_in_it():
    for command in (BEGIN, TICK, END):
        assert led_to(in_it(), COLLEAGUE, command) == Problem("not_found")
        assert led_to(in_it(), CUSTOMER, command) == Problem("not_found")


def test_a_step_is_recorded_with_who_has_done_it_and_can_be_undone():
    led = decision(in_it(), HOLDER, TICK)
    assert [each.fact for each in led.facts] == [
        StepTicked("stay", True, HOLDER.staff_id, HOLDER.display_name)
    ]
    assert led.conversation.problem_steps == "stay"
    assert decision(led.conversation, HOLDER, TICK).facts == ()
    second = decision(led.conversation, HOLDER, TickStep(CONVERSATION_ID, "ask", True, 2)).conversation
    assert second.problem_steps == "stay ask"
    undone = decision(second, HOLDER, TickStep(CONVERSATION_ID, "stay", False, 2)).conversation
    assert undone.problem_steps == "ask"


def test_who_reads_along_follows_what_is_done():
    joined = in_it(help_called_at=BEGAN_AT, help_text="", helper_id=SUPERVISOR.staff_id, joined_at=BEGAN_AT)
    assert told(decision(joined, HOLDER, TICK)) == [("StepTicked", (HOLDER.address, SUPERVISOR.address))]


def test_steps_and_its_end_are_recorded_while_the_conversation_is_wrapped_up():
    for command in (TICK, END):
        assert isinstance(led_to(in_it("ended"), HOLDER, command), Decision)


@pytest.mark.parametrize("command", [TICK, END])
def test_where_there_is_none_nothing_is_recorded(command: Command):
    assert led_to(a_conversation("held"), HOLDER, command) == Problem("no_problem_situation")


def test_its_end_tells_the_supervisors_whether_to_talk_it_over():
    led = decision(in_it(), HOLDER, END)
    assert told(led) == [("ProblemSituationEnded", BOTH)]
    assert debrief_in(led) == Debrief(
        *(CONVERSATION_ID, "4812", HOLDER.staff_id, HOLDER.display_name, BEGAN_AT, NOW, "wanted")
    )
    assert (led.conversation.problem_began_at, led.conversation.problem_steps) == (None, None)


@pytest.mark.parametrize(
    ("actor", "command"),
    [
        (HOLDER, TransferConversation(CONVERSATION_ID, "#soshON_muu_chat", "", 2)),
        (HOLDER, ReturnToQueue(CONVERSATION_ID, 2)),
        (HOLDER, CloseConversation(CONVERSATION_ID, 2)),
        (SUPERVISOR, TakeOver(CONVERSATION_ID, 2)),
    ],
    ids=["transferred", "returned", "closed", "taken over"],
)
def test_what_moves_or_closes_the_conversation_ends_it_for_her_and_leaves_talking_it_over(
    actor: object, command: Command
):
    found = in_it(help_called_at=BEGAN_AT, help_text="", help_about="problem")
    led = decision(found, actor, command)
    assert (debrief_in(led).wish, debrief_in(led).staff_id) == ("later", HOLDER.staff_id)
    assert led.conversation.problem_began_at is None
    assert isinstance(led.facts[0].fact, ProblemSituationEnded)


def test_it_goes_on_when_the_customer_has_ended():
    led = decision(in_it(), CUSTOMER, EndConversation())
    assert led.conversation.problem_began_at == BEGAN_AT
    assert "ProblemSituationEnded" not in [name for name, _ in told(led)]


def test_withdrawing_the_call_does_not_end_it():
    found = in_it(help_called_at=BEGAN_AT, help_text="", help_about="problem")
    assert decision(found, HOLDER, WithdrawHelpCall(CONVERSATION_ID, 2)).conversation.problem_began_at


def test_no_new_work_comes_to_who_is_in_one():
    waiting = a_conversation("waiting")
    assert led_to(waiting, HOLDER, ClaimWaiting(CONVERSATION_ID), is_occupied=True) == Problem(
        "problem_situation"
    )
    free = Colleague("s", "Maija", Presence.AVAILABLE, 1, 3, frozenset(), is_occupied=False)
    assert (free.free, free._replace(is_occupied=True).free) == (2, 0)
    assert free._replace(is_occupied=True).is_on_duty


@pytest.mark.parametrize("about", ["swedish", "english", "interpreter"])
def test_calling_over_a_language_barrier_marks_it_and_the_mark_stays(about: str):
    """R092: whoever answers next sees it too."""
    called = decision(
        a_conversation("held"), HOLDER, CallForHelp(CONVERSATION_ID, "", 2, HelpAbout(about))
    ).conversation
    assert (called.help_about, called.language_barrier) == (about, about)
    over = decision(called, HOLDER, WithdrawHelpCall(CONVERSATION_ID, 2)).conversation
    assert (over.help_about, over.language_barrier) == (None, about)
    moved = decision(over, HOLDER, ReturnToQueue(CONVERSATION_ID, 2)).conversation
    assert moved.language_barrier == about


def test_a_question_marks_no_barrier():
    led = decision(a_conversation("held"), HOLDER, CallForHelp(CONVERSATION_ID, "", 2))
    assert led.conversation.language_barrier is None
    assert [type(each.fact) for each in led.facts] == [HelpCalled]


def writes(kind: ConcernKind | None) -> WriteMessage:
    return WriteMessage(CONVERSATION_ID, "…", None, (), kind)


def test_a_concern_is_told_to_professionals_behind_its_message():
    led = decision(a_conversation("held"), CUSTOMER, writes(ConcernKind.CRISIS))
    message, marked = led.facts
    assert isinstance(message.fact, MessageWritten)
    assert (marked.fact, marked.audience) == (ConcernMarked(ConcernKind.CRISIS, 4), (HOLDER.address,))
    assert (led.conversation.concern, led.conversation.concern_seq) == ("crisis", 4)


def test_those_who_serve_the_queue_see_it_of_who_waits():
    led = decision(a_conversation("waiting"), CUSTOMER, writes(ConcernKind.THREAT))
    assert led.facts[1].audience == (queue_address(QUEUE),)


def test_the_gravest_is_told_once():
    threat = decision(a_conversation("held"), CUSTOMER, writes(ConcernKind.THREAT)).conversation
    assert len(decision(threat, CUSTOMER, writes(ConcernKind.THREAT)).facts) == 1
    crisis = decision(threat, CUSTOMER, writes(ConcernKind.CRISIS))
    assert isinstance(crisis.facts[1].fact, ConcernMarked)
    assert len(decision(crisis.conversation, CUSTOMER, writes(ConcernKind.THREAT)).facts) == 1


def test_it_moves_nobody_in_the_queue_and_what_staff_write_is_not_looked_at():
    before = a_conversation("waiting")
    after = decision(before, CUSTOMER, writes(ConcernKind.CRISIS)).conversation
    assert (after.waiting_since, after.queue_id, after.state) == (
        *(before.waiting_since, before.queue_id, before.state),
    )
    said = WriteMessage(CONVERSATION_ID, "…", 2, (), ConcernKind.CRISIS)
    assert decision(a_conversation("held"), HOLDER, said).conversation.concern is None


def test_first_words_are_looked_at_as_well():
    opens = OpenConversation("neuvonta", "toimeentulo", "fi", "…", 1, (), ConcernKind.CRISIS)
    situation = Situation(NOW, CUSTOMER, None, admission=QUEUE, new_conversation_id="9" * 32, new_alias="1")
    led = decide(situation, opens)
    assert isinstance(led, Decision)
    assert [type(each.fact).__name__ for each in led.facts] == [
        *("ConversationOpened", "MessageWritten", "ConcernMarked"),
    ]


def test_began_holds_the_conversation_as_it_is_after():
    fact = decision(a_conversation("held"), HOLDER, BEGIN).facts[0].fact
    assert isinstance(fact, ProblemSituationBegan)
    assert fact.conversation.problem_began_at == NOW
