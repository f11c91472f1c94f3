"""Whom a queue takes is read from the file whole, and every mistake is told where it is."""

from datetime import date
from typing import Final

import pytest

from server_stub.helpline.service_model import Pilot, ServiceModel
from server_stub.settings.service_model_file import parse
from tests.support.backend import MODEL

EXAMPLE: Final = MODEL.read_text(encoding="utf-8")
TOPIC: Final = '  - id: "#soshON_vammaispalvelut_chat"\n    kind: topic\n'
COMMON: Final = '  - id: "#soshON_ohjaus_ja_neuvonta_fi_chat"\n    kind: common\n'
TRANSFER: Final = "  - id: SIIRTO_SENIORI_INFO_CHAT\n    kind: transfer\n"


def with_doors(queue: str, doors: str) -> str:
    assert queue in EXAMPLE
    return EXAMPLE.replace(queue, f"{queue}    {doors}\n", 1)


def test_a_pilot_and_a_queue_that_needs_staff_are_read():
    """R064, R065."""
    text = with_doors(TOPIC, "pilot: {until: 2027-03-31, decision: goes_on}\n    opens_only_with_staff: yes")
    found = parse(text, version=1)
    assert isinstance(found, ServiceModel), found
    queue = found.queue("#soshON_vammaispalvelut_chat")
    assert queue is not None
    assert queue.pilot == Pilot(date(2027, 3, 31), "goes_on")
    assert queue.opens_only_with_staff


@pytest.mark.parametrize(
    ("queue", "doors", "told"),
    [
        (TOPIC, "pilot: {until: 2027-03-31}", ["“decision” is missing."]),
        (TOPIC, "pilot: {decision: open}", ["“until” is missing."]),
        (TOPIC, "pilot: {until: 31.3., decision: perhaps}", ["is not a date", "“perhaps” is not one of"]),
        (TOPIC, "opens_only_with_staff: maybe", ["“maybe” is not one of"]),
        (COMMON, "pilot: {until: 2027-03-31, decision: open}", ["takes everybody", "“pilot”"]),
        (COMMON, "opens_only_with_staff: yes", ["takes everybody"]),
        (TRANSFER, "opens_only_with_staff: yes", ["No customer comes to a transfer queue"]),
    ],
)
def test_what_is_wrong_with_doors_is_told_with_its_line(queue: str, doors: str, told: list[str]):
    """R064, R065: a queue that takes whoever has nowhere else to go never shuts."""
    text = with_doors(queue, doors)
    found = parse(text, version=1)
    assert isinstance(found, list)
    said = " ".join(error.sentence for error in found)
    assert all(part in said for part in told)
    line = text[: text.index(f"    {doors}\n")].count("\n") + 1
    assert {error.line for error in found} == {line}
