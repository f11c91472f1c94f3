"""The form of the database: which step it stands at, and bringing it to this program's."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_STEPS: Final = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, *, to: str = "head") -> None:
    """Bring the database to the newest form, or to that step, inside the caller's transaction."""
    command.upgrade(_config(connection), to)


def stands_at(connection: Connection) -> str | None:
    """The step the database stands at, or None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The step this program was written for."""
    head = ScriptDirectory.from_config(_config(None)).get_current_head()
    if head is None:
        raise RuntimeError("the package holds no migrations: it was not installed whole")
    return head


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    config.attributes["connection"] = connection
    return config
