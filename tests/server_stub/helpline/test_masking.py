"""Masking by hand: who may, what a span is, and when it is not the one she chose (P02; domain.md B3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.actors import Actor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_situation import Situation, watchers
from server_stub.helpline.decisions import Decision
from server_stub.helpline.masking import COVER, covered
from server_stub.helpline.masking_values import Maskable, MaskSpan, SpanMasked
from server_stub.helpline.values import Problem
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    a_conversation,
)
from tests.server_stub.helpline.test_help_call import SUPERVISOR
from tests.server_stub.helpline.test_joining import JOINED

TEXT = "Tyttäreni Aino on sairas"
AINO = (10, 14)
PLAIN = Maskable(TEXT, ())


def mask(span: tuple[int, int] = AINO, *, seq: int = 2, before: int = 0, version: int = 2) -> MaskSpan:
    return MaskSpan(CONVERSATION_ID, seq, *span, before, version)


def led(
    command: MaskSpan,
    *,
    state: str = "held",
    by: Actor = HOLDER,
    message: Maskable | None = PLAIN,
) -> str | Decision:
    outcome = decide(Situation(NOW, by, a_conversation(state), maskable=message), command)
    return outcome.code if isinstance(outcome, Problem) else outcome


def fact_of(outcome: str | Decision) -> SpanMasked:
    assert isinstance(outcome, Decision)
    (addressed,) = outcome.facts
    assert isinstance(addressed.fact, SpanMasked)
    return addressed.fact


@pytest.mark.parametrize("state", ["held", "ended"])
def test_the_holder_masks_a_span_and_all_who_follow_are_told_the_message_as_it_is_now(state: str) -> None:
    """R017: what no pattern finds is covered by who reads it."""
    outcome = led(mask(), state=state, message=Maskable(TEXT, ("phone",)))
    fact = fact_of(outcome)
    assert fact == SpanMasked(2, f"Tyttäreni {COVER} on sairas", ("phone", "by_hand"))
    assert isinstance(outcome, Decision)
    assert outcome.facts[0].audience == watchers(a_conversation(state))


def test_the_last_line_is_masked_with_its_message() -> None:
    newest = led(mask(seq=a_conversation("held").last_seq))
    older = led(mask(seq=1))
    assert isinstance(newest, Decision)
    assert isinstance(older, Decision)
    assert newest.conversation.last_line == f"Tyttäreni {COVER} on sairas"
    assert older.conversation == a_conversation("held")


@pytest.mark.parametrize(
    ("state", "by", "version", "expected"),
    [
        ("held", HOLDER, 1, "responsibility_moved"),
        ("held", COLLEAGUE, 2, "not_found"),
        ("held", CUSTOMER, 2, "not_found"),
        ("waiting", COLLEAGUE, 1, "responsibility_moved"),
        ("closed", HOLDER, 2, "conversation_closed"),
    ],
)
def test_nobody_else_masks(state: str, by: Actor, version: int, expected: str) -> None:
    assert led(mask(version=version), state=state, by=by) == expected


def test_who_reads_along_masks_as_the_holder_does() -> None:
    outcome = decide(Situation(NOW, SUPERVISOR, JOINED, maskable=Maskable(TEXT, ())), mask())
    assert isinstance(outcome, Decision)
    assert outcome.conversation.holder_id == HOLDER.staff_id


@pytest.mark.parametrize(
    ("span", "before", "message"),
    [
        (AINO, 1, Maskable(TEXT, ())),
        (AINO, 0, Maskable(TEXT, ("by_hand",))),
        ((4, 4), 0, Maskable(TEXT, ())),
        ((9, 4), 0, Maskable(TEXT, ())),
        ((0, len(TEXT) + 1), 0, Maskable(TEXT, ())),
        (AINO, 0, None),
    ],
)
def test_a_span_that_is_not_the_one_she_chose_is_refused(
    span: tuple[int, int], before: int, message: Maskable | None
) -> None:
    """Another masking since has moved the places: nothing is covered by guess."""
    assert led(mask(span, before=before), message=message) == "message_changed"


@pytest.mark.parametrize(
    ("text", "span", "after"),
    [
        ("a 👩‍👧 b", (2, 5), "a █████ b"),
        ("e\u0301va", (0, 2), "█████va"),
        ("\U0001d538ino", (0, 1), "█████ino"),
        ("█████ Aino", (5, 10), "█████"),
        ("Aino █████ x", (0, 7), "█████ x"),
        ("abc", (0, 3), "█████"),
    ],
)
def test_places_are_code_points_and_covers_that_touch_are_one(
    text: str, span: tuple[int, int], after: str
) -> None:
    assert covered(text, *span) == after


@given(st.text(min_size=1, max_size=40), st.data())
def test_what_stands_outside_the_span_is_left_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, after = covered(text, start, end).split(COVER, 1)
    assert text[:start].rstrip("█") == before
    assert text[end:].lstrip("█") == after
