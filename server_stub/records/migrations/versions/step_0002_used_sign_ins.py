"""When the access token of a sign-in was first seen, so that a lost answer is told from a theft."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("sign_ins", sa.Column("used_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """One step back."""
    op.drop_column("sign_ins", "used_at")
