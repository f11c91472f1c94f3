"""Rows of the queue list: headings of each kind, and the queues under them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.desk.lateness import Lateness
from app.desk.panes import QueueRow
from app.domain.queue import AtClosing, QueueKind
from app.ui.words import in_language, lateness_word, queue_kind_note, queue_kind_word


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """The words above the queues of one kind."""

    kind: QueueKind


QueueListRow = GroupHeading | QueueRow


def with_headings(rows: Iterable[QueueRow]) -> tuple[QueueListRow, ...]:
    """The queues with a heading before each kind."""
    listed: list[QueueListRow] = []
    for row in rows:
        kinds = {seen.kind for seen in listed}
        if row.kind not in kinds:
            listed.append(GroupHeading(row.kind))
        listed.append(row)
    return tuple(listed)


def queue_key(row: QueueListRow) -> str:
    """The name a row keeps."""
    return f"kind {row.kind}" if isinstance(row, GroupHeading) else row.queue_id


def is_queue(row: QueueListRow) -> bool:
    """Whether it is a queue and can be selected."""
    return isinstance(row, QueueRow)


def is_closed(row: QueueRow) -> bool:
    """Whether the queue is known to be closed."""
    return row.hours is not None and not row.hours.is_open


def queue_code(row: QueueRow) -> str:
    """The second line: that the queue is closed or tried out, and what kind it is."""
    closed = _closed() if is_closed(row) else ""
    parts = (closed, pilot_words(row), queue_kind_note(row.kind, row.queue_id))
    return " · ".join(part for part in parts if part)


def pilot_words(row: QueueRow) -> str:
    """Until when the queue is tried out, and whether what follows is decided (R065); "" for others."""
    if row.pilot is None:
        return ""
    if row.pilot.is_undecided:
        words = QCoreApplication.translate("queues", "pilot until {day}, to be decided")
    else:
        words = QCoreApplication.translate("queues", "pilot until {day}")
    return words.format(day=f"{row.pilot.until.day}.{row.pilot.until.month}.")


def closed_words(row: QueueRow) -> str:
    """What holds of those who wait in a closed queue; "" while it is open, or nobody waits."""
    if not is_closed(row) or not row.waiting:
        return ""
    if row.at_closing is AtClosing.OFFER_CALLBACK:
        return QCoreApplication.translate(
            "queues", "The queue is closed. Those who wait are offered a callback; they may still be taken."
        )
    return QCoreApplication.translate(
        "queues", "The queue is closed. Those who wait have been promised that they are served to the end."
    )


def spoken_queue(row: QueueListRow, language: str) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, GroupHeading):
        return queue_kind_word(row.kind)
    words = _spoken_wait(row, in_language(row.name, language))
    closed = (closed_words(row) or _closed()) if is_closed(row) else ""
    return ", ".join(part for part in (words, closed, pilot_words(row)) if part)


def _spoken_wait(row: QueueRow, name: str) -> str:
    if row.lateness is Lateness.EMPTY:
        words = QCoreApplication.translate("queues", "{name}: nobody waits")
        return words.format(name=name)
    words = QCoreApplication.translate("queues", "{name}: {count} waiting, longest {clock}, {lateness}")
    return words.format(name=name, count=row.waiting, clock=row.clock, lateness=lateness_word(row.lateness))


def _closed() -> str:
    return QCoreApplication.translate("queues", "closed")
