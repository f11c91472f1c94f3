"""Simulated customers at a real backend: they come, are answered, answer back, and go."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.robots_room import (
    ENDS_WITHIN_S,
    a_call_scenario,
    a_counsellor,
    a_scenario,
    answers,
    claims,
    hears,
    in_thread,
    requests_left,
    robots,
    said_by,
    sees_it_end,
    waits_with,
)
from tests.support.backend import RunningBackend, a_backend


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    """One for all tests that do not harm it; each knows its own customers by their first words."""
    with a_backend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the scenarios of one test lie."""
    return tmp_path / "scenarios"


@pytest.mark.asyncio
async def test_a_customer_comes_is_answered_answers_back_thanks_and_ends(
    backend: RunningBackend, folder: Path
) -> None:
    a_scenario(folder, first_words="Yksi asia", turns=("Toinen", "Kolmas"))
    with robots(backend.base_url, folder):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims(aino, "Yksi asia")
            await answers(aino, conversation_id, "Hei ja tervetuloa")
            await hears(aino, conversation_id, 2)
            await answers(aino, conversation_id, "Entä sitten?")
            await hears(aino, conversation_id, 3)
            await answers(aino, conversation_id, "Niin se on")
            head = await sees_it_end(aino, conversation_id)
            lines = await hears(aino, conversation_id, 4)
    assert [line["text"] for line in lines] == ["Yksi asia", "Toinen", "Kolmas", "Kiitos"]
    assert head["ended_by"] == "customer"
    # She read each answer, and was seen to write.
    assert head["read_by_customer"] == head["last_seq"]
    assert {"type": "Typing", "conversation_id": conversation_id, "by": "customer"} in aino.view.hints


@pytest.mark.asyncio
async def test_an_identity_code_and_a_number_reach_the_counsellor_covered(
    backend: RunningBackend, folder: Path
) -> None:
    a_scenario(folder, first_words="Tunnus on 150385-912E", turns=("Numero on 040 000 0000",))
    with robots(backend.base_url, folder):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims(aino, "Tunnus on █████")
            await answers(aino, conversation_id, "Tunnus peitettiin")
            lines = await hears(aino, conversation_id, 2)
    assert [(line["text"], line["masked"]) for line in lines] == [
        ("Tunnus on █████", ["identity_code"]),
        ("Numero on █████", ["phone"]),
    ]


@pytest.mark.asyncio
async def test_a_keyword_is_answered_before_the_next_turn(backend: RunningBackend, folder: Path) -> None:
    more = "keywords: [{words: [KELA], text: Onko se eri paikka?}]\n"
    a_scenario(folder, first_words="Mistä haen?", turns=("Seuraava",), more=more)
    with robots(backend.base_url, folder):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims(aino, "Mistä haen?")
            await answers(aino, conversation_id, "Hae ensin Kelasta")
            await hears(aino, conversation_id, 2)
            await answers(aino, conversation_id, "On, Kelasta siis")
            lines = await hears(aino, conversation_id, 3)
    assert [line["text"] for line in lines[1:]] == ["Onko se eri paikka?", "Seuraava"]


@pytest.mark.asyncio
async def test_she_leaves_the_queue_when_nobody_comes_and_another_one_arrives(
    backend: RunningBackend, folder: Path
) -> None:
    a_scenario(folder, first_words="Onko ketään?", patience_min=1)
    with robots(backend.base_url, folder):
        async with a_counsellor(backend) as aino:
            first = await aino.until(lambda: waits_with(aino, "Onko ketään?"))
            gone = first[0]["conversation_id"]
            await aino.until(lambda: gone not in aino.view.heads)
            another = await aino.until(lambda: waits_with(aino, "Onko ketään?"))
    closed = [taken.fact for taken in aino.view.taken if taken.fact["type"] == "ConversationClosed"]
    assert [fact["reason"] for fact in closed if fact["conversation_id"] == gone] == ["left_queue"]
    assert another[0]["conversation_id"] != gone


@pytest.mark.asyncio
async def test_several_come_at_once_in_all_three_languages(backend: RunningBackend, folder: Path) -> None:
    for language in ("fi", "sv", "en"):
        a_scenario(folder, f"koe_{language}", language=language, first_words="Kolme")
    with robots(backend.base_url, folder, customers=3):
        async with a_counsellor(backend) as aino:
            waiting = await aino.until(
                lambda: three if len(three := waits_with(aino, "Kolme")) == 3 else None
            )
    assert waiting is not None
    assert sorted(head["language"] for head in waiting) == ["en", "fi", "sv"]


