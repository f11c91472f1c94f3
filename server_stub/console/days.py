"""days: Finnish days as somebody writes them on the command line, as moments."""

from datetime import date, datetime, time, timedelta

from server_stub.bootstrap.opening import Refused
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis


def between(first: str, last: str) -> tuple[Millis, Millis]:
    """From the first of two days until the one after the last. Raises `Refused` for what is no day."""
    begins, ends = _day(first), _day(last)
    if ends < begins:
        raise Refused("The last day is before the first; write --since 2026-11-01 --until 2026-11-30.")
    return _midnight(begins), _midnight(ends + timedelta(days=1))


def named(said: str) -> str:
    """A day as rows name it. Raises `Refused` for what is no day."""
    return _day(said).isoformat()


def _midnight(day: date) -> Millis:
    return round(datetime.combine(day, time(), tzinfo=HELSINKI).timestamp() * 1000)


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(f"“{said}” is not a day; write it as 2026-11-30.") from None
