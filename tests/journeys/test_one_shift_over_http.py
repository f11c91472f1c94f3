"""A counsellor's shift over a real backend's doors: what is refused as things stand, what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.record import opened
from tests.support.caller import Caller
from tests.support.colleague import Colleague
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]

MAIJA = Account("maija", "Maija Lehtonen", tuple(QUEUES.values()))
SENIOR = "SIIRTO_SENIORI_INFO_CHAT"
# The six of R129, by what the example model calls them.
SIX = ("ensiarvio", "pta", "kartoitus", "ajanvaraus", "hakemus", "ohjattu")
WHERE = {"toimeentulo": QUEUES["adults"], "perhe": QUEUES["family"], "muu": QUEUES["fi"]}


def test_a_shift_is_worked_to_its_end_and_every_contact_is_kept(tmp_path: Path):
    """R057, R058, R060, R066, R078, R127, R129, R131."""
    rig = a_new_rig(tmp_path / "data", [MAIJA])
    rig.start()
    try:
        with Colleague(rig.url, "maija", PASSWORD) as maija:
            begun = maija.does("BeginShift", queue_ids=list(WHERE.values()))
            assert begun["outcome"] == "accepted"
            whoever_comes_waits_in_her_queue_and_is_marked(rig, maija)
            what_cannot_be_is_refused_and_stays_hers(rig, maija)
            every_outcome_is_recorded(rig, maija)
            ended = maija.does("EndShift")
            assert ended["outcome"] == "accepted"
            assert maija.snapshot["shift"]["queue_ids"] == []
        rig.stop()
        six = [("customer_initiated", "real_time", "neuvonta", outcome, "perhe") for outcome in SIX]
        assert kept_in(rig) == sorted(six)
        assert rig.audit_verifies()
    finally:
        rig.kill()


def whoever_comes_waits_in_her_queue_and_is_marked(rig: Rig, maija: Colleague) -> None:
    """Own topics and the common queue at once; who is anonymous is said of each."""
    for topic_id in WHERE:
        with Caller(rig.url) as caller:
            caller.open("Tarvitsen neuvoa", topic_id=topic_id)
    heads = maija.snapshot["heads"]
    assert {head["topic"]["topic_id"]: head["queue_id"] for head in heads} == WHERE
    assert {head["identity"] for head in heads} == {"anonymous"}


def what_cannot_be_is_refused_and_stays_hers(rig: Rig, maija: Colleague) -> None:
    maija.claim()
    kept = maija.held()
    moves = {"queue_id": SENIOR, "internal_message": "Ikäasia", "passed_on_to": None}
    moved = maija.with_held("TransferConversation", **moves)
    assert moved["problem"]["code"] == "identification_needed"
    ended = maija.does("EndShift")
    assert ended["problem"]["code"] == "conversations_held"
    assert maija.held() == kept
    assert maija.with_held("ReturnToQueue")["outcome"] == "accepted"
    assert maija.snapshot["windows"] == []


def every_outcome_is_recorded(rig: Rig, maija: Colleague) -> None:
    for outcome in SIX:
        with Caller(rig.url) as caller:
            caller.open("Lapsi ei nuku", topic_id="perhe")
            maija.claim()
            version = maija.snapshot["service_model_version"]
            assert maija.with_held("EndConversation")["outcome"] == "accepted"
            codes = {
                "contact_reasons": ["perhe"],
                "outcome": outcome,
                "notes": "",
                "is_test": False,
                "marks": [],
            }
            kept = maija.with_held("WrapUp", **codes, service_model_version=version)
            assert kept.get("outcome") == "accepted", kept
            assert caller.state == "closed"


def kept_in(rig: Rig) -> list[tuple[str, str, str, str, str]]:
    """Of every contact wrapped up: who began it, its pace, service, outcome and main reason."""
    query = (
        "SELECT c.direction, c.pace, w.service_id, w.outcome, r.code_id FROM wrap_ups w"
        " JOIN conversations c ON c.row = w.conversation"
        " JOIN wrap_up_reasons r ON r.conversation = w.conversation"
    )
    with opened(rig.database, rig.key_file) as connection:
        return sorted(tuple(row) for row in connection.execute(query))
