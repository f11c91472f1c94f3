"""queue_doors: Whether a queue takes somebody new: pilots end (R065), and some need staff to open (R064).

| queue | who comes new |
|---|---|
| ordinary | waits in it while a service that leads to it is open |
| pilot that is over, and does not go on | goes where a topic without a queue leads |
| followed by another (R062) | goes where that one leads, from that day on |
| opens only with staff | waits in it only while somebody is on duty for it |

Who is in a queue already is served, whatever becomes of its doors.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from server_stub.helpline.service_model import QueueRule, ServiceModel

PILOT_TOLD_DAYS: Final = 60
"""So long before the end of a pilot application support is told that nothing is decided about it."""


def takes_new(rule: QueueRule, on: date) -> bool:
    """Whether the queue takes new customers at all on that day; a pilot does on its last one (R065), one that
    follows another from its first (R062).
    """
    last = takes_new_until(rule)
    has_begun = rule.succeeds is None or rule.succeeds.since <= on
    return has_begun and (last is None or on <= last)


def takes_new_until(rule: QueueRule) -> date | None:
    """The last day on which it does; None when there is none."""
    before_next = rule.followed_from - timedelta(days=1) if rule.followed_from is not None else None
    return min((day for day in (_pilot_until(rule), before_next) if day is not None), default=None)


def _pilot_until(rule: QueueRule) -> date | None:
    pilot = rule.pilot
    return None if pilot is None or pilot.decision == "goes_on" else pilot.until


def is_open_to(rule: QueueRule, *, on_duty: int) -> bool:
    """Whether a customer may come to it now: hours alone do not open a queue that needs staff (R064)."""
    return on_duty > 0 or not rule.opens_only_with_staff


def told_of_pilots(model: ServiceModel, on: date) -> Iterator[str]:
    """A sentence for each pilot that is over, or ends soon with nothing decided (R065)."""
    for rule in model.queues:
        until = _pilot_until(rule)
        if rule.pilot is None or until is None:
            continue
        if on > until:
            yield f"the pilot {rule.queue_id} ended on {until}: it takes nobody new"
        elif rule.pilot.decision == "open" and until - on <= timedelta(days=PILOT_TOLD_DAYS):
            yield f"the pilot {rule.queue_id} ends on {until}, and nothing is decided about what follows it"
