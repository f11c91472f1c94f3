"""Masking by hand in the records: a message is written over wherever it is kept (P02, I13).

A message's words stand in its fact, in earlier maskings of it, as the last line of its conversation and of
the heads in facts since, and in consultations it was attached to; and from the ledger's digest of them what
was covered could be guessed. All go in the commit of `SpanMasked`, also from facts that this very commit has
still to write. Who masks has the lock of consultations, who attaches a line that of its conversation: no
other process attaches it meanwhile. A fact that is written over gets a new salt and a row of the audit log
with its new digest: what is left is held by the chain as before, and of what was there nothing is left to
compare with.
"""

import json
import os
from collections.abc import Callable
from typing import Final

from sqlalchemy import select, update

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.masking_values import Maskable, SpanMasked
from server_stub.records import audit, fact_log, tables
from server_stub.records.group import Group
from server_stub.wire import maskings

REWRITTEN: Final = "FactMasked"
"""The action of a row that tells of a fact written over: it holds the digest of what the fact is now."""


def maskable(group: Group, conversation: Conversation, seq: int) -> Maskable | None:
    """The message of that number as it is kept now, or None."""
    for _, kind, body in _since(group, conversation, seq):
        found = maskings.maskable_in(body, seq) if kind == "MessageWritten" else None
        if found is not None:
            return found
    return None


def write_over(
    group: Group, conversation: Conversation, fact: SpanMasked, actor: str, *, covered: Callable[[str], str]
) -> None:
    """Write the message over in every copy of it. `covered` covers what those must not read who may not know
    who the customer is: lines that went with a consultation.
    """
    before = maskable(group, conversation, fact.seq)
    since = _since(group, conversation, fact.seq)
    for seq, kind, body in since:
        if kind == "MessageWritten":
            _forget_digest(group, conversation, maskings.written_by(body, fact.seq))
        _put(group, conversation.conversation_id, actor, seq, body, maskings.rewritten(body, fact))
    for written in group.written:
        about = written.conversation
        if about is not None and about.conversation_id == conversation.conversation_id:
            written.body = maskings.rewritten(written.body, fact) or written.body
    if before is not None:
        oldest = min(seq for seq, _, _ in since)
        texts = (before.text, fact.text, covered(fact.text))
        _write_over_attached(group, conversation, fact.seq, texts, actor, oldest)


def _since(group: Group, conversation: Conversation, seq: int) -> list[tuple[int, str, bytes]]:
    """Facts since that message, the newest first: number, kind, body."""
    if conversation.row is None:
        return []
    rows = fact_log.since_message(group.connection, conversation.row, seq)
    return [(row.seq, row.kind, bytes(row.body)) for row in rows]


def _forget_digest(group: Group, conversation: Conversation, command_id: str | None) -> None:
    ledger = tables.ledger
    of_it = (ledger.c.command_id == command_id) & (ledger.c.conversation == conversation.row)
    if command_id is not None:
        group.connection.execute(update(ledger).where(of_it).values(digest=b""))


def _put(group: Group, about: str, actor: str, seq: int, before: bytes, after: bytes | None) -> None:
    if after is None or after == before:
        return
    salt = os.urandom(16)
    facts = tables.facts
    customer_body = group.connection.execute(
        update(facts).where(facts.c.seq == seq).values(body=after, salt=salt).returning(facts.c.customer_body)
    ).scalar_one()
    kept = None if customer_body is None else bytes(customer_body)
    group.note(actor, REWRITTEN, about, fact_seq=seq, fact_digest=audit.digest(salt, after, kept))


def _write_over_attached(
    group: Group, of: Conversation, seq: int, texts: tuple[str, str, str], actor: str, oldest: int
) -> None:
    """Lines that went along with a question, in its rows and in the facts that told of it since `oldest`.

    `texts`: what the message was, what it is, and what it is to those who may not know who the customer is.
    """
    was, now, for_others = texts
    consultations, entries = tables.consultations.c, tables.consultation_entries
    asked = group.connection.execute(
        select(entries.c.consultation, entries.c.number, entries.c.attached, consultations.consultation_id)
        .join(tables.consultations, consultations.row == entries.c.consultation)
        .where(consultations.conversation_id == of.conversation_id, entries.c.attached != "[]")
    ).all()
    for row, number, attached, consultation_id in asked:
        lines = json.loads(attached)
        line = next((line for line in lines if line[0] == seq), None)
        if line is None:
            continue
        line[-1] = now if line[-1] == was else for_others
        group.connection.execute(
            update(entries)
            .where(entries.c.consultation == row, entries.c.number == number)
            .values(attached=json.dumps(lines, ensure_ascii=False))
        )
        for fact_seq, body in _told_of(group, consultation_id, oldest):
            after = maskings.with_attached(body, seq, line[-1])
            _put(group, consultation_id, actor, fact_seq, body, after)
        for written in group.written:
            if written.about == consultation_id:
                written.body = maskings.with_attached(written.body, seq, line[-1]) or written.body


def _told_of(group: Group, consultation_id: str, oldest: int) -> list[tuple[int, bytes]]:
    """Facts about a consultation; it cannot have been asked before the message was written."""
    facts = tables.facts.c
    rows = group.connection.execute(
        select(facts.seq, facts.body).where(facts.seq >= oldest, facts.kind.like("Consultation%"))
    )
    told = ((number, bytes(body)) for number, body in rows)
    return [(number, body) for number, body in told if consultation_id.encode() in body]
