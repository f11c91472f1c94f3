"""Erasing what customers wrote and where they may be called, once nobody calls there any more (P10, P11).

A request's words and masked number stand in its row and in the fact that told of it. Both go in one commit:
the fact keeps its place and its key to colleagues' logs, loses words, number and salt, and a row of the audit
log says so.
"""

from sqlalchemy import select, text, update

from server_stub.helpline.accounts import CALLBACK_CLOSED_LIFE, millis
from server_stub.records import callbacks, tables
from server_stub.records.audit import ERASED
from server_stub.records.group import Group
from server_stub.wire.callbacks import requested_id, without_words

_AT_ONCE = 500


def erase_closed_requests(group: Group, actor: str) -> int:
    """Erase every request closed for longer than its customer can see it; how many facts lost their words.

    At most some hundred in one commit, the oldest first: the next round goes on.
    """
    before = group.now - millis(CALLBACK_CLOSED_LIFE)
    callbacks.forget_numbers(group.connection, before=before)
    facts = tables.facts
    # The words of the index itself: SQLite finds it by them.
    known = group.connection.execute(
        select(facts.c.seq, facts.c.body).where(text(tables.WITH_WORDS)).order_by(facts.c.seq)
    ).all()
    about = {seq: requested_id(bytes(body)) for seq, body in known}
    over = callbacks.closed_before(group.connection, set(about.values()), before=before)
    gone = [row for row in known if about[row.seq] in over][:_AT_ONCE]
    return sum(_erase(group, actor, row.seq, bytes(row.body), about[row.seq]) for row in gone)


def _erase(group: Group, actor: str, seq: int, body: bytes, callback_id: str) -> bool:
    """Erase one fact's words and say so, unless another process was first: it has said so then."""
    facts = tables.facts
    done = group.connection.execute(
        update(facts)
        .where(facts.c.seq == seq, facts.c.salt.is_not(None))
        .values(body=without_words(body), salt=None)
    )
    if not done.rowcount:
        return False
    callbacks.forget_person(group.connection, callback_id)
    group.note(actor, ERASED, callback_id, fact_seq=seq)
    return True
