"""Planned shifts: who works when for which queues, and whom a supervisor has let work besides."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: nothing was planned before."""
    op.create_table(
        "planned_shifts",
        sa.Column("planned_id", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.PrimaryKeyConstraint("planned_id"),
    )
    op.create_index("planned_shifts_by_start", "planned_shifts", ["starts_at"])
    op.create_table(
        "planned_shift_queues",
        sa.Column("planned_id", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["planned_id"], ["planned_shifts.planned_id"]),
        sa.PrimaryKeyConstraint("planned_id", "queue_id"),
    )
    op.create_table(
        "shift_allowances",
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("allowed_until", sa.BigInteger(), nullable=False),
        sa.Column("allowed_by", sa.Text(), nullable=False),
        sa.Column("allowed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("staff_id"),
    )


def downgrade() -> None:
    """One step back: what was planned goes."""
    op.drop_table("shift_allowances")
    op.drop_table("planned_shift_queues")
    op.drop_index("planned_shifts_by_start", "planned_shifts")
    op.drop_table("planned_shifts")
