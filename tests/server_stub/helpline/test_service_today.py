"""How today's customers were answered, from the day's facts: the table of helpline/service_today.py, pure."""

from server_stub.helpline.service_today import Event, HalfHour, ServiceToday

NINE = 1_795_420_800_000  # a full hour
TARGETS = {"#a": 300_000, "#b": 180_000}


def counted(*events: Event) -> ServiceToday:
    day = ServiceToday()
    day.take(events, targets_ms=TARGETS)
    return day


def came(conversation: int, at_s: float, queue_id: str = "#a") -> Event:
    return Event("ConversationOpened", conversation, NINE + round(at_s * 1000), queue_id)


def claimed(conversation: int, at_s: float) -> Event:
    return Event("WaitingClaimed", conversation, NINE + round(at_s * 1000))


def wrote(conversation: int, at_s: float, by: str) -> Event:
    return Event("MessageWritten", conversation, NINE + round(at_s * 1000), by=by)


def test_who_is_claimed_within_the_target_counts_as_in_time_and_the_limit_itself_does():
    day = counted(
        came(1, 0), came(2, 0), came(3, 10, "#b"), claimed(1, 300), claimed(2, 300.001), claimed(3, 200)
    )
    assert (day.queues["#a"].answered, day.queues["#a"].in_target) == (2, 1)
    assert (day.queues["#b"].answered, day.queues["#b"].in_target) == (1, 0)
    assert day.half_hours == (HalfHour(NINE, 3, 1),)


def test_half_hours_are_those_of_the_clock_and_of_being_answered():
    day = counted(came(1, 1700), came(2, 1700), claimed(1, 1799.999), claimed(2, 1800))
    assert day.half_hours == (HalfHour(NINE, 1, 1), HalfHour(NINE + 1_800_000, 1, 1))


def test_a_transferred_customer_waits_in_the_next_queue_from_then_on():
    moved = Event("ConversationTransferred", 1, NINE + 900_000, "#b")
    day = counted(came(1, 0), claimed(1, 10), moved, claimed(1, 1000))
    assert (day.queues["#a"].answered, day.queues["#b"].answered, day.queues["#b"].in_target) == (1, 1, 1)
    again = counted(
        came(1, 0), claimed(1, 10), Event("ConversationReturned", 1, NINE + 60_000, "#a"), claimed(1, 400)
    )
    assert (again.queues["#a"].answered, again.queues["#a"].in_target) == (2, 1)


def test_a_reply_is_measured_from_the_oldest_unanswered_line_and_the_middle_one_is_told():
    """R091: from the customer's message to the reply, the seed's own 31–181 s."""
    day = counted(
        came(1, 0),
        *(wrote(1, 0, "customer"), wrote(1, 20, "customer"), wrote(1, 31, "counsellor")),
        wrote(1, 40, "counsellor"),
        *(wrote(1, 100, "customer"), wrote(1, 281, "counsellor")),
        *(wrote(1, 300, "customer"), wrote(1, 390, "counsellor")),
    )
    assert day.queues["#a"].replies_ms == [31_000, 181_000, 90_000]
    assert day.queues["#a"].reply_delay_ms == 90_000


def test_who_left_the_queue_and_who_came_yesterday_are_not_counted():
    left = Event("ConversationClosed", 1, NINE + 5_000)
    day = counted(
        came(1, 0), left, claimed(1, 6), claimed(7, 6), wrote(7, 7, "customer"), wrote(7, 9, "counsellor")
    )
    assert (day.queues, day.half_hours) == ({}, ())


def test_a_mystery_customer_is_taken_out_of_the_days_figures_again():
    """R104: also what was counted of her before anybody said so; nothing else moves."""
    others = (came(2, 0), claimed(2, 100), wrote(2, 110, "customer"), wrote(2, 150, "counsellor"))
    hers = (came(1, 0), claimed(1, 400), wrote(1, 410, "customer"), wrote(1, 1_000, "counsellor"))
    end = Event("ConversationWrappedUp", 1, NINE + 1_100_000, is_test=True)
    without, marked = counted(*others), counted(*hers, *others, end)
    assert marked.queues == without.queues
    assert marked.half_hours == without.half_hours
    assert counted(*hers, *others, end._replace(is_test=False)).queues["#a"].answered == 2
