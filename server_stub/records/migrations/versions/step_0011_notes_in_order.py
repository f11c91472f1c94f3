"""Each note knows its fact, so that nobody is given one that was written after her time."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: the notes of a conversation and its facts of them are in one order."""
    op.add_column("notes", sa.Column("fact_number", sa.Integer(), nullable=False, server_default="0"))
    facts = sa.table("facts", sa.column("conversation"), sa.column("number"), sa.column("kind"))
    notes = sa.table("notes", sa.column("conversation"), sa.column("number"), sa.column("fact_number"))
    written = op.get_bind().execute(
        sa.select(facts.c.conversation, facts.c.number)
        .where(facts.c.kind == "NoteWritten")
        .order_by(facts.c.conversation, facts.c.number)
    )
    known: dict[int, int] = {}
    for conversation, fact_number in written.all():
        known[conversation] = number = known.get(conversation, 0) + 1
        op.execute(
            notes.update()
            .where(notes.c.conversation == conversation, notes.c.number == number)
            .values(fact_number=fact_number)
        )


def downgrade() -> None:
    """One step back."""
    op.drop_column("notes", "fact_number")