@pytest.mark.asyncio
async def test_she_leaves_a_callback_request_in_the_middle_of_a_chat(
    backend: RunningBackend, folder: Path
) -> None:
    more = (
        "keywords:\n  - words: [soittopyyn]\n    text: Jätin sen\n    callback:\n      wish: afternoon\n"
        "      may_leave_voicemail: no\n      text: Tunnus 150385-912E\n"
    )
    a_scenario(folder, first_words="Voiko soittaa?", more=more)
    async with a_counsellor(backend) as aino:
        with robots(backend.base_url, folder):
            conversation_id = await claims(aino, "Voiko soittaa?")
            await answers(aino, conversation_id, "Jätä soittopyyntö lomakkeella")
            lines = await hears(aino, conversation_id, 2)
            (request,) = await requests_left(aino, 1)
    assert [line["text"] for line in lines] == ["Voiko soittaa?", "Jätin sen"]
    assert (request["wish"], request["may_leave_voicemail"]) == ("afternoon", False)
    assert request["text"] == "Tunnus █████"


@pytest.mark.asyncio
async def test_who_only_asks_to_be_called_leaves_a_request_with_a_number_that_reaches_nobody(
    backend: RunningBackend, folder: Path
) -> None:
    a_call_scenario(folder)
    async with a_counsellor(backend) as aino:
        with robots(backend.base_url, folder):
            (request,) = await requests_left(aino, 1)
    assert (request["language"], request["topic"]["topic_id"]) == ("sv", "perhe")
    assert (request["wish"], request["may_leave_voicemail"], request["text"]) == (
        "forenoon",
        True,
        "Om skolan",
    )
    # Of a series that is kept for books and films: 070 174 06 05 to 06 99, in Sweden.
    assert re.fullmatch(r"\+46 ••• ••• •[0-9]{2}", request["masked_phone"])


@pytest.mark.timeout(300)  # starts a backend three times, which a busy computer does slowly
@pytest.mark.asyncio
async def test_nothing_is_lost_or_doubled_when_the_backend_is_killed_in_the_middle(
    tmp_path: Path, folder: Path
) -> None:
    turns = tuple(f"Rivi {number}" for number in range(1, 4))
    a_scenario(folder, first_words="Rivi 0", turns=turns, ending="{by: counsellor}")
    with a_backend(tmp_path / "data") as mortal, robots(mortal.base_url, folder):
        async with a_counsellor(mortal) as aino:
            conversation_id = await claims(aino, "Rivi 0")
            for said in range(1, len(turns) + 1):
                await answers(aino, conversation_id, f"Vastaus {said}")
                if said < len(turns):
                    # While she reads, thinks or writes: what is under way is sent again by itself.
                    await in_thread(mortal.restart)
                await hears(aino, conversation_id, said + 1)
            answer = await aino.client.get(
                f"/api/v1/staff/conversations/{conversation_id}/messages?before=1000&limit=200",
                headers=aino.headers(),
            )
    stored = [message["text"] for message in answer.json()["messages"] if message["by"] == "customer"]
    assert stored == ["Rivi 0", *turns]


@pytest.mark.asyncio
async def test_sigterm_ends_them_at_once_and_quietly(backend: RunningBackend, folder: Path) -> None:
    a_scenario(folder, first_words="Ennen loppua")
    with robots(backend.base_url, folder, pace=1) as process:
        async with a_counsellor(backend) as aino:
            await aino.until(lambda: waits_with(aino, "Ennen loppua"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=ENDS_WITHIN_S) == 0
        assert said_by(process) == ("", "")


@pytest.mark.asyncio
async def test_the_end_of_input_ends_them(backend: RunningBackend, folder: Path) -> None:
    a_scenario(folder, first_words="Ennen hiljaisuutta")
    with robots(backend.base_url, folder, pace=1) as process:
        async with a_counsellor(backend) as aino:
            await aino.until(lambda: waits_with(aino, "Ennen hiljaisuutta"))
        assert said_by(process) == ("", "")
        assert process.returncode == 0


def test_they_end_also_while_no_backend_answers(folder: Path) -> None:
    a_scenario(folder)
    with robots("http://127.0.0.1:1", folder) as process:
        assert said_by(process) == ("", "")
        assert process.returncode == 0


def test_a_scenario_whose_topic_the_backend_has_not_is_left_out_with_a_sentence(
    backend: RunningBackend, folder: Path
) -> None:
    a_scenario(folder, topic="kalastus")
    with robots(backend.base_url, folder) as process:
        assert process.wait(timeout=60) == 3
        told = process.stderr.read() if process.stderr else ""
    assert "this backend has no topic kalastus in a service neuvonta; the scenario is left out." in told
    assert "so nobody comes" in told
