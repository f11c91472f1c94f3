"""consultation_lines: The lines that can be asked, as one reader sees them, with when somebody is on call."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from server_stub.counter.in_force import Model
from server_stub.helpline.hours import HELSINKI, joined_openings, midnight_of
from server_stub.helpline.hours_in_words import hours_in_words
from server_stub.helpline.queue_hours import DAYS_TOLD
from server_stub.helpline.service_model import OnCall
from server_stub.helpline.values import Millis
from server_stub.wire import consultations as wire
from server_stub.wire.heads import stamp_moment, words_of
from server_stub.wire.openings import Opening


def consultation_queues_of(
    model: Model, served: Collection[str], *, at: Millis
) -> tuple[wire.ConsultationQueue, ...]:
    """Every line of the model in its order (R123, R126); `served` are those the reader answers for."""
    day = datetime.fromtimestamp(at / 1000, HELSINKI).date()
    return tuple(
        wire.ConsultationQueue(
            queue_id=str(line.queue_id),
            name=words_of(line.name),
            is_outside=line.is_outside,
            is_served=line.queue_id in served,
            promise_days=line.promise_days,
            on_call=None if line.on_call is None else _on_call(line.on_call, day, model.days_off),
        )
        for line in model.model.consultation_queues
    )


def _on_call(on_call: OnCall, day: date, days_off: frozenset[date]) -> wire.OnCall:
    known_until = midnight_of(day + timedelta(days=DAYS_TOLD))
    # One day more is looked at, to see whether the last goes on past what is told.
    spans = joined_openings((on_call.hours,), day, DAYS_TOLD + 1, days_off=days_off)
    return wire.OnCall(
        number=on_call.number,
        hours_text=words_of(hours_in_words(on_call.hours, day)),
        openings=tuple(
            Opening(stamp_moment(opens) or "", stamp_moment(closes if closes <= known_until else None))
            for opens, closes in spans
            if opens < known_until
        ),
        hours_known_until=stamp_moment(known_until) or "",
        otherwise=words_of(on_call.otherwise),
    )
