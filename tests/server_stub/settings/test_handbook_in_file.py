"""The handbook of a service model: guides by queue, and who helps (R145, R148)."""

import pytest

from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.service_model_file import parse
from server_stub.settings.yaml_tree import FileError
from tests.support.rig import MODEL

EXAMPLE = MODEL.read_text(encoding="utf-8")


def the_model() -> ServiceModel:
    model = parse(EXAMPLE, version=1)
    assert isinstance(model, ServiceModel), model
    return model


def told(old: str, new: str) -> list[FileError]:
    assert EXAMPLE.count(old) == 1, old
    errors = parse(EXAMPLE.replace(old, new), version=1)
    assert isinstance(errors, list)
    return errors


def test_the_example_has_instructions_processes_and_responsibilities_by_queue():
    """R148: work instructions, process descriptions and responsibilities, per queue."""
    guides = the_model().handbook.guides
    assert {guide.kind for guide in guides} == {"instruction", "process", "responsibility"}
    by_id = {guide.guide_id: guide for guide in guides}
    assert by_id["toimeentulotuki"].queue_ids == ("#soshON_aikuissosiaalityö_chat",)
    assert by_id["vastuut"].queue_ids == ()
    assert "Kela" in by_id["toimeentulotuki"].text.fi


def test_numbers_are_filled_in_and_support_names_its_line():
    """R145: whom to call, and where to write."""
    support = the_model().handbook.support
    assert support is not None
    assert "09 555 0199" in support.text.fi
    assert support.queue_id == "KONSULTAATIO_VUORON_TUKI"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    queue: KONSULTAATIO_VUORON_TUKI", "    queue: KONSULTAATIO_VUORON", "a consultation queue"),
        (
            "queues: [SIIRTO_SENIORI_INFO_CHAT, SIIRTO_SENIORI_INFO_KIIREETON]",
            "queues: [SIIRTO_SENIORI]",
            "There is no “SIIRTO_SENIORI” in this file",
        ),
        ("    - id: vastuut\n", "    - id: siirto\n", "There is a guide “siirto” already."),
        ("      kind: responsibility\n", "      kind: duty\n", "responsibility"),
        ("Kysy yksi asia kerrallaan.", "Kysy. " * 1_200, "longer than 6,000 characters"),
        ("Yksittäistä päätöstä", "{paatos} päätöstä", "{paatos}"),
    ],
)
def test_a_mistake_is_told_with_its_place(old: str, new: str, said: str):
    (error,) = told(old, new)
    assert said in error.sentence
    assert error.line > 900
