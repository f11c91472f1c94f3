"""Permission to move a conversation across the register boundary: as it stands, and every question asked."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_MAY_BE_NONE = ("consent_state", "consent_queue_id")
_COUNTS = ("consent_after_seq", "released_after_seq", "released_after_number")


def upgrade() -> None:
    """One step forward."""
    op.add_column("conversations", sa.Column("consent_number", sa.Integer(), nullable=True))
    for name in _MAY_BE_NONE:
        op.add_column("conversations", sa.Column(name, sa.Text(), nullable=True))
    for name in _COUNTS:
        op.add_column("conversations", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "consents",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fact_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("asked", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger()),
        sa.Column("moved_at", sa.BigInteger()),
        sa.Column("opened_at", sa.BigInteger()),
        sa.Column("withdrawn_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("conversation", "number"),
    )


def downgrade() -> None:
    """One step back: nothing crosses any more."""
    op.drop_table("consents")
    for name in (*reversed(_COUNTS), *reversed(_MAY_BE_NONE), "consent_number"):
        op.drop_column("conversations", name)
