"""Pre-information: the table of `helpline/pre_information.py`, row by row (R067, R068, R069)."""

import pytest

from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.pre_information_values import CorrectPreInformation, RefinePreInformation
from server_stub.helpline.service_model import Service, ServiceModel
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    QUEUE,
    a_conversation,
)

DISABILITY = "#soshON_vammaispalvelut_chat"
HOLDERS = f"s:{HOLDER.staff_id}"


@pytest.fixture(scope="module")
def service() -> Service:
    found = read(find_resources() / "service_models/esimerkki.yaml")
    assert isinstance(found, ServiceModel)
    return found.services[0]


def refines(finer: str | None = "vp_apu", text: str = "", version: int = 2) -> RefinePreInformation:
    return RefinePreInformation(CONVERSATION_ID, finer, text, version)


def corrects(language: str = "fi", text: str = "Puhuu ruotsia.", version: int = 2) -> CorrectPreInformation:
    return CorrectPreInformation(
        CONVERSATION_ID, "neuvonta", "vammaispalvelut", "vp_apu", language, text, version
    )


def about_disability(state: str = "held") -> Conversation:
    """A conversation about disability services, of which the customer said no more."""
    return a_conversation(state)._replace(
        topic_id="vammaispalvelut", chosen_topic_id="vammaispalvelut", queue_id=DISABILITY
    )


def led(
    found: Conversation, command: Command, service: Service | None = None, leads_to: str | None = None
) -> Decision | Problem:
    return decide(Situation(NOW, HOLDER, found, service=service, leads_to=leads_to), command)


@pytest.mark.parametrize(
    ("state", "finer", "version", "expected"),
    [
        ("held", "vp_apu", 2, "refined"),
        ("held", None, 2, "refined"),
        ("held", "vp_apu", 1, "responsibility_moved"),
        ("held", "toimeentulo", 2, "unknown_topic"),
        ("held", "no_such", 2, "unknown_topic"),
        ("ended", "vp_apu", 2, "refined"),
        ("ended", "vp_apu", 1, "responsibility_moved"),
        ("closed", "vp_apu", 2, "conversation_closed"),
    ],
)
def test_a_topic_is_refined_to_what_it_has_by_who_holds_it(
    service: Service, state: str, finer: str | None, version: int, expected: str
) -> None:
    """R067, R069: within its topic, also while it is wrapped up."""
    outcome = led(about_disability(state), refines(finer, "Avustaja töihin.", version), service)
    if isinstance(outcome, Problem):
        assert outcome.code == expected
        return
    after = outcome.conversation
    assert expected == "refined"
    assert (after.finer_topic_id, after.detail, after.refined_at) == (finer, "Avustaja töihin.", NOW)
    assert (after.refined_by_id, after.refined_by_name) == (HOLDER.staff_id, HOLDER.display_name)


def test_refining_moves_nothing_and_leaves_what_she_chose(service: Service) -> None:
    """R067: beside what the customer chose, not over it; and she is told nothing of how she was coded."""
    found = about_disability()._replace(chosen_finer_topic_id="vp_asuminen", finer_topic_id="vp_asuminen")
    outcome = led(found, refines("vp_apu"), service)
    assert isinstance(outcome, Decision)
    after = outcome.conversation
    assert (after.chosen_topic_id, after.chosen_finer_topic_id) == ("vammaispalvelut", "vp_asuminen")
    standing = ("state", "queue_id", "topic_id", "language", "responsibility_version", "hand_overs")
    assert [getattr(after, name) for name in standing] == [getattr(found, name) for name in standing]
    assert [each.audience for each in outcome.facts] == [(HOLDERS,)]


def test_a_finer_topic_that_has_left_the_model_takes_a_detail_all_the_same(service: Service) -> None:
    found = about_disability()._replace(finer_topic_id="vp_lakkautettu")
    outcome = led(found, refines("vp_lakkautettu", "Lisätieto"), service)
    assert isinstance(outcome, Decision)
    assert (outcome.conversation.finer_topic_id, outcome.conversation.detail) == (
        "vp_lakkautettu",
        "Lisätieto",
    )


def test_nobody_else_refines_or_corrects(service: Service) -> None:
    for actor in (COLLEAGUE, CUSTOMER):
        for command in (refines(), corrects()):
            found = about_disability()
            situation = Situation(NOW, actor, found, service=service, leads_to=QUEUE)
            assert decide(situation, command) == Problem("not_found")


@pytest.mark.parametrize(
    ("state", "leads_to", "version", "expected"),
    [
        ("held", DISABILITY, 2, "waiting"),
        ("held", QUEUE, 2, "held"),
        ("held", None, 2, "unknown_topic"),
        ("held", DISABILITY, 1, "responsibility_moved"),
        ("ended", DISABILITY, 2, "conversation_ended"),
        ("closed", DISABILITY, 2, "conversation_closed"),
    ],
)
def test_a_correction_moves_to_where_it_leads(
    state: str, leads_to: str | None, version: int, expected: str
) -> None:
    """R068: to the right queue; where that is the one it is in, its holder goes on."""
    outcome = led(a_conversation(state), corrects(version=version), leads_to=leads_to)
    assert (outcome.code if isinstance(outcome, Problem) else outcome.conversation.state) == expected


def test_a_correction_that_moves_is_a_correction_and_a_transfer() -> None:
    """R068: with its history and the time she came; what she chose stays beside what it was."""
    found = a_conversation("held")
    outcome = led(found, corrects("sv"), leads_to=DISABILITY)
    assert isinstance(outcome, Decision)
    after = outcome.conversation
    assert (after.queue_id, after.language, after.topic_id) == (DISABILITY, "sv", "vammaispalvelut")
    assert (after.chosen_language, after.chosen_topic_id) == ("fi", "toimeentulo")
    assert (after.waiting_since, after.last_seq) == (found.waiting_since, found.last_seq)
    assert (after.hand_overs, after.responsibility_version) == (1, 3)
    assert (after.internal_message, after.transferred_from) == ("Puhuu ruotsia.", QUEUE)
    customer = f"c:{CONVERSATION_ID}"
    assert [(type(each.fact).__name__, each.audience) for each in outcome.facts] == [
        ("PreInformationCorrected", (HOLDERS, customer)),
        ("ConversationTransferred", (HOLDERS, customer)),
        ("ConversationLeft", (HOLDERS,)),
        ("ConversationEntered", (f"q:{DISABILITY}",)),
    ]


def test_what_is_offered_is_not_made_another_thing_meanwhile() -> None:
    """R068: she who is offered it decides by what she was told; a move ends the offer, as a transfer does."""
    offered = a_conversation("held")._replace(
        offered_to_id=COLLEAGUE.staff_id,
        offered_to_name=COLLEAGUE.display_name,
        offered_at=NOW,
        offer_lapses_at=NOW + 60_000,
        offer_message="",
    )
    told = {"to_name": COLLEAGUE.display_name}
    assert led(offered, corrects(), leads_to=QUEUE) == Problem("offer_pending", told)
    outcome = led(offered, corrects(), leads_to=DISABILITY)
    assert isinstance(outcome, Decision)
    assert outcome.conversation.offered_to_id is None


def test_supervisors_who_are_called_are_told_of_a_correction() -> None:
    """R068: what they read of it is what it is about."""
    called = a_conversation("held")._replace(help_called_at=NOW, help_text="")
    outcome = led(called, corrects(), leads_to=QUEUE)
    assert isinstance(outcome, Decision)
    assert SUPERVISORS_ADDRESS in outcome.facts[0].audience
    assert outcome.conversation.help_called_at == NOW
