"""The entry as it crosses the wire: what the page shows before there is a session (CONTRACT.md section 5)."""

import msgspec

from server_stub.helpline.limits import Limits
from server_stub.wire.heads import TopicRef, Words


class OtherChannel(msgspec.Struct, frozen=True):
    """Another way to reach the service, and whether it serves just now; `is_open` is None where no hours are
    said, and `closes_at` where it goes on around the clock.
    """

    name: Words
    number: str
    hours_text: Words
    is_open: bool | None
    opens_at: str | None
    closes_at: str | None


class QueueNow(msgspec.Struct, frozen=True):
    """How it looks for somebody who would come now; no range where none can be given honestly."""

    waiting: int
    low_min: int | None
    high_min: int | None


class Notice(msgspec.Struct, frozen=True):
    """The standing notice and what is stored."""

    notice_version: int
    standing: Words
    storage: Words


class EntryTopic(msgspec.Struct, frozen=True):
    """A topic one can choose, the finer ones within it, and who is there to answer it, by the language of the
    customer. Where `is_open` is False its queue opens only with staff, and nobody is on duty (R064).
    """

    topic_id: str
    name: Words
    duty: dict[str, str]
    is_open: dict[str, bool]
    finer_topics: tuple[TopicRef, ...]
    """A more exact choice, which the page offers only where there is one (R069)."""


class Announcement(msgspec.Struct, frozen=True):
    """A temporary notice or news of this moment."""

    kind: str
    text: Words


class Instruction(msgspec.Struct, frozen=True):
    """One piece of the instructions in plain words."""

    heading: Words
    text: Words


class SitePage(msgspec.Struct, frozen=True):
    """A page of the county's site, and whether the box opens by itself there."""

    page_id: str
    service_id: str
    opens_by_itself: bool


class CallingWords(msgspec.Struct, frozen=True):
    """When customers who ask for it are called: the days, and the hours of the whole time and its halves."""

    days: Words
    whole: Words
    forenoon: Words
    afternoon: Words


class EntryHours(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a service is open to who has not identified, where that is another time than its own."""

    is_open: bool
    opens_at: str | None
    closes_at: str | None
    closes_soon: bool
    hours_text: Words
    closed_text: Words


class EntryService(msgspec.Struct, frozen=True, kw_only=True):
    """One service as the entry page shows it."""

    service_id: str
    name: Words
    notice: Notice
    about: tuple[Words, ...]
    asks: tuple[Words, ...]
    helps: tuple[Words, ...]
    announcements: tuple[Announcement, ...]
    is_open: bool
    opens_at: str | None
    closes_at: str | None
    closes_soon: bool
    at_closing: str
    """`serve` or `offer_callback`: what becomes of those who wait when it closes."""
    hours_text: Words
    closed_text: Words
    topics: tuple[EntryTopic, ...]
    other_channels: tuple[OtherChannel, ...]
    queue_now: QueueNow
    message_due_at: str | None
    """By when a message left now is answered; None: the service takes none."""
    anonymous: EntryHours | None


class CustomerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page needs before it asks for a session."""

    now: str
    is_practice: bool
    can_identify: bool
    can_book_calls: bool
    organisation: Words
    limits: Limits
    notice: Notice
    emergency: Words
    calling: CallingWords
    services: tuple[EntryService, ...]
    instructions: tuple[Instruction, ...]
    funding: Words | None
    pages: tuple[SitePage, ...]


_encoder = msgspec.json.Encoder()


def encode(entry: CustomerEntry) -> bytes:
    """The bytes of an entry."""
    return _encoder.encode(entry)
