"""Consent: asked, given, refused, taken back; and nothing crosses the register boundary without it (I11)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from server_stub.helpline.actors import Actor, StaffActor
from server_stub.helpline.concern import ConcernKind
from server_stub.helpline.consent import is_sealed
from server_stub.helpline.consent_values import (
    AnswerConsent,
    AskConsent,
    ConsentAsked,
    ConsentChanged,
    ConsentState,
    ConsentTarget,
    ConsentTexts,
    WithdrawConsent,
)
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.conversation_facts import ConcernMarked, ConversationEntered, MessageWritten
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.identification_values import DecideEarlierLines
from server_stub.helpline.values import Problem, customer_address, queue_address
from server_stub.helpline.wording import Wording
from tests.server_stub.helpline.test_conversation import CONVERSATION_ID, CUSTOMER, QUEUE
from tests.server_stub.helpline.test_register import (
    AINO,
    NURSE,
    NURSING,
    REGISTERS,
    SENIORS,
    UNSAID,
    held,
)

TEXTS = ConsentTexts(3, date(2026, 9, 1), *(Wording(name, name, name) for name in "abcde"))
NOBODY_SAYS = Wording("kotisairaanhoitoon", "till hemsjukvården", "to home nursing")
NURSE_ADDRESS = f"s:{NURSE.staff_id}"


def target(of: str, *, texts: ConsentTexts | None = TEXTS, home: str = QUEUE) -> ConsentTarget | None:
    if of not in REGISTERS:
        return None
    return ConsentTarget(NOBODY_SAYS, REGISTERS[of], texts, REGISTERS[of] != REGISTERS[home])


def led(found: Conversation, actor: Actor, command: Command, **parts: Any) -> Decision | Problem:
    asked = command.queue_id if isinstance(command, AskConsent) else ""
    return decide(
        Situation(
            50,
            actor,
            found,
            registers=REGISTERS,
            target="transfer",
            **{"asked_about": target(asked, home=found.queue_id), **parts},
        ),
        command,
    )


def code(found: Conversation, actor: Actor, command: Command, **parts: Any) -> str:
    outcome = led(found, actor, command, **parts)
    return outcome.code if isinstance(outcome, Problem) else "goes"


def after(found: Conversation, *steps: tuple[Actor, Command]) -> Conversation:
    for actor, command in steps:
        outcome = led(found, actor, command)
        assert isinstance(outcome, Decision), outcome
        found = outcome.conversation
    return found


def ask(queue_id: str = NURSING, first_seq: int = 1, version: int = 2) -> AskConsent:
    return AskConsent(CONVERSATION_ID, queue_id, first_seq, version)


def answer(number: int = 1, *, is_given: bool = True) -> AnswerConsent:
    return AnswerConsent(CONVERSATION_ID, number, is_given, "fi")


TAKES_BACK = WithdrawConsent(CONVERSATION_ID, 1)
MOVES = TransferConversation(CONVERSATION_ID, NURSING, "Sidokset vaihdettava.", 2)
CLAIMS = ClaimWaiting(CONVERSATION_ID)
TALKED = held(last_seq=4, last_number=9)
ASKED = after(TALKED, (AINO, ask(first_seq=3)))
GIVEN = after(ASKED, (CUSTOMER, answer()))
MOVED = after(GIVEN, (AINO, MOVES))
OPENED = after(MOVED, (NURSE, CLAIMS))


def test_a_question_is_recorded_with_text_target_purpose_and_scope():
    """R070, R071, I11: what was asked is in the fact, whole, and the customer is told it."""
    outcome = led(TALKED, AINO, ask(first_seq=3))
    assert isinstance(outcome, Decision)
    (told,) = outcome.facts
    assert isinstance(told.fact, ConsentAsked)
    question = told.fact.question
    assert (question.number, question.queue_id, question.register, question.first_seq) == (
        *(1, NURSING, "health"),
        3,
    )
    assert (question.texts, question.target) == (TEXTS, NOBODY_SAYS)
    assert set(told.audience) == {f"s:{AINO.staff_id}", customer_address(CONVERSATION_ID)}


def test_who_may_ask_and_about_what():
    assert code(TALKED, AINO, ask(version=1)) == "responsibility_moved"
    assert code(TALKED, NURSE, ask()) == "not_found"
    assert code(TALKED, AINO, ask("SIIRTO_TUNTEMATON_CHAT")) == "unknown_queue"
    assert code(TALKED, AINO, ask(SENIORS)) == "consent_not_needed"
    assert code(TALKED, AINO, ask(UNSAID)) == "consent_unavailable"
    assert code(TALKED, AINO, ask(), asked_about=target(NURSING, texts=None)) == "consent_unavailable"
    assert [code(TALKED, AINO, ask(first_seq=seq)) for seq in (0, 1, 4, 5)] == [
        *("message_changed", "goes", "goes", "message_changed"),
    ]
    apart = TALKED._replace(shown_after_seq=2)
    assert [code(apart, AINO, ask(first_seq=seq)) for seq in (2, 3)] == ["message_changed", "goes"]


def test_nothing_moves_by_a_question_a_refusal_or_another_permission():
    """R070: not while it is asked, not after a no, and not anywhere else after a yes."""
    refused = after(ASKED, (CUSTOMER, answer(is_given=False)))
    replaced = after(GIVEN, (AINO, ask()))
    withdrawn = after(GIVEN, (CUSTOMER, TAKES_BACK))
    for found in (TALKED, ASKED, refused, replaced, withdrawn):
        assert code(found, AINO, MOVES) == "consent_needed"
    elsewhere = TransferConversation(CONVERSATION_ID, UNSAID, "", 2)
    assert code(GIVEN, AINO, elsewhere) == "consent_needed"
    assert code(GIVEN, AINO, MOVES) == "goes"


def test_an_answer_is_to_the_question_she_read():
    replaced = after(ASKED, (AINO, ask()))
    assert code(replaced, CUSTOMER, answer(1)) == "consent_over"
    assert code(replaced, CUSTOMER, answer(2)) == "goes"
    assert code(TALKED, CUSTOMER, answer(1)) == "consent_over"
    again = led(GIVEN, CUSTOMER, answer())
    assert isinstance(again, Decision)
    assert again.facts == ()
    assert code(GIVEN, CUSTOMER, answer(is_given=False)) == "consent_over"
    assert code(ASKED, AINO, answer()) == "not_found"


def test_asking_anew_replaces_the_question_and_says_so():
    outcome = led(GIVEN, AINO, ask())
    assert isinstance(outcome, Decision)
    assert outcome.facts[0].fact == ConsentChanged(1, ConsentState.REPLACED)
    assert (outcome.conversation.consent_number, outcome.conversation.consent_state) == (2, "asked")


def test_until_it_is_opened_nobody_there_reads_a_word():
    """I11: what she writes meanwhile goes to nobody of the queue, nor that she has read."""
    assert is_sealed(MOVED)
    writes = led(MOVED, CUSTOMER, WriteMessage(CONVERSATION_ID, "Vielä yksi asia.", None))
    reads = led(MOVED, CUSTOMER, MarkRead(CONVERSATION_ID, 4))
    for outcome in (writes, reads):
        assert isinstance(outcome, Decision)
        assert [told.audience for told in outcome.facts] == [(customer_address(CONVERSATION_ID),)]


def test_taken_back_before_it_is_opened_it_goes_home():
    """I11: withdrawn until the receiver opens it; there they forget that it was there."""
    outcome = led(MOVED, CUSTOMER, TAKES_BACK)
    assert isinstance(outcome, Decision)
    home = outcome.conversation
    assert (home.queue_id, home.state, home.consent_state) == (QUEUE, "waiting", "withdrawn")
    assert (home.hand_overs, home.internal_message) == (TALKED.hand_overs, None)
    assert home.waiting_since == TALKED.waiting_since
    entered = [told.audience for told in outcome.facts if isinstance(told.fact, ConversationEntered)]
    assert entered == [(queue_address(QUEUE),)]
    assert code(home, NURSE, CLAIMS) == "not_found"
    again = after(home, (AINO, CLAIMS))
    moves = TransferConversation(CONVERSATION_ID, NURSING, "", again.responsibility_version)
    assert code(again, AINO, moves) == "consent_needed"


def test_opened_it_cannot_be_taken_back_and_shows_what_was_released():
    """I11: from the third message on, and no note from before."""
    assert code(OPENED, CUSTOMER, TAKES_BACK) == "consent_used"
    assert (OPENED.shown_after_seq, OPENED.released_after_seq) == (2, 2)
    assert OPENED.released_after_number == MOVED.last_number
    given_back = after(OPENED, (NURSE, ReturnToQueue(CONVERSATION_ID, OPENED.responsibility_version)))
    assert not is_sealed(given_back)
    joined = after(
        OPENED._replace(earlier_lines="undecided", identified_after_seq=3, shown_after_seq=3),
        (CUSTOMER, DecideEarlierLines(CONVERSATION_ID, are_joined=True)),
    )
    assert joined.shown_after_seq == 2, "what she lets join is hers to say; what she released, too"


def test_what_is_written_in_need_while_it_is_sealed_is_marked_whatever_stays_behind():
    """R094: a mark that does not move along keeps nobody from seeing the next one."""
    marked = TALKED._replace(concern=ConcernKind.CRISIS, concern_seq=2)
    moved = after(marked, (AINO, ask(first_seq=3)), (CUSTOMER, answer()), (AINO, MOVES))
    assert is_sealed(moved)
    written = WriteMessage(CONVERSATION_ID, "En jaksa elää", None, (), ConcernKind.CRISIS)
    outcome = led(moved, CUSTOMER, written)
    assert isinstance(outcome, Decision)
    assert ConcernMarked(ConcernKind.CRISIS, 5) in [each.fact for each in outcome.facts]
    opened = after(outcome.conversation, (NURSE, CLAIMS))
    assert (opened.concern, opened.concern_seq) == (ConcernKind.CRISIS, 5)


def test_what_a_professional_added_to_the_topic_is_of_the_register_it_was_written_in():
    """R070: the customer was never told of it, and cannot have released it."""
    added = TALKED._replace(detail="Lastensuojelun asiakas")
    moved = after(added, (AINO, ask(first_seq=1)), (CUSTOMER, answer()), (AINO, MOVES))
    assert after(moved, (NURSE, CLAIMS)).detail == ""
    assert after(moved, (CUSTOMER, TAKES_BACK)).detail == "Lastensuojelun asiakas", "it went nowhere"


def test_a_mark_of_concern_stays_behind_with_the_line_it_is_about():
    def claimed(seq: int) -> Conversation:
        return after(MOVED._replace(concern="crisis", concern_seq=seq), (NURSE, CLAIMS))

    assert (claimed(2).concern, claimed(3).concern) == (None, "crisis")


def test_left_before_anybody_opened_it_it_is_of_where_it_came_from():
    left = after(MOVED, (CUSTOMER, EndConversation()))
    assert (left.state, left.queue_id) == (ConversationState.CLOSED, QUEUE)


@pytest.mark.parametrize("state", ["ended", "closed"])
def test_a_question_ends_with_the_talk(state: str):
    over = ASKED._replace(state=state)
    assert code(over, CUSTOMER, answer()) == f"conversation_{state}"
    assert code(over, CUSTOMER, TAKES_BACK) == f"conversation_{state}"


def test_a_queue_may_ask_within_its_register():
    """A setting of a service line, off unless the county says otherwise."""
    asking = {"asking_queues": frozenset({SENIORS})}
    moves = TransferConversation(CONVERSATION_ID, SENIORS, "", 2)
    assert code(TALKED, AINO, moves) == "goes"
    assert code(TALKED, AINO, moves, **asking) == "consent_needed"
    needed = ConsentTarget(NOBODY_SAYS, "social", TEXTS, is_needed=True)
    asked = led(TALKED, AINO, ask(SENIORS), asked_about=needed)
    assert isinstance(asked, Decision)
    given = after(asked.conversation, (CUSTOMER, answer()))
    assert code(given, AINO, moves, **asking) == "goes"


# ---------------------------------------------------------------- any order of commands


class AnyOrder(RuleBasedStateMachine):
    """Counsellor, nurse and customer in any order; what each has been shown is written down (I5, I6, I11)."""

    def __init__(self) -> None:
        super().__init__()
        self.found = held()._replace(last_seq=0)
        self.permitted: dict[int, tuple[str, int]] = {}
        self.given: set[int] = set()
        self.seen_by_nurse: set[int] = set()
        self.released: set[int] = set()

    def act(self, actor: Actor, command: Command, **parts: Any) -> Decision | None:
        outcome = led(self.found, actor, command, **parts)
        if isinstance(outcome, Problem):
            return None
        before, self.found = (
            self.found,
            outcome.conversation._replace(last_number=outcome.conversation.last_number + len(outcome.facts)),
        )
        for told in outcome.facts:
            if isinstance(told.fact, ConsentAsked):
                self.permitted[told.fact.question.number] = (
                    told.fact.question.queue_id,
                    told.fact.question.first_seq,
                )
            if isinstance(told.fact, ConsentChanged):
                if told.fact.state == ConsentState.GIVEN:
                    self.given.add(told.fact.number)
                if told.fact.state in (ConsentState.WITHDRAWN, ConsentState.REPLACED):
                    self.given.discard(told.fact.number)
            if isinstance(told.fact, MessageWritten) and {NURSE_ADDRESS, f"q:{NURSING}"} & {*told.audience}:
                self.seen_by_nurse.add(told.fact.seq)
            if isinstance(told.fact, ConversationEntered) and NURSE_ADDRESS in told.audience:
                self.seen_by_nurse |= set(range(self.found.shown_after_seq + 1, self.found.last_seq + 1))
        if before.queue_id != NURSING and self.found.queue_id == NURSING:
            number = self.found.consent_number
            assert number in self.given, "moved without a yes"
            assert self.permitted[number][0] == NURSING
        if self.found.holder_id == NURSE.staff_id:
            number = max(n for n in self.given if self.permitted[n][0] == NURSING)
            first = self.permitted[number][1]
            self.released |= set(
                range(max(first, self.found.released_after_seq + 1), self.found.last_seq + 1)
            )
        return outcome

    @property
    def version(self) -> int:
        return self.found.responsibility_version

    def holder(self) -> StaffActor:
        return NURSE if self.found.holder_id == NURSE.staff_id else AINO

    @rule(is_long=st.booleans())
    def customer_writes(self, is_long: bool) -> None:
        self.act(CUSTOMER, WriteMessage(CONVERSATION_ID, "hei" * (1 + is_long), None))

    @rule()
    def holder_writes(self) -> None:
        self.act(self.holder(), WriteMessage(CONVERSATION_ID, "hei", self.version))

    @rule()
    def holder_notes(self) -> None:
        self.act(self.holder(), WriteNote(CONVERSATION_ID, "hei", self.version))

    @rule(queue=st.sampled_from([NURSING, NURSING, QUEUE, SENIORS]), back=st.integers(0, 3))
    def holder_asks(self, queue: str, back: int) -> None:
        self.act(self.holder(), ask(queue, max(1, self.found.last_seq - back), self.version))

    @rule(is_given=st.sampled_from([True, True, False]), late=st.sampled_from([0, 0, 0, 1]))
    def customer_answers(self, is_given: bool, late: int) -> None:
        self.act(CUSTOMER, answer((self.found.consent_number or 1) - late, is_given=is_given))

    @rule()
    def customer_takes_back(self) -> None:
        self.act(CUSTOMER, WithdrawConsent(CONVERSATION_ID, self.found.consent_number or 1))

    @rule(queue=st.sampled_from([NURSING, NURSING, QUEUE, SENIORS]))
    def holder_transfers(self, queue: str) -> None:
        self.act(self.holder(), TransferConversation(CONVERSATION_ID, queue, "", self.version))

    @rule(by=st.sampled_from([AINO, NURSE]))
    def somebody_claims(self, by: StaffActor) -> None:
        self.act(by, CLAIMS)

    @precondition(lambda self: self.found.state == "held")
    @rule()
    def holder_gives_back(self) -> None:
        self.act(self.holder(), ReturnToQueue(CONVERSATION_ID, self.version))

    @invariant()
    def she_has_read_what_was_released_and_no_more(self) -> None:
        assert self.seen_by_nurse <= self.released

    @invariant()
    def somebody_is_responsible(self) -> None:
        assert (self.found.holder_id is None) == (self.found.state == "waiting")

    @invariant()
    def whoever_holds_it_is_of_its_register(self) -> None:
        if self.found.holder_id == NURSE.staff_id:
            assert self.found.queue_id == NURSING
            assert self.found.consent_state != ConsentState.MOVED


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
