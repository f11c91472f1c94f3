"""Shifts that begin and end, and the queues chosen for one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("shifts", sa.Column("began_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "shift_queues",
        sa.Column("staff_id", sa.Text(), primary_key=True),
        sa.Column("queue_id", sa.Text(), primary_key=True),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("shift_queues")
    op.drop_column("shifts", "began_at")
