"""Archiving: what she looks for in closed conversations, what she opens, and what she takes from one."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.archive import Archived, ArchivePage, Material, Sought
from app.domain.desk_state import Capability
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.ports import Gate, Gone, LineTrouble


def may_read_archive(seen: Seen) -> bool:
    """Whether closed conversations are hers to read again."""
    return Capability.READ_ARCHIVE in seen.confirmed.capabilities


class Archiving:
    """One slice of the desk: it asks the backend when she asks. What she has changed of material and saved
    nowhere is kept here, in memory, until she signs out.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._changed: dict[ConversationId, str] = {}

    @property
    def changed(self) -> Mapping[ConversationId, str]:
        """Texts she has changed and neither saved nor copied, by the conversation they are of."""
        return self._changed

    def keep(self, conversation_id: ConversationId, text: str) -> None:
        """Keep what she has changed; "" forgets it."""
        self._changed.pop(conversation_id, None)
        if text:
            self._changed[conversation_id] = text

    async def search(self, sought: Sought, next_from: str | None = None) -> ArchivePage | Problem:
        """Some of what she looks for; a Problem when the line is away, or she may not any more."""
        try:
            return await self._gate.search_archive(sought, next_from)
        except Gone:
            return Problem(ProblemCode.NOT_ALLOWED)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def opened(self, conversation_id: ConversationId) -> Archived | Problem:
        """One of them whole; a Problem when the line is away, or it is not there for her any more."""
        try:
            return await self._gate.archived(conversation_id)
        except Gone:
            return Problem(ProblemCode.NOT_FOUND)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def material(self, conversation_id: ConversationId) -> Material | Problem:
        """The same without personal data, as far as rules find it (R103); Problems as for ``opened``."""
        try:
            return await self._gate.archive_material(conversation_id)
        except Gone:
            return Problem(ProblemCode.NOT_FOUND)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)
