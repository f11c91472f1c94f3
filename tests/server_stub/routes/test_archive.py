"""The archive over HTTP: found, opened, taken without personal data, by those who may (R138, R103)."""

import secrets
from typing import Any

import pytest
from sqlalchemy import select

from app.wire.archive import decode_archived, decode_material
from server_stub.records import audit, tables
from tests.server_stub.routes.test_presence import read
from tests.support import contract
from tests.support.doors_room import OTHER_QUEUE, TOPIC_QUEUE, Customer, DoorsRoom

pytestmark = pytest.mark.asyncio

NOTHING: dict[str, object] = {
    **dict.fromkeys(("closed_from", "closed_to", "queue_id", "service_id", "topic_id"), None),
    **{"outcome": None, "contact_reason": None, "who": "", "words": "", "next_from": None},
}


async def search(room: DoorsRoom, headers: dict[str, str], **sought: object) -> Any:
    path = "/api/v1/staff/archive/search"
    answer = await room.browser().post(path, json={**NOTHING, **sought}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert contract.problems_of_ours("ArchivePage", answer.json()) == []
    return answer.json()


async def closed(room: DoorsRoom, headers: dict[str, str], text: str, answer: str = "Hei!") -> str:
    """A conversation that is answered, noted and wrapped up; its id."""
    customer = await room.waiting(text)
    await room.claimed(customer, headers)
    await answered_and_closed(room, headers, customer, answer)
    return customer.conversation_id


async def as_held(room: DoorsRoom, headers: dict[str, str], customer: Customer) -> dict[str, Any]:
    """What a command about what she holds names."""
    version = (await read(room, "snapshot", headers)).json()["heads"][-1]["responsibility_version"]
    return {"conversation_id": customer.conversation_id, "responsibility_version": version}


async def answered_and_closed(
    room: DoorsRoom, headers: dict[str, str], customer: Customer, answer: str = "Hei!"
) -> None:
    about = await as_held(room, headers, customer)
    model = (await read(room, "snapshot", headers)).json()["service_model_version"]
    for kind, keys in (
        ("WriteMessage", {"text": answer}),
        ("WriteNote", {"text": "muistiinpano"}),
        ("EndConversation", {}),
        (
            "WrapUp",
            {
                "contact_reasons": ["asuminen"],
                "outcome": "ohjattu",
                "notes": "lisätieto",
                "is_test": False,
                "marks": ["dealt_before"],
                "service_model_version": model,
            },
        ),
    ):
        done = await room.staff_command(headers, kind, **about, **keys)
        assert done.status_code == 200, done.text


def looks(room: DoorsRoom) -> list[bytes]:
    with room.database.reading() as connection:
        assert not audit.verify(connection).broken
        entries = connection.execute(select(tables.audit.c.entry)).scalars()
        return [
            bytes(each)
            for each in entries
            if b"archive" in each or b"_material" in each or b"archived" in each
        ]


async def test_what_was_closed_is_found_on_another_day_and_read_as_it_was(room: DoorsRoom) -> None:
    """R138: the newest first, by what was said, by day, by topic, by reason, by name; each look is logged and
    no word that was looked for is.
    """
    maija = await room.bearer(room.account())
    first = await closed(room, maija, "Kysyn tuetusta lomasta")
    room.clock.advance(seconds=60)
    second = await closed(room, maija, "Vuokra on maksamatta")
    room.clock.advance(seconds=24 * 3_600)
    maija = await room.bearer(room.account())
    page = await search(room, maija)
    assert [each["conversation_id"] for each in page["found"]] == [second, first]
    assert page["totals"] == {"today": 0, "this_month": 2, "this_year": 2, "ever": 2}
    assert (page["next_from"], page["looked_to"]) == (None, None)
    for sought, found in (
        ({"words": "LOMASTA tue"}, [first]),
        ({"words": "loma vuokra"}, []),
        ({"closed_from": "2026-11-24"}, []),
        ({"closed_to": "2026-11-23", "contact_reason": "asuminen", "outcome": "ohjattu"}, [second, first]),
        ({"queue_id": TOPIC_QUEUE, "topic_id": "perhe"}, [second, first]),
        ({"topic_id": "muu"}, []),
        ({"who": first[:12]}, [first]),
        ({"who": page["found"][0]["alias"].lower()}, [second]),
        ({"who": "NEUVOJA0"}, [second, first]),
    ):
        assert [
            each["conversation_id"] for each in (await search(room, maija, **sought))["found"]
        ] == found, sought
    answer = await read(room, f"archive/{first}", maija)
    assert contract.problems_of_ours("ArchivedConversation", answer.json()) == []
    opened = decode_archived(answer.content)
    assert [message.text for message in opened.messages][-1] == "Hei!"
    assert [note.text for note in opened.notes] == ["muistiinpano"]
    assert (opened.wrap_up_notes, [mark.value for mark in opened.marks]) == ("lisätieto", ["dealt_before"])
    assert [step.step.value for step in opened.steps] == ["claimed", "ended", "wrapped_up"]
    logged = looks(room)
    assert len(logged) == 11
    assert not [each for each in logged if b"lomasta" in each.lower()]


async def test_whose_queue_it_is_not_finds_and_opens_nothing(room: DoorsRoom) -> None:
    """R138: it answers as one that never was, and no look is logged of what was not given."""
    held = await closed(room, await room.bearer(room.account()), "Kysyn asiaa")
    for account in (room.account(queues=[OTHER_QUEUE]), room.account(roles=["supervisor"], queues=[])):
        other = await room.bearer(account)
        assert (await search(room, other))["found"] == []
        for path in (f"archive/{held}", f"archive/{held}/material", f"archive/{secrets.token_hex(16)}"):
            assert (await room.browser().get(f"/api/v1/staff/{path}", headers=other)).status_code == 404


async def test_a_search_goes_on_where_it_stopped(room: DoorsRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    """R138: a page at a time, none twice and none left out."""
    monkeypatch.setattr("server_stub.records.archive.PAGE", 2)
    maija = await room.bearer(room.account())
    made = [await closed(room, maija, f"asia {number}") for number in range(3)]
    first = await search(room, maija)
    rest = await search(room, maija, next_from=first["next_from"])
    found = [each["conversation_id"] for page in (first, rest) for each in page["found"]]
    assert (sorted(found), len(first["found"]), rest["next_from"]) == (sorted(made), 2, None)
    assert (first["totals"]["ever"], rest["totals"]) == (3, None), "counted once for a search"


async def test_of_a_conversation_without_end_the_newest_lines_are_opened(
    room: DoorsRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R138: and it says that there is more."""
    maija = await room.bearer(room.account())
    held = await closed(room, maija, "Kysyn asiaa")
    whole = decode_archived((await read(room, f"archive/{held}", maija)).content)
    monkeypatch.setattr("server_stub.records.archive.MOST_LINES", len(whole.messages) - 1)
    newest = decode_archived((await read(room, f"archive/{held}", maija)).content)
    assert (whole.has_older, newest.has_older) == (False, True)
    assert newest.messages == whole.messages[1:]


@pytest.mark.parametrize(
    "sought",
    [
        {"closed_from": "2026-02-31"},
        {"closed_to": "9999-12-31"},
        {"who": "\0"},
        {"queue_id": "#\0"},
    ],
)
async def test_what_cannot_be_looked_for_is_refused(room: DoorsRoom, sought: dict[str, str]) -> None:
    """A day that is none or has no next, and a text that no database takes (trust.md B07)."""
    maija = await room.bearer(room.account())
    refused = await room.browser().post(
        "/api/v1/staff/archive/search", json={**NOTHING, **sought}, headers=maija
    )
    assert refused.status_code == 400


async def test_of_messages_between_professionals_only_the_last_queues_is_read_again(room: DoorsRoom) -> None:
    """What was written for another queue, or for one person, is no colleague's to read afterwards."""
    maija = await room.bearer(room.account(queues=[TOPIC_QUEUE, OTHER_QUEUE]))
    customer = await room.waiting("Kysyn asiaa")
    for queue_id, message in ((OTHER_QUEUE, "jonolle"), (TOPIC_QUEUE, "takaisin jonolle")):
        await room.claimed(customer, maija)
        onward = {"queue_id": queue_id, "internal_message": message, "passed_on_to": None}
        about = await as_held(room, maija, customer)
        moved = await room.staff_command(maija, "TransferConversation", **about, **onward)
        assert moved.status_code == 200, moved.text
    await room.claimed(customer, maija)
    await answered_and_closed(room, maija, customer)
    opened = decode_archived((await read(room, f"archive/{customer.conversation_id}", maija)).content)
    assert [step.internal_message for step in opened.steps if step.step.value == "transferred"] == [
        "",
        "takaisin jonolle",
    ]


async def test_material_names_nobody(room: DoorsRoom) -> None:
    """R103: no time, no note, no name; the professional is her title."""
    maija = await room.bearer(room.account())
    held = await closed(room, maija, "Hei, nimeni on Liisa", "Hei! Minä olen Neuvoja0 ja neuvon.")
    answer = await read(room, f"archive/{held}/material", maija)
    assert contract.problems_of_ours("ArchiveMaterial", answer.json()) == []
    material = decode_material(answer.content)
    texts = [line.text for line in material.lines]
    assert texts[0] == "Hei, nimeni on █████"
    assert texts[-1] == f"Hei! Minä olen {material.role['fi']} ja neuvon."
    assert not {"Liisa", "Neuvoja0", "muistiinpano"} & set(answer.text.replace('"', " ").split())
    assert any(b"staff_make_material" in each for each in looks(room))
