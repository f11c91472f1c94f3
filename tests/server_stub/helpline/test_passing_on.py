"""Passing an application on: table of `helpline/passing_on.py`, row by row (R049)."""

from dataclasses import replace

import pytest

from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import TransferConversation
from server_stub.helpline.conversation_facts import ConversationTransferred
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.decisions import Decision
from server_stub.helpline.passing_on import PASS_ON_TARGETS, Applications, PassOnTarget
from server_stub.helpline.service_model import Register, ServiceModel
from server_stub.helpline.values import Problem
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read
from tests.server_stub.helpline.test_conversation import CONVERSATION_ID, HOLDER, NOW, a_conversation

QUEUES: dict[PassOnTarget, str] = {
    "benefit_processing": "SIIRTO_ETUUSKASITTELY_KIIREETON",
    "social_counsellor": "SIIRTO_SOSIAALIOHJAUS_KIIREETON",
    "social_worker": "SIIRTO_SOSIAALITYO_KIIREETON",
}
HELD = a_conversation("held")._replace(identity="identified")


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(find_resources() / "service_models/esimerkki.yaml", version=7)
    assert isinstance(found, ServiceModel), found
    return found


def led(
    model: ServiceModel, target: PassOnTarget | None, queue_id: str, applications: Applications | None = None
) -> Decision | Problem:
    """What passing on to that target, into that queue, leads to."""
    [service] = model.services
    if applications is not None:
        service = replace(service, applications=applications)
    command = TransferConversation(CONVERSATION_ID, queue_id, "", 2, passed_on_to=target)
    registers: dict[str, Register | None] = {HELD.queue_id: "social"}
    registers.update(dict.fromkeys(QUEUES.values(), "social"))
    situation = Situation(NOW, HOLDER, HELD, target="transfer", service=service, registers=registers)
    return decide(situation, command)


def chosen(decision: Decision | Problem) -> list[tuple[str, PassOnTarget | None]]:
    """Where it went, and to whom the application was passed on."""
    assert isinstance(decision, Decision), decision
    facts = (each.fact for each in decision.facts)
    return [
        (fact.conversation.queue_id, fact.passed_on_to)
        for fact in facts
        if isinstance(fact, ConversationTransferred)
    ]


@pytest.mark.parametrize("target", PASS_ON_TARGETS)
def test_each_of_the_three_goes_into_the_queue_of_its_service_and_is_told(
    model: ServiceModel, target: PassOnTarget
) -> None:
    assert chosen(led(model, target, QUEUES[target])) == [(QUEUES[target], target)]


@pytest.mark.parametrize("target", PASS_ON_TARGETS)
def test_a_target_goes_nowhere_else(model: ServiceModel, target: PassOnTarget) -> None:
    """The desk saw another service model, or means another service: nothing is moved on a guess."""
    others = [queue_id for each, queue_id in QUEUES.items() if each != target]
    assert [led(model, target, queue_id) for queue_id in others] == [Problem("unknown_queue")] * 2
    assert led(model, target, QUEUES[target], {}) == Problem("unknown_queue")


def test_moved_there_for_another_reason_it_is_no_application(model: ServiceModel) -> None:
    for queue_id in QUEUES.values():
        assert chosen(led(model, None, queue_id)) == [(queue_id, None)]


def test_across_the_register_boundary_it_needs_permission_as_any_transfer_does(model: ServiceModel) -> None:
    """R070: an application is no way round."""
    target: PassOnTarget = "social_worker"
    command = TransferConversation(CONVERSATION_ID, QUEUES[target], "", 2, passed_on_to=target)
    situation = Situation(NOW, HOLDER, HELD, target="transfer", service=model.services[0])
    apart = situation._replace(registers={HELD.queue_id: "social", QUEUES[target]: "health"})
    assert decide(apart, command) == Problem("consent_needed")
