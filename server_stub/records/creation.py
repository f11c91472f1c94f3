"""A new database: its tables, its head, and what is drawn once for its whole life."""

import secrets

from sqlalchemy import Connection, inspect, select

from server_stub.records import audit, schema, tables

_FINGERPRINT = "identities_fingerprint"


def is_created(connection: Connection) -> bool:
    """Whether this database has been initialised."""
    return inspect(connection).has_table(tables.head.name)


def create(connection: Connection) -> None:
    """Create every table, the head row and the key of the ledger's digests."""
    schema.upgrade(connection)
    connection.execute(tables.head.insert().values(only=1, seq=0, audit_seq=0, audit_hash=audit.FIRST_HASH))
    connection.execute(tables.meta.insert().values(name="ledger_key", value=secrets.token_hex(32)))


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
