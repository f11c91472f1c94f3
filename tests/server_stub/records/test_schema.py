"""The database's form: the numbered steps lead exactly to the tables the program is written for."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

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
