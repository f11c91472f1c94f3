"""Simulated customers at a real backend: they come, are answered, answer back, and go."""

import signal
from pathlib import Path

import httpx
import pytest

from tests.demo.robots_room import (
    ENDS_WITHIN_S,
    a_counsellor,
    a_scenario,
    answers,
    claims_the_first,
    hears,
    in_thread,
    robots,
    said_by,
    sees_it_end,
)
from tests.support.backend import a_backend


@pytest.mark.asyncio
async def test_a_customer_comes_is_answered_answers_back_thanks_and_ends(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s", turns=("Toinen", "Kolmas"))
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s"):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims_the_first(aino)
            await hears(aino, conversation_id, 1)
            await answers(aino, conversation_id, "Hei ja tervetuloa")
            await hears(aino, conversation_id, 2)
            await answers(aino, conversation_id, "Entä sitten?")
            await hears(aino, conversation_id, 3)
            await answers(aino, conversation_id, "Niin se on")
            head = await sees_it_end(aino, conversation_id)
            lines = await hears(aino, conversation_id, 4)
    assert [line["text"] for line in lines] == ["Hei, yksi asia", "Toinen", "Kolmas", "Kiitos"]
    assert head["ended_by"] == "customer"
    # She read each answer, and was seen to write.
    assert head["read_by_customer"] == head["last_seq"]
    assert {"type": "Typing", "conversation_id": conversation_id, "by": "customer"} in aino.view.hints


@pytest.mark.asyncio
async def test_an_identity_code_and_a_number_reach_the_counsellor_covered(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s", first_words="Tunnus on 150385-912E", turns=("Numero on 040 000 0000",))
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s"):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims_the_first(aino)
            await answers(aino, conversation_id, "Tunnus peitettiin")
            lines = await hears(aino, conversation_id, 2)
    assert [(line["text"], line["masked"]) for line in lines] == [
        ("Tunnus on █████", ["identity_code"]),
        ("Numero on █████", ["phone"]),
    ]


@pytest.mark.asyncio
async def test_a_keyword_is_answered_before_the_next_turn(tmp_path: Path) -> None:
    more = "keywords: [{words: [KELA], text: Onko se eri paikka?}]\n"
    a_scenario(tmp_path / "s", turns=("Seuraava",), more=more)
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s"):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims_the_first(aino)
            await answers(aino, conversation_id, "Hae ensin Kelasta")
            await hears(aino, conversation_id, 2)
            await answers(aino, conversation_id, "On, Kelasta siis")
            lines = await hears(aino, conversation_id, 3)
    assert [line["text"] for line in lines[1:]] == ["Onko se eri paikka?", "Seuraava"]


@pytest.mark.asyncio
async def test_she_leaves_the_queue_when_nobody_comes_and_another_one_arrives(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s", patience_min=1)
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s"):
        async with a_counsellor(backend) as aino:
            closed = [("ConversationClosed", "left_queue")]

            def left_and_next() -> list[str]:
                facts = [taken.fact for taken in aino.view.taken]
                told = [(fact["type"], fact.get("reason")) for fact in facts]
                opened = [fact["conversation_id"] for fact in facts if fact["type"] == "ConversationOpened"]
                return opened if closed[0] in told and len(set(opened)) > 1 else []

            assert await aino.until(left_and_next)


@pytest.mark.asyncio
async def test_several_come_in_all_three_languages(tmp_path: Path) -> None:
    for language in ("fi", "sv", "en"):
        a_scenario(tmp_path / "s", f"koe_{language}", language=language)
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s", customers=3):
        async with a_counsellor(backend) as aino:
            waiting = await aino.until(lambda: [*aino.waiting()] if len(aino.waiting()) == 3 else [])
    assert sorted(head["language"] for head in waiting) == ["en", "fi", "sv"]


@pytest.mark.asyncio
async def test_nothing_is_lost_or_doubled_when_the_backend_is_killed_in_the_middle(tmp_path: Path) -> None:
    turns = tuple(f"Rivi {number}" for number in range(1, 7))
    a_scenario(tmp_path / "s", first_words="Rivi 0", turns=turns, ending="{by: counsellor}")
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s"):
        async with a_counsellor(backend) as aino:
            conversation_id = await claims_the_first(aino)
            for said in range(1, len(turns) + 1):
                await answers(aino, conversation_id, f"Vastaus {said}")
                # Killed while she reads, thinks and writes: what she has under way is sent again by itself.
                await in_thread(backend.restart)
                await hears(aino, conversation_id, said + 1)
            lines = await hears(aino, conversation_id, len(turns) + 1)
            answer = await aino.client.get(
                f"/api/v1/staff/conversations/{conversation_id}/messages?before=1000&limit=200",
                headers=aino.headers(),
            )
    assert [line["text"] for line in lines] == ["Rivi 0", *turns]
    stored = [message["text"] for message in answer.json()["messages"] if message["by"] == "customer"]
    assert stored == ["Rivi 0", *turns]


def test_sigterm_ends_them_at_once_and_quietly(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s")
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s", pace=1) as process:
        _await_a_customer(backend.base_url)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=ENDS_WITHIN_S) == 0
        assert said_by(process) == ("", "")


def test_the_end_of_input_ends_them(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s")
    with a_backend(tmp_path / "data") as backend, robots(backend.base_url, tmp_path / "s", pace=1) as process:
        _await_a_customer(backend.base_url)
        assert said_by(process) == ("", "")
        assert process.returncode == 0


def test_they_end_also_while_no_backend_answers(tmp_path: Path) -> None:
    a_scenario(tmp_path / "s")
    with robots("http://127.0.0.1:1", tmp_path / "s") as process:
        assert said_by(process) == ("", "")
        assert process.returncode == 0


def _await_a_customer(address: str) -> None:
    """Until the entry tells of somebody who waits."""
    with httpx.Client(base_url=address, trust_env=False) as client:
        while True:
            entry = client.get("/api/v1/customer/entry").json()
            if entry["services"][0]["queue_now"]["waiting"]:
                return
