"""A contact can be marked at its wrap-up: new or has dealt before, a meeting needed or not, and the like."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "wrap_up_marks",
        sa.Column("conversation", sa.BigInteger, sa.ForeignKey("wrap_ups.conversation"), primary_key=True),
        sa.Column("mark", sa.Text, primary_key=True),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("wrap_up_marks")
