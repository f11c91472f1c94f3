"""Attachments as they cross the wire: of a message, and what a customer's upload is answered."""

import msgspec

from server_stub.helpline import attachment_values
from server_stub.wire.command_parts import Command, Id

_encoder = msgspec.json.Encoder()


class SendAttachment(Command, frozen=True, tag="SendAttachment"):
    """An identified customer sends a file she has uploaded."""

    upload_id: Id
    name: str


class Attachment(msgspec.Struct, frozen=True):
    """A file that is a message."""

    attachment_id: str
    kind: str
    bytes: int
    pages: int | None


class Uploaded(msgspec.Struct, frozen=True):
    """A file has come whole."""

    upload_id: str
    kind: str
    bytes: int
    pages: int | None


def attachment_of(attachment: attachment_values.Attachment) -> Attachment:
    """A file as its message names it."""
    return Attachment(attachment.attachment_id, str(attachment.kind), attachment.size, attachment.pages)


def encode_uploaded(upload_id: str, upload: attachment_values.Attachment) -> bytes:
    """The answer to an upload. The id under which staff read the file is not in it."""
    return _encoder.encode(Uploaded(upload_id, str(upload.kind), upload.size, upload.pages))
