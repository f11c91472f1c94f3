"""Impossible intents are refused before they are queued, with a reason to show."""

import pytest

from app.domain.commands import ClaimWaiting, CloseConversation, Command, MarkRead, WriteMessage
from app.domain.conversation import ConversationState
from app.domain.ids import ConversationId
from app.domain.limits import Limits
from app.domain.presence import EndShift
from app.domain.problems import Problem, ProblemCode
from app.domain.rules import check, load, text_problem
from tests.support.desk_builders import (
    JOHAN,
    NINE_O_CLOCK,
    ROBIN,
    SASU,
    a_head,
    a_held_head,
    a_message,
    a_row,
    what_is_seen,
)
from tests.support.example_data import the_answers

OTHERS = [ConversationId(f"{number:032x}") for number in range(3)]


def why_not(seen, command: Command) -> ProblemCode | None:
    problem = check(seen, command, NINE_O_CLOCK)
    return None if problem is None else problem.code


def test_a_waiting_customer_can_be_claimed() -> None:
    assert why_not(what_is_seen(a_head()), ClaimWaiting(ROBIN)) is None


def test_nobody_is_claimed_while_the_line_is_away() -> None:
    assert why_not(what_is_seen(a_head(), is_live=False), ClaimWaiting(ROBIN)) is ProblemCode.NOT_LIVE


def test_a_claim_under_way_is_not_made_twice() -> None:
    seen = what_is_seen(a_head(), pending=(a_row(ClaimWaiting(ROBIN)),))
    assert why_not(seen, ClaimWaiting(ROBIN)) is ProblemCode.UNDER_WAY


@pytest.mark.parametrize("heads", [(), (a_held_head(),), (a_held_head(holder=JOHAN),)])
def test_who_does_not_wait_cannot_be_claimed(heads) -> None:
    assert why_not(what_is_seen(*heads), ClaimWaiting(ROBIN)) is ProblemCode.NOT_WAITING


def test_without_the_right_nothing_is_claimed_written_or_closed() -> None:
    seen = what_is_seen(a_head(SASU), a_held_head(), capabilities=frozenset())
    for command in (ClaimWaiting(SASU), WriteMessage(ROBIN, "Hei", 1), CloseConversation(ROBIN, 1)):
        assert why_not(seen, command) is ProblemCode.NOT_ALLOWED


def test_a_full_desk_claims_no_more_and_says_how_many_it_holds() -> None:
    seen = what_is_seen(a_head(), *(a_held_head(id_) for id_ in OTHERS))
    assert check(seen, ClaimWaiting(ROBIN), NINE_O_CLOCK) == Problem(ProblemCode.CAPACITY_FULL, capacity=3)


def test_claims_under_way_count_as_held() -> None:
    seen = what_is_seen(
        a_head(ROBIN),
        a_head(SASU),
        a_held_head(OTHERS[0]),
        a_held_head(OTHERS[1]),
        pending=(a_row(ClaimWaiting(SASU)),),
    )
    assert load(seen) == 3
    assert why_not(seen, ClaimWaiting(ROBIN)) is ProblemCode.CAPACITY_FULL


def test_a_shift_does_not_end_while_a_customer_is_hers_or_is_about_to_be() -> None:
    """R060."""
    assert why_not(what_is_seen(a_head()), EndShift()) is None
    assert why_not(what_is_seen(a_held_head()), EndShift()) is ProblemCode.CONVERSATIONS_HELD
    about_to_be = what_is_seen(a_head(), pending=(a_row(ClaimWaiting(ROBIN)),))
    assert why_not(about_to_be, EndShift()) is ProblemCode.CONVERSATIONS_HELD


def test_she_writes_where_she_is_responsible() -> None:
    assert why_not(what_is_seen(a_held_head()), WriteMessage(ROBIN, "Hei", 1)) is None


