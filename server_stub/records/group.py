"""One commit's worth of commands: what they may read, and what they leave to be written.

The head and the ledger are read inside the transaction, states too unless the last commits left them
(`remembered.py`): a group that fails leaves nothing behind to forget.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from server_stub.helpline.actors import Actor, CustomerActor
from server_stub.helpline.callback_values import Told
from server_stub.helpline.consultation_values import ConsultationTold
from server_stub.helpline.conversation_values import Channel, Conversation
from server_stub.helpline.decisions import Addressed, Due
from server_stub.helpline.shift import ShiftTold
from server_stub.records import audit, shifts, tables
from server_stub.records.database import driver_connection
from server_stub.records.hot_path import FactRow, Found, HotPath, LedgerRow
from server_stub.records.remembered import Remembered

# What counts against her capacity: a talk the customer has ended only waits to be wrapped up.
LOAD_STATE = "held"
MILESTONE_EVERY = 64
"""Facts of a conversation between two milestones: the furthest anybody walks to where a page begins."""


class Key(NamedTuple):
    """What makes a command the same command: its id and who sent it."""

    command_id: str
    actor: str


@dataclass(slots=True)
class Written:
    """A fact on its way: numbered at the end of the group, when its `row` is made too.

    `about` names what it is about where that is no conversation: a callback request, a
    consultation, somebody of staff.
    """

    conversation: Conversation | None
    number: int | None
    message_seq: int | None
    addressed: Addressed | Told | ShiftTold | ConsultationTold
    body: bytes
    customer_body: bytes | None
    actor: str
    seq: int = 0
    row: FactRow | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class _Look:
    actor: str
    action: str
    about: str | None
    fact_seq: int | None = None
    fact_digest: str | None = None


class Entered(NamedTuple):
    """What a command of this group led to: a fact, a problem, or nothing."""

    key: Key
    digest: bytes
    conversation: int | None
    written: Written | None
    problem: bytes | None

    def row_at(self, now: int) -> LedgerRow:
        """The ledger row, once the fact has its number."""
        fact_seq = self.written.seq if self.written else None
        command_id, actor = self.key.command_id, self.key.actor
        return LedgerRow(command_id, actor, self.digest, now, self.conversation, fact_seq, self.problem, 0)


class Group:
    """The transaction under way. Not for use after `write`."""

    def __init__(self, connection: Connection, hot: HotPath, remembered: Remembered, now: int) -> None:
        """`connection` is inside its write transaction; `now` is one time for all commands of the group."""
        self.connection = connection
        self.now = now
        self._hot = hot
        self._remembered = remembered
        self._cursor: Any = driver_connection(connection).cursor()
        self._known: dict[str, Conversation | None] = {}
        self._loaded: dict[str, Conversation] = {}
        self._last_facts: dict[int, int | None] = {}
        self._changed: dict[str, Conversation] = {}
        self._states: list[Found] = []
        self._ledger: dict[tuple[str, str], LedgerRow | None] = {}
        self._load_changes: dict[str, int] = {}
        self.written: list[Written] = []
        self._entries: dict[tuple[str, str], Entered] = {}
        self._due: dict[tuple[int, str], int | None] = {}
        self._looks: list[_Look] = []

    # -------------------------------------------------------------- reading

    def prepare(self, conversation_ids: Iterable[str], keys: Iterable[Key]) -> None:
        """Read (and on PostgreSQL lock, in one order) what the group's commands will ask for."""
        ids, wanted = set(conversation_ids), list(keys)
        self._remembered.look(self._hot.version(self._cursor))
        known = [found for each in ids if (found := self._remembered.get(each)) is not None]
        unknown = ids.difference(found.conversation.conversation_id for found in known)
        for found in (*known, *self._hot.conversations(self._cursor, unknown)):
            self._remember(found.conversation, found.last_fact)
        for conversation_id in ids:
            self._known.setdefault(conversation_id, None)
        rows = self._hot.ledger(self._cursor, [key.command_id for key in wanted])
        for key in wanted:
            pair = (key.command_id, key.actor)
            self._ledger[pair] = rows.get(pair)

    def conversation(self, conversation_id: str) -> Conversation | None:
        """The conversation as it is now, this group's changes included."""
        if conversation_id in self._changed:
            return self._changed[conversation_id]
        return self._known.get(conversation_id)

    def recall(self, key: Key) -> LedgerRow | None:
        """What the same command led to before, or None."""
        return self._ledger.get((key.command_id, key.actor))

    def own_open_conversation(self, session_row: int) -> bool:
        """Whether the customer behind this session has a chat that is not over.

        An ended one only waits to be wrapped up, and that never keeps her from coming again; nor does a
        message, which waits for days and to which she comes back by who she is.
        """
        conversations, sessions = tables.conversations.c, tables.customer_sessions.c
        row = self.connection.execute(
            select(sessions.conversation).where(sessions.row == session_row).with_for_update()
        ).scalar_one_or_none()
        if row is None:
            return False
        state, channel = self.connection.execute(
            select(conversations.state, conversations.channel).where(conversations.row == row)
        ).one()
        return state in ("waiting", "held") and channel == Channel.CHAT

    def load(self, staff_id: str) -> int:
        """How many chats she holds, this group's claims and closes included."""
        conversations = tables.conversations.c
        self._lock(staff_id)
        counted = self.connection.execute(
            select(func.count())
            .select_from(tables.conversations)
            .where(
                conversations.holder_id == staff_id,
                conversations.state == LOAD_STATE,
                conversations.channel == Channel.CHAT,
            )
        ).scalar_one()
        return int(counted) + self._load_changes.get(staff_id, 0)

    def holds(self, staff_id: str) -> bool:
        """Whether she holds a conversation, ended ones too, this group's claims and closes included."""
        self._lock(staff_id)
        kept = {one.conversation_id for one in self._changed.values() if _is_kept(one, staff_id)}
        return bool(kept) or not shifts.held(self.connection, staff_id) <= self._changed.keys()

    def is_occupied(self, staff_id: str) -> bool:
        """Whether she is in a problem situation, what this group has begun and ended of them included."""
        conversations = tables.conversations.c
        kept = self.connection.execute(
            select(conversations.conversation_id).where(
                conversations.holder_id == staff_id,
                conversations.state.in_(shifts.KEPT_STATES),
                conversations.problem_began_at.is_not(None),
            )
        ).scalars()
        before = set(kept)
        now = {one.conversation_id for one in self._changed.values() if _is_occupying(one, staff_id)}
        return bool(now) or not before <= self._changed.keys()

    def _lock(self, staff_id: str) -> None:
        # Her row is locked so that two processes cannot both see the last free place, nor one of them a claim
        # and the other the end of her shift.
        staff = tables.staff.c
        self.connection.execute(select(staff.row).where(staff.staff_id == staff_id).with_for_update())

    def due_at(self, conversation: Conversation, kind: str) -> int | None:
        """When this timed act is due, or None when it no longer is."""
        if conversation.row is not None and (conversation.row, kind) in self._due:
            return self._due[(conversation.row, kind)]
        due = tables.due.c
        return self.connection.execute(
            select(due.at).where(due.conversation == conversation.row, due.kind == kind).with_for_update()
        ).scalar_one_or_none()

    def lease(self, address: str) -> int:
        """When this reader was last seen at the other end of a stream; 0 when never."""
        leases = tables.leases.c
        found = self.connection.execute(
            select(leases.renewed_at).where(leases.address == address)
        ).scalar_one_or_none()
        return found or 0

    def fact(self, seq: int) -> FactRow | None:
        """A fact of the log, for answering a repeat."""
        found = self.connection.execute(select(tables.facts).where(tables.facts.c.seq == seq)).one_or_none()
        return FactRow(*found) if found else None

    # -------------------------------------------------------------- leaving to be written

    def open(self, conversation: Conversation, actor: Actor) -> Conversation:
        """Give a new conversation its row, and its customer's session the conversation."""
        kept = conversation._asdict()
        del kept["row"]
        kept["pace"] = tables.NON_URGENT if conversation.channel == Channel.MESSAGE else tables.REAL_TIME
        row = self.connection.execute(
            tables.conversations.insert().values(kept).returning(tables.conversations.c.row)
        ).scalar_one()
        if isinstance(actor, CustomerActor):
            self.connection.execute(
                tables.customer_sessions.update()
                .where(tables.customer_sessions.c.row == actor.session_row)
                .values(conversation=row)
            )
        opened = conversation._replace(row=row)
        self._remember(opened, None)
        return opened

    def change(self, conversation: Conversation) -> None:
        """The conversation's new state."""
        before = self.conversation(conversation.conversation_id)
        for holder, step in ((_holder(before), -1), (_holder(conversation), 1)):
            if holder is not None:
                self._load_changes[holder] = self._load_changes.get(holder, 0) + step
        self._changed[conversation.conversation_id] = conversation

    def add(self, written: Written) -> None:
        """A fact, in order; it is numbered and inserted by `write`."""
        self.written.append(written)

    def set_due(self, conversation: Conversation, due: Due) -> None:
        """Set or take away a timed act."""
        if conversation.row is None:
            raise ValueError("a timed act needs a conversation that has its row")
        self._due[(conversation.row, due.kind)] = due.at

    def enter(
        self,
        key: Key,
        digest: bytes,
        *,
        conversation: Conversation | None = None,
        written: Written | None = None,
        problem: bytes | None = None,
    ) -> None:
        """The ledger row of a command: what it led to. A repeat inside the group sees it too."""
        row = conversation.row if conversation else None
        self._entries[(key.command_id, key.actor)] = Entered(key, digest, row, written, problem)

    def earlier(self, key: Key) -> Entered | None:
        """What the same command led to in this very group, or None when it has not come."""
        return self._entries.get((key.command_id, key.actor))

    def conversation_id(self, row: int) -> str:
        """The conversation of that row, as it is called outside."""
        conversations = tables.conversations.c
        found = select(conversations.conversation_id).where(conversations.row == row)
        return str(self.connection.execute(found).scalar_one())

    def count_differing(self, key: Key) -> None:
        """A repeat came with another body: count it, keep none of it (architecture.md, decided)."""
        ledger = tables.ledger.c
        self.connection.execute(
            tables.ledger.update()
            .where(ledger.command_id == key.command_id, ledger.actor == key.actor)
            .values(repeats_differing=ledger.repeats_differing + 1)
        )

    def note(
        self,
        actor: str,
        action: str,
        about: str | None,
        *,
        fact_seq: int | None = None,
        fact_digest: str | None = None,
    ) -> None:
        """An audit row without a fact of its own: somebody looked, or the fact `fact_seq` was erased or
        written over; then it is as that digest says.
        """
        self._looks.append(_Look(actor, action, about, fact_seq, fact_digest))

    # -------------------------------------------------------------- writing

    def write(self) -> None:
        """Write everything the group left, the head row last; the caller commits."""
        self._write_due()
        if self.written or self._looks:
            self._write_facts()
        self._write_states()
        if self._entries:
            self._hot.insert_ledger(
                self._cursor, [entry.row_at(self.now) for entry in self._entries.values()]
            )

    def committed(self) -> None:
        """The caller has committed: what this group wrote need not be read by the next one."""
        self._remembered.keep(self._states)

    def _write_states(self) -> None:
        talked: list[Found] = []
        moved: list[Found] = []
        for conversation_id, state in self._changed.items():
            before = self._loaded[conversation_id]
            is_same = _standing(before) == _standing(state)
            last_fact = self._last_facts[state.row] if state.row is not None else None
            (talked if is_same else moved).append(Found(state, last_fact))
        self._states = [*talked, *moved]
        if talked:
            self._hot.update_talk(self._cursor, talked)
        if moved:
            self._hot.update_moved(self._cursor, moved)

    def _write_due(self) -> None:
        due = tables.due
        for (conversation, kind), at in self._due.items():
            self.connection.execute(
                due.delete().where(due.c.conversation == conversation, due.c.kind == kind)
            )
            if at is not None:
                self.connection.execute(due.insert().values(conversation=conversation, kind=kind, at=at))

    def _write_facts(self) -> None:
        seq, audit_seq, audit_hash = self._hot.head(self._cursor)
        salts = os.urandom(16 * len(self.written))
        facts: list[FactRow] = []
        entries: list[tuple[int, bytes, bytes]] = []
        milestones: list[tuple[int, int, int]] = []
        for index, written in enumerate(self.written):
            seq += 1
            about = written.conversation.row if written.conversation else None
            row = _fact_row(
                written,
                seq,
                salt=salts[16 * index : 16 * index + 16],
                before=None if about is None else self._last_facts[about],
            )
            written.seq, written.row = seq, row
            facts.append(row)
            if about is not None:
                self._last_facts[about] = seq
                if (written.number or 0) % MILESTONE_EVERY == 0:
                    milestones.append((about, written.message_seq or 0, seq))
            audit_seq += 1
            canonical = audit.entry(
                audit_seq,
                at=self.now,
                actor=written.actor,
                action=row.kind,
                about=written.conversation.conversation_id if written.conversation else written.about,
                fact_seq=seq,
                fact_digest=audit.digest(row.salt, row.body, row.customer_body),
            )
            audit_hash = audit.chain(audit_hash, canonical)
            entries.append((audit_seq, canonical, audit_hash))
        for look in self._looks:
            audit_seq += 1
            canonical = audit.entry(
                audit_seq,
                at=self.now,
                actor=look.actor,
                action=look.action,
                about=look.about,
                fact_seq=look.fact_seq,
                fact_digest=look.fact_digest,
            )
            audit_hash = audit.chain(audit_hash, canonical)
            entries.append((audit_seq, canonical, audit_hash))
        self._hot.insert_facts(self._cursor, facts)
        if milestones:
            self._hot.insert_milestones(self._cursor, milestones)
        self._hot.wake_followers(self._cursor)
        self._hot.insert_audit(self._cursor, entries)
        self._hot.move_head(self._cursor, seq, audit_seq, audit_hash)

    def _remember(self, conversation: Conversation, last_fact: int | None) -> None:
        self._known[conversation.conversation_id] = conversation
        self._loaded[conversation.conversation_id] = conversation
        if conversation.row is not None:
            self._last_facts[conversation.row] = last_fact


