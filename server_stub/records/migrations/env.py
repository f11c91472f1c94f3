"""Alembic's entry: runs the steps on the connection it is handed, in its transaction."""

from alembic import context

from server_stub.records.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
