"""A queue is open whenever one of its services is; staff are told two weeks of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from server_stub.helpline.hours import (
    HELSINKI,
    MIDNIGHT,
    Day,
    HoursFrom,
    OpeningHours,
    Period,
    is_open,
    midnight_of,
)
from server_stub.helpline.queue_hours import (
    DAYS_TOLD,
    Opening,
    QueueHours,
    at_closing,
    queue_closes_at,
    queue_hours,
)
from server_stub.helpline.service_model import QueueId, Service, ServiceModel, always_open
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

MONDAY: Final = date(2026, 11, 23)
NO_DAYS: Final[frozenset[date]] = frozenset()
COMMON_SV: Final = QueueId("#soshON_ohjaus_ja_neuvonta_sv_chat")
TO_SENIORS: Final = QueueId("SIIRTO_SENIORI_INFO_CHAT")


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(find_resources() / "service_models/esimerkki.yaml")
    assert isinstance(found, ServiceModel)
    return found


def wall(hour: float, day: int = 23) -> datetime:
    return datetime(2026, 11, day, tzinfo=HELSINKI) + timedelta(hours=hour)


def day_of(*periods: tuple[float, float]) -> Day:
    return tuple(Period(round(opens * 60), round(closes * 60)) for opens, closes in periods)


def daily(*periods: tuple[float, float], exceptions: dict[date, Day] | None = None) -> OpeningHours:
    return OpeningHours((HoursFrom(date(2026, 1, 1), (day_of(*periods),) * 7),), exceptions or {})


def served(model: ServiceModel, *hours: OpeningHours) -> ServiceModel:
    """The same queues, each behind a service of each of those hours."""
    return replace(model, services=tuple(replace(model.services[0], hours=each) for each in hours))


def first_two(told: QueueHours) -> list[tuple[datetime, datetime | None]]:
    return [(opening.opens_at, opening.closes_at) for opening in told.openings[:2]]


def test_services_that_begin_at_different_times_are_one_opening(model: ServiceModel):
    staggered = served(model, daily((8, 16)), daily((12, 18)))
    told = queue_hours(staggered, COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert first_two(told) == [(wall(8), wall(18)), (wall(8, 24), wall(18, 24))]
    within = served(model, daily((8, 16)), daily((12, 16)))
    told = queue_hours(within, COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert first_two(told) == [(wall(8), wall(16)), (wall(8, 24), wall(16, 24))]


def test_two_openings_a_day_are_two(model: ServiceModel):
    told = queue_hours(served(model, daily((9, 11), (12, 14))), COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert first_two(told) == [(wall(9), wall(11)), (wall(12), wall(14))]
    assert len(told.openings) == 2 * DAYS_TOLD


def test_an_opening_over_midnight_is_one_also_at_the_end_of_what_is_told(model: ServiceModel):
    told = queue_hours(served(model, daily((20, 24)), daily((0, 6))), COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert first_two(told) == [(wall(0), wall(6)), (wall(20), wall(30))]
    assert told.openings[-1].closes_at is None
    assert told.openings[-1].opens_at < told.known_until


def test_what_ends_with_what_is_told_has_an_end(model: ServiceModel):
    told = queue_hours(served(model, daily((20, 24))), COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert told.openings[-1].closes_at == told.known_until


def test_closing_days_and_exceptions_are_kept(model: ServiceModel):
    friday, saturday = date(2026, 11, 27), date(2026, 11, 28)
    hours = daily((8, 16), exceptions={friday: (), saturday: day_of((10, 12))})
    told = queue_hours(served(model, hours), COMMON_SV, MONDAY, days_off=frozenset({date(2026, 11, 24)}))
    assert [opening.opens_at for opening in told.openings[:4]] == [
        wall(8), wall(8, 25), wall(8, 26), wall(10, 28),
    ]  # fmt: skip


def test_what_is_told_is_what_the_services_say_at_every_quarter_hour(model: ServiceModel):
    """Over the end of summer time too."""
    first = date(2026, 10, 20)
    staggered = served(model, daily((0, 3.5), (9, 11)), daily((10, 12.25), (23, 24)))
    days_off = frozenset({date(2026, 10, 22)})
    told = queue_hours(staggered, COMMON_SV, first, days_off=days_off)
    at = midnight_of(first)
    while at < told.known_until:
        expected = any(is_open(service.hours, at, days_off=days_off) for service in staggered.services)
        assert expected is any(
            opening.opens_at <= at < (opening.closes_at or told.known_until) for opening in told.openings
        ), at
        at += timedelta(minutes=15)


def test_two_weeks_are_told_from_the_beginning_of_the_day(model: ServiceModel):
    told = queue_hours(model, COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert told.known_until == datetime(2026, 12, 7, tzinfo=HELSINKI)
    assert told.known_until.tzinfo is UTC
    assert len(told.openings) == 10


@pytest.mark.parametrize("queue_id", [COMMON_SV, TO_SENIORS])
def test_practice_and_targets_of_transfers_are_never_closed(model: ServiceModel, queue_id: QueueId):
    """R056: no service leads to a target of transfers, so it has no hours of its own."""
    told = queue_hours(always_open(model), queue_id, MONDAY, days_off=frozenset({MONDAY}))
    assert told.openings == (Opening(midnight_of(MONDAY), None),)
    assert queue_hours(model, TO_SENIORS, MONDAY, days_off=NO_DAYS).openings == told.openings
    assert always_open(model).queues == model.queues


def test_a_service_that_never_opens_gives_a_queue_that_never_does(model: ServiceModel):
    told = queue_hours(served(model, daily()), COMMON_SV, MONDAY, days_off=NO_DAYS)
    assert told.openings == ()


@pytest.mark.parametrize(
    ("hour", "closes"), [(7, None), (8, 18), (13, 18), (17.9, 18), (18, None), (20.5, 21), (23, None)]
)
def test_the_queue_closes_when_the_last_of_its_services_does(
    model: ServiceModel, hour: float, closes: float | None
):
    """Also of those that open later in the same opening: the range of a wait must not end too early."""
    staggered = served(model, daily((8, 16), (20, 21)), daily((12, 18)))
    expected = None if closes is None else wall(closes)
    assert queue_closes_at(staggered, COMMON_SV, wall(hour), days_off=NO_DAYS) == expected


def test_a_queue_that_does_not_close_has_no_closing_time(model: ServiceModel):
    around = served(model, daily((0, MIDNIGHT / 60)))
    for asked in (around, always_open(model)):
        assert queue_closes_at(asked, COMMON_SV, wall(12), days_off=NO_DAYS) is None
    assert queue_closes_at(model, TO_SENIORS, wall(12), days_off=NO_DAYS) is None


def test_a_callback_is_offered_at_closing_only_where_no_service_of_the_queue_promises_to_serve(
    model: ServiceModel,
):
    """R025: staff are told what those who wait were promised; a target of transfers has no closing time."""
    serving = model.services[0]
    offering = replace(serving, at_closing="offer_callback")

    def told(*services: Service) -> str:
        return at_closing(replace(model, services=services), COMMON_SV)

    assert (told(serving), told(offering), told(offering, serving)) == ("serve", "offer_callback", "serve")
    assert at_closing(replace(model, services=(offering,)), TO_SENIORS) == "serve"
