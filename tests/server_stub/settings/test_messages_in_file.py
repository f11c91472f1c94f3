"""How a service takes non-urgent messages, in the service model: how long an agreed one is open."""

from typing import Final

import pytest

from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import parse

EXAMPLE: Final = (find_resources() / "service_models/esimerkki.yaml").read_text(encoding="utf-8")
WRITTEN: Final = "      days_open: 14\n"


def days_open(written: str) -> set[int]:
    assert EXAMPLE.count(WRITTEN) == 1
    found = parse(EXAMPLE.replace(WRITTEN, written), version=1)
    assert isinstance(found, ServiceModel), found
    return {service.messages.days_open for service in found.services if service.messages is not None}


def test_the_service_model_says_for_how_many_days_one_is_open() -> None:
    """R120: a fortnight where nothing is said."""
    assert days_open("      days_open: 30\n") == {30}
    assert days_open("") == {14}


@pytest.mark.parametrize("wrong", ["0", "91", "kaksi"])
def test_a_number_of_days_that_is_none_is_told_with_its_place(wrong: str) -> None:
    found = parse(EXAMPLE.replace(WRITTEN, f"      days_open: {wrong}\n"), version=1)
    assert isinstance(found, list)
    line = EXAMPLE[: EXAMPLE.index(WRITTEN)].count("\n") + 1
    assert [error.line for error in found] == [line]
