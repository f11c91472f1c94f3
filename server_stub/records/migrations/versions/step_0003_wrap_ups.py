"""Wrap-ups and their contact reasons; when a talk ended; direction and pace of contacts (R127–R131)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("ended_at", sa.BigInteger(), nullable=True))
    for table, pace in (("conversations", "real_time"), ("callbacks", "non_urgent")):
        op.add_column(
            table, sa.Column("direction", sa.Text(), nullable=False, server_default="customer_initiated")
        )
        op.add_column(table, sa.Column("pace", sa.Text(), nullable=False, server_default=pace))
    op.create_table(
        "wrap_ups",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("service_model_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("conversation"),
    )
    op.create_index("wrap_ups_by_time", "wrap_ups", ["at"])
    op.create_table(
        "wrap_up_reasons",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["wrap_ups.conversation"]),
        sa.PrimaryKeyConstraint("conversation", "number"),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("wrap_up_reasons")
    op.drop_index("wrap_ups_by_time", table_name="wrap_ups")
    op.drop_table("wrap_ups")
    for table in ("callbacks", "conversations"):
        op.drop_column(table, "pace")
        op.drop_column(table, "direction")
    op.drop_column("conversations", "ended_at")