def _fact_row(written: Written, seq: int, *, salt: bytes, before: int | None) -> FactRow:
    about, addressed = written.conversation, written.addressed
    return FactRow(
        seq,
        about.row if about else None,
        written.number,
        written.message_seq,
        type(addressed.fact).__name__,
        "\n".join(addressed.audience),
        written.body,
        written.customer_body,
        salt,
        before,
    )


def _standing(of: Conversation) -> tuple[object, ...]:
    # What messages and read marks leave as it is: while it stays the same, only the talk is written.
    offered, called = (of.offered_to_id, of.offered_at), (of.help_called_at, of.helper_id, of.joined_at)
    identity = (of.identity, of.asked_to_identify_at, of.identification_declined_at, of.earlier_lines)
    problem = of.problem_began_at, of.problem_steps
    refined = (of.finer_topic_id, of.detail, of.refined_at, of.corrected_at)
    promised = of.channel, of.due_at
    permitted = of.consent_number, of.consent_state
    return (
        *(of.state, of.responsibility_version, offered, called, identity, problem, of.concern_seq, refined),
        *(promised, permitted),
    )


def _is_kept(conversation: Conversation, staff_id: str) -> bool:
    return conversation.holder_id == staff_id and conversation.state in shifts.KEPT_STATES


def _is_occupying(conversation: Conversation, staff_id: str) -> bool:
    return _is_kept(conversation, staff_id) and conversation.problem_began_at is not None


def _holder(conversation: Conversation | None) -> str | None:
    if conversation is None or conversation.state != LOAD_STATE or conversation.channel != Channel.CHAT:
        return None
    return conversation.holder_id
