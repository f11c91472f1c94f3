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


def test_the_two_sides_share_one_set_of_rules_for_who_takes_what():
    """R082: queues of social and of health care stand in one list, each matter with one of them."""
    model = the_model()
    registers = {str(rule.queue_id): rule.register for rule in model.queues}
    rules = model.handbook.guidance
    assert {registers[rule.queue_id] for rule in rules} >= {"social", "health"}
    assert len({rule.matter.fi for rule in rules}) == len(rules)
    by_matter = {rule.matter.fi: rule.queue_name.sv for rule in rules}
    assert by_matter["Haavanhoito ja lääkkeet kotona"] == "Hemsjukvården"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "fi: Omaishoidon tuki, sv: Stöd för",
            "fi: haavanhoito ja lääkkeet KOTONA, sv: Stöd för",
            "is said already: a matter has one taker",
        ),
        (
            "      taken_by: SIIRTO_KOTISAIRAANHOITO_CHAT\n  guides:",
            "      taken_by: SIIRTO_ROKOTUS_CHAT\n  guides:",
            "There is no “SIIRTO_ROKOTUS_CHAT” in this file",
        ),
        ("      taken_by: SIIRTO_KOTISAIRAANHOITO_CHAT\n  guides:", "  guides:", "taken_by"),
    ],
)
def test_a_matter_with_two_takers_or_with_none_is_a_mistake(old: str, new: str, said: str):
    """R082."""
    (error,) = told(old, new)
    assert said in error.sentence
