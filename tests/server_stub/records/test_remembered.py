"""States kept between groups: bounded, and gone as soon as somebody else may have written."""

import pytest

from server_stub.records import remembered
from server_stub.records.hot_path import Found
from server_stub.records.remembered import Remembered
from tests.server_stub.helpline.test_conversation import a_conversation


def _found(conversation_id: str, last_seq: int = 1) -> Found:
    return Found(a_conversation("held")._replace(conversation_id=conversation_id, last_seq=last_seq), 7)


def test_the_newest_state_is_given_while_the_version_stands() -> None:
    states = Remembered()
    states.look(1)
    states.keep([_found("a"), _found("b")])
    states.look(1)
    states.keep([_found("a", 2)])
    found = states.get("a")
    assert found is not None
    assert found.conversation.last_seq == 2
    states.look(2)
    assert states.get("a") is None


def test_where_others_write_nothing_is_remembered() -> None:
    states = Remembered()
    states.look(None)
    states.keep([_found("a")])
    assert states.get("a") is None


def test_what_was_not_written_for_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    states = Remembered()
    states.look(1)
    states.keep([_found("a"), _found("b")])
    states.keep([_found("a", 2)])
    states.keep([_found("c")])
    assert [each for each in "abc" if states.get(each)] == ["a", "c"]
