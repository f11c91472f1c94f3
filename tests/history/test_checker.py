"""The checker finds what is wrong in small histories made by hand, and nothing in a right one."""

import pytest

from tests.history.checker import CustomerReader, StaffReader, findings
from tests.history.operations import OperationLog
from tests.history.record import Record, StoredConversation, StoredFact
from tests.history.view import CustomerView, StaffView, Torn
from tests.support import contract

CONVERSATION = "c" * 32
QUEUE = "#soshON_perheasiat_chat"
MAIJA, JOHAN = "a" * 32, "b" * 32
HEAD = next(example.value for example in contract.examples("Head") if example.name == "Head.waiting")
AT = "2026-11-23T09:05:07.123Z"


def a_fact(seq: int, kind: str, caused_by: str | None, /, **keys: object) -> StoredFact:
    body = {"type": kind, "at": AT, "caused_by": caused_by, "conversation_id": CONVERSATION, **keys}
    return StoredFact(seq, CONVERSATION, seq, kind, frozenset({f"q:{QUEUE}"}), body, None)


def a_message(seq: int, message_seq: int, caused_by: str, text: str) -> StoredFact:
    return a_fact(
        seq,
        "MessageWritten",
        caused_by,
        seq=message_seq,
        by="customer",
        text=text,
        masked=[],
        attachment=None,
    )


def a_claim(seq: int, staff_id: str, version: int, caused_by: str) -> StoredFact:
    holder = {"staff_id": staff_id, "display_name": "Maija"}
    return a_fact(seq, "WaitingClaimed", caused_by, holder=holder, responsibility_version=version)


def opened() -> StoredFact:
    assert isinstance(HEAD, dict)
    head = {**HEAD, "conversation_id": CONVERSATION, "queue_id": QUEUE, "responsibility_version": 1}
    return a_fact(1, "ConversationOpened", "open", head=head)


def a_record(*facts: StoredFact, state: str = "waiting", holder_id: str | None = None) -> Record:
    conversation = StoredConversation(CONVERSATION, state, QUEUE, holder_id, None, 0)
    return Record(facts, {CONVERSATION: conversation}, audit_rows=len(facts), is_whole=True)


def a_log(*sends: tuple[str, str, str]) -> OperationLog:
    """Each: command id, text, how it ended; one after the other."""
    log = OperationLog()
    for command_id, text, outcome in sends:
        sent = log.invoke(
            who="Asiakas", kind="WriteMessage", command_id=command_id, conversation_id=CONVERSATION, text=text
        )
        if outcome == "ok":
            log.ok(sent, seq=None, cursor=None, conversation_id=CONVERSATION)
        elif outcome == "fail":
            log.fail(sent, "conversation_ended")
    return log


def rules(record: Record, log: OperationLog, *readers: StaffReader | CustomerReader) -> set[str]:
    return {finding.rule for finding in findings(record, log.operations, readers)}


def test_a_right_history_has_no_findings():
    record = a_record(opened(), a_message(2, 1, "m1", "hei"), a_message(3, 2, "m2", "apua"))
    log = a_log(("m1", "hei", "ok"), ("m2", "apua", "unknown"), ("m3", "jää pois", "unknown"))
    assert findings(record, log.operations) == []


@pytest.mark.parametrize(
    ("facts", "sends", "rule"),
    [
        ([], [("m1", "hei", "ok")], "lost"),
        ([a_message(2, 1, "m1", "hei")], [("m1", "hei", "fail")], "refused yet stored"),
        ([a_message(2, 1, "m1", "hei"), a_message(3, 2, "m1", "hei")], [("m1", "hei", "ok")], "doubled"),
        ([a_message(2, 1, "m1", "hei"), a_message(3, 2, "m1", "hei")], [("m1", "hei", "unknown")], "doubled"),
        ([a_message(2, 1, "m1", "muuta")], [("m1", "hei", "ok")], "another text"),
        ([a_message(2, 2, "m1", "hei")], [("m1", "hei", "ok")], "holes"),
        ([a_message(3, 1, "m1", "hei")], [("m1", "hei", "ok")], "holes"),
        (
            [a_message(2, 1, "m2", "toinen"), a_message(3, 2, "m1", "eka")],
            [("m1", "eka", "ok"), ("m2", "toinen", "ok")],
            "out of order",
        ),
    ],
)
def test_messages_lost_doubled_or_out_of_order_are_found(
    facts: list[StoredFact], sends: list[tuple[str, str, str]], rule: str
):
    assert rule in rules(a_record(opened(), *facts), a_log(*sends))


def test_a_double_claim_is_found():
    record = a_record(opened(), a_claim(2, MAIJA, 2, "k1"), a_claim(3, JOHAN, 3, "k2"), state="held")
    assert "double claim" in rules(record, OperationLog())


def test_a_claim_that_was_answered_but_is_not_there_is_found():
    log = OperationLog()
    claim = log.invoke(who="Maija", kind="ClaimWaiting", command_id="k1", conversation_id=CONVERSATION)
    log.ok(claim, seq=None, cursor=2, conversation_id=CONVERSATION)
    assert rules(a_record(opened()), log) == {"lost"}


def test_a_conversation_that_is_held_by_nobody_is_found():
    assert rules(a_record(opened(), state="held"), OperationLog()) == {"responsible nobody or two"}


def a_staff_reader(queues: frozenset[str] = frozenset({QUEUE})) -> StaffReader:
    snapshot = next(e.value for e in contract.examples("StaffSnapshot") if "empty" in e.name)
    assert isinstance(snapshot, dict)
    assert snapshot["heads"] == []
    snapshot["cursor"] = 0
    view = StaffView()
    view.start(snapshot)
    return StaffReader("Johan", JOHAN, queues, view, snapshot)


def test_a_reader_without_the_role_is_found():
    claimed = (opened(), a_claim(2, MAIJA, 2, "k1"), a_message(3, 1, "m1", "hei"))
    record = a_record(*claimed, state="held", holder_id=MAIJA)
    reader = a_staff_reader()
    reader.view.take(3, 0, record.facts[2].body)
    assert "seen by a stranger" in rules(record, a_log(("m1", "hei", "ok")), reader)


def test_a_reader_who_was_never_told_to_forget_is_found():
    record = a_record(opened(), a_claim(2, MAIJA, 2, "k1"), state="held", holder_id=MAIJA)
    reader = a_staff_reader()
    reader.view.take(1, 0, record.facts[0].body)
    reader.view.take(2, 1, record.facts[1].body)
    assert rules(record, OperationLog(), reader) == {"a view unlike a fresh snapshot"}
    reader.view.take(3, 2, a_fact(3, "ConversationLeft", "k1").body)
    assert rules(record, OperationLog(), reader) == set()


def test_a_customer_who_sees_another_conversation_is_found():
    snapshot = next(e.value for e in contract.examples("CustomerSnapshot") if "no_conversation" in e.name)
    assert isinstance(snapshot, dict)
    view = CustomerView()
    view.start(snapshot)
    view.take(1, 0, a_message(2, 1, "m1", "hei").body)
    reader = CustomerReader("Asiakas", "d" * 32, view, snapshot)
    assert "seen by a stranger" in rules(
        a_record(opened(), a_message(2, 1, "m1", "hei")), OperationLog(), reader
    )


def test_a_fact_that_does_not_follow_tears_the_view():
    reader = a_staff_reader()
    with pytest.raises(Torn):
        reader.view.take(9, 7, opened().body)
