"""Masking by hand on the workstation: what a fact leaves, what is refused, what a whole letter is (P02)."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.changes import Kind
from app.domain.conversation import ConversationState, Message
from app.domain.conversation_reduce import with_older
from app.domain.desk_state import DeskState
from app.domain.facts import Streamed
from app.domain.masking import MaskSpan, SpanMasked, whole_letters
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.reduce import reduce
from app.domain.rules import check
from tests.support.desk_builders import (
    NINE_O_CLOCK,
    ROBIN,
    a_held_head,
    a_message,
    a_row,
    a_state,
    what_is_seen,
)

MASK = "█████"
SAID = "Nimeni on Aino"
MASKED = f"Nimeni on {MASK}"


def state(*messages: Message) -> DeskState:
    return a_state(a_held_head(last_seq=messages[-1].seq, last_line=SAID), windows={ROBIN: messages})


def fact(seq: int, text: str = MASKED, hands: int = 1) -> SpanMasked:
    return SpanMasked(NINE_O_CLOCK, None, ROBIN, seq, text, ("by_hand",) * hands)


def taken(before: DeskState, *facts: SpanMasked) -> DeskState:
    for each in facts:
        before, _ = reduce(before, Streamed(before.cursor + 1, before.cursor, each))
    return before


def texts(of: DeskState) -> list[str]:
    return [message.text for message in of.windows[ROBIN].messages]


def seen(message: Message, **changes: Any) -> Seen:
    head = replace(a_held_head(ROBIN), last_seq=message.seq)
    return what_is_seen(replace(head, **changes), windows={ROBIN: (message,)})


def masks(start: int = 10, end: int = 14, *, seq: int = 1, before: int = 0) -> MaskSpan:
    return MaskSpan(ROBIN, seq, start, end, before, a_held_head(ROBIN).responsibility_version)


def code(problem: Problem | None) -> ProblemCode | None:
    return None if problem is None else problem.code


def test_the_message_and_the_last_line_are_as_the_fact_says() -> None:
    after, changes = reduce(state(a_message(1, SAID)), Streamed(101, 100, fact(1)))
    assert texts(after) == [MASKED]
    assert after.windows[ROBIN].messages[0].masked == ("by_hand",)
    assert after.heads[ROBIN].last_line == MASKED
    assert changes.ids(Kind.MESSAGES) == {ROBIN}


def test_of_an_older_message_the_last_line_is_left() -> None:
    after = taken(state(a_message(1, SAID), a_message(2, "Hei")), fact(1))
    assert texts(after) == [MASKED, "Hei"]
    assert after.heads[ROBIN].last_line == SAID


def test_an_older_masking_brings_nothing_back() -> None:
    """P02: facts that come again say less, not more."""
    whole = taken(state(a_message(1, SAID)), fact(1, MASKED), fact(1, MASK, 2))
    assert texts(taken(whole, fact(1, MASKED))) == [MASK]


def test_a_page_of_older_messages_asked_for_before_brings_nothing_back() -> None:
    """P02: it was read before the masking and comes after it."""
    after = taken(state(a_message(2, "Hei"), a_message(3, SAID)), fact(1))
    laid, _ = with_older(after, ROBIN, (a_message(1, SAID),))
    assert texts(laid) == [MASKED, "Hei", SAID]


def test_a_span_of_a_message_at_hand_can_be_masked_by_its_holder() -> None:
    assert check(seen(a_message(1, SAID)), masks(), NINE_O_CLOCK) is None
    ended = seen(a_message(1, SAID), state=ConversationState.ENDED)
    assert check(ended, masks(), NINE_O_CLOCK) is None


@pytest.mark.parametrize(
    "command",
    [masks(seq=2), masks(before=1), masks(4, 4), masks(0, 15)],
    ids=["seq", "before", "empty", "end"],
)
def test_what_is_no_span_of_it_is_refused(command: MaskSpan) -> None:
    problem = check(seen(a_message(1, SAID)), command, NINE_O_CLOCK)
    assert code(problem) is ProblemCode.MESSAGE_CHANGED


def test_a_second_press_while_the_first_is_under_way_is_no_second_act() -> None:
    before = seen(a_message(1, SAID))
    pressed = project(before.confirmed, [a_row(masks())], is_live=True)
    assert code(check(pressed, masks(), NINE_O_CLOCK)) is ProblemCode.UNDER_WAY


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        ("Aino", (0, 4), (0, 4)),
        ("e\u0301va", (0, 1), (0, 2)),
        ("e\u0301va", (1, 2), (0, 2)),
        ("a👩\u200d👧b", (1, 2), (1, 4)),
        ("a👩\u200d👧b", (3, 4), (1, 4)),
        ("👍🏽!", (0, 1), (0, 2)),
        ("❤\ufe0f", (0, 1), (0, 2)),
    ],
)
def test_no_letter_is_cut_in_two(text: str, span: tuple[int, int], whole: tuple[int, int]) -> None:
    assert whole_letters(text, *span) == whole
