"""Attachments: a customer's file is fetched, shown a page at a time, saved where she chose (R047, R048)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.desk.attachment_pages import AttachmentPages, FileKind, PagePicture, WhyUnshowable
from app.desk.file_saving import FileSaver, WhyUnsaved
from app.domain.conversation import Attachment, AttachmentKind, AttachmentUse
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.ports import Gate, Gone, LineTrouble


@dataclass(frozen=True, slots=True)
class Papers:
    """The edges that touch files: what reads pages of them, and what writes them to the disk."""

    pages: AttachmentPages
    saver: FileSaver


class Attachments:
    """One slice of the desk. It keeps no file: whoever shows one holds its bytes, and lets go of them.

    Every fetching is a row of the audit log, with what it is for. A copy that leaves the program is fetched
    anew, so that the log tells reading from saving and printing.
    """

    def __init__(self, *, gate: Gate, papers: Papers | None) -> None:
        """``papers`` None: nothing on this computer reads or writes files, and that is what is said."""
        self._gate = gate
        self._papers = papers

    async def fetched(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes | Problem:
        """The bytes. NOT_FOUND: not hers to read any more, or erased. NOT_LIVE: the line is away."""
        try:
            return await self._gate.attachment(conversation_id, attachment, use)
        except Gone:
            return Problem(ProblemCode.NOT_FOUND)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def page(
        self, content: bytes, kind: AttachmentKind, *, page: int, width: int, height: int
    ) -> PagePicture | WhyUnshowable:
        """One page, counted from 0, as large as it can be within so many pixels."""
        if self._papers is None:
            return WhyUnshowable.NO_READER
        return await self._papers.pages.page(
            content, FileKind(kind.value), page=page, width=width, height=height
        )

    async def save(
        self, conversation_id: ConversationId, attachment: Attachment, path: Path
    ) -> Problem | WhyUnsaved | None:
        """Fetch it to be saved, and write it there, whole or not at all; None: it is there."""
        content = await self.fetched(conversation_id, attachment, AttachmentUse.SAVE)
        if isinstance(content, Problem):
            return content
        if self._papers is None:
            return WhyUnsaved.FAILED
        return await self._papers.saver.save(path, content)
