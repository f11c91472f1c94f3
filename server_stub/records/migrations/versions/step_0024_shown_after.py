"""Lines that a customer keeps apart do not go along when her conversation moves."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: what has moved before stays as it was shown."""
    op.add_column(
        "conversations", sa.Column("shown_after_seq", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    """One step back."""
    op.drop_column("conversations", "shown_after_seq")
