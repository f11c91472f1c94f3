"""The facts that still hold the words of a callback request are found without reading the log."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_WITH_WORDS = sa.text("kind = 'CallbackRequested' AND salt IS NOT NULL")


def upgrade() -> None:
    """One step forward."""
    op.create_index(
        "facts_with_words", "facts", ["seq"], sqlite_where=_WITH_WORDS, postgresql_where=_WITH_WORDS
    )


def downgrade() -> None:
    """One step back."""
    op.drop_index("facts_with_words", table_name="facts")
