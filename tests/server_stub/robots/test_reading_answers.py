"""What a robot makes of answers and facts: an outcome, a view, or the honest word that it does not know."""

import json
from pathlib import Path

import pytest

from server_stub.robots.answers import Accepted, Later, Outcome, Refused, SignedOut, Unknown, outcome_of
from server_stub.robots.view import Heard, View, from_snapshot, take

EXAMPLES = Path(__file__).parents[3] / "resources" / "contract" / "v1" / "examples"

ID = "019ab0c200037a3c9f51d2e8b7406c1e"


def told(status: int, body: object, retry_after: str = "") -> Outcome:
    raw = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return outcome_of(status, raw, retry_after=retry_after, command_id=ID)


def test_an_answer_to_this_very_command_is_accepted() -> None:
    assert isinstance(told(200, {"outcome": "accepted", "command_id": ID}), Accepted)


def test_a_refusal_is_final() -> None:
    refusal = {"outcome": "refused", "command_id": ID, "problem": {"code": "conversation_closed"}}
    assert told(409, refusal) == Refused("conversation_closed")


def test_later_is_as_late_as_the_backend_says_but_not_for_a_day() -> None:
    problem = {"problem": {"code": "throttled", "retry_after_s": 7}}
    assert told(429, problem, "7") == Later(7.0)
    assert told(503, problem, "86400") == Later(900.0)


def test_signed_out_is_neither_refused_nor_unknown() -> None:
    assert told(401, {"problem": {"code": "signed_out"}}) == SignedOut()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "<html>Sign in to this network</html>"),
        (200, {"outcome": "accepted", "command_id": "0" * 32}),
        (200, []),
        (401, "<html>proxy</html>"),
        (403, {"problem": {"code": "not_allowed"}}),
        (429, "slow down"),
        (500, {"problem": {"code": "failed"}}),
        (502, ""),
        (302, {"outcome": "refused", "problem": {"code": "malformed"}}),
    ],
)
def test_all_else_is_unknown(status: int, body: object) -> None:
    assert told(status, body) == Unknown()


def a_view() -> View:
    snapshot = json.loads((EXAMPLES / "CustomerSnapshot.held_sv.json").read_text(encoding="utf-8"))
    view = from_snapshot(snapshot)
    assert view is not None
    return view


def test_a_snapshot_tells_who_spoke_last() -> None:
    view = a_view()
    assert (view.state, view.last_seq, view.spoke_at_seq, view.unanswered()) == ("held", 3, 3, ())


def test_a_fact_that_does_not_follow_is_not_taken() -> None:
    view = a_view()
    fact = {"type": "ConversationEnded", "conversation_id": view.conversation_id, "by": "counsellor"}
    assert take(view, view.cursor + 2, view.cursor + 1, fact) is None
    assert take(view, view.cursor, view.cursor, fact) is None
    moved = take(view, view.cursor + 1, view.cursor, fact)
    assert moved is not None
    assert (moved.state, moved.is_open) == ("ended", False)


def test_a_message_told_twice_is_heard_once() -> None:
    view = a_view()
    fact = {
        "type": "MessageWritten", "conversation_id": view.conversation_id, "seq": 4, "by": "counsellor",
        "text": "Ja, det går bra.",
    }  # fmt: skip
    once = take(view, view.cursor + 1, view.cursor, fact)
    assert once is not None
    twice = take(once, once.cursor + 1, once.cursor, fact)
    assert twice is not None
    assert twice.unanswered() == (Heard(4, "Ja, det går bra."),)


def test_a_fact_of_a_later_contract_only_moves_the_cursor() -> None:
    view = a_view()
    moved = take(view, view.cursor + 1, view.cursor, {"type": "X", "conversation_id": view.conversation_id})
    assert moved is not None
    assert (moved.cursor, moved.state, moved.heard) == (view.cursor + 1, view.state, view.heard)
