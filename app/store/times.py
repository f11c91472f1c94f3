"""Times in the file: microseconds since 1970 in UTC, exact both ways."""

from datetime import UTC, datetime, timedelta

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_microseconds(at: datetime) -> int:
    """Aware time to microseconds since 1970."""
    return (at - _BEGINNING) // _MICROSECOND


def from_microseconds(value: int) -> datetime:
    """Microseconds since 1970 to an aware time in UTC."""
    return _BEGINNING + value * _MICROSECOND
