"""Who customers have proved to be, and what conversations know of it."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# SQLite numbers rows by itself only for a plain INTEGER key.
_ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_OF_CONVERSATIONS = (
    ("asked_to_identify_at", sa.BigInteger()),
    ("identification_declined_at", sa.BigInteger()),
    ("identified_after_seq", sa.Integer()),
    ("earlier_lines", sa.Text()),
)


def upgrade() -> None:
    """One step forward."""
    for name, kind in _OF_CONVERSATIONS:
        op.add_column("conversations", sa.Column(name, kind, nullable=True))
    op.create_table(
        "identifications",
        sa.Column("row", _ROW, primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sealed_code", sa.LargeBinary()),
        sa.Column("behalf_key", sa.Text()),
        sa.Column("behalf_name", sa.Text()),
        sa.Column("behalf_sealed_code", sa.LargeBinary()),
        sa.Column("mandate", sa.Text()),
    )
    op.create_index("identifications_by_person", "identifications", ["person_key"])
    op.create_table(
        "conversation_persons",
        sa.Column("conversation", sa.BigInteger(), nullable=False),
        sa.Column("identification", sa.BigInteger(), nullable=False),
        sa.Column("fact_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.ForeignKeyConstraint(["identification"], ["identifications.row"]),
        sa.PrimaryKeyConstraint("conversation"),
    )
    op.create_table(
        "pending_identifications",
        sa.Column("state_hash", sa.LargeBinary(), nullable=False),
        sa.Column("session", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("remembered", sa.LargeBinary(), nullable=False),
        sa.Column("return_to", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("state_hash"),
    )
    op.create_index("pending_identifications_by_time", "pending_identifications", ["expires_at"])
    op.create_table(
        "used_assertions",
        sa.Column("assertion_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("assertion_hash"),
    )
    op.add_column("customer_sessions", sa.Column("identification", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """One step back: everybody is anonymous again."""
    op.drop_column("customer_sessions", "identification")
    for table in (
        "used_assertions",
        "pending_identifications",
        "conversation_persons",
        "identifications",
    ):
        op.drop_table(table)
    op.execute("UPDATE conversations SET identity = 'anonymous'")
    for name, _ in reversed(_OF_CONVERSATIONS):
        op.drop_column("conversations", name)
