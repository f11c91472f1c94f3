"""service_today: How today's customers were answered, counted from the facts of the day (R091). Pure.

| fact | counts |
|---|---|
| `ConversationOpened`, `ConversationTransferred`, `ConversationReturned` | she waits in that queue |
| `WaitingClaimed` | answered, within the queue's target or not; in the half hour it happened |
| `MessageWritten` by the customer | her oldest unanswered line begins to wait |
| `MessageWritten` by the counsellor | a reply, so many milliseconds after it, of her queue |
| `ConversationWrappedUp` as a test | all that was counted of it is taken back (R104) |
| `ConversationClosed` | forgotten: whoever left the queue was not answered |

Only those who came today are counted, so that a figure can be told from the facts alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Final, NamedTuple

from server_stub.helpline.values import Millis

HALF_HOUR_MS: Final = 1_800_000


class Event(NamedTuple):
    """What the count needs of a fact; `queue_id` where it names one, `by` where it is a message."""

    kind: str
    conversation: int
    at: Millis
    queue_id: str | None = None
    by: str | None = None
    is_test: bool = False


class HalfHour(NamedTuple):
    """How many were answered in the half hour that began then, and how many of them in time."""

    begins_at: Millis
    answered: int
    in_target: int


@dataclass(slots=True)
class QueueToday:
    """One queue's day. `replies_ms`: each reply's delay."""

    answered: int = 0
    in_target: int = 0
    replies_ms: list[Millis] = field(default_factory=list)

    @property
    def reply_delay_ms(self) -> Millis | None:
        """The middle one of the delays: half of the replies came sooner. None before the first."""
        return round(median(self.replies_ms)) if self.replies_ms else None


@dataclass(slots=True)
class _Going:
    queue_id: str
    waiting_since: Millis | None
    unanswered_since: Millis | None = None
    answers: list[tuple[str, Millis, bool]] = field(default_factory=list)
    replies: list[tuple[str, Millis]] = field(default_factory=list)


class ServiceToday:
    """The day's count; facts are taken in their order, each once."""

    def __init__(self) -> None:
        self.queues: dict[str, QueueToday] = {}
        self._half_hours: dict[Millis, list[int]] = {}
        self._going: dict[int, _Going] = {}

    @property
    def half_hours(self) -> tuple[HalfHour, ...]:
        """Those in which somebody was answered, in order, of all queues together."""
        return tuple(HalfHour(at, *counts) for at, counts in sorted(self._half_hours.items()) if counts[0])

    def take(self, events: Iterable[Event], *, targets_ms: Mapping[str, Millis]) -> None:
        """Count these too. `targets_ms` is by when each queue means to answer."""
        for event in events:
            if event.kind == "ConversationOpened" and event.queue_id is not None:
                self._going[event.conversation] = _Going(event.queue_id, event.at)
            going = self._going.get(event.conversation)
            if going is not None:
                self._count(going, event, targets_ms)

    def _count(self, going: _Going, event: Event, targets_ms: Mapping[str, Millis]) -> None:
        match event.kind:
            case "ConversationTransferred" | "ConversationReturned":
                going.queue_id = event.queue_id or going.queue_id
                going.waiting_since = event.at
            case "WaitingClaimed" if going.waiting_since is not None:
                self._answered(going, event.at - going.waiting_since, event.at, targets_ms)
                going.waiting_since = None
            case "MessageWritten" if event.by == "customer":
                going.unanswered_since = going.unanswered_since or event.at
            case "MessageWritten" if event.by == "counsellor" and going.unanswered_since is not None:
                day = self.queues.setdefault(going.queue_id, QueueToday())
                day.replies_ms.append(event.at - going.unanswered_since)
                going.replies.append((going.queue_id, event.at - going.unanswered_since))
                going.unanswered_since = None
            case "ConversationWrappedUp" if event.is_test:
                self._take_back(going)
            case "ConversationClosed":
                del self._going[event.conversation]
            case _:
                pass

    def _answered(
        self, going: _Going, waited_ms: Millis, at: Millis, targets_ms: Mapping[str, Millis]
    ) -> None:
        is_in_time = waited_ms <= targets_ms.get(going.queue_id, 0)
        going.answers.append((going.queue_id, at - at % HALF_HOUR_MS, is_in_time))
        self._add(*going.answers[-1], 1)

    def _add(self, queue_id: str, half_hour: Millis, is_in_time: bool, times: int) -> None:
        day = self.queues.setdefault(queue_id, QueueToday())
        counts = self._half_hours.setdefault(half_hour, [0, 0])
        day.answered += times
        counts[0] += times
        day.in_target += times * is_in_time
        counts[1] += times * is_in_time

    def _take_back(self, going: _Going) -> None:
        for queue_id, half_hour, is_in_time in going.answers:
            self._add(queue_id, half_hour, is_in_time, -1)
        for queue_id, delay_ms in going.replies:
            self.queues[queue_id].replies_ms.remove(delay_ms)
        going.answers.clear()
        going.replies.clear()
