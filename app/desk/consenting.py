"""Consenting: how she asks the customer for permission to move the conversation."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.commands import Command
from app.domain.consent import AskConsent
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


class Consenting:
    """One slice of the desk: intents go through its ``submit``."""

    def __init__(self, *, seen: Callable[[], Seen], submit: Callable[[Command], CommandId | Problem]) -> None:
        self._seen = seen
        self._submit = submit

    def ask(
        self, conversation_id: ConversationId, queue_id: QueueId, *, first_seq: int
    ) -> CommandId | Problem:
        """Have the page ask her whether the conversation may move there from that message on, under the
        present responsibility.
        """
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        return self._submit(AskConsent(conversation_id, queue_id, first_seq, head.responsibility_version))
