"""A new database: its tables, its head, and what is drawn once for its whole life."""

import secrets

from sqlalchemy import Connection, inspect, select

from server_stub.records import audit, schema, tables


def is_created(connection: Connection) -> bool:
    """Whether this database has been initialised."""
    return inspect(connection).has_table(tables.head.name)


def create(connection: Connection) -> None:
    """Create every table, the head row and the key of the ledger's digests."""
    schema.upgrade(connection)
    connection.execute(tables.head.insert().values(only=1, seq=0, audit_seq=0, audit_hash=audit.FIRST_HASH))
    connection.execute(tables.meta.insert().values(name="ledger_key", value=secrets.token_hex(32)))


def ledger_key(connection: Connection) -> bytes:
    """The key of the ledger's digests."""
    value = connection.execute(
        select(tables.meta.c.value).where(tables.meta.c.name == "ledger_key")
    ).scalar_one()
    return bytes.fromhex(value)
