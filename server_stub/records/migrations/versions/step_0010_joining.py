"""Since when a supervisor reads along."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("joined_at", sa.BigInteger()))


def downgrade() -> None:
    """One step back."""
    op.drop_column("conversations", "joined_at")
