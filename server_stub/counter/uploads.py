"""The middle for files: an upload is looked at, then kept whole in one commit; staff read it piece by piece.

    bytes ─► looked at in a process of its own ─► one commit ─► `Uploaded` ─► SendAttachment ─► a message

Until it is sent, an upload is nobody's but its session's. A process that is killed leaves it whole or not
there.
"""

import hashlib
from collections.abc import AsyncIterator
from functools import partial
from typing import Final

from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.attachment_values import Attachment, AttachmentRefusal, AttachmentUse, Looked
from server_stub.helpline.limits import Limits
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.papers.inspector import Inspector, TookTooLong
from server_stub.ports import Draw, Points, pass_by
from server_stub.records import attachments
from server_stub.records.attachments import Kept
from server_stub.records.commit_groups import CommitGroups, Effort
from server_stub.records.database import Database
from server_stub.records.group import Group

_BUSY_S: Final = 10


class Torn(Exception):
    """A file's bytes are not what was kept, or were erased meanwhile: the answer must not look whole."""


class Uploads:
    """Takes files in, and gives them out to who reads the conversation."""

    def __init__(
        self,
        database: Database,
        groups: CommitGroups,
        inspector: Inspector,
        *,
        limits: Limits,
        draw: Draw,
        points: Points = pass_by,
    ) -> None:
        self._database = database
        self._groups = groups
        self._inspector = inspector
        self._limits = limits
        self._draw = draw
        self._points = points

    async def known(self, actor: CustomerActor, upload_id: str) -> Attachment | None:
        """What came under that id before: a retried upload is one attachment."""
        return await self._database.read(
            lambda connection: attachments.uploaded(connection, actor.session_row, upload_id)
        )

    async def take(self, actor: CustomerActor, upload_id: str, content: bytes) -> Attachment | Problem:
        """Look at a file that has come whole, and keep it. Raises `WriteFailed`."""
        self._points("upload_whole")
        try:
            looked = await self._inspector.look(content)
        except TookTooLong:
            # Nothing is known of the file: the machine was busy.
            return Problem("unavailable", {"retry_after_s": _BUSY_S})
        if isinstance(looked, AttachmentRefusal):
            return Problem("attachment_refused", {"reason": str(looked)})
        self._points("upload_looked_at")
        taken = await self._groups.run(
            partial(self._kept, actor=actor, upload_id=upload_id, looked=looked), effort=Effort.LONG
        )
        self._points("upload_kept")
        return taken

    def _kept(
        self, group: Group, *, actor: CustomerActor, upload_id: str, looked: Looked
    ) -> Attachment | Problem:
        connection = group.connection
        before = attachments.uploaded(connection, actor.session_row, upload_id)
        if before is not None:
            return before
        most = self._limits.attachments_per_conversation
        if attachments.waiting(connection, actor.session_row) >= most:
            return Problem("attachments_full", {"limit": most})
        content = looked.content
        upload = Attachment(self._draw.identifier(), looked.kind, len(content), looked.pages)
        attachments.keep(
            connection,
            upload,
            content,
            session_row=actor.session_row,
            upload_id=upload_id,
            digest=hashlib.sha256(content).digest(),
            now=group.now,
        )
        return upload

    async def for_staff(
        self, actor: StaffActor, conversation_id: str, attachment_id: str, use: AttachmentUse
    ) -> Kept | None:
        """A file for who reads its conversation, what she asks it for in the audit log first; else None."""
        found = await self._database.read(
            lambda connection: attachments.for_reader(
                connection, conversation_id, attachment_id, staff_id=actor.staff_id
            )
        )
        if found is not None:
            about = f"{conversation_id} {attachment_id} {use}"
            await self._groups.run(lambda group: group.note(actor.address, Action.STAFF_ATTACHMENT, about))
        return found

    async def pieces(self, kept: Kept) -> AsyncIterator[bytes]:
        """Its bytes in order. Raises `Torn` when they do not come to what was kept."""
        hashed = hashlib.sha256()
        for number in attachments.numbers(kept.attachment.size):
            piece = await self._database.read(partial(attachments.piece, row=kept.row, number=number))
            if piece is None:
                raise Torn
            hashed.update(piece)
            if number == (kept.attachment.size - 1) // attachments.PIECE and hashed.digest() != kept.digest:
                raise Torn
            yield piece
