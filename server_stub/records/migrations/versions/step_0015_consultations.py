"""Consultations between professionals: the question, its thread, and what became of each promise."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "consultations",
        sa.Column("row", _ROW, primary_key=True, autoincrement=True),
        sa.Column("consultation_id", sa.Text(), nullable=False, unique=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("from_queue_id", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("asker_id", sa.Text(), nullable=False),
        sa.Column("asker_name", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=True),
        sa.Column("is_identity_allowed", sa.Boolean(), nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=True),
        sa.Column("holder_name", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("promise", sa.Text(), nullable=True),
        sa.Column("promise_number", sa.Integer(), nullable=False),
        sa.Column("promised_at", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("responsibility_version", sa.Integer(), nullable=False),
    )
    op.create_index("consultations_by_state", "consultations", ["state", "queue_id"])
    op.create_index("consultations_by_promise", "consultations", ["promise", "due_at"])
    op.create_index("consultations_by_closing", "consultations", ["closed_at"])
    op.create_table(
        "consultation_entries",
        sa.Column("consultation", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("attached", sa.Text(), nullable=False),
        sa.Column("call_outcome", sa.Text(), nullable=True),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("caused_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.row"]),
        sa.PrimaryKeyConstraint("consultation", "number"),
    )
    op.create_table(
        "consultation_promises",
        sa.Column("consultation", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("promised_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.row"]),
        sa.PrimaryKeyConstraint("consultation", "number"),
    )
    op.create_index("consultation_promises_by_time", "consultation_promises", ["settled_at"])


def downgrade() -> None:
    """One step back."""
    op.drop_table("consultation_promises")
    op.drop_table("consultation_entries")
    op.drop_table("consultations")
