"""announcements_in_file: Reads when a temporary notice or news is shown: days, or times of day."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

from server_stub.helpline.hours import HELSINKI, midnight_of
from server_stub.helpline.service_model import Announcement, AnnouncementKind
from server_stub.helpline.wording import Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}")
_EVER: Final = datetime.min.replace(tzinfo=UTC)
_FOR_GOOD: Final = datetime.max.replace(tzinfo=UTC)


def announcements(
    reading: Reading, node: Node, kind: AnnouncementKind, *, numbers: Mapping[str, str]
) -> tuple[Announcement, ...]:
    """Every one of a kind, in the order of the file."""
    return tuple(_announcement(reading, item, kind, numbers) for item in reading.items(node))


def _announcement(
    reading: Reading, node: Node, kind: AnnouncementKind, numbers: Mapping[str, str]
) -> Announcement:
    """Temporary ones end when it is said; news may stay (R034, R035)."""
    needed = ("until", "text") if kind == "temporary" else ("text",)
    known = ("from",) if kind == "temporary" else ("from", "until")
    given = reading.table(node, needed=needed, known=known)
    starts_at = _moment(reading, given["from"], is_end=False) if "from" in given else _EVER
    ends_at = _moment(reading, given["until"], is_end=True) if "until" in given else _FOR_GOOD
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        reading.wrong(given["until"], "This is over before it begins.")
    text = reading.wording(given["text"], numbers) if "text" in given else Wording("", "", "")
    return Announcement(kind, text, starts_at or _EVER, ends_at or _FOR_GOOD)


def _moment(reading: Reading, node: Node, *, is_end: bool) -> datetime | None:
    """A day, which is shown whole, or a time of day in Finland; None for what is neither, which is told."""
    text = reading.text(node)
    if not _TIME.fullmatch(text):
        known = len(reading.errors)
        day = reading.day(node)
        if not text or len(reading.errors) > known or day == date.max:
            return None
        return midnight_of(day + timedelta(days=1) if is_end else day)
    try:
        wall = datetime.fromisoformat(text)
    except ValueError:
        reading.wrong(node, f"“{text}” is not a time; write it as 2026-12-31T12:00.")
        return None
    # In the hour that comes twice in autumn it begins at the first coming and ends at the second.
    at = wall.replace(tzinfo=HELSINKI, fold=int(is_end)).astimezone(UTC)
    if at.astimezone(HELSINKI).replace(tzinfo=None) != wall:
        reading.wrong(node, f"There is no {text} in Finland: the clock goes from 3.00 to 4.00 that night.")
        return None
    return at
