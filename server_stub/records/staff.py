"""Accounts of staff: adding, reading, changing, disabling; and how often a password was tried.

Plain functions over a connection, each meant to run inside one transaction of the caller.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server_stub.helpline.accounts import (
    NO_PASSWORD,
    Account,
    MayTry,
    MustWait,
    Tries,
    TryRule,
    charge_try,
)
from server_stub.helpline.values import Millis
from server_stub.records.tables import (
    devices,
    head,
    meta,
    sign_in_attempts,
    sign_ins,
    staff,
    staff_queues,
    staff_roles,
)

_ENTITLEMENTS = "entitlements"


class NameTaken(Exception):
    """There is an account with this name already."""


class NoSuchAccount(Exception):
    """There is no account with this name."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What is needed to make an account; `password_hash` comes from identity.passwords."""

    staff_id: str
    user_name: str
    display_name: str
    password_hash: str
    capacity: int
    roles: frozenset[str]
    queues: frozenset[str]


def add(connection: Connection, account: NewAccount, *, now: Millis) -> None:
    """Make an account. It is entitled to facts from the present head of the log on. Raises `NameTaken`."""
    if by_name(connection, account.user_name) is not None:
        raise NameTaken
    row = connection.execute(
        insert(staff)
        .values(
            staff_id=account.staff_id,
            user_name=account.user_name,
            display_name=account.display_name,
            password_hash=account.password_hash,
            is_disabled=False,
            capacity=account.capacity,
            created_at=now,
            entitled_from=_log_head(connection),
        )
        .returning(staff.c.row)
    ).scalar_one()
    _give(connection, row, roles=account.roles, queues=account.queues)
    touch_entitlements(connection)


def entitle(
    connection: Connection, user_name: str, *, roles: Iterable[str], queues: Iterable[str], capacity: int
) -> None:
    """Give other roles, queues or capacity; cursors from before are gone. Raises `NoSuchAccount`.

    Whether the account is shut stays as it is: `open_again` opens it.
    """
    account = _named(connection, user_name)
    connection.execute(delete(staff_roles).where(staff_roles.c.staff == account.row))
    connection.execute(delete(staff_queues).where(staff_queues.c.staff == account.row))
    _give(connection, account.row, roles=roles, queues=queues)
    connection.execute(
        update(staff)
        .where(staff.c.row == account.row)
        .values(capacity=capacity, entitled_from=_log_head(connection))
    )
    touch_entitlements(connection)


def disable(connection: Connection, user_name: str, *, now: Millis) -> Account:
    """Shut an account and revoke all its sign-ins; the account as it was before. Raises `NoSuchAccount`."""
    account = _named(connection, user_name)
    connection.execute(update(staff).where(staff.c.row == account.row).values(is_disabled=True))
    _revoke(connection, account.row, now=now)
    touch_entitlements(connection)
    return account


def open_again(connection: Connection, staff_row: int) -> None:
    """Open an account that was shut; no password opens it until somebody makes a one-time one."""
    connection.execute(
        update(staff)
        .where(staff.c.row == staff_row)
        .values(is_disabled=False, password_hash=NO_PASSWORD, one_time_until=None)
    )
    touch_entitlements(connection)


def set_one_time_password(
    connection: Connection, staff_row: int, password_hash: str, *, usable_until: Millis, now: Millis
) -> None:
    """Another password, which lets its owner choose her own until then; every sign-in of hers ends."""
    connection.execute(
        update(staff)
        .where(staff.c.row == staff_row)
        .values(password_hash=password_hash, one_time_until=usable_until)
    )
    _revoke(connection, staff_row, now=now)
    touch_entitlements(connection)


def set_own_password(connection: Connection, staff_row: int, password_hash: str, *, now: Millis) -> None:
    """The password its owner has chosen; every sign-in from before ends."""
    connection.execute(
        update(staff).where(staff.c.row == staff_row).values(password_hash=password_hash, one_time_until=None)
    )
    _revoke(connection, staff_row, now=now)
    touch_entitlements(connection)


def set_password_hash(connection: Connection, staff_row: int, password_hash: str) -> None:
    """Keep a stronger hash of the same password (the cost has been raised since)."""
    connection.execute(update(staff).where(staff.c.row == staff_row).values(password_hash=password_hash))


def by_name(connection: Connection, user_name: str) -> Account | None:
    """The account of that exact name, disabled or not."""
    return _account(
        connection, connection.execute(select(staff).where(staff.c.user_name == user_name)).one_or_none()
    )


def by_row(connection: Connection, staff_row: int) -> Account | None:
    """The account of that row."""
    return _account(
        connection, connection.execute(select(staff).where(staff.c.row == staff_row)).one_or_none()
    )


def by_staff_id(connection: Connection, staff_id: str) -> Account | None:
    """The account of that id."""
    return _account(
        connection, connection.execute(select(staff).where(staff.c.staff_id == staff_id)).one_or_none()
    )


def lock(connection: Connection, staff_ids: Iterable[str]) -> None:
    """Lock these accounts until the transaction ends, always in one order: what is decided of them holds."""
    mine = staff.c.staff_id.in_(sorted(set(staff_ids)))
    connection.execute(select(staff.c.row).where(mine).order_by(staff.c.staff_id).with_for_update()).all()


