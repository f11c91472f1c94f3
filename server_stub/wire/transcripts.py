"""transcripts: Having a conversation by e-mail, as it crosses the wire (CONTRACT.md sections 3 and 5)."""

from datetime import datetime

import msgspec

from server_stub.helpline import transcript
from server_stub.helpline.calling_time import millis_of
from server_stub.wire.command_parts import Command, Seq
from server_stub.wire.facts import Message


class RequestTranscript(Command, frozen=True, tag="RequestTranscript"):
    """The customer asks for her conversation, or the part of it from one message to another."""

    address: str = msgspec.field()
    first_seq: Seq | None = msgspec.field()
    last_seq: Seq | None = msgspec.field()


class CustomerTranscript(msgspec.Struct, frozen=True):
    """Whether she can have it by e-mail now, and how the last letter stands; never the address."""

    can_ask: bool
    state: str | None


_message_decoder = msgspec.json.Decoder(Message)


def meaning(command: RequestTranscript) -> transcript.RequestTranscript:
    """The command in the words of the rules."""
    return transcript.RequestTranscript(command.address, command.first_seq, command.last_seq)


def line_of(message: bytes) -> transcript.Line:
    """A stored message, as a letter says it."""
    read = _message_decoder.decode(message)
    return transcript.Line(read.by, millis_of(datetime.fromisoformat(read.at)), read.text)


def own_transcript(
    state: transcript.LetterState | None, presses: int, *, is_offered: bool
) -> CustomerTranscript:
    """What the customer is told of her letters. While one is handed over, it is still on its way to her."""
    may_again = state is None or (state in transcript.AGAIN and presses < transcript.MOST_PRESSES)
    shown = transcript.LetterState.WAITING if state == transcript.LetterState.HANDING_OVER else state
    return CustomerTranscript(is_offered and may_again, shown)
