"""The database's form: the numbered steps lead exactly to the tables the program is written for."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from server_stub.records import schema
from server_stub.records.database import Database, Place, open_engine
from server_stub.records.tables import metadata


def test_the_steps_lead_to_the_tables(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert schema.stands_at(connection) == schema.newest()


def test_a_database_of_the_first_form_is_brought_up_to_the_newest(place: Place) -> None:
    old = Database(open_engine(place))
    with old.writing() as connection:
        schema.upgrade(connection, to="0001")
        assert schema.stands_at(connection) == "0001"
    with old.writing() as connection:
        schema.upgrade(connection)
        assert schema.stands_at(connection) == schema.newest()
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    old.close()


def test_bringing_a_new_database_up_again_changes_nothing(database: Database) -> None:
    with database.writing() as connection:
        schema.upgrade(connection)
        assert schema.stands_at(connection) == schema.newest()


def test_notes_of_an_older_form_find_their_facts(place: Place) -> None:
    """The second note of the first conversation is its seventh fact; that of the other its third."""
    old = Database(open_engine(place))
    with old.writing() as connection:
        schema.upgrade(connection, to="0008")
        for row in (1, 2):
            connection.execute(text(A_CONVERSATION), {"row": row, "id": f"{row:032x}"})
        for seq, (conversation, number, kind) in enumerate(
            [(1, 4, "NoteWritten"), (2, 3, "NoteWritten"), (1, 5, "MessageWritten"), (1, 7, "NoteWritten")]
        ):
            values = {"seq": seq + 1, "conversation": conversation, "number": number, "kind": kind}
            connection.execute(text(A_FACT), {**values, "body": b"{}"})
        for conversation, number in ((1, 1), (1, 2), (2, 1)):
            connection.execute(text(A_NOTE), {"conversation": conversation, "number": number})
    with old.writing() as connection:
        schema.upgrade(connection)
        found = connection.execute(
            text("SELECT conversation, number, fact_number FROM notes ORDER BY conversation, number")
        )
        assert [tuple(row) for row in found] == [(1, 1, 4), (1, 2, 7), (2, 1, 3)]
    old.close()


A_CONVERSATION = """INSERT INTO conversations (row, conversation_id, alias, state, queue_id, language,
    identity, service_id, topic_id, opened_at, waiting_since, responsibility_version, hand_overs, last_seq,
    last_line, read_by_customer, read_by_counsellor, last_number)
    VALUES (:row, :id, '1', 'closed', '#q', 'fi', 'anonymous', 's', 't', 0, 0, 1, 0, 0, '', 0, 0, 0)"""
A_FACT = """INSERT INTO facts (seq, conversation, number, kind, audience, body)
    VALUES (:seq, :conversation, :number, :kind, 's:x', :body)"""
A_NOTE = """INSERT INTO notes (conversation, number, after_seq, staff_id, staff_name, at, text)
    VALUES (:conversation, :number, 0, 'x', 'X', 0, 'muistiinpano')"""