def every(connection: Connection) -> tuple[Account, ...]:
    """All accounts, by name."""
    rows = connection.execute(select(staff).order_by(staff.c.user_name)).all()
    return tuple(account for row in rows if (account := _account(connection, row)) is not None)


def device_secret(connection: Connection, staff_row: int, device_id: str, *, fresh: str) -> str:
    """The secret of this counsellor on this device: the one kept, or else `fresh`, kept from now on."""
    mine = (devices.c.staff == staff_row) & (devices.c.device_id == device_id)
    kept = connection.execute(select(devices.c.secret).where(mine)).scalar_one_or_none()
    if kept is not None:
        return str(kept)
    _insert_if_absent(connection, devices, {"staff": staff_row, "device_id": device_id, "secret": fresh})
    return str(connection.execute(select(devices.c.secret).where(mine)).scalar_one())


# ------------------------------------------------------------------ tries


def begin_try(connection: Connection, name_key: str, *, now: Millis, rule: TryRule) -> MayTry | MustWait:
    """Count a try at a name, known or not, before the password is looked at.

    `name_key` is a digest: what is typed as a name may be a password.
    """
    mine = sign_in_attempts.c.user_name == name_key
    fresh = {"user_name": name_key, "failures": 0, "window_began_at": now, "waits_until": None, "rounds": 0}
    _insert_if_absent(connection, sign_in_attempts, fresh)
    row = connection.execute(select(sign_in_attempts).where(mine).with_for_update()).one()
    known = Tries(row.failures, row.window_began_at, row.waits_until, row.rounds)
    verdict = charge_try(known, now, rule)
    if isinstance(verdict, MayTry):
        after = verdict.after
        connection.execute(
            update(sign_in_attempts)
            .where(mine)
            .values(
                failures=after.failures,
                window_began_at=after.window_began_at,
                waits_until=after.waits_until,
                rounds=after.rounds,
            )
        )
    return verdict


def forget_tries(connection: Connection, name_key: str) -> None:
    """The password was right."""
    connection.execute(delete(sign_in_attempts).where(sign_in_attempts.c.user_name == name_key))


def purge_tries(connection: Connection, *, before: Millis) -> None:
    """Forget tries whose window began, and whose wait ended, before that moment."""
    connection.execute(
        delete(sign_in_attempts).where(
            sign_in_attempts.c.window_began_at < before,
            func.coalesce(sign_in_attempts.c.waits_until, 0) < before,
        )
    )


# ------------------------------------------------------------------ what changed


def entitlements_version(connection: Connection) -> int:
    """A number that grows whenever somebody's sign-in, roles, queues or account change."""
    value = connection.execute(select(meta.c.value).where(meta.c.name == _ENTITLEMENTS)).scalar_one_or_none()
    return 0 if value is None else int(value)


def touch_entitlements(connection: Connection) -> None:
    """Make every process look again at who may do what."""
    _insert_if_absent(connection, meta, {"name": _ENTITLEMENTS, "value": "0"})
    mine = meta.c.name == _ENTITLEMENTS
    present = connection.execute(select(meta.c.value).where(mine).with_for_update()).scalar_one()
    connection.execute(update(meta).where(mine).values(value=str(int(present) + 1)))


def _insert_if_absent(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    # Two processes may come with the same first row at once; both dialects spell this alike.
    spelt = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(spelt(table).values(**values).on_conflict_do_nothing())


def _revoke(connection: Connection, staff_row: int, *, now: Millis) -> None:
    mine = (sign_ins.c.staff == staff_row) & sign_ins.c.revoked_at.is_(None)
    connection.execute(update(sign_ins).where(mine).values(revoked_at=now))


def _give(connection: Connection, row: int, *, roles: Iterable[str], queues: Iterable[str]) -> None:
    role_rows = [{"staff": row, "role": role} for role in sorted(set(roles))]
    queue_rows = [{"staff": row, "queue_id": queue} for queue in sorted(set(queues))]
    if role_rows:
        connection.execute(insert(staff_roles), role_rows)
    if queue_rows:
        connection.execute(insert(staff_queues), queue_rows)


def _named(connection: Connection, user_name: str) -> Account:
    account = by_name(connection, user_name)
    if account is None:
        raise NoSuchAccount
    return account


def _account(connection: Connection, row: Row[*tuple[Any, ...]] | None) -> Account | None:
    if row is None:
        return None
    roles = connection.execute(select(staff_roles.c.role).where(staff_roles.c.staff == row.row)).scalars()
    queues = connection.execute(
        select(staff_queues.c.queue_id).where(staff_queues.c.staff == row.row)
    ).scalars()
    return Account(
        row=row.row,
        staff_id=row.staff_id,
        user_name=row.user_name,
        display_name=row.display_name,
        password_hash=row.password_hash,
        is_disabled=bool(row.is_disabled),
        capacity=row.capacity,
        entitled_from=row.entitled_from,
        roles=frozenset(roles),
        queues=frozenset(queues),
        one_time_until=row.one_time_until,
    )


def _log_head(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(head.c.seq), 0))).scalar_one())
