"""Applications for access rights: kept, found again, and read with the accounts they are about.

Plain functions over a connection, each meant to run inside one transaction of the caller.
"""

from typing import Any, Final

from sqlalchemy import Connection, Row, insert, or_, select, update

from server_stub.helpline.access_values import Application, ApplicationState, Rights
from server_stub.helpline.values import Millis
from server_stub.records.tables import access_applications, access_wanted

ROLE: Final = "role"
QUEUE: Final = "queue"


def keep_new(connection: Connection, application: Application) -> None:
    """A new application and what it asks for."""
    rights = application.rights
    row = connection.execute(
        insert(access_applications)
        .values(
            application_id=application.application_id,
            staff_id=application.staff_id,
            user_name=application.user_name,
            display_name=application.display_name,
            capacity=rights.capacity,
            reason=application.reason,
            applied_by=application.applied_by,
            applied_at=application.applied_at,
            state=application.state,
            answer=application.answer,
        )
        .returning(access_applications.c.row)
    ).scalar_one()
    wanted = [{"application": row, "kind": ROLE, "name": name} for name in sorted(rights.roles)]
    wanted += [{"application": row, "kind": QUEUE, "name": name} for name in sorted(rights.queues)]
    connection.execute(insert(access_wanted), wanted)


def settle(connection: Connection, application: Application) -> None:
    """How it ended."""
    connection.execute(
        update(access_applications)
        .where(access_applications.c.application_id == application.application_id)
        .values(
            state=application.state,
            decided_by=application.decided_by,
            decided_at=application.decided_at,
            answer=application.answer,
        )
    )


def by_id(connection: Connection, application_id: str) -> Application | None:
    """That application, locked until the transaction ends: it is settled once."""
    mine = access_applications.c.application_id == application_id
    found = connection.execute(select(access_applications).where(mine).with_for_update()).one_or_none()
    return None if found is None else _application(connection, found)


def shown(connection: Connection, *, since: Millis) -> tuple[Application, ...]:
    """Open applications, and those decided after `since`; the newest first."""
    table = access_applications.c
    rows = connection.execute(
        select(access_applications)
        .where(or_(table.state == ApplicationState.OPEN, table.decided_at > since))
        .order_by(table.applied_at.desc(), table.row.desc())
    ).all()
    return tuple(_application(connection, row) for row in rows)


def _application(connection: Connection, row: Row[*tuple[Any, ...]]) -> Application:
    wanted = connection.execute(
        select(access_wanted.c.kind, access_wanted.c.name).where(access_wanted.c.application == row.row)
    ).all()
    return Application(
        application_id=row.application_id,
        staff_id=row.staff_id,
        user_name=row.user_name,
        display_name=row.display_name,
        rights=Rights(
            frozenset(name for kind, name in wanted if kind == ROLE),
            frozenset(name for kind, name in wanted if kind == QUEUE),
            row.capacity,
        ),
        reason=row.reason,
        applied_by=row.applied_by,
        applied_at=row.applied_at,
        state=row.state,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
    )
