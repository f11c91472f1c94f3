"""What somebody of staff says of her own work: whether she is there for customers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "shifts",
        sa.Column("staff_id", sa.Text(), primary_key=True),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("presence_since", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("shifts")
