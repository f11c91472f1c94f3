"""Facts reach those who listen, once, in order; who does not read is let go."""

from server_stub.fanout.hub import BEAT_EVERY_S, LOOK_EVERY_S, Hub
from server_stub.fanout.reader import MOST_FACTS, SEND_WITHIN_S, Ending, Reader
from server_stub.records.hot_path import FactRow


def _fact(
    seq: int, *audience: str, customer_body: bytes | None = None, body: bytes = b'{"type":"X"}'
) -> FactRow:
    return FactRow(seq, 1, seq - 100, seq, "X", "\n".join(audience), body, customer_body, b"salt", seq - 1)


def _staff(hub: Hub, *addresses: str) -> Reader:
    return hub.subscribe(frozenset(addresses), is_customer=False)


def _seqs(reader: Reader) -> list[int]:
    return [fact.seq for fact in reader.take_facts()]


def test_a_fact_reaches_every_listener_at_its_addresses_and_nobody_else() -> None:
    hub = Hub()
    holder, queue, stranger = _staff(hub, "s:a"), _staff(hub, "s:b", "q:1"), _staff(hub, "s:c", "q:2")
    hub.tell([_fact(101, "s:a", "c:x"), _fact(102, "q:1", "c:x")])
    assert (_seqs(holder), _seqs(queue), _seqs(stranger)) == ([101], [102], [])


def test_a_reader_at_two_of_the_addresses_is_told_once() -> None:
    hub = Hub()
    reader = _staff(hub, "s:a", "q:1", "q:2")
    hub.tell([_fact(101, "q:1", "s:a", "q:2")])
    assert _seqs(reader) == [101]


def test_the_same_bytes_go_to_all_but_the_customer_has_her_own_copy_and_count() -> None:
    hub = Hub()
    staff, customer = _staff(hub, "q:1"), hub.subscribe(frozenset({"c:x"}), is_customer=True)
    hub.tell([_fact(101, "q:1", "c:x", customer_body=b'{"type":"Y"}')])
    (to_staff,), (to_customer,) = staff.take_facts(), customer.take_facts()
    assert to_staff.event(7, is_customer=False) == b'id: 101\ndata: 7\ndata: {"type":"X"}\n\n'
    assert to_customer.event(0, is_customer=True) == b'id: 1\ndata: 0\ndata: {"type":"Y"}\n\n'
    assert to_customer.entry(0, is_customer=True) == b'{"cursor":1,"after":0,"fact":{"type":"Y"}}'


def test_a_reader_who_does_not_read_is_ended_and_holds_nothing() -> None:
    hub = Hub()
    slow, healthy = _staff(hub, "q:1"), _staff(hub, "q:1")
    for seq in range(1, MOST_FACTS + 1):
        hub.tell([_fact(seq, "q:1")])
    assert (slow.ending, len(_seqs(healthy))) == (None, MOST_FACTS)
    hub.tell([_fact(MOST_FACTS + 1, "q:1")])
    assert slow.ending is Ending.SLOW
    assert (_seqs(slow), _seqs(healthy)) == ([], [MOST_FACTS + 1])


def test_a_backlog_of_a_mebibyte_ends_the_reader_too() -> None:
    hub = Hub()
    slow = _staff(hub, "q:1")
    for seq in range(1, 6):
        hub.tell([_fact(seq, "q:1", body=b"x" * 250_000)])
    assert slow.ending is Ending.SLOW


def test_who_left_is_told_nothing_more() -> None:
    hub = Hub()
    reader = _staff(hub, "q:1", "s:a")
    hub.leave(reader)
    hub.tell([_fact(1, "q:1")])
    assert (reader.has_news, hub.addresses()) == (False, ())


def test_a_newer_hint_takes_the_place_of_an_older_one_and_none_is_counted_as_a_fact() -> None:
    hub = Hub()
    reader = _staff(hub, "s:a")
    hub.hint("s:a", "typing", b"1")
    hub.hint("s:a", "typing", b"2")
    hub.hint("s:a", "other", b"3")
    assert (reader.take_hints(), reader.take_facts()) == ([b"2", b"3"], [])


def test_every_reader_is_beaten_once_in_the_round_and_not_all_at_once() -> None:
    hub = Hub()
    readers = [_staff(hub, f"s:{n}") for n in range(2 * BEAT_EVERY_S)]
    hub.beat(1)
    assert sum(reader.beat_due for reader in readers) == 2
    for second in range(2, BEAT_EVERY_S + 1):
        hub.beat(second)
    assert all(reader.beat_due for reader in readers)


def test_staff_are_looked_at_every_three_seconds_and_customers_are_not() -> None:
    hub = Hub()
    staff, customer = _staff(hub, "s:a"), hub.subscribe(frozenset({"c:x"}), is_customer=True)
    for second in range(LOOK_EVERY_S):
        hub.beat(second)
    assert (staff.look_due, customer.look_due) == (True, False)


def test_a_send_that_takes_longer_than_its_deadline_is_aborted_once() -> None:
    hub = Hub()
    stuck, quick = _staff(hub, "s:a"), _staff(hub, "s:b")
    aborted: list[str] = []
    stuck.sends(lambda: aborted.append("stuck"))
    quick.sends(lambda: aborted.append("quick"))
    quick.sent()
    for second in range(SEND_WITHIN_S):
        hub.beat(second)
    assert (aborted, stuck.is_overdue) == ([], False)
    for second in range(5):
        hub.beat(second)
    assert (aborted, stuck.is_overdue, quick.is_overdue) == (["stuck"], True, False)


def test_those_whose_rights_changed_and_those_of_a_stopping_process_are_ended() -> None:
    hub = Hub()
    one, other = _staff(hub, "s:a", "q:1"), _staff(hub, "s:b", "q:1")
    hub.gone("s:a")
    assert (one.ending, other.ending) == (Ending.GONE, None)
    hub.stop()
    assert (one.ending, other.ending) == (Ending.GONE, Ending.STOPPING)
    assert _staff(hub, "s:c").ending is Ending.STOPPING
