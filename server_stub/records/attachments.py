"""Files of customers: kept whole in one commit, given to a conversation, read in pieces, erased with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from server_stub.helpline.attachment_values import Attachment, AttachmentKind
from server_stub.helpline.conversation_facts import MessageWritten
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import snapshots, tables

PIECE: Final = 256 * 1024
"""Bytes in a row: who reads a file holds no more of it at a time."""
UNSENT_LIFE_MS: Final = 60 * 60 * 1000
"""How long an upload waits to be sent."""
_FILES: Final = tables.attachments
_PIECES: Final = tables.attachment_pieces


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is kept: `row` finds its bytes, `digest` is their SHA-256."""

    row: int
    attachment: Attachment
    digest: bytes


def keep(
    connection: Connection,
    upload: Attachment,
    content: bytes,
    *,
    session_row: int,
    upload_id: str,
    digest: bytes,
    now: Millis,
) -> None:
    """A file that was looked at, with all its bytes, in the caller's transaction."""
    row = connection.execute(
        insert(_FILES)
        .values(
            attachment_id=upload.attachment_id,
            session=session_row,
            upload_id=upload_id,
            kind=str(upload.kind),
            size=upload.size,
            pages=upload.pages,
            digest=digest,
            uploaded_at=now,
        )
        .returning(_FILES.c.row)
    ).scalar_one()
    for number, start in enumerate(range(0, len(content), PIECE)):
        connection.execute(
            insert(_PIECES).values(attachment=row, number=number, piece=content[start : start + PIECE])
        )


def uploaded(connection: Connection, session_row: int, upload_id: str) -> Attachment | None:
    """What came under that id in that session, sent or not; None when nothing has."""
    found = connection.execute(
        select(_FILES).where(_FILES.c.session == session_row, _FILES.c.upload_id == upload_id)
    ).one_or_none()
    return None if found is None else _kept(found).attachment


def unsent(connection: Connection, session_row: int, upload_id: str) -> Attachment | None:
    """An upload that can be sent: hers, and no message yet."""
    found = connection.execute(
        select(_FILES).where(
            _FILES.c.session == session_row, _FILES.c.upload_id == upload_id, _FILES.c.conversation.is_(None)
        )
    ).one_or_none()
    return None if found is None else _kept(found).attachment


def waiting(connection: Connection, session_row: int) -> int:
    """How many uploads of a session wait to be sent."""
    return _count(connection, (_FILES.c.session == session_row) & _FILES.c.conversation.is_(None))


def of_conversation(connection: Connection, of: Conversation | None) -> int:
    """How many files a conversation has."""
    return 0 if of is None else _count(connection, _FILES.c.conversation == of.row)


def give(connection: Connection, message: MessageWritten, to: Conversation) -> None:
    """An upload is that message of that conversation from now on."""
    sent = message.attachment
    if sent is not None:
        connection.execute(
            update(_FILES)
            .where(_FILES.c.attachment_id == sent.attachment_id)
            .values(conversation=to.row, seq=message.seq)
        )


def for_reader(
    connection: Connection, conversation_id: str, attachment_id: str, *, staff_id: str
) -> Kept | None:
    """A file of a conversation whose messages are there for her, by the rule of its messages; else None."""
    about = snapshots.conversation(connection, conversation_id)
    if about is None or about.row is None or not snapshots.reads(about, staff_id):
        return None
    found = connection.execute(
        select(_FILES).where(
            _FILES.c.conversation == about.row,
            _FILES.c.attachment_id == attachment_id,
            _FILES.c.seq > about.shown_after_seq,
        )
    ).one_or_none()
    return None if found is None else _kept(found)


def piece(connection: Connection, row: int, number: int) -> bytes | None:
    """One piece of a file's bytes; None behind the last one, and where they have been erased."""
    found = connection.execute(
        select(_PIECES.c.piece).where(_PIECES.c.attachment == row, _PIECES.c.number == number)
    ).scalar_one_or_none()
    return None if found is None else bytes(found)


def erase_of(connection: Connection, conversation: int) -> None:
    """Erase a conversation's files: bytes, digests, everything."""
    _erase(connection, _FILES.c.conversation == conversation)


def forget_unsent(connection: Connection, *, now: Millis) -> None:
    """Erase uploads that nobody has sent in time."""
    _erase(connection, _FILES.c.conversation.is_(None) & (_FILES.c.uploaded_at <= now - UNSENT_LIFE_MS))


def numbers(size: int) -> Iterator[int]:
    """The numbers of the pieces of so many bytes."""
    yield from range(-(-size // PIECE))


def _erase(connection: Connection, which: ColumnElement[bool]) -> None:
    rows = select(_FILES.c.row).where(which)
    connection.execute(delete(_PIECES).where(_PIECES.c.attachment.in_(rows)))
    connection.execute(delete(_FILES).where(which))


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(_FILES).where(which)).scalar_one())


def _kept(row: Row[tuple[object, ...]]) -> Kept:
    found = row._mapping
    kind = AttachmentKind(str(found["kind"]))
    attachment = Attachment(str(found["attachment_id"]), kind, int(found["size"]), found["pages"])
    return Kept(int(found["row"]), attachment, bytes(found["digest"]))
