"""Every step from an older file to today's carries its data, and ends in the shape the code uses."""

import pytest
from sqlalchemy import Connection, inspect

from app.store.engine import connect_memory, engine_on
from app.store.migrations import STEPS, FileFromTheFuture, bring_up_to_date
from app.store.tables import metadata

# What a counsellor had in a file of that version, as SQL of that version.
WORK_IN_A_FILE_OF_VERSION = {
    1: (
        "INSERT INTO drafts VALUES ('conversation', 'text', 1795417507123456, 'responsibility_moved')",
        "INSERT INTO outbox VALUES (7, 'command', x'7b7d', 'queued', 1, 2, 1, 3, NULL)",
        "INSERT INTO preferences VALUES ('theme', 'dark')",
    ),
    2: (
        "INSERT INTO drafts VALUES ('conversation', 'text', 1795417507123456, 'responsibility_moved')",
        "INSERT INTO outbox VALUES (7, 'command', x'7b7d', 'queued', 1, 2, 1, 3, NULL)",
        "INSERT INTO preferences VALUES ('theme', 'dark')",
        "INSERT INTO calls VALUES ('request', 4, 1795417507123456)",
    ),
}


def test_every_version_has_work_to_carry():
    assert set(WORK_IN_A_FILE_OF_VERSION) == set(range(1, len(STEPS) + 1))


@pytest.mark.parametrize("version", WORK_IN_A_FILE_OF_VERSION)
def test_the_work_in_a_file_of_every_version_is_there_today(version):
    engine = engine_on(connect_memory)
    with engine.begin() as connection:
        bring_up_to_date(connection, STEPS[:version])
        for statement in WORK_IN_A_FILE_OF_VERSION[version]:
            connection.exec_driver_sql(statement)
    with engine.begin() as connection:
        bring_up_to_date(connection)
        assert connection.exec_driver_sql("SELECT text, returned FROM drafts").all() == [
            ("text", "responsibility_moved")
        ]
        assert connection.exec_driver_sql("SELECT place, body, tries FROM outbox").all() == [(7, b"{}", 3)]
        assert connection.exec_driver_sql("SELECT value FROM preferences").all() == [("dark",)]
        calls = connection.exec_driver_sql("SELECT responsibility_version FROM calls").all()
        assert calls == ([(4,)] if version >= 2 else [])
    engine.dispose()


def test_a_migrated_file_has_the_shape_the_code_uses():
    migrated, declared = engine_on(connect_memory), engine_on(connect_memory)
    with migrated.begin() as connection:
        bring_up_to_date(connection)
        ours = _shape(connection)
    with declared.begin() as connection:
        metadata.create_all(connection)
        theirs = _shape(connection)
    assert ours == theirs
    migrated.dispose()
    declared.dispose()


def test_a_step_that_fails_leaves_the_file_as_it_was():
    def planted(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half_done (x)")
        raise RuntimeError("the light went out")

    engine = engine_on(connect_memory)
    with engine.begin() as connection:
        bring_up_to_date(connection)
    with pytest.raises(RuntimeError), engine.begin() as connection:
        bring_up_to_date(connection, (*STEPS, planted))
    with engine.begin() as connection:
        assert "half_done" not in inspect(connection).get_table_names()
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == len(STEPS)
    engine.dispose()


def test_a_file_with_more_steps_than_are_known_is_refused():
    engine = engine_on(connect_memory)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS) + 1}")
        with pytest.raises(FileFromTheFuture):
            bring_up_to_date(connection)
    engine.dispose()


def _shape(connection: Connection) -> dict[str, list[tuple[str, str, bool]]]:
    found = inspect(connection)
    return {
        table: [
            (column["name"], str(column["type"]), bool(column["nullable"]))
            for column in found.get_columns(table)
        ]
        for table in found.get_table_names()
        if not table.startswith("sqlite_")
    }
