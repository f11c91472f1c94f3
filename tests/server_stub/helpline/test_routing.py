"""A customer's choice leads to the right queue (R050–R054, R066; architecture.md: English customers)."""

from datetime import date
from typing import Final

import pytest

from server_stub.helpline.routing import queue_for
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.wording import LANGUAGES, Language
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

DAY: Final = date(2026, 11, 23)
COMMON_FI: Final = "#soshON_ohjaus_ja_neuvonta_fi_chat"
COMMON_SV: Final = "#soshON_ohjaus_ja_neuvonta_sv_chat"


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(find_resources() / "service_models/esimerkki.yaml")
    assert isinstance(found, ServiceModel)
    return found


@pytest.mark.parametrize(
    ("topic", "language", "queue"),
    [
        ("toimeentulo", "fi", "#soshON_aikuissosiaalityö_chat"),
        ("perhe", "fi", "#soshON_perheasiat_chat"),
        ("vammaispalvelut", "fi", "#soshON_vammaispalvelut_chat"),
        ("en_tieda", "fi", COMMON_FI),
        ("muu", "fi", COMMON_FI),
        ("toimeentulo", "sv", COMMON_SV),
        ("muu", "sv", COMMON_SV),
        ("vammaispalvelut", "en", COMMON_FI),
    ],
)
def test_topic_and_language_decide(model: ServiceModel, topic: str, language: Language, queue: str):
    """Topic queues serve Finnish; Swedish has its common queue (R054); English waits in the Finnish one."""
    assert queue_for(model, service_id="neuvonta", topic_id=topic, language=language, on=DAY) == queue


@pytest.mark.parametrize(
    ("service", "topic", "language"),
    [("neuvonta", "no_such", "fi"), ("no_such", "muu", "fi"), ("neuvonta", "muu", "ru"), ("", "", "fi")],
)
def test_what_the_model_does_not_have_leads_nowhere(
    model: ServiceModel, service: str, topic: str, language: str
):
    assert queue_for(model, service_id=service, topic_id=topic, language=language, on=DAY) is None  # type: ignore[arg-type]


def test_every_choice_leads_to_a_queue_that_is_there_and_takes_customers(model: ServiceModel):
    for service in model.services:
        for topic in service.topics:
            for language in LANGUAGES:
                queue_id = queue_for(
                    model, service_id=service.service_id, topic_id=topic.topic_id, language=language, on=DAY
                )
                rule = model.queue(queue_id or "")
                assert rule is not None
                assert rule.kind in ("topic", "common")
                assert queue_id in service.queue_ids()
