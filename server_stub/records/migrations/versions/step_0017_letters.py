"""Customers can have their conversation by e-mail: the letters that wait, and how they went."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "letters",
        sa.Column("row", _ROW, primary_key=True, autoincrement=True),
        sa.Column("letter_id", sa.Text, nullable=False, unique=True),
        sa.Column("conversation", sa.BigInteger, sa.ForeignKey("conversations.row"), nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("first_seq", sa.Integer, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("next_at", sa.BigInteger),
        sa.Column("taken_at", sa.BigInteger),
    )
    op.create_index("letters_by_next_try", "letters", ["next_at"])
    op.create_index("letters_by_time", "letters", ["asked_at"])
    op.create_index("letters_by_conversation", "letters", ["conversation"])


def downgrade() -> None:
    """One step back."""
    op.drop_table("letters")
