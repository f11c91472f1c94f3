"""What is held now and what was closed today are found without walking through all that ever was."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.drop_index("conversations_by_holder", table_name="conversations")
    op.create_index("conversations_by_holder", "conversations", ["holder_id", "state"])
    op.create_index("callbacks_by_closing", "callbacks", ["closed_at"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("callbacks_by_closing", table_name="callbacks")
    op.drop_index("conversations_by_holder", table_name="conversations")
    op.create_index("conversations_by_holder", "conversations", ["holder_id"])
