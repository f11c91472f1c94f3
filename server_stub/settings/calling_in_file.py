"""calling_in_file: Reads when customers are called, and how a time is booked (R006, R114)."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from server_stub.helpline.booking import Booking
from server_stub.helpline.calling_time import USUAL, CallingHours, CallingTimes
from server_stub.helpline.hours import MIDNIGHT, Period
from server_stub.helpline.roles import ANSWERING
from server_stub.settings.file_reading import Reading
from server_stub.settings.hours_in_file import minutes, period, weekdays
from server_stub.settings.yaml_tree import Node

_KEYS: Final = ("days", "time", "afternoon_from")
_BOUNDS: Final = {
    "minutes": (15, 240),
    "each": (1, 50),
    "days": (1, 30),
    "notice_minutes": (0, 7 * 24 * 60),
}
"""What booking a call needs to know, and between which bounds."""


def calling_times(reading: Reading, node: Node) -> CallingTimes:
    """The calling time, and its `changes`, each from a date on."""
    given = reading.table(node, needed=_KEYS, known=("changes",))
    versions = [_hours(reading, given, date.min)]
    for item in reading.items(given["changes"]) if "changes" in given else ():
        changed = reading.table(item, needed=("from", *_KEYS))
        starts_on = reading.day(changed["from"]) if "from" in changed else date.min
        # A date that is missing or no date is told already, and is not out of order besides.
        if date.min < starts_on <= versions[-1].starts_on:
            reading.wrong(changed["from"], "Changes are listed oldest first, one for a date.")
        versions.append(_hours(reading, changed, starts_on))
    return tuple(versions)


def _hours(reading: Reading, given: Mapping[str, Node], starts_on: date) -> CallingHours:
    """One version. What is wrong or missing is told, and stands as usual meanwhile."""
    usual = USUAL[0]
    days = _days(reading, given["days"]) if "days" in given else usual.weekdays
    span = _span(reading, given["time"]) if "time" in given else None
    if span is None:
        return CallingHours(starts_on, days, usual.opens, usual.turns, usual.closes)
    turns = _turns(reading, given["afternoon_from"], span) if "afternoon_from" in given else span.opens
    return CallingHours(starts_on, days, _time(span.opens), _time(turns), _time(span.closes))


def _days(reading: Reading, node: Node) -> tuple[int, ...]:
    days = weekdays(reading, node)
    if len(set(days)) < len(days):
        reading.wrong(node, "A day stands here twice.")
    return tuple(sorted(set(days)))


def _span(reading: Reading, node: Node) -> Period | None:
    span = period(reading, node, reading.text(node))
    if span is not None and span.closes == MIDNIGHT:
        reading.wrong(node, "The calling time ends before midnight.")
        return None
    return span


def _turns(reading: Reading, node: Node, span: Period) -> int:
    """Where the forenoon ends and the afternoon begins: within the calling time, so that both have calls."""
    text = reading.text(node)
    at = minutes(text)
    if at is None:
        if text:
            reading.wrong(node, f"“{text}” is not a time of day; write it as 12 or 12:30.")
        return span.opens
    if not span.opens < at < span.closes:
        reading.wrong(
            node, "The afternoon begins within the calling time, after it opens and before it closes."
        )
    return at


def _time(counted: int) -> time:
    return time(*divmod(counted, 60)) if counted < MIDNIGHT else time.max


def callback_booking(reading: Reading, node: Node) -> Booking:
    """How times are booked: `{minutes: 60, each: 2, days: 5, notice_minutes: 120}` (R114)."""
    given = reading.table(node, needed=tuple(_BOUNDS))
    least = {key: bounds[0] for key, bounds in _BOUNDS.items()}
    told = {
        key: reading.whole_number(given[key], least=bounds[0], most=bounds[1])
        for key, bounds in _BOUNDS.items()
        if key in given
    }
    return Booking(**{**least, **told})


def callbacks_by(reading: Reading, node: Node) -> frozenset[str]:
    """The roles that call customers back, of those that answer customers (R115)."""
    roles = frozenset(reading.choice(item, sorted(ANSWERING)) for item in reading.items(node))
    if not roles:
        reading.wrong(node, "Somebody has to call: name a role.")
    return roles
