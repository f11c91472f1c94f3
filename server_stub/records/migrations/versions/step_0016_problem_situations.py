"""Problem situations and what comes of them, what help is called for, what gives reason to be concerned."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TEXTS = ("help_about", "language_barrier", "problem_steps", "concern")


def upgrade() -> None:
    """One step forward."""
    for name in _TEXTS:
        op.add_column("conversations", sa.Column(name, sa.Text()))
    op.add_column("conversations", sa.Column("problem_began_at", sa.BigInteger()))
    op.add_column("conversations", sa.Column("concern_seq", sa.Integer()))
    # Calls that stand were about a question: nothing else could be said of one.
    op.execute("UPDATE conversations SET help_about = 'question' WHERE help_called_at IS NOT NULL")
    op.create_table(
        "debriefs",
        sa.Column("row", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
    )
    op.create_index("debriefs_by_time", "debriefs", ["ended_at"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("debriefs_by_time", table_name="debriefs")
    op.drop_table("debriefs")
    for name in ("concern_seq", "problem_began_at", *reversed(_TEXTS)):
        op.drop_column("conversations", name)
