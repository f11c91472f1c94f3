"""To whom an application was passed on is kept, to be counted."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: nobody said so before."""
    op.create_table(
        "passed_on",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("fact_number", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("conversation", "fact_number"),
    )
    op.create_index("passed_on_by_time", "passed_on", ["at"])


def downgrade() -> None:
    """One step back: what was counted goes."""
    op.drop_index("passed_on_by_time", "passed_on")
    op.drop_table("passed_on")
