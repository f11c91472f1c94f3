"""What calls were about, beside what conversations were."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "call_wrap_ups",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("service_model_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["callback"], ["callbacks.row"]),
        sa.PrimaryKeyConstraint("callback"),
    )
    op.create_index("call_wrap_ups_by_time", "call_wrap_ups", ["at"])
    op.create_table(
        "call_wrap_up_reasons",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["callback"], ["call_wrap_ups.callback"]),
        sa.PrimaryKeyConstraint("callback", "number"),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("call_wrap_up_reasons")
    op.drop_index("call_wrap_ups_by_time", table_name="call_wrap_ups")
    op.drop_table("call_wrap_ups")
