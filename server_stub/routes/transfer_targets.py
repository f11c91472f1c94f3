"""transfer_targets: Where a conversation can be moved to, and what awaits it there (R074)."""

from datetime import UTC, datetime

from server_stub.counter.in_force import InForce, Model
from server_stub.helpline.calling_time import moment
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.passing_on import PASS_ON_TARGETS
from server_stub.helpline.queue_doors import takes_new
from server_stub.helpline.queue_hours import Opening, queue_hours
from server_stub.helpline.service_model import QueueRule, ServiceModel
from server_stub.helpline.values import Millis
from server_stub.ports import Clock
from server_stub.records.database import Database
from server_stub.records.professionals import (
    Away,
    OnDuty,
    professionals_not_there,
    professionals_on_duty,
)
from server_stub.records.queue_loads import QueueLoad, queue_loads
from server_stub.wire.heads import stamp, stamp_moment, stamp_or_none, words_of
from server_stub.wire.snapshots import (
    ApplicationQueue,
    AwayProfessional,
    Professional,
    TransferTarget,
    TransferTargets,
    encode,
)


class TransferLookAhead:
    """Reads what every queue has before it, fresh at each asking."""

    def __init__(self, database: Database, in_force: InForce, clock: Clock) -> None:
        self._database = database
        self._in_force = in_force
        self._clock = clock

    async def targets(self, *, asked_by: str) -> bytes:
        """`TransferTargets` of the contract, for the member of staff who asks (by id)."""
        now = self._clock.millis()
        loads, there, away = await self._database.read(
            lambda connection: (
                queue_loads(connection, now=now),
                professionals_on_duty(connection, now=now, besides=asked_by),
                professionals_not_there(connection, now=now, besides=asked_by),
            )
        )
        model = self._in_force.now
        targets = tuple(
            _target(model, rule, loads.get(str(rule.queue_id), QueueLoad()), now)
            for rule in model.model.queues
            # Whose pilot is over takes nobody new, from wherever she comes (R065).
            if takes_new(rule, moment(now).date())
        )
        return encode(
            TransferTargets(
                stamp(now),
                targets,
                tuple(_professional(one) for one in there),
                tuple(_away(one) for one in away),
                _applications(model.model),
            )
        )


def _professional(one: OnDuty) -> Professional:
    colleague = one.colleague
    return Professional(
        staff_id=colleague.staff_id,
        display_name=colleague.display_name,
        presence=colleague.presence,
        load=colleague.load,
        capacity=colleague.capacity,
        serves_advice=one.serves_advice,
    )


def _applications(model: ServiceModel) -> tuple[ApplicationQueue, ...]:
    """In the order in which they are offered."""
    return tuple(
        ApplicationQueue(service.service_id, target, service.applications[target])
        for service in model.services
        for target in PASS_ON_TARGETS
        if target in service.applications
    )


def _away(one: Away) -> AwayProfessional:
    return AwayProfessional(one.staff_id, one.display_name, one.serves_advice)


def _target(model: Model, rule: QueueRule, load: QueueLoad, now: Millis) -> TransferTarget:
    at = datetime.fromtimestamp(now / 1000, UTC)
    hours = queue_hours(model.model, rule.queue_id, at.astimezone(HELSINKI).date(), days_off=model.days_off)
    present = next((opening for opening in hours.openings if _is_in(opening, at)), None)
    return TransferTarget(
        queue_id=str(rule.queue_id),
        name=words_of(rule.name),
        kind=rule.kind,
        language=rule.language,
        is_open=present is not None,
        closes_at=stamp_moment(present.closes_at) if present else None,
        waiting=load.waiting,
        waiting_since=stamp_or_none(load.waiting_since),
        on_duty=load.on_duty,
        internal_message=words_of(rule.internal_message) if rule.internal_message is not None else None,
        register=rule.register,
        asks_consent=rule.asks_consent,
    )


def _is_in(opening: Opening, at: datetime) -> bool:
    return opening.opens_at <= at and (opening.closes_at is None or at < opening.closes_at)
