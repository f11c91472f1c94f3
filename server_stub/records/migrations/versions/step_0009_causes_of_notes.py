"""The command each note came from, so that its writer's workstation knows her own again."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("notes", sa.Column("caused_by", sa.Text(), nullable=True))


def downgrade() -> None:
    """One step back."""
    op.drop_column("notes", "caused_by")
