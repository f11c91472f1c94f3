"""A new database: its tables, its head, and what is drawn once for its whole life."""

import secrets

from sqlalchemy import Connection, inspect, select

from server_stub.records import audit, schema, tables

_FINGERPRINT = "identities_fingerprint"
_USE, _PRACTICE = "use", "practice"


def is_created(connection: Connection) -> bool:
    """Whether this database has been initialised."""
    return inspect(connection).has_table(tables.head.name)


def create(connection: Connection, *, is_practice: bool = False) -> None:
    """Create every table, the head row, the key of the ledger's digests and, for practice, its mark."""
    schema.upgrade(connection)
    connection.execute(tables.head.insert().values(only=1, seq=0, audit_seq=0, audit_hash=audit.FIRST_HASH))
    connection.execute(tables.meta.insert().values(name="ledger_key", value=secrets.token_hex(32)))
    if is_practice:
        connection.execute(tables.meta.insert().values(name=_USE, value=_PRACTICE))


def is_for_practice(connection: Connection) -> bool:
    """Whether it was made for practice or trying out, and never for real use (R143)."""
    asked = select(tables.meta.c.value).where(tables.meta.c.name == _USE)
    return connection.execute(asked).scalar_one_or_none() == _PRACTICE


def identities_fingerprint(connection: Connection) -> str | None:
    """Under which key people are known here; None while nobody has identified."""
    asked = select(tables.meta.c.value).where(tables.meta.c.name == _FINGERPRINT)
    return connection.execute(asked).scalar_one_or_none()


def keep_identities_fingerprint(connection: Connection, fingerprint: str) -> None:
    """From now on people are known under that key."""
    connection.execute(tables.meta.insert().values(name=_FINGERPRINT, value=fingerprint))


def ledger_key(connection: Connection) -> bytes:
    """The key of the ledger's digests."""
    value = connection.execute(
        select(tables.meta.c.value).where(tables.meta.c.name == "ledger_key")
    ).scalar_one()
    return bytes.fromhex(value)