def test_she_writes_while_the_line_is_away_too() -> None:
    assert why_not(what_is_seen(a_held_head(), is_live=False), WriteMessage(ROBIN, "Hei", 1)) is None


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (a_head(), ProblemCode.NOT_HELD),
        (a_held_head(holder=JOHAN), ProblemCode.NOT_HELD),
        (a_held_head(responsibility_version=2), ProblemCode.RESPONSIBILITY_MOVED),
        (a_held_head(state=ConversationState.ENDED), ProblemCode.CONVERSATION_ENDED),
    ],
)
def test_she_does_not_write_where_she_is_not_or_it_is_over(head, code: ProblemCode) -> None:
    assert why_not(what_is_seen(head), WriteMessage(ROBIN, "Hei", 1)) is code


def test_nothing_is_written_after_closing() -> None:
    seen = what_is_seen(a_held_head(), pending=(a_row(CloseConversation(ROBIN, 1)),))
    assert why_not(seen, WriteMessage(ROBIN, "Hei", 1)) is ProblemCode.CONVERSATION_CLOSED
    assert why_not(seen, CloseConversation(ROBIN, 1)) is ProblemCode.UNDER_WAY


def test_what_has_ended_can_be_closed() -> None:
    seen = what_is_seen(a_held_head(state=ConversationState.ENDED))
    assert why_not(seen, CloseConversation(ROBIN, 1)) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ProblemCode.TEXT_EMPTY),
        (" \n\t ", ProblemCode.TEXT_EMPTY),
        ("a" * 4001, ProblemCode.TEXT_TOO_LONG),
        ("👩‍👩‍👧‍👦" * 572, ProblemCode.TEXT_TOO_LONG),
        ("a\0b", ProblemCode.TEXT_UNREADABLE),
        ("a\x1bb", ProblemCode.TEXT_UNREADABLE),
        ("a\x85b", ProblemCode.TEXT_UNREADABLE),
        ("a\ud800b", ProblemCode.TEXT_UNREADABLE),
    ],
)
def test_a_text_the_backend_would_refuse_is_refused_here(text: str, code: ProblemCode) -> None:
    problem = text_problem(text, Limits())
    assert problem is not None
    assert problem.code is code


@pytest.mark.parametrize("text", ["a" * 4000, "ä\tö\nå\r\n", "5 < 6", "<img src=x>", "👩‍👩‍👧‍👦"])
def test_ordinary_and_strange_texts_are_texts(text: str) -> None:
    assert text_problem(text, Limits()) is None


def test_a_text_is_measured_as_the_backend_will_keep_it() -> None:
    decomposed = "a\u0308" * 10 + "\r\n" + "  \n"
    assert text_problem(decomposed, Limits(message_characters=10, message_bytes=20)) is None
    assert text_problem(decomposed, Limits(message_characters=9, message_bytes=20)) is not None
    assert text_problem("a" * 41, Limits(message_characters=10, message_bytes=20)) is not None


def test_bytes_are_counted_beside_characters() -> None:
    assert text_problem("ä" * 10, Limits(message_characters=10, message_bytes=19)) is not None
    assert text_problem("ä" * 10, Limits(message_characters=10, message_bytes=20)) is None


def test_a_read_mark_says_something_new_or_is_not_made() -> None:
    seen = what_is_seen(
        a_held_head(last_seq=3, read_by_counsellor=1),
        windows={ROBIN: (a_message(1), a_message(2), a_message(3))},
        pending=(a_row(MarkRead(ROBIN, 2)),),
    )
    assert why_not(seen, MarkRead(ROBIN, 3)) is None
    for seq in (1, 2, 4):
        assert why_not(seen, MarkRead(ROBIN, seq)) is ProblemCode.ALREADY_READ
    assert why_not(what_is_seen(), MarkRead(ROBIN, 1)) is ProblemCode.NOT_HELD


def test_a_message_with_a_blank_of_a_canned_answer_is_refused_and_the_blank_named() -> None:
    """R089."""
    seen = what_is_seen(a_held_head(ROBIN), canned_answers=the_answers())
    left = check(seen, WriteMessage(ROBIN, "Soita {neuvonnan puhelinnumero}.", 1), NINE_O_CLOCK)
    assert left == Problem(ProblemCode.TEXT_UNFILLED, blank="{neuvonnan puhelinnumero}")
    assert check(seen, WriteMessage(ROBIN, "Soita {numero}.", 1), NINE_O_CLOCK) is None
