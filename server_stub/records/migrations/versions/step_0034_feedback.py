"""Feedback on the service, kept apart from whose it is, and of which conversations there is some."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: nobody was asked before."""
    op.create_table(
        "feedback",
        sa.Column("feedback_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("feedback_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("feedback_by_day", "feedback", ["day"])
    op.create_table(
        "feedback_given",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("feedback_given_by_day", "feedback_given", ["day"])


def downgrade() -> None:
    """One step back: what was said goes."""
    op.drop_index("feedback_given_by_day", "feedback_given")
    op.drop_table("feedback_given")
    op.drop_index("feedback_by_day", "feedback")
    op.drop_table("feedback")
