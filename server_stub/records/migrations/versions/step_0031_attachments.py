"""Files of identified customers: what each is, and its bytes in pieces."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "attachments",
        sa.Column("row", _ROW, autoincrement=True, nullable=False),
        sa.Column("attachment_id", sa.Text(), nullable=False),
        sa.Column("session", sa.BigInteger(), nullable=False),
        sa.Column("upload_id", sa.Text(), nullable=False),
        sa.Column("conversation", sa.BigInteger()),
        sa.Column("seq", sa.Integer()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.Integer()),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("uploaded_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.row"]),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("attachment_id"),
    )
    op.create_index("attachments_by_upload", "attachments", ["session", "upload_id"], unique=True)
    op.create_index("attachments_by_conversation", "attachments", ["conversation"])
    op.create_table(
        "attachment_pieces",
        sa.Column("attachment", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("piece", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["attachment"], ["attachments.row"]),
        sa.PrimaryKeyConstraint("attachment", "number"),
    )


def downgrade() -> None:
    """One step back: files that were sent go, their names stay as messages."""
    op.drop_table("attachment_pieces")
    op.drop_index("attachments_by_conversation", "attachments")
    op.drop_index("attachments_by_upload", "attachments")
    op.drop_table("attachments")
