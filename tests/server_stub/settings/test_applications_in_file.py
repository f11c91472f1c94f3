"""Into which queues a service passes applications on, in the service model (R049)."""

from datetime import date
from typing import Final

import pytest

from server_stub.helpline.model_on import model_on
from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import parse

EXAMPLE: Final = (find_resources() / "service_models/esimerkki.yaml").read_text(encoding="utf-8")
COUNSELLOR: Final = "      social_counsellor: SIIRTO_SOSIAALIOHJAUS_KIIREETON\n"
NEWER: Final = "SIIRTO_AIKUISTEN_SOSIAALIOHJAUS_KIIREETON"


def model_of(written: str) -> ServiceModel:
    found = parse(written, version=1)
    assert isinstance(found, ServiceModel), found
    return found


def applications(written: str) -> dict[str, str]:
    [service] = model_of(written).services
    return {str(target): queue_id for target, queue_id in service.applications.items()}


def test_a_service_names_a_queue_for_each_of_the_three_and_may_leave_one_out() -> None:
    assert EXAMPLE.count(COUNSELLOR) == 1
    every = {
        "benefit_processing": "SIIRTO_ETUUSKASITTELY_KIIREETON",
        "social_counsellor": "SIIRTO_SOSIAALIOHJAUS_KIIREETON",
        "social_worker": "SIIRTO_SOSIAALITYO_KIIREETON",
    }
    assert applications(EXAMPLE) == every
    del every["social_counsellor"]
    assert applications(EXAMPLE.replace(COUNSELLOR, "")) == every


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("social_counsellor: SIIRTO_EI_OLE_KIIREETON", "There is no queue"),
        ('social_counsellor: "#soshON_perheasiat_chat"', "is no transfer queue"),
        ("social_secretary: SIIRTO_SOSIAALITYO_KIIREETON", "is not known here"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(wrong: str, told: str) -> None:
    found = parse(EXAMPLE.replace(COUNSELLOR, f"      {wrong}\n"), version=1)
    assert isinstance(found, list)
    line = EXAMPLE[: EXAMPLE.index(COUNSELLOR)].count("\n") + 1
    assert [(error.line, told in error.sentence) for error in found] == [(line, True)]


def test_a_queue_that_is_followed_by_another_leads_there_from_its_day_on() -> None:
    """R062: renamed queues take the applications over by themselves."""
    queue = "  - id: SIIRTO_SOSIAALITYO_KIIREETON\n"
    newer = (
        f"  - id: {NEWER}\n    kind: transfer\n    language: fi\n    register: social\n"
        "    name: {fi: Sosiaaliohjaus, sv: Social handledning, en: Social counselling}\n"
        "    succeeds: {from: 2027-01-01, of: [SIIRTO_SOSIAALIOHJAUS_KIIREETON]}\n"
    )
    model = model_of(EXAMPLE.replace(queue, newer + queue))
    led = [
        model_on(model, day).services[0].applications["social_counsellor"]
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert led == ["SIIRTO_SOSIAALIOHJAUS_KIIREETON", NEWER]
