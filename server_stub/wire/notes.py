"""Notes as they cross the wire (CONTRACT.md section 4): to staff only."""

import msgspec

from server_stub.wire.heads import StaffRef

_encoder = msgspec.json.Encoder()


class Note(msgspec.Struct, frozen=True):
    """A note as snapshots hold it."""

    number: int
    after_seq: int
    by: StaffRef
    at: str
    text: str
    caused_by: str | None


def encode_note(note: Note) -> bytes:
    """Its bytes."""
    return _encoder.encode(note)
