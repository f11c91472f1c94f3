"""One day of everybody: what was planned beside what was worked (R084)."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from server_stub.helpline.accounts import Account
from server_stub.helpline.duty_time import Spell
from server_stub.helpline.planned_shift import PlannedShift, day_between
from server_stub.helpline.roles import ANSWERING
from server_stub.helpline.values import Millis
from server_stub.records import planned_shifts, staff
from server_stub.records.duty_time import duty_between


class PersonOnDay(NamedTuple):
    """One of staff on one day; `allowed_until` is None where nobody lets her now."""

    account: Account
    shifts: tuple[PlannedShift, ...]
    duty: tuple[Spell, ...]
    allowed_until: Millis | None


def planned_day(connection: Connection, day: date, *, now: Millis) -> tuple[PersonOnDay, ...]:
    """Everybody who can be planned, and whoever was planned or worked that day, by name."""
    since, until = day_between(day)
    shifts = planned_shifts.between(connection, since, until)
    duty = duty_between(connection, since, until)
    allowed = planned_shifts.allowances(connection, now=now)
    were_there = {each.staff_id for each in shifts} | {each.staff_id for each in duty}
    return tuple(
        PersonOnDay(
            account,
            tuple(each for each in shifts if each.staff_id == account.staff_id),
            tuple(each for each in duty if each.staff_id == account.staff_id),
            allowed.get(account.staff_id),
        )
        for account in sorted(staff.every(connection), key=lambda each: (each.display_name, each.row))
        if account.staff_id in were_there or _can_be_planned(account)
    )


def _can_be_planned(account: Account) -> bool:
    return not account.is_disabled and bool(account.queues) and bool(account.roles & ANSWERING)
