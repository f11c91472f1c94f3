"""A situation for tests, on the morning of the pictures."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.ids import QueueId, StaffId
from app.domain.presence import Presence
from app.domain.queue import QueueKind
from app.domain.situation import HalfHour, PersonSituation, QueueSituation, Situation
from tests.support.fakes import NINE_O_CLOCK


def ago(seconds: float | None) -> datetime | None:
    """That long before nine."""
    return None if seconds is None else NINE_O_CLOCK - timedelta(seconds=seconds)


def a_queue(name: str, *, waiting: int = 0, longest_s: float | None = None, **counts: int) -> QueueSituation:
    """One queue with a target of five minutes."""
    return QueueSituation(
        queue_id=QueueId(f"#soshON_{name.casefold()}_chat"),
        name={"fi": name, "sv": name, "en": name},
        kind=QueueKind.TOPIC,
        target=timedelta(minutes=5),
        waiting=waiting,
        waiting_since=ago(longest_s),
        held=counts.get("held", 0),
        on_duty=counts.get("on_duty", 0),
        free=counts.get("free", 0),
        answered_today=counts.get("answered", 0),
        in_target_today=counts.get("in_target", 0),
        reply_delay=timedelta(seconds=counts["delay_s"]) if "delay_s" in counts else None,
    )


def somebody(
    name: str,
    presence: Presence = Presence.AVAILABLE,
    *,
    load: int = 0,
    said_s: float | None = None,
    unanswered_s: float | None = None,
    to_wrap_up: int = 0,
) -> PersonSituation:
    """One of staff who takes three at once."""
    return PersonSituation(
        staff_id=StaffId(name.encode().hex().ljust(32, "0")[:32]),
        display_name=name,
        presence=presence,
        presence_since=ago(said_s),
        load=load,
        capacity=3,
        to_wrap_up=to_wrap_up,
        unanswered_since=ago(unanswered_s),
    )


def a_situation() -> Situation:
    """Somebody waits too long, somebody is full, somebody is away."""
    return Situation(
        NINE_O_CLOCK,
        (
            a_queue(
                "Aikuissosiaalityö",
                waiting=3,
                longest_s=372,
                held=4,
                on_duty=2,
                free=1,
                answered=25,
                in_target=19,
                delay_s=98,
            ),
            a_queue(
                "Perheasiat",
                waiting=1,
                longest_s=160,
                held=2,
                on_duty=1,
                answered=6,
                in_target=6,
                delay_s=42,
            ),
            a_queue("Vammaispalvelut", held=1, on_duty=1),
        ),
        (
            somebody("Anna Åberg", Presence.AWAY, said_s=90),
            somebody("Maija Lehtonen", Presence.BUSY, load=3, said_s=720, unanswered_s=185),
            somebody("Sari Nieminen", load=2, said_s=7500, unanswered_s=42, to_wrap_up=1),
        ),
        tuple(
            HalfHour(NINE_O_CLOCK - timedelta(minutes=minutes), answered, in_time)
            for minutes, answered, in_time in ((150, 5, 5), (120, 9, 7), (60, 11, 8), (30, 6, 5))
        ),
    )
