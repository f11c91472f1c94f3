"""How an older file becomes a file of today: numbered steps, each in the same transaction as its number.

A step is written once and never changed afterwards; it says its own SQL rather than
using `tables`, which always shows the newest shape. `tests/store` carries data
through every step and compares the end with `tables`.
"""

from collections.abc import Callable

from sqlalchemy import Connection

Step = Callable[[Connection], None]


class FileFromTheFuture(Exception):
    """The file was written by a newer Vuoro; it is left alone."""


def bring_up_to_date(connection: Connection, steps: tuple[Step, ...] | None = None) -> None:
    """Run the steps this file has not had, inside the caller's transaction.

    Raises `FileFromTheFuture` when the file has had more steps than there are.
    """
    all_steps = STEPS if steps is None else steps
    had = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if had > len(all_steps):
        raise FileFromTheFuture
    for number, step in enumerate(all_steps[had:], start=had + 1):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _1_drafts_outbox_preferences(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
    connection.exec_driver_sql(
        "CREATE TABLE drafts (conversation_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL,"
        " saved_at INTEGER NOT NULL, returned TEXT)"
    )
    connection.exec_driver_sql(
        "CREATE TABLE outbox (place INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
        " command_id TEXT NOT NULL UNIQUE,"
        " body BLOB NOT NULL, stage TEXT NOT NULL, submitted_at INTEGER NOT NULL, staged_at INTEGER NOT NULL,"
        " has_been_in_flight BOOLEAN NOT NULL, tries INTEGER NOT NULL, accepted_cursor INTEGER)"
    )
    connection.exec_driver_sql(
        "CREATE TABLE preferences (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    )


def _2_calls(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE calls (callback_id TEXT NOT NULL PRIMARY KEY,"
        " responsibility_version INTEGER NOT NULL, dialled_at INTEGER NOT NULL)"
    )


STEPS: tuple[Step, ...] = (_1_drafts_outbox_preferences, _2_calls)
