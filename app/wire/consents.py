"""Permission to move a conversation: its facts and questions, from JSON; its command to JSON and back."""

from __future__ import annotations

from typing import Final

import msgspec

from app.domain.consent import AskConsent, Consent, ConsentAsked, ConsentChanged, ConsentFact, ConsentState
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.wire.reading import read
from app.wire.shapes import consents as shapes
from app.wire.values import cause_of

CONSENT_FACTS: Final = frozenset({"ConsentAsked", "ConsentChanged"})


def decode_consent_fact(name: str, body: bytes | msgspec.Raw) -> ConsentFact:
    """A fact of one of ``CONSENT_FACTS``. Raises WireError when it does not follow the contract."""
    if name == "ConsentAsked":
        asked = read(body, shapes.StaffConsentAsked)
        about = ConversationId(asked.conversation_id)
        return ConsentAsked(asked.at, cause_of(asked.caused_by), about, consent_of(asked.consent))
    changed = read(body, shapes.ConsentChanged)
    return ConsentChanged(
        changed.at,
        cause_of(changed.caused_by),
        ConversationId(changed.conversation_id),
        changed.number,
        ConsentState(changed.state),
        changed.language,
    )


def consent_of(shape: shapes.Consent) -> Consent:
    """One question and what came of it."""
    return Consent(
        number=shape.number,
        state=ConsentState(shape.state),
        queue_id=QueueId(shape.queue_id),
        target=shape.target,
        register=shape.register,
        first_seq=shape.first_seq,
        text_version=shape.text_version,
        purpose=shape.purpose,
        asked_by_id=StaffId(shape.asked_by.staff_id),
        asked_by_name=shape.asked_by.display_name,
        language=shape.language,
        asked_at=shape.asked_at,
        answered_at=shape.answered_at,
        moved_at=shape.moved_at,
        opened_at=shape.opened_at,
        withdrawn_at=shape.withdrawn_at,
    )


def consent_command_of(shape: shapes.AskConsent) -> AskConsent:
    """What was kept, read again."""
    return AskConsent(
        ConversationId(shape.conversation_id),
        QueueId(shape.queue_id),
        shape.first_seq,
        shape.responsibility_version,
    )


def consent_shape_of(command: AskConsent, command_id: CommandId) -> shapes.AskConsent:
    """As it crosses the wire."""
    return shapes.AskConsent(
        command_id,
        command.conversation_id,
        command.queue_id,
        command.first_seq,
        command.responsibility_version,
    )
