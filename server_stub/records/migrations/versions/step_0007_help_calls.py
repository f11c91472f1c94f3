"""Calls for help in a conversation: when, what about, and which supervisor comes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("help_called_at", sa.BigInteger(), nullable=True))
    for name in ("help_text", "helper_id", "helper_name"):
        op.add_column("conversations", sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    """One step back."""
    for name in ("helper_name", "helper_id", "help_text", "help_called_at"):
        op.drop_column("conversations", name)
