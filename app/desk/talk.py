"""Talk: what she writes to a customer and notes about her, and what of it has been on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app.desk.drafts import DraftsDesk
from app.desk.intents import Intents
from app.desk.read_marks import ReadMarks
from app.domain.commands import Command, WriteMessage, WriteNote
from app.domain.conversation import ConversationState, Message
from app.domain.ids import CommandId, ConversationId, note_slot
from app.domain.parts import readable_parts
from app.domain.pending import Pending
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.rules import check
from app.ports import Gate, LineTrouble

_SEVERAL = 2
OLDER_AT_ONCE = 100
"""How many older messages are fetched at once: two hundred long ones are laid out in a tenth of a second."""


class Hinting(Protocol):
    """Tells the customer that somebody writes, at most every so many seconds."""

    def __call__(self, conversation_id: ConversationId, /, *, every_s: float) -> None:
        """A key was pressed."""


class Talk:
    """One slice of the desk: intents go through its ``submit``, where they are born."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        now: Callable[[], datetime],
        submit: Callable[[Command], CommandId | Problem],
        born: Callable[[Command], Pending],
        intents: Intents,
        drafts: DraftsDesk,
        read_marks: ReadMarks,
        gate: Gate,
        hint: Hinting,
        take_older: Callable[[ConversationId, tuple[Message, ...]], bool],
    ) -> None:
        self._seen = seen
        self._now = now
        self._submit = submit
        self._born = born
        self._intents = intents
        self._drafts = drafts
        self._read_marks = read_marks
        self._gate = gate
        self._hint = hint
        self._take_older = take_older

    def write(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the conversation's draft as a message under its present responsibility: the draft becomes
        the message.
        """
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self._drafts.text(conversation_id).rstrip()
        return self._submit(WriteMessage(conversation_id, text, head.responsibility_version))

    def write_in_parts(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the conversation's draft as several messages, readable one by one (R087); the id is the
        first one's. Refused whole if any of them cannot be: then nothing has left the draft.
        """
        head = self._seen().confirmed.heads.get(conversation_id)
        parts = readable_parts(self._drafts.text(conversation_id))
        if head is None or len(parts) < _SEVERAL:
            return self.write(conversation_id)
        version = head.responsibility_version
        messages = [WriteMessage(conversation_id, part, version) for part in parts]
        problems = (check(self._seen(), message, self._now()) for message in messages)
        problem = next((each for each in problems if each is not None), None)
        if problem is not None:
            return problem
        ids = [self._write_part(message, messages[number:]) for number, message in enumerate(messages, 1)]
        return ids[0]

    def _write_part(self, message: WriteMessage, following: list[WriteMessage]) -> CommandId:
        """Let one part become a message; those that follow are the draft meanwhile, also after a crash."""
        row = self._born(message)
        if following:
            self._intents.add_part(row, rest="\n\n".join(each.text for each in following))
        else:
            self._intents.add(row)
        return row.command_id

    def note(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the note in its slot under the present responsibility: the draft becomes the note."""
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self._drafts.text(note_slot(conversation_id)).rstrip()
        return self._submit(WriteNote(conversation_id, text, head.responsibility_version))

    def looked_at(self, conversation_id: ConversationId, seq: int) -> None:
        """Everything up to ``seq`` has been on the screen; marks are sent at most every
        ``limits.read_every_s``.
        """
        self._read_marks.looked_at(conversation_id, seq)

    def typing(self, conversation_id: ConversationId) -> None:
        """A key was pressed in the composer; hints are sent at most every ``limits.typing_every_s``."""
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is not None and head.state is ConversationState.HELD:
            self._hint(conversation_id, every_s=self._seen().confirmed.limits.typing_every_s)

    async def older(self, conversation_id: ConversationId) -> bool:
        """Page further back into the window.

        True when messages came; False at the beginning, or when the line is away (the follower says so by
        itself).
        """
        window = self._seen().confirmed.windows.get(conversation_id)
        if window is None or not window.has_older:
            return False
        limit = min(OLDER_AT_ONCE, self._seen().confirmed.limits.page_messages)
        try:
            page = await self._gate.older(conversation_id, before=window.first_seq, limit=limit)
        except LineTrouble:
            return False
        return self._take_older(conversation_id, page.messages)
