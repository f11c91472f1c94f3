"""Conversations go on as chats or as non-urgent messages, with a promise of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("channel", sa.Text(), nullable=False, server_default="chat"))
    op.add_column("conversations", sa.Column("due_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """One step back."""
    op.drop_column("conversations", "due_at")
    op.drop_column("conversations", "channel")
