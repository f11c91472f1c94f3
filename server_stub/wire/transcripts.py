"""transcripts: Having a conversation by e-mail, as it crosses the wire (CONTRACT.md sections 3 and 5)."""

from collections.abc import Sequence

import msgspec

from server_stub.helpline import transcript
from server_stub.wire.command_parts import Command, Id, Seq
from server_stub.wire.consents import CustomerConsent
from server_stub.wire.facts import Message
from server_stub.wire.heads import millis_of


class RequestTranscript(Command, frozen=True, tag="RequestTranscript"):
    """The customer asks for her conversation, or the part of it from one message to another."""

    conversation_id: Id = msgspec.field()
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
    return transcript.RequestTranscript(
        command.conversation_id, command.address, command.first_seq, command.last_seq
    )


def line_of(message: bytes) -> transcript.Line:
    """A stored message, as a letter says it."""
    read = _message_decoder.decode(message)
    return transcript.Line(read.by, millis_of(read.at), read.text)


def with_consents(
    lines: Sequence[transcript.Line], asked: Sequence[CustomerConsent], language: str
) -> list[transcript.Line]:
    """The messages of a letter, with what she was asked permission for and what came of it, each at its time;
    what was before or after the messages she asked for is not in it.
    """
    about = [
        transcript.consent_line(state, where=one.target[language], at=millis_of(at), language=language)
        for one in asked
        for state, at in (
            ("asked", one.asked_at),
            ("refused" if one.state == "refused" else "given", one.answered_at),
            ("withdrawn", one.withdrawn_at),
            ("opened", one.opened_at),
        )
        if at is not None
    ]
    begins = lines[0].at if lines else 0
    return sorted([*lines, *(line for line in about if line.at >= begins)], key=lambda line: line.at)


def own_transcript(
    state: transcript.LetterState | None, presses: int, *, is_offered: bool
) -> CustomerTranscript:
    """What the customer is told of her letters. While one is handed over, it is still on its way to her."""
    may_again = state is None or (state in transcript.AGAIN and presses < transcript.MOST_PRESSES)
    shown = transcript.LetterState.WAITING if state == transcript.LetterState.HANDING_OVER else state
    return CustomerTranscript(is_offered and may_again, shown)
