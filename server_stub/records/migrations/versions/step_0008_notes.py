"""Notes for professionals, beside their facts."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "notes",
        sa.Column("conversation", sa.BigInteger(), sa.ForeignKey("conversations.row"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("after_seq", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("notes")
