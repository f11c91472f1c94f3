"""The tolerant reader: every example of the contract is read; what is new is ignored, what is broken is not
guessed at.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Author, ConversationState, Identity
from app.domain.desk_state import Capability
from app.domain.facts import MessageWritten, Streamed, TypingHint, UnknownFact, UnknownHint
from app.wire.facts import decode_beat, decode_fact, decode_facts, decode_hint, decode_streamed
from app.wire.problems import decode_problem
from app.wire.reading import WireError
from app.wire.snapshot import decode_snapshot
from app.wire.version import fits

EXAMPLES = Path(__file__).parents[2] / "resources" / "contract" / "v1" / "examples"
FACTS = (
    "StaffConversationOpened",
    "MessageWritten",
    "ReadMarked",
    "StaffWaitingClaimed",
    "ConversationEntered",
    "ConversationLeft",
    "ConversationReturned",
    "ConversationEnded",
    "ConversationClosed",
    "ServiceModelActivated",
)


def example(name: str) -> dict[str, Any]:
    value = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def as_bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def paths_of(*types: str) -> list[Path]:
    return [path for path in sorted(EXAMPLES.glob("*.json")) if path.name.split(".")[0] in types]


@pytest.mark.parametrize("path", paths_of(*FACTS), ids=lambda path: path.stem)
def test_every_fact_of_the_contract_is_known(path: Path) -> None:
    fact = decode_fact(path.read_bytes())
    assert path.name.split(".")[0].removeprefix("Staff") == type(fact).__name__


@pytest.mark.parametrize("path", paths_of(*FACTS), ids=lambda path: path.stem)
def test_a_key_of_a_later_contract_changes_nothing(path: Path) -> None:
    value = json.loads(path.read_bytes())
    later = {**value, "added_later": {"deep": [1, "å"]}}
    assert decode_fact(as_bytes(later)) == decode_fact(path.read_bytes())


@pytest.mark.parametrize("path", paths_of(*FACTS), ids=lambda path: path.stem)
def test_a_fact_that_lacks_a_key_is_not_guessed_at(path: Path) -> None:
    value = json.loads(path.read_bytes())
    for key in value.keys() - {"type"}:
        with pytest.raises(WireError):
            decode_fact(as_bytes({kept: value[kept] for kept in value if kept != key}))


def test_a_fact_of_a_later_contract_still_moves_the_cursor() -> None:
    body = as_bytes({"type": "ConversationPainted", "caused_by": None, "anything": 1})
    assert decode_streamed(12, 7, body) == Streamed(12, 7, UnknownFact("ConversationPainted", None))


def test_a_message_is_read_as_it_was_written() -> None:
    fact = decode_fact((EXAMPLES / "MessageWritten.masked.json").read_bytes())
    assert isinstance(fact, MessageWritten)
    assert fact.by is Author.CUSTOMER
    assert "█████" in fact.text
    assert fact.masked
    assert fact.at.tzinfo is not None


@pytest.mark.parametrize("path", paths_of("StaffSnapshot"), ids=lambda path: path.stem)
def test_every_snapshot_of_the_contract_is_read(path: Path) -> None:
    value = json.loads(path.read_bytes())
    snapshot = decode_snapshot(path.read_bytes())
    assert snapshot.cursor == value["cursor"]
    assert snapshot.me.display_name == value["staff"]["display_name"]
    assert [queue.queue_id for queue in snapshot.queues] == [queue["queue_id"] for queue in value["queues"]]
    assert [head.alias for head in snapshot.heads] == [head["alias"] for head in value["heads"]]
    assert set(snapshot.windows) == {window["conversation_id"] for window in value["windows"]}


def test_a_capability_of_a_later_contract_is_ignored() -> None:
    value = example("StaffSnapshot") | {"capabilities": ["claim", "fly"]}
    assert decode_snapshot(as_bytes(value)).capabilities == {Capability.CLAIM}


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        (("heads", 0, "state"), "asleep"),
        (("heads", 0, "identity"), "somebody"),
        (("heads", 0, "last_seq"), -1),
        (("heads", 0, "opened_at"), "2026-11-23T09:05:07"),
        (("cursor",), "4711"),
        (("now",), 1_700_000_000),
        (("queues", 0, "kind"), "secret"),
    ],
)
def test_a_snapshot_that_does_not_follow_the_contract_is_refused(
    path: tuple[Any, ...], broken: object
) -> None:
    value: Any = example("StaffSnapshot")
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = broken
    with pytest.raises(WireError):
        decode_snapshot(as_bytes(value))


def test_an_error_says_where_and_never_what_stood_there() -> None:
    value = example("MessageWritten.customer") | {"by": "Maija 010594Y9032", "text": "salaisuus"}
    with pytest.raises(WireError) as caught:
        decode_fact(as_bytes(value))
    assert "$.by" in str(caught.value)
    assert "010594Y9032" not in str(caught.value)
    assert "salaisuus" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    for decode in (decode_fact, decode_snapshot, decode_facts, decode_hint, decode_beat, decode_problem):
        with pytest.raises(WireError):
            decode(body)


def test_a_page_of_a_long_poll_brings_facts_hints_and_the_clock() -> None:
    facts, hints, now = decode_facts((EXAMPLES / "StaffFacts.json").read_bytes())
    assert [(streamed.cursor, streamed.after) for streamed in facts] == [(4711, 4698), (4713, 4711)]
    assert isinstance(hints[0], TypingHint)
    assert now.isoformat() == "2026-11-23T09:20:45+00:00"
    assert decode_facts((EXAMPLES / "StaffFacts.nothing_new.json").read_bytes())[0] == ()


def test_a_hint_of_a_later_contract_is_known_to_be_unknown() -> None:
    assert decode_hint(b'{"type": "Waiting", "place": 1}') == UnknownHint("Waiting")


def test_a_beat_brings_the_backends_clock_and_always_a_cursor() -> None:
    beat = decode_beat((EXAMPLES / "Beat.json").read_bytes())
    assert (beat.now.tzinfo is not None, beat.cursor) == (True, 4711)
    for cursor in ({}, {"cursor": None}, {"cursor": -1}):
        with pytest.raises(WireError):
            decode_beat(as_bytes({"now": example("Beat")["now"], **cursor}))


@pytest.mark.parametrize(
    ("major", "minor", "is_fit"), [(1, 0, True), (1, 7, True), (2, 0, False), (0, 9, False)]
)
def test_only_a_backend_of_this_contract_may_be_signed_in_to(major: int, minor: int, is_fit: bool) -> None:
    body = as_bytes({"contract": {"major": major, "minor": minor}, "product": "9.9.9"})
    assert fits(body) is is_fit


def test_heads_are_read_with_their_state_and_identity() -> None:
    head = decode_snapshot((EXAMPLES / "StaffSnapshot.json").read_bytes()).heads[0]
    assert isinstance(head.state, ConversationState)
    assert isinstance(head.identity, Identity)
