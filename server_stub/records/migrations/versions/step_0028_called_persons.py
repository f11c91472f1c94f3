"""Who had identified when she asked to be called, so that an agreed message may follow the call."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. Nothing is known of who asked before."""
    op.create_table(
        "callback_persons",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        sa.Column("identification", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["callback"], ["callbacks.row"]),
        sa.ForeignKeyConstraint(["identification"], ["identifications.row"]),
        sa.PrimaryKeyConstraint("callback"),
    )
    _make_agreed_messages(after_calls=True)


def downgrade() -> None:
    """One step back: what was said of messages after calls goes, the messages stay."""
    _make_agreed_messages(after_calls=False)
    op.drop_table("callback_persons")


def _make_agreed_messages(*, after_calls: bool) -> None:
    # Made anew and filled from the old: SQLite cannot let a column be null that could not.
    same = "conversation, contact, purpose, recipient, agreed_how, agreed_on, staff_id, is_one_way, sent_at"
    op.rename_table("agreed_messages", "agreed_messages_before")
    called = [sa.Column("callback", sa.BigInteger(), sa.ForeignKey("callbacks.row"))] if after_calls else []
    op.create_table(
        "agreed_messages",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("contact", sa.BigInteger(), nullable=after_calls),
        *called,
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("agreed_how", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("is_one_way", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.ForeignKeyConstraint(["contact"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("conversation"),
    )
    kept = "" if after_calls else " WHERE contact IS NOT NULL"
    op.execute(
        f"INSERT INTO agreed_messages ({same}) SELECT {same} FROM agreed_messages_before{kept}"  # noqa: S608
    )
    op.drop_table("agreed_messages_before")
