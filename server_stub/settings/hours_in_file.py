"""hours_in_file: Reads opening hours as people write them: `weekly: {mon-thu: 8-16, fri: 8-12, 13-15}`."""

import re
from datetime import date
from itertools import pairwise
from typing import Final

from server_stub.helpline.hours import ALWAYS, MIDNIGHT, Day, HoursFrom, OpeningHours, Period, Week
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Items, Node, Scalar

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME: Final = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?")
_DASH: Final = re.compile(r"\s*[-–]\s*")
_CLOSED: Final = "closed"
_ALWAYS: Final = "always"


def opening_hours(reading: Reading, node: Node) -> OpeningHours:
    """Opening hours: `always`, or a table with `weekly` and perhaps `changes`, `exceptions`,
    `open_on_days_off`.
    """
    if isinstance(node, Scalar) and node.text == _ALWAYS:
        return ALWAYS
    given = reading.table(node, needed=("weekly",), known=("changes", "exceptions", "open_on_days_off"))
    versions = [HoursFrom(date.min, _week(reading, given["weekly"]) if "weekly" in given else ((),) * 7)]
    if "changes" in given:
        versions.extend(_changes(reading, given["changes"]))
    exceptions = _exceptions(reading, given["exceptions"]) if "exceptions" in given else {}
    on_days_off = reading.yes_or_no(given["open_on_days_off"]) if "open_on_days_off" in given else False
    return OpeningHours(tuple(versions), exceptions, on_days_off)


def _changes(reading: Reading, node: Node) -> list[HoursFrom]:
    changes: list[HoursFrom] = []
    for item in reading.items(node):
        given = reading.table(item, needed=("from", "weekly"))
        week = _week(reading, given["weekly"]) if "weekly" in given else ((),) * 7
        starts_on = reading.day(given["from"]) if "from" in given else date.min
        # A date that is missing or no date is told already, and is not out of order besides.
        if date.min < starts_on <= max((one.starts_on for one in changes), default=date.min):
            reading.wrong(given["from"], "Changes are listed oldest first, one for a date.")
        changes.append(HoursFrom(starts_on, week))
    return changes


def _exceptions(reading: Reading, node: Node) -> dict[date, Day]:
    exceptions: dict[date, Day] = {}
    for item in reading.items(node):
        given = reading.table(item, needed=("date", "open"))
        day = reading.day(given["date"]) if "date" in given else date.min
        if day in exceptions and day > date.min:
            reading.wrong(given["date"], f"{day.isoformat()} has an exception already.")
        exceptions[day] = _periods(reading, given["open"]) if "open" in given else ()
    return exceptions


def _week(reading: Reading, node: Node) -> Week:
    week: list[Day] = [()] * 7
    taken: set[int] = set()
    for key, value in reading.entries(node):
        days = weekdays(reading, key)
        if not taken.isdisjoint(days):
            reading.wrong(key, "One of these days has its times on another line already.")
        taken.update(days)
        day = _periods(reading, value)
        for weekday in days:
            week[weekday] = day
    return (week[0], week[1], week[2], week[3], week[4], week[5], week[6])


def weekdays(reading: Reading, key: Node) -> list[int]:
    """`mon-wed, fri` → 0, 1, 2, 4."""
    found: list[int] = []
    for part in reading.text(key).split(","):
        ends = _DASH.split(part.strip().lower())
        if len(ends) > 2 or any(end not in _DAYS for end in ends):
            reading.wrong(
                key,
                f"“{part.strip()}” is not a day or a span of days; write mon, tue, wed, thu, fri, sat, sun.",
            )
            continue
        first, last = _DAYS.index(ends[0]), _DAYS.index(ends[-1])
        if last < first:
            reading.wrong(key, f"“{part.strip()}” runs backwards; the week begins on Monday here.")
        found.extend(range(first, last + 1))
    return found


def _periods(reading: Reading, node: Node) -> Day:
    """`8-11, 12-16`, a list of such, or `closed`."""
    parts = list(node.nodes) if isinstance(node, Items) else [node]
    periods: list[Period] = []
    for part in parts:
        text = reading.text(part)
        if text == _CLOSED and len(parts) == 1:
            return ()
        periods.extend(found for span in text.split(",") if (found := period(reading, part, span)))
    for earlier, later in pairwise(periods):
        if later.opens < earlier.closes:
            reading.wrong(node, "The times of a day are in order and do not overlap.")
    return tuple(periods)


def period(reading: Reading, node: Node, span: str) -> Period | None:
    """`8-16`, or `8:30-15:45`; None for what is no such thing, which is told."""
    ends = [minutes(end) for end in _DASH.split(span.strip())]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        if span.strip():
            reading.wrong(
                node,
                f"“{span.strip()}” is not a time from and to; write it as 8-16 or 8:30-15:45, or closed.",
            )
        return None
    opens, closes = ends[0], ends[1]
    if opens >= closes:
        reading.wrong(
            node,
            f"“{span.strip()}” ends before it begins; past midnight belongs to the next day, 22-24 and 0-6.",
        )
        return None
    return Period(opens, closes)


def minutes(text: str) -> int | None:
    """Minutes after midnight; None for what is not a time of day."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    minute = int(match[2] or 0)
    counted = int(match[1]) * 60 + minute
    return counted if minute < 60 and counted <= MIDNIGHT else None
