"""A pilot ends on its day and a queue that needs staff opens with staff; who is in a queue is served."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pytest

from server_stub.helpline.conversation_commands import OpenConversation
from server_stub.helpline.opening import admission
from server_stub.helpline.queue_doors import takes_new, told_of_pilots
from server_stub.helpline.queue_hours import queue_hours
from server_stub.helpline.routing import queue_for
from server_stub.helpline.service_model import Pilot, PilotDecision, QueueId, ServiceModel
from server_stub.helpline.values import Problem
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

DISABILITY: Final = QueueId("#soshON_vammaispalvelut_chat")
COMMON: Final = QueueId("#soshON_ohjaus_ja_neuvonta_fi_chat")
LAST: Final = date(2027, 3, 31)
AFTER: Final = date(2027, 4, 1)
NO_DAYS: Final[frozenset[date]] = frozenset()


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(find_resources() / "service_models/esimerkki.yaml")
    assert isinstance(found, ServiceModel)
    return found


def with_doors(
    model: ServiceModel, *, decision: PilotDecision | None = None, needs_staff: bool = False
) -> ServiceModel:
    """The example, whose disability services are tried out until `LAST` or need staff."""
    pilot = Pilot(LAST, decision) if decision else None
    return replace(
        model,
        queues=tuple(
            replace(rule, pilot=pilot, opens_only_with_staff=needs_staff)
            if rule.queue_id == DISABILITY
            else rule
            for rule in model.queues
        ),
    )


def leads_to(model: ServiceModel, on: date) -> str | None:
    return queue_for(model, service_id="neuvonta", topic_id="vammaispalvelut", language="fi", on=on)


@pytest.mark.parametrize("decision", ["open", "ends"])
def test_after_its_last_day_a_pilot_takes_nobody_new_and_its_topic_goes_to_the_common_queue(
    model: ServiceModel, decision: PilotDecision
):
    """R065: an end that nobody has decided about is an end; the customer is not turned away."""
    piloted = with_doors(model, decision=decision)
    assert (leads_to(piloted, LAST), leads_to(piloted, AFTER)) == (DISABILITY, COMMON)
    rule = piloted.queue(DISABILITY)
    assert rule is not None
    assert (takes_new(rule, LAST), takes_new(rule, AFTER)) == (True, False)


def test_a_pilot_that_was_decided_to_go_on_goes_on(model: ServiceModel):
    """R065."""
    assert leads_to(with_doors(model, decision="goes_on"), AFTER) == DISABILITY
    assert list(told_of_pilots(with_doors(model, decision="goes_on"), AFTER)) == []


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2027, 1, 29), []),
        (date(2027, 1, 30), ["ends on 2027-03-31, and nothing is decided"]),
        (LAST, ["ends on 2027-03-31, and nothing is decided"]),
        (AFTER, ["ended on 2027-03-31: it takes nobody new"]),
    ],
)
def test_sixty_days_before_the_end_it_is_told_that_nothing_is_decided(
    model: ServiceModel, on: date, told: list[str]
):
    """R065."""
    found = list(told_of_pilots(with_doors(model, decision="open"), on))
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))


def test_one_that_is_decided_to_end_is_told_of_only_when_it_is_over(model: ServiceModel):
    """R065."""
    ending = with_doors(model, decision="ends")
    assert list(told_of_pilots(ending, LAST)) == []
    assert len(list(told_of_pilots(ending, AFTER))) == 1


def test_staff_are_told_no_opening_after_the_end_of_a_pilot(model: ServiceModel):
    """R065: 31 March 2027 is a Wednesday."""
    told = queue_hours(
        with_doors(model, decision="open"), DISABILITY, date(2027, 3, 29), days_off=NO_DAYS
    ).openings
    assert [opening.opens_at.date() for opening in told] == [date(2027, 3, day) for day in (29, 30, 31)]
    ordinary = queue_hours(model, DISABILITY, date(2027, 3, 29), days_off=NO_DAYS).openings
    assert ordinary[:3] == told
    assert len(ordinary) == 10


@pytest.mark.parametrize(("on_duty", "is_let_in"), [(0, False), (1, True)])
def test_hours_alone_do_not_open_a_queue_that_needs_staff(model: ServiceModel, on_duty: int, is_let_in: bool):
    """R064: Monday noon; who chooses another topic is not asked about."""
    guarded = with_doors(model, needs_staff=True)
    noon = round(datetime(2026, 11, 23, 10, tzinfo=UTC).timestamp() * 1000)

    def outcome(topic_id: str) -> str | Problem:
        command = OpenConversation("neuvonta", topic_id, "fi", "", guarded.notice.notice_version)
        return admission(
            guarded, command, now=noon, days_off=NO_DAYS, on_duty={str(DISABILITY): on_duty}.__getitem__
        )

    assert outcome("vammaispalvelut") == (
        DISABILITY if is_let_in else Problem("service_closed", {"opens_at": None})
    )
    assert outcome("muu") == COMMON
