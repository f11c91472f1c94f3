"""Transfers: how she moves a conversation into a queue or offers it to one professional."""

from __future__ import annotations

from collections.abc import Callable

from app.desk.drafts import DraftsDesk
from app.domain.commands import Command, TransferConversation
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId, internal_slot
from app.domain.offer import Offer
from app.domain.offer_commands import OfferTransfer
from app.domain.passing_on import PassOnTarget
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.transfer import LookAhead
from app.ports import Gate, LineTrouble


class Transfers:
    """One slice of the desk: intents go through its ``submit``. Remembers what went along with her offers."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        submit: Callable[[Command], CommandId | Problem],
        drafts: DraftsDesk,
        gate: Gate,
    ) -> None:
        self._seen = seen
        self._submit = submit
        self._drafts = drafts
        self._gate = gate
        self._sent_along: dict[ConversationId, str] = {}

    async def look_ahead(self) -> LookAhead | Problem:
        """Where a conversation can be moved to, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.look_ahead()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    def transfer(
        self, conversation_id: ConversationId, queue_id: QueueId, passed_on_to: PassOnTarget | None = None
    ) -> CommandId | Problem:
        """Move a conversation with the internal message in its slot, under its present responsibility. The
        slot is emptied when it has happened. ``passed_on_to``: who is to decide of its application (R049).
        """
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self._drafts.text(internal_slot(conversation_id)).rstrip()
        return self._submit(
            TransferConversation(conversation_id, queue_id, text, head.responsibility_version, passed_on_to)
        )

    def offer(self, conversation_id: ConversationId, staff_id: StaffId) -> CommandId | Problem:
        """Offer a conversation to one professional with the internal message in its slot. The slot is emptied
        when she has accepted.
        """
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self._drafts.text(internal_slot(conversation_id)).rstrip()
        answer = self._submit(OfferTransfer(conversation_id, staff_id, text, head.responsibility_version))
        if not isinstance(answer, Problem):
            # The backend masks identity codes: what comes back need not be what was written.
            self._sent_along[conversation_id] = text
        return answer

    def accepted(self, offer: Offer) -> None:
        """An offer of hers has been accepted. The message has arrived; until now it stood in its slot, so
        that a refusal loses nothing. What she has written there since the offer was made went with nothing.
        """
        sent = self._sent_along.pop(offer.conversation_id, offer.internal_message)
        self._drafts.arrived(internal_slot(offer.conversation_id), sent)
