"""Access rights that are applied for and granted, and passwords that let their owner choose her own."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward. Every password there is, is its owner's own."""
    op.add_column("staff", sa.Column("one_time_until", sa.BigInteger()))
    op.create_table(
        "access_applications",
        sa.Column("row", _ROW, autoincrement=True, nullable=False),
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text()),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("applied_by", sa.Text(), nullable=False),
        sa.Column("applied_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text()),
        sa.Column("decided_at", sa.BigInteger()),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("application_id"),
    )
    op.create_table(
        "access_wanted",
        sa.Column("application", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["application"], ["access_applications.row"]),
        sa.PrimaryKeyConstraint("application", "kind", "name"),
    )


def downgrade() -> None:
    """One step back: applications go, rights stay, a one-time password lets in as any other."""
    op.drop_table("access_wanted")
    op.drop_table("access_applications")
    op.drop_column("staff", "one_time_until")
