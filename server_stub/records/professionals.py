"""Who can be offered a conversation: those who answer customers, with what they hold."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from server_stub.helpline.offer import Receiver
from server_stub.helpline.presence import Colleague
from server_stub.helpline.roles import ANSWERING, SERVING_ADVICE
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.roster import roster


class OnDuty(NamedTuple):
    """One professional who is there. `serves_advice` is False where she answers another service line only."""

    colleague: Colleague
    serves_advice: bool


class Away(NamedTuple):
    """One professional who is not there just now."""

    staff_id: str
    display_name: str
    serves_advice: bool


def professionals_on_duty(connection: Connection, *, now: Millis, besides: str) -> tuple[OnDuty, ...]:
    """Everybody who answers customers and is on duty, by name, without `besides` (who asks)."""
    there = [one for one in roster(connection, now=now) if _is_there(one) and one.staff_id != besides]
    serving = _answering(connection, tuple(one.staff_id for one in there))
    return tuple(OnDuty(one, serving[one.staff_id]) for one in there if one.staff_id in serving)


def professionals_not_there(connection: Connection, *, now: Millis, besides: str) -> tuple[Away, ...]:
    """Everybody who answers customers and is not on duty, by name, without `besides`: a message can wait for
    her. Who is in a problem situation is in neither list.
    """
    there = {one.staff_id for one in roster(connection, now=now) if one.is_on_duty}
    staff = tables.staff.c
    found = connection.execute(
        select(staff.staff_id, staff.display_name)
        .where(staff.is_disabled.is_(False), staff.capacity > 0, staff.staff_id != besides)
        .order_by(staff.display_name, staff.row)
    ).all()
    away = [Away(one.staff_id, one.display_name, False) for one in found if one.staff_id not in there]
    serving = _answering(connection, tuple(one.staff_id for one in away))
    return tuple(one._replace(serves_advice=serving[one.staff_id]) for one in away if one.staff_id in serving)


def on_duty_for(connection: Connection, queue_id: str, *, now: Millis) -> int:
    """How many are on duty for a queue, counted by presence as everywhere (helpline/presence.py)."""
    return sum(one.is_on_duty and queue_id in one.queues for one in roster(connection, now=now))


def receiver(connection: Connection, staff_id: str, *, now: Millis) -> Receiver | None:
    """She to whom a conversation would be offered; None when there is none such who answers customers."""
    staff = tables.staff.c
    found = connection.execute(
        select(staff.display_name).where(
            staff.staff_id == staff_id, staff.is_disabled.is_(False), staff.capacity > 0
        )
    ).one_or_none()
    serving = _answering(connection, (staff_id,))
    if found is None or staff_id not in serving:
        return None
    queues = tables.staff_queues.c
    served = connection.execute(
        select(queues.queue_id)
        .join(tables.staff, staff.row == queues.staff)
        .where(staff.staff_id == staff_id)
    ).scalars()
    is_there = any(one.staff_id == staff_id and _is_there(one) for one in roster(connection, now=now))
    return Receiver(staff_id, found.display_name, is_there, serving[staff_id], frozenset(served))


def answers_customers(connection: Connection, staff_id: str) -> bool:
    """Whether she may still answer: her account is open and has a role that does."""
    staff = tables.staff.c
    is_open = connection.execute(
        select(staff.row).where(staff.staff_id == staff_id, staff.is_disabled.is_(False))
    ).one_or_none()
    return is_open is not None and staff_id in _answering(connection, (staff_id,))


def _is_there(one: Colleague) -> bool:
    """Whether she can be offered a conversation: on duty, and in no problem situation."""
    return one.is_on_duty and not one.is_occupied


def _answering(connection: Connection, staff_ids: tuple[str, ...]) -> Mapping[str, bool]:
    """Of these, those who answer customers: whether they serve advice queues."""
    staff, roles = tables.staff.c, tables.staff_roles.c
    serving: dict[str, bool] = {}
    for staff_id, role in connection.execute(
        select(staff.staff_id, roles.role)
        .join_from(tables.staff, tables.staff_roles, roles.staff == staff.row)
        .where(staff.staff_id.in_(staff_ids), roles.role.in_(sorted(ANSWERING)))
    ):
        serving[staff_id] = serving.get(staff_id, False) or role in SERVING_ADVICE
    return serving
