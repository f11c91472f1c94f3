"""keeping: `retention` tells what is kept and erases what is due; `records` marks exports and holds."""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from server_stub.bootstrap.opening import Refused, open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.places import settings_of
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.retention import Retention
from server_stub.helpline.values import Millis
from server_stub.records import console_acts, keeping
from server_stub.records.database import Database
from server_stub.records.group import Group
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered

Say = Callable[[str], None]

# The word said, the column it sets, and what the audit log calls it.
_MARKS = {
    "exported": ("exported_at", "conversation_exported"),
    "hold": ("held_at", "conversation_held"),
    "release": ("held_at", "conversation_released"),
}


def retain(options: argparse.Namespace, say: Say) -> None:
    """Say how every class stands, and unless it is a dry run erase what is due."""
    settings = settings_of(options)
    database = open_database(settings)
    try:
        now = WallClock().millis()
        for line in report(database, settings.retention, now=now):
            say(line)
        with database.reading() as connection:
            due = keeping.due(connection, settings.retention, now=now)
        if options.dry_run:
            say("dry run: nothing was erased")
            return
        erased = sum(_erased(database, each, settings.retention) for each in due)
        if erased and not database.is_postgres:
            _empty_log(database)
        say(f"{erased} erased")
    finally:
        database.close()


def report(database: Database, retention: Retention, *, now: Millis) -> Iterator[str]:
    """Lines for every class of conversations: how many, how old, what is due and what keeps the others."""
    with database.reading() as connection:
        classes = keeping.standing(connection, retention, now=now)
        left_over = len(keeping.left_over(connection))
    for each in classes:
        oldest = "" if each.oldest_at is None else f", the oldest closed on {_day(each.oldest_at)}"
        yield f"{each.kept}: {each.with_words} with their words{oldest}"
        kept = (
            f"{each.held} on hold, {each.consulted} still asked about, {each.waiting_for_export} not exported"
        )
        yield f"  {each.due} due to be erased, {kept}"
    if left_over:
        yield f"erased: {left_over} with later words in consultations, due to be erased"


def mark(options: argparse.Namespace, say: Say) -> None:
    """Mark conversations as exported, or hold and release them. All of them or none."""
    column, action = _MARKS[options.records_word]
    database = open_database(settings_of(options))
    now = WallClock().millis()
    try:
        with database.writing() as connection:
            # All of them first: whoever decides about one locks it before the audit log, too.
            found = {
                each: _row(keeping.markable(connection, each), each, options.records_word)
                for each in options.conversation
            }
            for conversation_id, row in found.items():
                keeping.mark(connection, row, column, None if options.records_word == "release" else now)
                console_acts.note(connection, action, conversation_id, now=now)
    finally:
        database.close()
    say(f"{len(found)} marked: {options.records_word}")


def _row(found: keeping.Markable | None, conversation_id: str, word: str) -> int:
    """The row of a conversation that can be marked so. Raises `Refused` with the reason."""
    if found is None:
        raise Refused(f"There is no conversation {conversation_id}. Nothing was marked.")
    if found.is_erased:
        raise Refused(f"The words of conversation {conversation_id} are erased already. Nothing was marked.")
    if word == "exported" and not found.is_closed:
        raise Refused(
            f"Conversation {conversation_id} still goes on: what is written from now on would not be "
            "exported. Export and mark it once it is closed. Nothing was marked."
        )
    return found.row


def _erased(database: Database, conversation_id: str, retention: Retention) -> bool:
    """One conversation in one commit."""
    with database.writing() as connection:
        group = Group(connection, HotPath(connection.dialect), Remembered(), WallClock().millis())
        is_erased = keeping.erase(group, console_acts.CONSOLE, conversation_id, retention)
        group.write()
    return is_erased


def _empty_log(database: Database) -> None:
    """No copy is to stay in SQLite's write-ahead log; a backend that reads just now empties it itself."""
    with database.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _day(at: Millis) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(HELSINKI).date().isoformat()
