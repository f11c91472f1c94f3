"""Identification at the desk: what each fact changes, and why a customer cannot be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.changes import Changes
from app.domain.conversation import ConversationState, Head, Identity
from app.domain.desk_state import Capability
from app.domain.facts import Fact, Streamed
from app.domain.identification import (
    AskIdentification,
    CustomerIdentified,
    EarlierLines,
    EarlierLinesDecided,
    Identification,
    IdentificationAsked,
    IdentificationDeclined,
    IdentifiedPerson,
    IdentityShown,
    Level,
)
from app.domain.problems import Problem, ProblemCode
from app.domain.reduce import reduce
from app.domain.rules import check
from tests.support.desk_builders import EVERYTHING, ROBIN, a_held_head, a_row, a_state, what_is_seen
from tests.support.fakes import NINE_O_CLOCK as AT

AINO = IdentifiedPerson("Aino Esimerkki", Level.HIGH, AT, has_identity_code=True)
ASKED = Identification(asked_at=AT)
ASK = AskIdentification(ROBIN, a_held_head().responsibility_version)


def after(head: Head, *facts: Fact) -> Any:
    state = a_state(head)
    for number, fact in enumerate(facts, start=state.cursor + 1):
        state, _ = reduce(state, Streamed(number, number - 1, fact))
    return state


def test_asked_and_declined_are_told_one_after_the_other():
    asked = after(a_held_head(), IdentificationAsked(AT, None, ROBIN))
    assert asked.heads[ROBIN].identification == ASKED
    declined = after(a_held_head(identification=ASKED), IdentificationDeclined(AT, None, ROBIN))
    assert declined.heads[ROBIN].identification == Identification(declined_at=AT)
    assert declined.heads[ROBIN].identity is Identity.ANONYMOUS


def test_she_is_identified_from_a_line_on_and_named_where_it_is_read():
    facts = (
        CustomerIdentified(AT, None, ROBIN, 3, EarlierLines.UNDECIDED),
        IdentityShown(AT, None, ROBIN, AINO),
        EarlierLinesDecided(AT, None, ROBIN, EarlierLines.JOINED),
    )
    state = after(a_held_head(identification=ASKED), *facts)
    head = state.heads[ROBIN]
    assert head.identity is Identity.IDENTIFIED
    assert head.identification == Identification(after_seq=3, earlier_lines=EarlierLines.JOINED)
    assert state.windows[ROBIN].person == AINO


def test_of_what_she_does_not_read_nothing_is_kept():
    state = after(a_held_head(), IdentityShown(AT, None, ROBIN, AINO))
    gone = replace(state, windows={}, heads={})
    told, changes = reduce(gone, Streamed(99, 98, IdentityShown(AT, None, ROBIN, AINO)))
    assert told.windows == {}
    assert changes == Changes()


@pytest.mark.parametrize(
    ("head", "capabilities", "code"),
    [
        (a_held_head(), EVERYTHING, None),
        (a_held_head(), EVERYTHING - {Capability.IDENTIFY}, ProblemCode.IDENTIFICATION_UNAVAILABLE),
        (a_held_head(identification=ASKED), EVERYTHING, ProblemCode.IDENTIFICATION_ASKED),
        (a_held_head(identity=Identity.IDENTIFIED), EVERYTHING, ProblemCode.ALREADY_IDENTIFIED),
        (a_held_head(state=ConversationState.ENDED), EVERYTHING, ProblemCode.CONVERSATION_ENDED),
    ],
)
def test_why_she_cannot_be_asked(head: Head, capabilities: frozenset[Capability], code: ProblemCode | None):
    problem = check(what_is_seen(head, capabilities=capabilities), ASK, AT)
    assert (problem.code if isinstance(problem, Problem) else None) is code


def test_asking_is_now_or_never_and_not_twice_at_once():
    assert check(what_is_seen(a_held_head(), is_live=False), ASK, AT) == Problem(ProblemCode.NOT_LIVE)
    under_way = what_is_seen(a_held_head(), pending=(a_row(ASK),))
    assert check(under_way, ASK, AT) == Problem(ProblemCode.UNDER_WAY)
