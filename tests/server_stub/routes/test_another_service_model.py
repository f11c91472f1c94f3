"""Another service model is put in force beside the running backend (CONTRACT.md section 4)."""

import httpx
import pytest

from server_stub.records import audit, service_models
from tests.support.backend import MODEL
from tests.support.contract import problems_of
from tests.support.doors_room import DoorsRoom


def activate_another(room: DoorsRoom, *changes: tuple[str, str]) -> None:
    """As `model load` and `model activate` do; the county's name is another in it."""
    source = MODEL.read_text(encoding="utf-8")
    for old, new in (("Esimerkin hyvinvointialue", "Toinen alue"), *changes):
        source = source.replace(old, new)
    with room.database.writing() as connection:
        version = service_models.load(connection, source, now=room.clock.millis())
        assert service_models.activate(connection, version, now=room.clock.millis())


async def facts(room: DoorsRoom, headers: dict[str, str], cursor: int) -> httpx.Response:
    """The next facts, as soon as there are any: the answer comes when something happens."""
    return await room.browser().get(
        f"/api/v1/staff/facts?after={cursor}&wait=25", headers=headers, timeout=40
    )


@pytest.mark.asyncio
async def test_all_staff_are_told_once_and_start_afresh(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    before = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    activate_another(room)
    told = (await facts(room, headers, before["cursor"])).json()["facts"]
    assert [one["fact"]["type"] for one in told] == ["ServiceModelActivated"]
    assert problems_of("ServiceModelActivated", told[0]["fact"]) == []
    assert told[0]["fact"]["service_model_version"] == before["service_model_version"] + 1
    assert told[0]["fact"]["texts"]["organisation"]["fi"] == "Toinen alue"
    answers = {each["shortcut"]: each for each in told[0]["fact"]["texts"]["canned_answers"]}
    assert answers["/ehk"]["text"]["sv"].startswith("Förebyggande utkomststöd")
    gone = await facts(room, headers, told[0]["cursor"])
    assert gone.status_code == 410
    after = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    assert after["service_model_version"] == told[0]["fact"]["service_model_version"]
    assert after["cursor"] == told[0]["cursor"]
    assert after["texts"] == told[0]["fact"]["texts"]
    served = [queue for queue in told[0]["fact"]["queues"] if queue in after["queues"]]
    assert served == after["queues"]


@pytest.mark.asyncio
async def test_the_page_shows_the_new_model_and_the_audit_log_holds_the_switch(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    cursor = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["cursor"]
    activate_another(room)
    await facts(room, headers, cursor)
    entry = (await room.browser().get("/api/v1/customer/entry")).json()
    assert entry["organisation"]["fi"] == "Toinen alue"
    with room.database.reading() as connection:
        verified = audit.verify(connection)
    assert (verified.broken, verified.facts) == ((), 1)


@pytest.mark.asyncio
async def test_a_backend_that_was_just_made_has_nothing_to_tell(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["cursor"] == 0
    await room.backend.model_switch.look()
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["cursor"] == 0


@pytest.mark.asyncio
async def test_a_services_own_words_on_storing_must_be_shown_before_a_customer_begins(
    room: DoorsRoom,
) -> None:
    """R021: per service and versioned."""
    headers = await room.bearer(room.account())
    cursor = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["cursor"]
    customer = await room.session()
    before = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]["notice"]
    words = "{fi: Tutkimukseen., sv: För forskning., en: For research.}"
    activate_another(
        room, ("    about:\n", f"    storage_notice: {{version: 1, text: {words}}}\n    about:\n")
    )
    await facts(room, headers, cursor)
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()
    assert problems_of("CustomerEntry", entry) == []
    now = entry["services"][0]["notice"]
    assert now["storage"] == {"fi": "Tutkimukseen.", "sv": "För forskning.", "en": "For research."}
    assert now["standing"] == before["standing"] == entry["notice"]["standing"]
    begin = {
        "service_id": "neuvonta",
        "topic_id": "perhe",
        "finer_topic_id": None,
        "language": "fi",
        "text": "",
    }
    refused = await customer.command("OpenConversation", **begin, notice_version=before["notice_version"])
    assert refused.json()["problem"] == {
        "code": "notice_changed",
        "notice_version": now["notice_version"],
    }
    opened = await customer.command("OpenConversation", **begin, notice_version=now["notice_version"])
    assert opened.status_code == 200, opened.text
