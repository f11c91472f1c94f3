"""An application that is passed on: whether it can be, and to whom, in which order (R049)."""

from dataclasses import replace

from app.desk.application_view import application_rows, can_pass_on
from app.desk.transfer_view import TargetRow
from app.domain.conversation import Identity
from app.domain.ids import QueueId
from app.domain.passing_on import ApplicationQueue, PassOnTarget
from app.domain.problems import Problem, ProblemCode
from app.domain.transfer import LookAhead
from tests.desk.test_transfer_view import SENIOR
from tests.support.desk_builders import NINE_O_CLOCK

ADVICE = "neuvonta"
BENEFITS = replace(SENIOR, queue_id=QueueId("SIIRTO_ETUUSKASITTELY_KIIREETON"), is_open=False)
WORKERS = replace(SENIOR, queue_id=QueueId("SIIRTO_SOSIAALITYO_KIIREETON"))
AHEAD = LookAhead(
    NINE_O_CLOCK,
    (WORKERS, SENIOR, BENEFITS),
    applications=(
        ApplicationQueue(ADVICE, PassOnTarget.BENEFIT_PROCESSING, BENEFITS.queue_id),
        ApplicationQueue(ADVICE, PassOnTarget.SOCIAL_COUNSELLOR, WORKERS.queue_id),
        ApplicationQueue(ADVICE, PassOnTarget.SOCIAL_WORKER, WORKERS.queue_id),
        ApplicationQueue("vammaisneuvonta", PassOnTarget.SOCIAL_WORKER, SENIOR.queue_id),
    ),
)


def rows(
    service_id: str | None = ADVICE, ahead: LookAhead = AHEAD, *, permitted: QueueId | None = None
) -> tuple[TargetRow, ...]:
    """The rows of an identified customer of the benefits queue."""
    return application_rows(
        ahead,
        service_id,
        identity=Identity.IDENTIFIED,
        language="fi",
        now=NINE_O_CLOCK,
        own=SENIOR.queue_id,
        permitted=permitted,
    )


def test_three_targets_stand_in_their_order_whatever_is_open():
    assert [(row.passed_on_to, row.queue_id) for row in rows()] == [
        (PassOnTarget.BENEFIT_PROCESSING, BENEFITS.queue_id),
        (PassOnTarget.SOCIAL_COUNSELLOR, WORKERS.queue_id),
        (PassOnTarget.SOCIAL_WORKER, WORKERS.queue_id),
    ]


def test_two_targets_with_one_queue_are_two_rows():
    assert len({row.key for row in rows()}) == 3


def test_each_service_has_its_own_and_only_an_application_is_passed_on():
    assert [row.queue_id for row in rows("vammaisneuvonta")] == [SENIOR.queue_id]
    assert [can_pass_on(AHEAD, service) for service in (ADVICE, "lastenvalvoja", None)] == [
        True,
        False,
        False,
    ]
    assert not can_pass_on(None, ADVICE)
    assert rows("lastenvalvoja") == ()


def test_across_the_register_boundary_permission_comes_first():
    """The rule of every transfer (R070) holds for an application."""
    across = replace(AHEAD, targets=(replace(WORKERS, register="health"), SENIOR, BENEFITS))
    needed = Problem(ProblemCode.CONSENT_NEEDED)
    assert [row.obstacle for row in rows(ahead=across)] == [None, needed, needed]
    assert [row.obstacle for row in rows(ahead=across, permitted=WORKERS.queue_id)] == [None, None, None]


def test_a_queue_that_takes_nobody_new_is_not_offered():
    assert [row.queue_id for row in rows(ahead=replace(AHEAD, targets=(BENEFITS, SENIOR)))] == [
        BENEFITS.queue_id
    ]
