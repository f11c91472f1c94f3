"""Identifying: how she asks the customer to identify, and asks to see an identity code."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.commands import Command
from app.domain.identification import AskIdentification, IdentityCodes
from app.domain.ids import CommandId, ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.ports import Gate, Gone, LineTrouble


class Identifying:
    """One slice of the desk: intents go through its ``submit``; a code is shown and never kept."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        submit: Callable[[Command], CommandId | Problem],
        gate: Gate,
    ) -> None:
        self._seen = seen
        self._submit = submit
        self._gate = gate

    def ask(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Have the page ask the customer to identify, under the present responsibility."""
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        return self._submit(AskIdentification(conversation_id, head.responsibility_version))

    async def codes(self, conversation_id: ConversationId) -> IdentityCodes | Problem:
        """The identity codes of a conversation she holds; that she asked is logged. A Problem when the line
        is away, or the conversation is hers no more.
        """
        try:
            return await self._gate.identity_codes(conversation_id)
        except Gone:
            return Problem(ProblemCode.NOT_HELD)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)
