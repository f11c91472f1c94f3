"""Feedback as rows that name nobody, and beside them of which conversations there is some (R139).

The two share no key and no time of day: a row of feedback has an id made by chance. They are written in one
transaction, so PostgreSQL's files would tell which belong together by its number and by their order: that is
why both are written anew, many at once, in the order of their keys (decision 67).
"""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, insert, select, update

from server_stub.helpline.feedback import Feedback
from server_stub.records import tables

_rows = tables.feedback.c
_given = tables.feedback_given.c


def is_given(connection: Connection, conversation_id: str) -> bool:
    """Whether the customer of that conversation has given some."""
    asked = select(func.count()).where(_given.conversation_id == conversation_id)
    return bool(connection.execute(asked).scalar_one())


def keep(connection: Connection, feedback_id: str, kept: Feedback, *, conversation_id: str) -> None:
    """Write it, and apart from it that there is some."""
    connection.execute(insert(tables.feedback).values(feedback_id=feedback_id, **kept._asdict()))
    connection.execute(insert(tables.feedback_given).values(conversation_id=conversation_id, day=kept.day))


def between(connection: Connection, first: str, last: str) -> Iterator[Feedback]:
    """Those of these days, both included, in an order that says nothing of when they came."""
    asked = select(*(_rows[name] for name in Feedback._fields))
    rows = connection.execute(asked.where(_rows.day >= first, _rows.day <= last).order_by(_rows.feedback_id))
    return (Feedback(*row) for row in rows)


def write_anew(connection: Connection, *, since: str) -> None:
    """Write the rows of that day and later once more, each table in the order of its keys: what was written
    together is then not to be told from what was not.

    What is taken out is what is put back: rows that another process writes or rewrites meanwhile are its own.
    """
    for table, day, key in (
        (tables.feedback, _rows.day, "feedback_id"),
        (tables.feedback_given, _given.day, "conversation_id"),
    ):
        taken = connection.execute(delete(table).where(day >= since).returning(table)).mappings().all()
        if taken:
            again = {str(row[key]): dict(row) for row in taken}
            connection.execute(insert(table), [again[each] for each in sorted(again)])


def forget_words(connection: Connection, *, before: str) -> int:
    """Let go of words of days before that one, and of who has given some; scores stay. How many had words."""
    connection.execute(delete(tables.feedback_given).where(_given.day < before))
    gone = connection.execute(
        update(tables.feedback).where(_rows.day < before, _rows.text != "").values(text="")
    )
    return gone.rowcount
