"""Who a customer is, as it crosses the wire (CONTRACT.md section 5)."""

import msgspec

from server_stub.helpline.values import Millis
from server_stub.wire.heads import stamp


class OnBehalfOf(msgspec.Struct, frozen=True):
    """For whom an identified person acts."""

    name: str
    has_identity_code: bool


class IdentifiedPerson(msgspec.Struct, frozen=True):
    """Who the customer is, for those who read the conversation; codes are asked for one at a time."""

    name: str
    level: str
    at: str
    has_identity_code: bool
    on_behalf_of: OnBehalfOf | None


class IdentityCodes(msgspec.Struct, frozen=True):
    """What was asked for and is in the audit log now."""

    identity_code: str | None
    on_behalf_of_identity_code: str | None


_encoder = msgspec.json.Encoder()


def encode_person(
    *,
    name: str,
    level: str,
    at: Millis,
    has_code: bool,
    behalf_name: str | None,
    has_behalf_code: bool,
) -> bytes:
    """An `IdentifiedPerson`, to be put in at delivery."""
    behalf = OnBehalfOf(behalf_name, has_behalf_code) if behalf_name is not None else None
    return _encoder.encode(IdentifiedPerson(name, level, stamp(at), has_code, behalf))


def encode_codes(answer: IdentityCodes) -> bytes:
    """The bytes of an answer."""
    return _encoder.encode(answer)
