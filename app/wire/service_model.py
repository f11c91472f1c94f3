"""What the service model in force gives a desk, from JSON: queues, codes, canned answers."""

from __future__ import annotations

from datetime import date, time, timedelta

import msgspec

from app.domain.calling_time import Calling, CallingHours
from app.domain.canned import CannedAnswer
from app.domain.contact_marks import known_marks
from app.domain.facts import ServiceModelActivated
from app.domain.ids import QueueId
from app.domain.queue import AtClosing, Opening, Pilot, Queue, QueueKind
from app.domain.wrap_up import Code, ServiceCodes
from app.wire.handbook import handbook_of
from app.wire.pre_information import services_of
from app.wire.problem_situations import guide_of
from app.wire.reading import read
from app.wire.shapes import service_model as shapes
from app.wire.values import cause_of


def decode_activated(body: bytes | msgspec.Raw) -> ServiceModelActivated:
    """Another version is in force. Raises WireError when the fact does not follow the contract."""
    shape = read(body, shapes.ServiceModelActivated)
    return ServiceModelActivated(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        service_model_version=shape.service_model_version,
        queues=queues_of(shape.queues),
        organisation=shape.texts.organisation,
        unprotected=shape.texts.unprotected,
        wrap_ups=wrap_ups_of(shape.texts),
        services=services_of(shape.texts.services),
        canned_answers=canned_of(shape.texts.canned_answers),
        problem_guide=guide_of(shape.texts.problem_guide),
        handbook=handbook_of(shape.texts.handbook),
        reason_from=shape.texts.reason_from,
    )


def queues_of(queues: tuple[shapes.Queue, ...]) -> tuple[Queue, ...]:
    """Queues in the order of the service model."""
    return tuple(
        Queue(
            queue_id=QueueId(shape.queue_id),
            name=shape.name,
            kind=QueueKind(shape.kind),
            language=shape.language,
            target=timedelta(seconds=shape.target_s),
            openings=tuple(Opening(each.opens_at, each.closes_at) for each in shape.openings),
            hours_known_until=shape.hours_known_until,
            at_closing=AtClosing(shape.at_closing),
            pilot=None if shape.pilot is None else Pilot(shape.pilot.until, shape.pilot.decision == "open"),
        )
        for shape in queues
    )


def calling_of(
    times: tuple[shapes.CallingHours, ...], days_off: frozenset[date], *, closes_after_days: int
) -> Calling:
    """When customers are called (R006), and how long a request may stand open.

    The contract counts weekdays from 1.
    """
    return Calling(
        tuple(
            CallingHours(
                starts_on=each.starts_on,
                weekdays=tuple(weekday - 1 for weekday in each.weekdays),
                opens=_clock_time(each.opens),
                turns=_clock_time(each.turns),
                closes=_clock_time(each.closes),
            )
            for each in times
        ),
        days_off,
        timedelta(days=closes_after_days),
    )


def _clock_time(written: str) -> time:
    hour, minute = written.split(":")
    return time(int(hour), int(minute))


def wrap_ups_of(texts: shapes.StaffTexts) -> tuple[ServiceCodes, ...]:
    """What the wrap-up of each service chooses from."""
    return tuple(
        ServiceCodes(
            service_id=shape.service_id,
            contact_reasons=tuple(Code(code.code_id, code.name) for code in shape.contact_reasons),
            outcomes=tuple(Code(code.code_id, code.name) for code in shape.outcomes),
            by_topic={topic.topic_id: topic.contact_reasons for topic in shape.topics},
        )
        for shape in texts.wrap_ups
    )


def canned_of(answers: tuple[shapes.CannedAnswer, ...]) -> tuple[CannedAnswer, ...]:
    """Canned answers in the order of the service model; a language without a text is left out."""
    return tuple(
        CannedAnswer(
            shortcut=shape.shortcut,
            name=shape.name,
            text={
                language: text
                for language, text in (("fi", shape.text.fi), ("sv", shape.text.sv), ("en", shape.text.en))
                if text is not None
            },
            is_anonymous_only=shape.is_anonymous_only,
            outcome=shape.outcome,
            mark=next(iter(known_marks((shape.mark,))), None) if shape.mark else None,
        )
        for shape in answers
    )
