"""The words of attachments: what a file is, why one is not taken, the command that sends one."""

from dataclasses import dataclass
from enum import StrEnum

from server_stub.helpline.concern_rules import ConcernKind


class AttachmentKind(StrEnum):
    """What a file is, by what is in it (trust.md B10)."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class AttachmentUse(StrEnum):
    """What its bytes are asked for, as it stands in the contract and in the audit log (R048)."""

    LOOK = "look"
    """To be read at the desk; nothing of it stays there."""
    SAVE = "save"
    PRINT = "print"


class AttachmentRefusal(StrEnum):
    """Why a file is not taken; the values are those of the contract."""

    KIND = "kind"
    """Neither a PDF nor a JPEG or PNG picture."""
    DAMAGED = "damaged"
    """It ends too early, or is not what it begins as."""
    LOCKED = "locked"
    """A PDF that asks for a password, or is encrypted without one."""
    ACTIVE = "active"
    """A PDF that does something by itself, or has other files in it."""
    MIXED = "mixed"
    """Several kinds of file in one."""
    TOO_BIG_INSIDE = "too_big_inside"
    """More points, pages or parts than are looked at in the time and memory there are."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is a message of a conversation. `pages` is None of a picture, `size` is in bytes."""

    attachment_id: str
    kind: AttachmentKind
    size: int
    pages: int | None


@dataclass(frozen=True, slots=True)
class SendAttachment:
    """An identified customer sends what she has uploaded under `upload_id`; `text` is the file's name."""

    conversation_id: str | None
    upload_id: str
    text: str
    masked: tuple[str, ...] = ()
    concern: ConcernKind | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at and may be kept: `content` is what is kept of it."""

    kind: AttachmentKind
    pages: int | None
    content: bytes
