"""How long conversations are kept: holds, exports and erasures; facts of consultations that hold words."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_WITH_WORDS = "kind >= 'Consultation' AND kind < 'Consultatioo' AND salt IS NOT NULL"


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "keepings",
        sa.Column("conversation", sa.BigInteger, sa.ForeignKey("conversations.row"), primary_key=True),
        sa.Column("held_at", sa.BigInteger),
        sa.Column("exported_at", sa.BigInteger),
        sa.Column("erased_at", sa.BigInteger),
    )
    op.create_index(
        "facts_of_consultations",
        "facts",
        ["seq"],
        sqlite_where=sa.text(_WITH_WORDS),
        postgresql_where=sa.text(_WITH_WORDS),
    )


def downgrade() -> None:
    """One step back."""
    op.drop_index("facts_of_consultations", table_name="facts")
    op.drop_table("keepings")
