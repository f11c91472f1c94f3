"""The strict writer: exactly the keys of the contract, the same bytes every time, readable again after a
restart.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.commands import ClaimWaiting, CloseConversation, Command, MarkRead, WriteMessage
from app.domain.ids import CommandId, ConversationId
from app.wire.commands import (
    decode_command,
    encode_command,
    encode_refresh,
    encode_sign_in,
    encode_typing,
)
from app.wire.reading import WireError
from tests.support.desk_builders import ROBIN

EXAMPLES = Path(__file__).parents[2] / "resources" / "contract" / "v1" / "examples"
ID = CommandId("019ab0c200047a3c9f51d2e8b7406c1e")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
COMMANDS = st.one_of(
    st.builds(ClaimWaiting, st.just(ROBIN)),
    st.builds(WriteMessage, st.just(ROBIN), TEXT, st.integers(0, 9)),
    st.builds(MarkRead, st.just(ROBIN), st.integers(1, 999)),
    st.builds(CloseConversation, st.just(ROBIN), st.integers(0, 9)),
)


@given(COMMANDS)
def test_what_was_written_is_read_again(command: Command) -> None:
    assert decode_command(encode_command(command, ID)) == (ID, command)


@given(COMMANDS)
def test_the_same_command_is_the_same_bytes(command: Command) -> None:
    assert encode_command(command, ID) == encode_command(command, ID)


@pytest.mark.parametrize(
    "name",
    ["ClaimWaiting", "StaffWriteMessage.fi", "StaffWriteMessage.sv", "StaffMarkRead", "CloseConversation"],
)
def test_a_command_has_exactly_the_keys_of_its_example(name: str) -> None:
    example = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    command_id, command = decode_command(json.dumps(example).encode())
    assert json.loads(encode_command(command, command_id)) == example


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"type": "Nonsense"}', b'{"type": "ClaimWaiting", "command_id": "1"}', b"\xff"]
)
def test_a_kept_command_that_is_damaged_is_not_guessed_at(body: bytes) -> None:
    with pytest.raises(WireError):
        decode_command(body)


def test_a_sign_in_a_refresh_and_a_hint_are_as_their_examples() -> None:
    for name, body in {
        "SignIn": encode_sign_in(user_name="maija", password="salasana", device_id="a" * 32),
        "Refresh": encode_refresh(refresh_token="t", device_id="a" * 32),
        "StaffTyping": encode_typing(ConversationId("c" * 32)),
    }.items():
        example = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
        assert json.loads(body).keys() == example.keys()
