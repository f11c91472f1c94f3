"""Switching to another service model: every process puts it in force, one of them tells all staff.

    activated (by command) ─► noticed ─► in force here ─► the fact, once ─► a look later: streams of staff end

The streams end with `gone` (CONTRACT.md section 4): queues, hours and words are others now, so every desk
starts afresh.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from server_stub.counter.in_force import InForce, Model
from server_stub.fanout.hub import Hub
from server_stub.helpline.decisions import Addressed, ServiceModelActivated
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.queue_hours import at_closing, queue_hours
from server_stub.helpline.service_model import QueueRule, ServiceModel
from server_stub.helpline.values import STAFF_ADDRESS, Millis
from server_stub.ports import Alarm, Clock
from server_stub.records import service_models
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.database import Database
from server_stub.records.group import Group, Written
from server_stub.wire.facts import activated_body
from server_stub.wire.heads import stamp, stamp_moment, words_of
from server_stub.wire.openings import Opening
from server_stub.wire.snapshots import Pilot, Queue, encode_queues, encode_texts


class ModelSwitch:
    """Looked after by the timekeeper. `understand` reads a stored model, None when it cannot be read here."""

    def __init__(
        self,
        database: Database,
        groups: CommitGroups,
        hub: Hub,
        in_force: InForce,
        *,
        clock: Clock,
        alarm: Alarm,
        understand: Callable[[str, int], ServiceModel | None],
        days_off: Callable[[Millis], frozenset[date]],
    ) -> None:
        self._database = database
        self._groups = groups
        self._hub = hub
        self._in_force = in_force
        self._clock = clock
        self._alarm = alarm
        self._understand = understand
        self._days_off = days_off
        self._are_desks_stale = False

    async def look(self) -> None:
        """Notice a switch and go along with it. Raises `WriteFailed`; the next look tries again."""
        if self._are_desks_stale:
            # The fact went out at the last look; now its readers start afresh.
            self._are_desks_stale = False
            self._hub.gone(STAFF_ADDRESS)
        version = await self._database.read(service_models.active_version)
        if version is None:
            return
        if version != self._in_force.now.model.version:
            await self._put_in_force()
        if await self._database.read(service_models.told_version) != version:
            await self._groups.run(partial(self._tell, version=version))

    async def _put_in_force(self) -> None:
        stored = await self._database.read(service_models.active)
        model = self._understand(stored.source, stored.version) if stored is not None else None
        if stored is None or model is None:
            self._alarm("service_model_not_understood", version=stored.version if stored else 0)
            return
        self._in_force.put(model, self._days_off(self._clock.millis()))
        self._are_desks_stale = True
        self._alarm("service_model_in_force", version=stored.version)

    def _tell(self, group: Group, *, version: int) -> None:
        if self._in_force.now.model.version != version or not service_models.mark_told(
            group.connection, version
        ):
            return
        model = self._in_force.now
        body = activated_body(
            version,
            at=group.now,
            queues=encode_queues(queues_of(model, model.model.queues, at=group.now)),
            texts=encode_texts(model.model, at=group.now),
        )
        told = Addressed(ServiceModelActivated(version), (STAFF_ADDRESS,))
        group.add(Written(None, None, None, told, body, None, "clock"))


def queues_of(model: Model, rules: tuple[QueueRule, ...], *, at: Millis) -> tuple[Queue, ...]:
    """Queues as staff see them, with when each is open from the day of `at` on."""
    day = datetime.fromtimestamp(at / 1000, HELSINKI).date()
    return tuple(_queue_of(model, rule, day) for rule in rules)


def _queue_of(model: Model, rule: QueueRule, day: date) -> Queue:
    hours = queue_hours(model.model, rule.queue_id, day, days_off=model.days_off)
    return Queue(
        queue_id=str(rule.queue_id),
        name=words_of(rule.name),
        kind=rule.kind,
        language=rule.language,
        target_s=rule.target_s,
        openings=tuple(
            Opening(_stamp(opening.opens_at), stamp_moment(opening.closes_at)) for opening in hours.openings
        ),
        hours_known_until=_stamp(hours.known_until),
        at_closing=at_closing(model.model, rule.queue_id),
        pilot=None if rule.pilot is None else Pilot(rule.pilot.until.isoformat(), rule.pilot.decision),
    )


def _stamp(moment: datetime) -> str:
    return stamp(round(moment.timestamp() * 1000))
