"""When a notice is shown is a day or a time of day in Finland; what is neither is told where it is."""

from datetime import UTC, datetime

import pytest

from server_stub.helpline.service_model import Announcement, ServiceModel
from server_stub.settings.service_model_file import FileError, parse
from tests.support.backend import MODEL

TEXT = "text: {fi: a, sv: b, en: c}"


def read(spans: str) -> ServiceModel | list[FileError]:
    source = MODEL.read_text(encoding="utf-8")
    assert "\n    news:\n" in source
    notice = f"\n    temporary_notices:\n      - {{{spans}, {TEXT}}}\n    news:\n"
    return parse(source.replace("\n    news:\n", notice, 1), version=1)


def shown(spans: str) -> Announcement:
    found = read(spans)
    assert isinstance(found, ServiceModel), found
    return found.services[0].announcements[0]


def test_a_day_is_shown_whole_and_a_time_to_its_minute():
    """R034."""
    days = shown("from: 2026-12-01, until: 2026-12-01")
    assert days.starts_at == datetime(2026, 11, 30, 22, tzinfo=UTC)
    assert days.ends_at == datetime(2026, 12, 1, 22, tzinfo=UTC)
    times = shown("from: 2026-06-01T12:00, until: 2026-06-01 13:30")
    assert times.starts_at == datetime(2026, 6, 1, 9, tzinfo=UTC)
    assert times.ends_at == datetime(2026, 6, 1, 10, 30, tzinfo=UTC)


def test_in_the_hour_that_comes_twice_it_is_shown_at_both():
    """R034: 25 October 2026, from 3.30 to 3.30."""
    notice = shown("from: 2026-10-25T03:30, until: 2026-10-25T03:30")
    assert notice.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert notice.ends_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ("until: 2026-12-01T25:00", "is not a time"),
        ("until: 1.12.2026 klo 12", "is not a date"),
        ("until: 2027-03-28T03:30", "There is no 2027-03-28T03:30 in Finland"),
        ("from: 2026-12-01T13:00, until: 2026-12-01T13:00", "over before it begins"),
        ("from: 2026-12-02, until: 2026-12-01", "over before it begins"),
        ("from: 2026-12-02", "“until” is missing"),
    ],
)
def test_what_is_no_time_is_told_once(spans: str, told: str):
    """R034."""
    found = read(spans)
    assert isinstance(found, list)
    assert len(found) == 1
    assert told in found[0].sentence
