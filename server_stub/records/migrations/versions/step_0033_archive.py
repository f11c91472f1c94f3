"""Closed conversations are found from the newest on, and all that ever began are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_CLOSED = sa.text("closed_at IS NOT NULL")
_OF_TESTS = sa.text("is_test")


def upgrade() -> None:
    """One step forward."""
    op.create_index(
        "conversations_by_closing",
        "conversations",
        ["closed_at", "conversation_id"],
        sqlite_where=_CLOSED,
        postgresql_where=_CLOSED,
    )
    op.create_index("conversations_by_opening", "conversations", ["opened_at"])
    op.create_index(
        "wrap_ups_of_tests",
        "wrap_ups",
        ["conversation"],
        sqlite_where=_OF_TESTS,
        postgresql_where=_OF_TESTS,
    )


def downgrade() -> None:
    """One step back."""
    op.drop_index("wrap_ups_of_tests", "wrap_ups")
    op.drop_index("conversations_by_opening", "conversations")
    op.drop_index("conversations_by_closing", "conversations")
