"""Pre-information as it was chosen, beside what it was refined and corrected to; every act is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_NEEDED = ("detail", "chosen_service_id", "chosen_topic_id", "chosen_language")
_TEXTS = (
    "finer_topic_id",
    "chosen_finer_topic_id",
    "refined_by_id",
    "refined_by_name",
    "corrected_by_id",
    "corrected_by_name",
)
_TIMES = ("refined_at", "corrected_at")


def upgrade() -> None:
    """One step forward: until now, what stands is what the customer chose."""
    for name in _NEEDED:
        op.add_column("conversations", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in _TEXTS:
        op.add_column("conversations", sa.Column(name, sa.Text()))
    for name in _TIMES:
        op.add_column("conversations", sa.Column(name, sa.BigInteger()))
    op.execute(
        "UPDATE conversations SET chosen_service_id = service_id, chosen_topic_id = topic_id, "
        "chosen_language = language"
    )
    op.create_table(
        "pre_information_acts",
        sa.Column("conversation", sa.BigInteger(), sa.ForeignKey("conversations.row"), primary_key=True),
        sa.Column("fact_number", sa.Integer(), primary_key=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("finer_topic_id", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """One step back: what the customer chose and who changed it is forgotten, what stands stays."""
    op.drop_table("pre_information_acts")
    for name in (*_NEEDED, *_TEXTS, *_TIMES):
        op.drop_column("conversations", name)
