"""Drafts as rows: unsent text, bound to its conversation."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.draft import Draft
from app.domain.ids import ConversationId
from app.domain.problems import ProblemCode
from app.store.tables import drafts
from app.store.times import from_microseconds, to_microseconds


def all_drafts(connection: Connection) -> tuple[Draft, ...]:
    """Every draft, the oldest first."""
    rows = connection.execute(select(drafts).order_by(drafts.c.saved_at, drafts.c.conversation_id))
    return tuple(
        Draft(
            conversation_id=ConversationId(row.conversation_id),
            text=row.text,
            saved_at=from_microseconds(row.saved_at),
            returned=None if row.returned is None else _known(row.returned),
        )
        for row in rows
    )


def keep_draft(connection: Connection, draft: Draft) -> None:
    """Keep it in place of the conversation's earlier one."""
    values = {
        "text": draft.text,
        "saved_at": to_microseconds(draft.saved_at),
        "returned": None if draft.returned is None else draft.returned.value,
    }
    statement = insert(drafts).values(conversation_id=draft.conversation_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["conversation_id"], set_=values))


def forget_draft(connection: Connection, conversation_id: ConversationId) -> None:
    """Delete it; an unknown one is no error."""
    connection.execute(delete(drafts).where(drafts.c.conversation_id == conversation_id))


def _known(code: str) -> ProblemCode:
    """A code of another version of Vuoro gets the general sentence rather than losing the text."""
    try:
        return ProblemCode(code)
    except ValueError:
        return ProblemCode.UNKNOWN
