"""Help calls: their facts from JSON, their commands to JSON and back."""

from __future__ import annotations

from typing import Final, assert_never

import msgspec

from app.domain.conversation import Identity, Topic
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    ConversationJoined,
    ConversationTakenOver,
    HelpAnswered,
    HelpCall,
    HelpCalled,
    HelpCallEnded,
    HelpCommand,
    HelpEnding,
    HelperGone,
    HelpFact,
    JoinConversation,
    JoiningEnded,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.marks import HelpAbout
from app.wire.conversations import transfer_of
from app.wire.reading import read
from app.wire.shapes import help_calls as shapes
from app.wire.values import about_conversation, person_of

HELP_FACTS: Final = frozenset(
    {
        *("HelpCalled", "HelpAnswered", "HelpCallEnded", "ConversationTakenOver"),
        *("ConversationJoined", "JoiningEnded", "HelperGone"),
    }
)


def decode_help_fact(name: str, body: bytes | msgspec.Raw) -> HelpFact:
    """A fact of one of ``HELP_FACTS``. Raises WireError when it does not follow the contract."""
    match name:
        case "HelpCalled":
            called = read(body, shapes.HelpCalled)
            return HelpCalled(*about_conversation(called), help_call_of(called.call))
        case "HelpAnswered":
            answered = read(body, shapes.HelpAnswered)
            return HelpAnswered(*about_conversation(answered), person_of(answered.helper))
        case "HelperGone":
            gone = read(body, shapes.HelperGone)
            return HelperGone(*about_conversation(gone), person_of(gone.helper))
        case "HelpCallEnded":
            ended = read(body, shapes.HelpCallEnded)
            return HelpCallEnded(*about_conversation(ended), HelpEnding(ended.ending))
        case "ConversationJoined":
            joined = read(body, shapes.StaffConversationJoined)
            return ConversationJoined(*about_conversation(joined), person_of(joined.helper))
        case "JoiningEnded":
            alone = read(body, shapes.JoiningEnded)
            return JoiningEnded(*about_conversation(alone))
        case _:
            taken = read(body, shapes.StaffConversationTakenOver)
            return ConversationTakenOver(
                *about_conversation(taken),
                person_of(taken.holder),
                taken.responsibility_version,
                taken.hand_overs,
                transfer_of(taken.transfer),
            )


def help_shape_of(command: HelpCommand, command_id: CommandId) -> shapes.StaffHelpCommand:
    """A command as it is sent."""
    match command:
        case CallForHelp(about, text, version, kind):
            return shapes.CallForHelp(command_id, about, text, kind.value, version)
        case WithdrawHelpCall(about, version):
            return shapes.WithdrawHelpCall(command_id, about, version)
        case AnswerHelpCall(about, version):
            return shapes.AnswerHelpCall(command_id, about, version)
        case TakeOver(about, version):
            return shapes.TakeOver(command_id, about, version)
        case JoinConversation(about, version):
            return shapes.JoinConversation(command_id, about, version)
        case LeaveConversation(about, version):
            return shapes.LeaveConversation(command_id, about, version)
    assert_never(command)


def help_command_of(shape: shapes.StaffHelpCommand) -> HelpCommand:
    """A command as it was kept."""
    about, version = ConversationId(shape.conversation_id), shape.responsibility_version
    match shape:
        case shapes.CallForHelp():
            return CallForHelp(about, shape.text, version, HelpAbout(shape.about))
        case shapes.WithdrawHelpCall():
            return WithdrawHelpCall(about, version)
        case shapes.AnswerHelpCall():
            return AnswerHelpCall(about, version)
        case shapes.TakeOver():
            return TakeOver(about, version)
        case shapes.JoinConversation():
            return JoinConversation(about, version)
        case shapes.LeaveConversation():
            return LeaveConversation(about, version)
    assert_never(shape)


def help_call_of(shape: shapes.HelpCall) -> HelpCall:
    """A call for help."""
    return HelpCall(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        identity=Identity(shape.identity),
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        by=person_of(shape.by),
        called_at=shape.called_at,
        text=shape.text,
        helper=None if shape.helper is None else person_of(shape.helper),
        responsibility_version=shape.responsibility_version,
        joined_at=shape.joined_at,
        about=HelpAbout(shape.about),
        language_barrier=None if shape.language_barrier is None else HelpAbout(shape.language_barrier),
        is_holder_away=shape.cause == "holder_away",
    )
