"""The audit log: who did or looked at what, each row chained to the one before (trust.md I12, P13).

An entry holds a salted digest of its fact, never its text; the salt lies with the fact and
goes with it, so erasing a text breaks no chain. `verify` needs no key.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from server_stub.records import tables

FIRST_HASH = hashlib.sha256(b"vuoro audit log, version 1").digest()
# The action of a row that tells of an erasure: only with it may a fact have lost its salt.
ERASED = "FactErased"
# Fields are joined by the unit separator: no id, action or number can hold it.
_BETWEEN = "\x1f"


def digest(salt: bytes, body: bytes, customer_body: bytes | None) -> str:
    """What an entry keeps of a fact: 64 hexadecimal digits that say nothing without the salt."""
    hashed = hashlib.sha256(salt)
    hashed.update(body)
    if customer_body is not None:
        hashed.update(customer_body)
    return hashed.hexdigest()


def entry(
    seq: int,
    *,
    at: int,
    actor: str,
    action: str,
    about: str | None,
    fact_seq: int | None,
    fact_digest: str | None,
) -> bytes:
    """The canonical bytes of a row: version 1 of the form.

    `about` is the conversation or callback request, where it is about one.
    """
    fields = (
        "1",
        str(seq),
        str(at),
        actor,
        action,
        about or "",
        str(fact_seq or ""),
        fact_digest or "",
    )
    return _BETWEEN.join(fields).encode()


def chain(before: bytes, canonical: bytes) -> bytes:
    """The hash of a row: SHA-256 over the hash before it and its own bytes."""
    return hashlib.sha256(before + canonical).digest()


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where the log or a fact is not what was written. `position` is the audit row's number."""

    position: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification went through and found."""

    rows: int
    facts: int
    broken: tuple[Broken, ...]


def verify(connection: Connection) -> Verified:
    """Go through the whole log and every fact; name each row edited, deleted, swapped or inserted."""
    broken = list(_broken_chain(connection))
    rows = connection.execute(select(tables.audit.c.seq, tables.audit.c.entry)).all()
    facts, broken_facts = _compare_facts(connection, {seq: bytes(raw) for seq, raw in rows})
    return Verified(len(rows), facts, tuple(sorted([*broken, *broken_facts], key=lambda b: b.position)))


def _broken_chain(connection: Connection) -> Iterator[Broken]:
    before, expected = FIRST_HASH, 1
    rows = connection.execute(select(tables.audit).order_by(tables.audit.c.seq))
    for seq, raw, stored in rows:
        canonical, kept = bytes(raw), bytes(stored)
        while expected < seq:
            yield Broken(expected, "the row is missing: it was deleted")
            expected += 1
            before = b""
        if seq < expected:
            yield Broken(seq, "the row does not belong here: it was inserted")
            continue
        if canonical.split(b"\x1f")[1:2] != [str(seq).encode()]:
            yield Broken(seq, "the row carries another number: it was swapped or inserted")
        elif before and chain(before, canonical) != kept:
            yield Broken(seq, "the row does not follow from the one before: it was edited")
        before, expected = kept, seq + 1
    _, audit_seq, audit_hash = connection.execute(
        select(tables.head.c.seq, tables.head.c.audit_seq, tables.head.c.audit_hash)
    ).one()
    while expected <= audit_seq:
        yield Broken(expected, "the row is missing: the end was cut off")
        expected += 1
        before = b""
    if expected > audit_seq + 1:
        yield Broken(audit_seq + 1, "rows follow the end of the log: they were inserted")
    elif before and before != bytes(audit_hash):
        yield Broken(audit_seq, "the last row is not the one the log ended with: it was edited")


def _compare_facts(connection: Connection, entries: dict[int, bytes]) -> tuple[int, list[Broken]]:
    told, erased = _told(entries)
    broken: list[Broken] = []
    count = 0
    facts = tables.facts.c
    for fact_seq, body, customer_body, salt in connection.execute(
        select(facts.seq, facts.body, facts.customer_body, facts.salt).order_by(facts.seq)
    ):
        count += 1
        position, kept = told.pop(fact_seq, (0, ""))
        if not position:
            broken.append(Broken(0, f"fact {fact_seq} has no row in the log: it was inserted"))
        elif salt is None:
            if fact_seq not in erased:
                broken.append(Broken(position, f"fact {fact_seq} was erased without a row that says so"))
        elif kept != digest(
            bytes(salt), bytes(body), None if customer_body is None else bytes(customer_body)
        ):
            broken.append(Broken(position, f"fact {fact_seq} is not what was written: it was edited"))
    broken += [
        Broken(position, f"fact {fact_seq} is missing: it was deleted")
        for fact_seq, (position, _) in told.items()
    ]
    return count, broken


def _told(entries: dict[int, bytes]) -> tuple[dict[int, tuple[int, str]], set[int]]:
    """What the log tells of facts: number → (row, digest); and which of them it says were erased."""
    told: dict[int, tuple[int, str]] = {}
    erased: set[int] = set()
    for seq, canonical in entries.items():
        fields = canonical.decode(errors="replace").split(_BETWEEN)
        if len(fields) != 8 or not fields[6].isdecimal():
            continue
        if fields[4] == ERASED:
            erased.add(int(fields[6]))
        else:
            told[int(fields[6])] = (seq, fields[7])
    return told, erased
