"""What each pane shows, from what is seen and the time."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.desk import views
from app.desk.lateness import Lateness, Silence, clock_words, lateness, silence
from app.desk.panes import Delivery, WaitingRow
from app.domain.commands import ClaimWaiting, CloseConversation, MarkRead, WriteMessage
from app.domain.conversation import Author, ConversationState, Head, Identity
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.link import LinkState, LinkView
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.queue import Hours, QueueKind
from tests.support.desk_builders import (
    ADULTS,
    COMMON_SV,
    JOHAN,
    NINE_O_CLOCK,
    ROBIN,
    SASU,
    a_head,
    a_held_head,
    a_message,
    a_queue,
    a_row,
    minutes_ago,
    what_is_seen,
)

NOW = NINE_O_CLOCK


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0.00"),
        (42, "0.42"),
        (192.9, "3.12"),
        (599, "9.59"),
        (3599, "59.59"),
        (3600, "1.00.00"),
        (36_192, "10.03.12"),
    ],
)
def test_a_wait_is_written_in_the_finnish_way(seconds: float, words: str) -> None:
    assert clock_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "word"),
    [
        (0, Lateness.ON_TIME),
        (149, Lateness.ON_TIME),
        (150, Lateness.DRAGGING),
        (269, Lateness.DRAGGING),
        (270, Lateness.URGENT),
        (300, Lateness.URGENT),
        (301, Lateness.LATE),
    ],
)
def test_lateness_follows_the_queues_own_target(seconds: float, word: Lateness) -> None:
    assert lateness(timedelta(seconds=seconds), timedelta(minutes=5)) is word


@pytest.mark.parametrize(
    ("seconds", "word"),
    [
        (None, Silence.ANSWERED),
        (59, Silence.CALM),
        (60, Silence.AMBER),
        (119, Silence.AMBER),
        (120, Silence.RED),
    ],
)
def test_an_unanswered_line_turns_amber_at_a_minute_and_red_at_two(
    seconds: float | None, word: Silence
) -> None:
    assert silence(None if seconds is None else timedelta(seconds=seconds)) is word


def test_queues_stand_in_groups_and_in_the_service_models_order() -> None:
    transfer, common = QueueId("SIIRTO_SENIORI_INFO_CHAT"), COMMON_SV
    queues = (
        a_queue(transfer, kind=QueueKind.TRANSFER),
        a_queue(common, kind=QueueKind.COMMON),
        a_queue(QueueId("#soshON_b")),
        a_queue(QueueId("#soshON_a")),
    )
    rows = views.queue_rows(what_is_seen(queues=queues), now=NOW)
    assert [row.queue_id for row in rows] == ["#soshON_b", "#soshON_a", common, transfer]
    assert {row.lateness for row in rows} == {Lateness.EMPTY}
    assert {row.clock for row in rows} == {""}


def test_a_queue_shows_how_many_wait_and_for_how_long_the_longest() -> None:
    seen = what_is_seen(
        a_head(ROBIN, waiting_since=minutes_ago(6.2)), a_head(SASU), a_held_head(ConversationId("1" * 32))
    )
    (row,) = views.queue_rows(seen, now=NOW)
    assert (row.waiting, row.clock, row.lateness) == (2, "6.12", Lateness.LATE)


def test_a_wait_is_never_negative_though_clocks_differ() -> None:
    (row,) = views.queue_rows(what_is_seen(a_head(waiting_since=NOW + timedelta(seconds=3))), now=NOW)
    assert row.clock == "0.00"


def waiting_rows(seen: Seen) -> list[WaitingRow]:
    """Those who wait for adult social work, as each is shown at nine."""
    return [views.waiting_row(seen, entry.head, now=NOW) for entry in views.waiting_entries(seen, ADULTS)]


def test_an_entry_of_the_list_stays_what_it_is_while_only_the_clock_runs() -> None:
    """A list of a thousand is not laid out anew every second."""
    seen = what_is_seen(a_head(ROBIN), a_head(SASU, waiting_since=minutes_ago(9)))
    before = views.waiting_entries(seen, ADULTS)
    assert views.waiting_entries(seen, ADULTS) == before
    first, later = (views.waiting_row(seen, before[0].head, now=NOW + timedelta(minutes=n)) for n in (0, 1))
    assert (first.clock, later.clock) == ("9.00", "10.00")


def test_those_who_wait_stand_longest_first() -> None:
    seen = what_is_seen(
        a_head(ROBIN),
        a_head(SASU, waiting_since=minutes_ago(9)),
        a_head(ConversationId("1" * 32), queue_id=COMMON_SV),
    )
    rows = waiting_rows(seen)
    assert [row.conversation_id for row in rows] == [SASU, ROBIN]
    assert rows[1].lateness is Lateness.DRAGGING
    assert rows[0].cannot_claim is None


class CountedHeads(dict[ConversationId, Head]):
    """Heads that know how often somebody went through all of them."""

    walks = 0

    def values(self) -> Any:
        """Go through all."""
        self.walks += 1
        return super().values()


def test_a_longer_queue_is_not_gone_through_once_for_each_who_waits() -> None:
    walks = []
    for many in (2, 200):
        seen = what_is_seen(*(a_head(ConversationId(f"{number:032x}")) for number in range(many)))
        heads = CountedHeads(seen.confirmed.heads)
        seen = replace(seen, confirmed=replace(seen.confirmed, heads=heads))
        assert len(waiting_rows(seen)) == many
        walks.append(heads.walks)
    assert walks[0] == walks[1]


def test_a_row_being_claimed_says_so_and_cannot_be_claimed_again() -> None:
    seen = what_is_seen(a_head(), pending=(a_row(ClaimWaiting(ROBIN)),))
    (row,) = waiting_rows(seen)
    assert row.is_claiming
    assert row.cannot_claim == Problem(ProblemCode.UNDER_WAY)


@pytest.mark.parametrize(
    ("waits", "first"),
    [
        # (target of the queue, waited), in minutes: the largest share of the target goes first.
        ({ROBIN: (5, 4), SASU: (3, 3)}, SASU),
        ({ROBIN: (5, 6), SASU: (10, 11)}, ROBIN),
        ({ROBIN: (10, 9), SASU: (3, 2)}, ROBIN),
        # Of equal shares, whoever has waited longest.
        ({ROBIN: (4, 2), SASU: (6, 3)}, SASU),
        ({ROBIN: (6, 3), SASU: (4, 2)}, ROBIN),
        # A target of nothing is used up at once; two of them go by age.
        ({ROBIN: (0, 1), SASU: (5, 30)}, ROBIN),
        ({ROBIN: (0, 1), SASU: (0, 2)}, SASU),
        # Just come: nothing of any target is used, and the ids decide, so that it stays the same.
        ({ROBIN: (5, 0), SASU: (3, 0)}, min(ROBIN, SASU)),
    ],
)
def test_the_most_urgent_of_all_queues_has_used_most_of_its_target(
    waits: dict[ConversationId, tuple[int, int]], first: ConversationId
) -> None:
    """R057: every queue she serves at once, each against its own target."""
    heads = [
        a_head(who, waiting_since=minutes_ago(waited), queue_id=QueueId(who))
        for who, (_, waited) in waits.items()
    ]
    queues = tuple(
        a_queue(QueueId(who), target=timedelta(minutes=target)) for who, (target, _) in waits.items()
    )
    row = views.next_waiting(what_is_seen(*heads, queues=queues), None, now=NOW)
    assert row is not None
    assert row.conversation_id == first


def test_the_next_of_one_queue_is_its_longest_wait_whatever_waits_elsewhere() -> None:
    third = ConversationId("1" * 32)
    seen = what_is_seen(
        a_head(ROBIN),
        a_head(third, waiting_since=minutes_ago(1)),
        a_head(SASU, waiting_since=minutes_ago(9), queue_id=COMMON_SV),
    )
    row = views.next_waiting(seen, ADULTS, now=NOW)
    assert row is not None
    assert row.conversation_id == ROBIN
    assert views.next_waiting(what_is_seen(), None, now=NOW) is None


def test_tabs_are_hers_alone_and_do_not_move() -> None:
    third = ConversationId("1" * 32)
    seen = what_is_seen(
        a_held_head(SASU, claimed_at=minutes_ago(1), customer_wrote_at=minutes_ago(5)),
        a_held_head(ROBIN, claimed_at=minutes_ago(8)),
        a_held_head(third, holder=JOHAN),
    )
    tabs = views.tabs(seen, now=NOW)
    assert [tab.conversation_id for tab in tabs] == [ROBIN, SASU]
    assert [tab.silence for tab in tabs] == [Silence.ANSWERED, Silence.RED]
    assert [tab.clock for tab in tabs] == ["", "5.00"]


def test_a_tab_counts_the_customers_unread_messages_only() -> None:
    window = (a_message(1), a_message(2, by=Author.COUNSELLOR), a_message(3), a_message(4))
    head = a_held_head(last_seq=4, read_by_counsellor=2)
    (tab,) = views.tabs(what_is_seen(head, windows={ROBIN: window}), now=NOW)
    assert tab.unread == 2
    (tab,) = views.tabs(
        what_is_seen(head, windows={ROBIN: window}, pending=(a_row(MarkRead(ROBIN, 4)),)), now=NOW
    )
    assert tab.unread == 0


def test_a_conversation_that_has_ended_no_longer_counts_seconds() -> None:
    head = a_held_head(state=ConversationState.ENDED, customer_wrote_at=minutes_ago(5))
    (tab,) = views.tabs(what_is_seen(head), now=NOW)
    assert (tab.silence, tab.clock) == (Silence.ANSWERED, "")


def test_the_header_says_who_how_long_and_what_is_possible() -> None:
    header = views.header(what_is_seen(a_held_head()), ROBIN, now=NOW)
    assert header is not None
    assert (header.queued, header.lasted) == (timedelta(minutes=1), timedelta(minutes=2))
    assert header.has_standing_notice
    assert (header.cannot_write, header.cannot_close) == (None, None)
    assert header.queue_name["fi"] == "Aikuissosiaalityö"


def test_an_identified_customer_has_no_standing_notice() -> None:
    header = views.header(what_is_seen(a_held_head(identity=Identity.IDENTIFIED)), ROBIN, now=NOW)
    assert header is not None
    assert not header.has_standing_notice


def test_a_conversation_being_closed_is_neither_written_nor_closed_again() -> None:
    seen = what_is_seen(a_held_head(), pending=(a_row(CloseConversation(ROBIN, 1)),))
    header = views.header(seen, ROBIN, now=NOW)
    assert header is not None
    assert header.is_closing
    assert header.cannot_write == Problem(ProblemCode.CONVERSATION_CLOSED)
    assert header.cannot_close == Problem(ProblemCode.UNDER_WAY)


@pytest.mark.parametrize("heads", [(), (a_head(),), (a_held_head(holder=JOHAN),)])
def test_there_is_no_header_for_what_she_does_not_hold(heads) -> None:
    assert views.header(what_is_seen(*heads), ROBIN, now=NOW) is None


def transcript(seen, mono_s: float = 1000.0):
    return views.transcript(seen, ROBIN, mono_s=mono_s, undo_s=5)


def test_a_transcript_is_what_is_confirmed_and_then_what_is_under_way() -> None:
    window = (
        a_message(1),
        a_message(2, "Vastaus", Author.COUNSELLOR, caused_by=CommandId("a" * 32)),
        a_message(3, "Toinen", Author.COUNSELLOR),
        a_message(4, "Odota", Author.SERVICE),
    )
    rows = transcript(
        what_is_seen(a_held_head(last_seq=4, read_by_customer=2), windows={ROBIN: window}, pending=(a_row(),))
    )
    assert [row.delivery for row in rows] == [
        Delivery.RECEIVED,
        Delivery.SEEN,
        Delivery.SENT,
        Delivery.RECEIVED,
        Delivery.SENDING,
    ]
    assert [row.key for row in rows] == ["seq 1", "a" * 32, "seq 3", "seq 4", a_row().command_id]
    assert len({row.key for row in rows}) == len(rows)


def test_a_message_keeps_its_key_when_it_is_confirmed() -> None:
    command_id = a_row().command_id
    pending = transcript(what_is_seen(a_held_head(), pending=(a_row(),)))
    window = (a_message(1, by=Author.COUNSELLOR, caused_by=command_id),)
    confirmed = transcript(what_is_seen(a_held_head(last_seq=1), windows={ROBIN: window}))
    assert pending[0].key == confirmed[0].key


@pytest.mark.parametrize(
    ("stage", "is_live", "delivery"),
    [
        (Stage.HELD, True, Delivery.HELD),
        (Stage.QUEUED, True, Delivery.SENDING),
        (Stage.QUEUED, False, Delivery.WAITING_FOR_LINE),
        (Stage.IN_FLIGHT, False, Delivery.SENDING),
        (Stage.ACCEPTED, True, Delivery.SENDING),
        (Stage.ASKING, True, Delivery.ASKING),
    ],
)
def test_under_a_pending_bubble_stands_its_stage(stage: Stage, is_live: bool, delivery: Delivery) -> None:
    (row,) = transcript(what_is_seen(a_held_head(), pending=(a_row(stage=stage),), is_live=is_live))
    assert row.delivery is delivery


@pytest.mark.parametrize(("mono_s", "left_s"), [(1000.0, 5), (1000.1, 5), (1004.5, 1), (1009, 0)])
def test_undoing_counts_down_in_whole_seconds(mono_s: float, left_s: int) -> None:
    (row,) = transcript(what_is_seen(a_held_head(), pending=(a_row(stage=Stage.HELD),)), mono_s)
    assert row.undo_left_s == left_s


def test_the_status_line_counts_what_is_unsent_and_held() -> None:
    seen = what_is_seen(
        a_held_head(),
        a_head(SASU),
        pending=(
            a_row(),
            a_row(WriteMessage(ROBIN, "perillä", 1), command_id=CommandId("b" * 32), stage=Stage.ACCEPTED),
            a_row(ClaimWaiting(SASU), command_id=CommandId("c" * 32)),
        ),
    )
    line = views.status_line(seen, LinkView(LinkState.LIVE), 2, is_kept_on_disk=True, now=NINE_O_CLOCK)
    assert (line.unsent, line.drafts, line.load, line.capacity) == (1, 2, 2, 3)
    assert line.hours == Hours(is_open=True, changes_at=a_queue().openings[0].closes_at)
    assert line.display_name == "Maija Lehtonen"


def test_the_status_line_says_closed_when_every_queue_is() -> None:
    closed = a_queue(openings=a_queue().openings[1:])
    seen = what_is_seen(queues=(closed,))
    line = views.status_line(seen, LinkView(LinkState.LIVE), 0, is_kept_on_disk=False, now=NINE_O_CLOCK)
    assert line.hours == Hours(is_open=False, changes_at=closed.openings[0].opens_at)


def test_a_row_of_the_queue_list_carries_the_hours_on_by_the_clock() -> None:
    seen = what_is_seen(queues=(a_queue(),))
    closing = a_queue().openings[0].closes_at
    assert closing is not None
    (before,) = views.queue_rows(seen, now=closing - timedelta(seconds=1))
    (after,) = views.queue_rows(seen, now=closing)
    assert before.hours == Hours(is_open=True, changes_at=closing)
    assert after.hours == Hours(is_open=False, changes_at=a_queue().openings[1].opens_at)


@pytest.mark.parametrize(
    ("seconds", "word", "clock"),
    [(59, Silence.CALM, "0.59"), (60, Silence.AMBER, "1.00"), (181, Silence.RED, "3.01")],
)
def test_the_head_counts_like_the_tab(seconds: int, word: Silence, clock: str) -> None:
    """R091."""
    seen = what_is_seen(a_held_head(ROBIN, customer_wrote_at=NOW - timedelta(seconds=seconds)))
    head = views.header(seen, ROBIN, now=NOW)
    (tab,) = views.tabs(seen, now=NOW)
    assert head is not None
    assert (head.silence, head.clock) == (word, clock) == (tab.silence, tab.clock)
