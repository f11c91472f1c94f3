"""The history checker: what people tried, what is stored and what they saw must tell one story (trust.md A6).

lost · doubled · refused yet stored · out of order · holes · double claim · seen by a stranger ·
a view unlike a fresh snapshot · responsible nobody or two
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.history.operations import Operation
from tests.history.record import Record, StoredFact
from tests.history.view import CustomerView, StaffView, customer_seen, staff_seen


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that should not be. `rule` is a short name; no person's text is in `detail`."""

    rule: str
    detail: str


@dataclass(slots=True)
class StaffReader:
    """A member of staff at the end of a run: what she saw, and a fresh snapshot for comparison."""

    name: str
    staff_id: str
    queues: frozenset[str]
    view: StaffView
    fresh: dict[str, Any]


@dataclass(slots=True)
class CustomerReader:
    """A customer at the end of a run."""

    name: str
    conversation_id: str | None
    view: CustomerView
    fresh: dict[str, Any]


Reader = StaffReader | CustomerReader


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is responsible for a conversation at a fact."""

    state: str
    queue_id: str
    holder_id: str | None
    version: int


def findings(
    record: Record, operations: Sequence[Operation], readers: Sequence[Reader] = ()
) -> list[Finding]:
    """Everything that is wrong; empty when the history holds."""
    found = [*_messages(record, operations), *_sequence(record), *_order(record, operations)]
    standings, wrong = _standings(record)
    found += [*wrong, *_claims(record, operations), *_ends(record)]
    for reader in readers:
        match reader:
            case StaffReader():
                found += [*_staff_view(reader), *_strangers(reader, standings)]
            case CustomerReader():
                found += _customer_view(reader)
        found += _as_taken(reader)
    if not record.is_whole:
        found.append(Finding("integrity", "the database is damaged"))
    if record.audit_rows < len(record.facts):
        found.append(Finding("audit", f"{len(record.facts)} facts, {record.audit_rows} audit rows"))
    return found


def _messages(record: Record, operations: Sequence[Operation]) -> Iterator[Finding]:
    stored: defaultdict[str, list[StoredFact]] = defaultdict(list)
    for fact in record.facts:
        if fact.kind == "MessageWritten" and fact.body["caused_by"] is not None:
            stored[fact.body["caused_by"]].append(fact)
    for operation in operations:
        if operation.text is None:
            continue
        times = len(stored[operation.command_id])
        name = f"{operation.kind} {operation.command_id} of {operation.who}"
        if times > 1:
            yield Finding("doubled", f"{name}: {times} times")
        if operation.outcome == "ok" and times == 0:
            yield Finding("lost", name)
        if operation.outcome == "fail" and times:
            yield Finding("refused yet stored", name)
        if operation.outcome == "ok" and times == 1:
            fact = stored[operation.command_id][0]
            if operation.seq not in (None, fact.body["seq"]):
                yield Finding("answered with another seq", name)
            if fact.body["text"] != operation.text:
                yield Finding("another text", name)


def _sequence(record: Record) -> Iterator[Finding]:
    for conversation_id in record.conversations:
        seqs = [fact.body["seq"] for fact in record.messages(conversation_id)]
        if seqs != list(range(1, len(seqs) + 1)):
            yield Finding("holes", f"conversation {conversation_id}: {seqs[:20]}")
    numbers = [fact.seq for fact in record.facts]
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        yield Finding("holes", "the log is not dense")


def _order(record: Record, operations: Sequence[Operation]) -> Iterator[Finding]:
    """What was answered before the next was sent stands before it."""
    seq_of = {f.body["caused_by"]: f.body["seq"] for f in record.facts if f.kind == "MessageWritten"}
    by_conversation: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        if operation.text is not None and operation.outcome == "ok" and operation.command_id in seq_of:
            by_conversation[operation.conversation_id or ""].append(operation)
    for written in by_conversation.values():
        ended = sorted(written, key=lambda each: each.ended)
        highest, at = 0, 0
        for operation in sorted(written, key=lambda each: each.began):
            while at < len(ended) and ended[at].ended < operation.began:
                highest = max(highest, seq_of[ended[at].command_id])
                at += 1
            if seq_of[operation.command_id] <= highest:
                yield Finding("out of order", f"{operation.command_id} of {operation.who}")


def _standings(record: Record) -> tuple[dict[int, tuple[Standing | None, Standing]], list[Finding]]:
    """For each fact of a conversation, who was responsible before it and after it."""
    now: dict[str, Standing] = {}
    at: dict[int, tuple[Standing | None, Standing]] = {}
    wrong: list[Finding] = []
    for fact in record.facts:
        if fact.conversation_id is None:
            continue
        before = now.get(fact.conversation_id)
        after, problem = _next(before, fact)
        if problem:
            wrong.append(Finding(problem, f"fact {fact.seq} of conversation {fact.conversation_id}"))
        now[fact.conversation_id] = after
        at[fact.seq] = (before, after)
    return at, wrong


def _next(before: Standing | None, fact: StoredFact) -> tuple[Standing, str | None]:
    body = fact.body
    if before is None:
        if fact.kind != "ConversationOpened":
            return Standing("closed", "", None, 0), "a life that does not begin by opening"
        head = body["head"]
        return Standing("waiting", head["queue_id"], None, head["responsibility_version"]), None
    match fact.kind:
        case "WaitingClaimed":
            after = Standing(
                "held", before.queue_id, body["holder"]["staff_id"], body["responsibility_version"]
            )
            moved_by_one = after.version == before.version + 1
            return after, None if before.state == "waiting" and moved_by_one else "double claim"
        case "ConversationReturned":
            after = Standing("waiting", body["queue_id"], None, body["responsibility_version"])
            moved_by_one = after.version == before.version + 1
            return after, None if before.state == "held" and moved_by_one else "returned from nobody"
        case "ConversationEnded":
            ended = Standing("ended", before.queue_id, before.holder_id, before.version)
            return ended, None if before.state == "held" else "ended twice"
        case "ConversationClosed":
            closed = Standing("closed", before.queue_id, None, before.version)
            return closed, None if before.state != "closed" else "closed twice"
        case "MessageWritten":
            return before, None if before.state in ("waiting", "held") else "written after the end"
        case _:
            return before, None


def _claims(record: Record, operations: Sequence[Operation]) -> Iterator[Finding]:
    claimed = {fact.body["caused_by"] for fact in record.facts if fact.kind == "WaitingClaimed"}
    for operation in operations:
        is_answered = operation.kind == "ClaimWaiting" and operation.outcome == "ok"
        if is_answered and operation.command_id not in claimed:
            yield Finding("lost", f"the claim {operation.command_id} of {operation.who}")


def _ends(record: Record) -> Iterator[Finding]:
    for conversation in record.conversations.values():
        match conversation.state:
            case "waiting":
                is_right = conversation.holder_id is None and bool(conversation.queue_id)
            case "held" | "ended":
                is_right = conversation.holder_id is not None
            case "closed":
                is_right = conversation.closed_reason is not None
            case _:
                is_right = False
        if not is_right:
            yield Finding("responsible nobody or two", conversation.conversation_id)


def _staff_view(reader: StaffReader) -> Iterator[Finding]:
    mine, fresh = reader.view.seen(), staff_seen(reader.fresh)
    for part in mine:
        if mine[part] != fresh[part]:
            yield Finding(
                "a view unlike a fresh snapshot", f"{reader.name}: {_where(mine[part], fresh[part])}"
            )


def _customer_view(reader: CustomerReader) -> Iterator[Finding]:
    mine, fresh = reader.view.seen(), customer_seen(reader.fresh)
    for part in mine:
        if mine[part] != fresh[part]:
            yield Finding(
                "a view unlike a fresh snapshot", f"{reader.name}: {_where(mine[part], fresh[part])}"
            )
    for taken in reader.view.taken:
        about = taken.fact["conversation_id"]
        if reader.conversation_id is not None and about != reader.conversation_id:
            yield Finding("seen by a stranger", f"{reader.name}: {about}")


def _strangers(
    reader: StaffReader, standings: dict[int, tuple[Standing | None, Standing]]
) -> Iterator[Finding]:
    may_know: set[str] = set()
    for taken in reader.view.taken:
        conversation_id = taken.fact.get("conversation_id")
        if conversation_id is None or taken.cursor not in standings:
            continue
        before, after = standings[taken.cursor]
        if _sees(reader, before) or _sees(reader, after):
            may_know.add(conversation_id)
        elif taken.fact["type"] != "ConversationLeft" or conversation_id not in may_know:
            yield Finding("seen by a stranger", f"{reader.name}: fact {taken.cursor} {taken.fact['type']}")


def _sees(reader: StaffReader, standing: Standing | None) -> bool:
    if standing is None:
        return False
    if standing.state == "waiting":
        return standing.queue_id in reader.queues
    return standing.holder_id == reader.staff_id


def _as_taken(reader: Reader) -> Iterator[Finding]:
    """Cursors only grow, and no message was handed over twice."""
    last, seqs = -1, defaultdict[str, int](int)
    for taken in reader.view.taken:
        if taken.cursor <= last or taken.after >= taken.cursor:
            yield Finding("out of order", f"{reader.name}: cursor {taken.cursor} after {last}")
        last = taken.cursor
        if taken.fact["type"] == "MessageWritten":
            about, seq = taken.fact["conversation_id"], taken.fact["seq"]
            if seq <= seqs[about]:
                yield Finding("out of order", f"{reader.name}: seq {seq} after {seqs[about]} of {about}")
            seqs[about] = seq


def _where(mine: Any, fresh: Any, path: str = "") -> str:
    """The place of the first difference, without what stands there."""
    if isinstance(mine, dict) and isinstance(fresh, dict):
        for key in sorted({*mine, *fresh}, key=str):
            if mine.get(key) != fresh.get(key):
                return _where(mine.get(key), fresh.get(key), f"{path}/{key}")
    if isinstance(mine, list) and isinstance(fresh, list) and len(mine) == len(fresh):
        for index, (one, other) in enumerate(zip(mine, fresh, strict=True)):
            if one != other:
                return _where(one, other, f"{path}/{index}")
    return path or "/"
