"""Messages that professionals begin, as agreed with a customer, and until when they are open."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("open_until", sa.BigInteger(), nullable=True))
    op.create_table(
        "agreed_messages",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("contact", sa.BigInteger(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("agreed_how", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("is_one_way", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.ForeignKeyConstraint(["contact"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("conversation"),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("agreed_messages")
    op.drop_column("conversations", "open_until")
