"""A call can be marked as a mystery customer or a test."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column(
        "call_wrap_ups", sa.Column("is_test", sa.Boolean, nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    """One step back."""
    op.drop_column("call_wrap_ups", "is_test")
