"""The situation as it crosses the wire: load by queue and by person (CONTRACT.md section 4)."""

import msgspec

from server_stub.wire.heads import TopicRef, Words


class QueueSituation(msgspec.Struct, frozen=True):
    """One queue: who waits, who is being answered, who is there to answer."""

    queue_id: str
    name: Words
    kind: str
    language: str | None
    target_s: int
    waiting: int
    waiting_since: str | None
    held: int
    on_duty: int
    free: int
    answered_today: int
    in_target_today: int
    reply_delay_s: int | None


class PersonSituation(msgspec.Struct, frozen=True):
    """Somebody of staff: what she says of herself, and what she holds."""

    staff_id: str
    display_name: str
    presence: str
    presence_since: str | None
    load: int
    capacity: int
    to_wrap_up: int
    unanswered_since: str | None


class HalfHour(msgspec.Struct, frozen=True):
    """How many were answered in the half hour that began then, and how many of them in time."""

    begins_at: str
    answered: int
    in_target: int


class MovedOften(msgspec.Struct, frozen=True):
    """A conversation that goes on and has been handed over often (R079)."""

    conversation_id: str
    alias: str
    queue_id: str
    topic: TopicRef
    hand_overs: int
    moved_at: str | None
    holder_name: str | None


class Situation(msgspec.Struct, frozen=True):
    """How things stand at `now`."""

    now: str
    queues: tuple[QueueSituation, ...]
    people: tuple[PersonSituation, ...]
    half_hours: tuple[HalfHour, ...]
    moved_often: tuple[MovedOften, ...]


_encoder = msgspec.json.Encoder()


def encode(situation: Situation) -> bytes:
    """The bytes of a situation."""
    return _encoder.encode(situation)
