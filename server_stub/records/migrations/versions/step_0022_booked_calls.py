"""A callback request may be for a booked time, of a customer who has identified."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("callbacks", sa.Column("booked_from", sa.BigInteger))
    op.add_column("callbacks", sa.Column("booked_until", sa.BigInteger))
    op.add_column(
        "callbacks", sa.Column("is_identified", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.create_index("callbacks_by_booking", "callbacks", ["booked_from"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("callbacks_by_booking", "callbacks")
    for name in ("is_identified", "booked_until", "booked_from"):
        op.drop_column("callbacks", name)
