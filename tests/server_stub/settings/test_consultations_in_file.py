"""The lines that can be asked, in the service model: promises, who is on call, mistakes with a place."""

from typing import Final

import pytest

from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import FileError, parse

EXAMPLE: Final = (find_resources() / "service_models/esimerkki.yaml").read_text(encoding="utf-8")


def model() -> ServiceModel:
    found = parse(EXAMPLE, version=1)
    assert isinstance(found, ServiceModel), found
    return found


def told(old: str, new: str) -> list[FileError]:
    assert EXAMPLE.count(old) == 1, old
    found = parse(EXAMPLE.replace(old, new), version=1)
    assert isinstance(found, list)
    return found


def test_the_example_has_lines_of_the_county_and_partners_outside_it() -> None:
    """R123, R126: advice and service lines, basic education and early childhood education."""
    lines = {line.queue_id: line for line in model().consultation_queues}
    outside = {queue_id for queue_id, line in lines.items() if line.is_outside}
    assert outside == {"KONSULTAATIO_PERUSOPETUS", "KONSULTAATIO_VARHAISKASVATUS"}
    assert {"KONSULTAATIO_NEUVONTA", "KONSULTAATIO_SENIORI_INFO"} <= lines.keys() - outside
    assert {line.promise_days for line in lines.values()} == {1, 2, 3}


def test_who_is_on_call_has_a_number_hours_and_words_for_other_times() -> None:
    """R125."""
    line = model().consultation_queue("KONSULTAATIO_NEUVONTA")
    assert line is not None
    assert line.on_call is not None
    assert line.on_call.number == "040 555 0142"
    assert "09 555 0100" in line.on_call.otherwise.fi
    assert "040 555 0142" in model().public_numbers


def test_a_line_is_no_queue_of_customers_but_staff_can_be_entitled_to_it() -> None:
    found = model()
    assert found.queue("KONSULTAATIO_NEUVONTA") is None
    assert "KONSULTAATIO_NEUVONTA" in found.every_queue_id()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: KONSULTAATIO_PERUSOPETUS", "id: Perusopetus", "KONSULTAATIO_<LINJA>"),
        ("id: KONSULTAATIO_PERUSOPETUS", "id: KONSULTAATIO_NEUVONTA", "already"),
        ("promise_days: 1\n", "promise_days: 4\n", "from 1 to 3"),
        ("number: on_call_social_worker", "number: nobody", "no number “nobody”"),
        (
            "Seniorinfo, en: Senior Info}\n    promise_days: 2\n",
            "Seniorinfo, en: Senior Info}\n    promise_days: 2\n    outsider: yes\n",
            "“outsider”",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(old: str, new: str, words: str) -> None:
    (error,) = told(old, new)
    assert words in error.sentence
    assert error.line > 1
