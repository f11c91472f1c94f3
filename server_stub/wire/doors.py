"""Requests and answers of the doors: signing in, sessions, hints, version (CONTRACT.md section 2)."""

from typing import Annotated, Literal, TypeVar

import msgspec

from server_stub.wire.command_parts import Language
from server_stub.wire.commands import Malformed
from server_stub.wire.heads import StaffRef

Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]

_encoder = msgspec.json.Encoder()


class _Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class SignIn(_Request, frozen=True):
    """A member of staff signs in at a computer."""

    user_name: Annotated[str, msgspec.Meta(max_length=1_000)]
    password: Annotated[str, msgspec.Meta(max_length=10_000)]
    device_id: Id


class ChooseOwnPassword(_Request, frozen=True):
    """Whoever was given a one-time password chooses her own with it, and is signed in."""

    user_name: Annotated[str, msgspec.Meta(max_length=1_000)]
    password: Annotated[str, msgspec.Meta(max_length=10_000)]
    own_password: Annotated[str, msgspec.Meta(max_length=10_000)]
    device_id: Id


class Refresh(_Request, frozen=True):
    """A new pair of tokens for an old one."""

    refresh_token: Annotated[str, msgspec.Meta(max_length=1_000)]
    device_id: Id


class MakeOneTimePassword(_Request, frozen=True):
    """Whose password is to be one that lets her choose her own."""

    staff_id: Id


Sought = Annotated[str, msgspec.Meta(max_length=200)]
Day = Annotated[str, msgspec.Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Place = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,16}\.[0-9a-f]{32}$")]


class SearchArchive(_Request, frozen=True):
    """What somebody looks for in the archive; null and an empty text look for nothing in particular."""

    closed_from: Day | None
    closed_to: Day | None
    queue_id: Sought | None
    service_id: Sought | None
    topic_id: Sought | None
    outcome: Sought | None
    contact_reason: Sought | None
    who: Sought
    words: Sought
    next_from: Place | None


class SessionRequest(_Request, frozen=True):
    """A customer asks for a session: an empty object."""


class StaffTyping(_Request, frozen=True):
    """The holder is writing."""

    # A key, not a tag: msgspec would take a lone struct whose tag is missing.
    type: Literal["Typing"]
    conversation_id: Id


class CustomerTyping(_Request, frozen=True):
    """The customer is writing."""

    type: Literal["Typing"]
    conversation_id: Id


class BeginIdentification(_Request, frozen=True):
    """The page sends the customer to her provider; `return_to` is where on the page she comes back to."""

    return_to: Annotated[str, msgspec.Meta(pattern=r"^/(\?[A-Za-z0-9_.~%&=+-]*)?$", max_length=400)]
    language: Language


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed in, and what she may hold until when."""

    access_token: str
    access_expires_at: str
    refresh_token: str
    refresh_expires_at: str
    staff: StaffRef
    device_secret: str


class CustomerSession(msgspec.Struct, frozen=True):
    """Sent back in X-Page-Token with every command and hint."""

    page_token: str


class OpenLeftMessage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of her `left_messages` an identified customer comes back to."""

    conversation_id: Id


class IdentificationBegun(msgspec.Struct, frozen=True):
    """Where the browser goes now."""

    redirect_url: str


class ContractVersion(msgspec.Struct, frozen=True):
    """Which contract answers here."""

    major: int
    minor: int


class Version(msgspec.Struct, frozen=True):
    """Which contract and which product answer here."""

    contract: ContractVersion
    product: str


class Health(msgspec.Struct, frozen=True):
    """Whether the process is well."""

    status: str


class StaffTypingHint(msgspec.Struct, frozen=True, tag="Typing"):
    """Somebody is writing, to staff."""

    conversation_id: str
    by: str


class CustomerTypingHint(msgspec.Struct, frozen=True, tag="Typing"):
    """The counsellor is writing, to the customer."""

    by: str


DoorRequest = TypeVar(
    "DoorRequest",
    SignIn,
    ChooseOwnPassword,
    Refresh,
    MakeOneTimePassword,
    SearchArchive,
    SessionRequest,
    BeginIdentification,
    OpenLeftMessage,
    StaffTyping,
    CustomerTyping,
)
DoorAnswer = (
    SignedIn | CustomerSession | IdentificationBegun | Version | Health | StaffTypingHint | CustomerTypingHint
)


def decode(kind: type[DoorRequest], body: bytes) -> DoorRequest:
    """A request, strictly. Raises `Malformed`, which says where and never what."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(where(error)) from None


def encode(answer: DoorAnswer) -> bytes:
    """The bytes of an answer."""
    return _encoder.encode(answer)


def encode_document(document: object) -> bytes:
    """The bytes of a document made of plain values (the OpenAPI description)."""
    return _encoder.encode(document)


def decode_document(raw: bytes) -> object:
    """A document as plain values (the contract's schema)."""
    return msgspec.json.decode(raw)


def where(error: Exception) -> str:
    """The path in msgspec's sentence; the rest may quote what was sent."""
    _, found, path = str(error).rpartition(" - at `")
    return path.rstrip("`") if found else "$"
