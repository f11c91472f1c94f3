"""The nine shipped scenarios that need no identification play to their end, several at once."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.demo.cast import CALLS
from server_stub.robots.scenario import Scenario
from server_stub.settings.scenario_file import read
from tests.demo.robots_room import (
    a_counsellor,
    answers,
    claims_somebody,
    hears,
    requests_left,
    robots,
    sees_it_end,
)
from tests.history.people import Counsellor
from tests.support.backend import RunningBackend, a_backend

SHIPPED = Path(__file__).parents[2] / "resources" / "scenarios"
# Of the twelve that were written for this product; the other three need identification.
QUEUES = {
    "s01_ehkaiseva": "#soshON_aikuissosiaalityö_chat",
    "s02_kriisi": "#soshON_ohjaus_ja_neuvonta_fi_chat",
    "s03_asiaton": "#soshON_aikuissosiaalityö_chat",
    "s04_hetu": "#soshON_aikuissosiaalityö_chat",
    "s05_pitka": "#soshON_ohjaus_ja_neuvonta_fi_chat",
    "s07_takaisinsoitto": "#soshON_aikuissosiaalityö_chat",
    "s08_sv_utkomststod": "#soshON_ohjaus_ja_neuvonta_sv_chat",
    "s10_en_newcomer": "#soshON_ohjaus_ja_neuvonta_fi_chat",
    "s12_hiljainen": "#soshON_perheasiat_chat",
}
NINE = tuple(QUEUES)
ANSWER = "Selvä."
# What is covered in an anonymous chat, and the kinds of it, in her words one after another.
COVERED = {
    "s04_hetu": (
        ("150385-912E", "identity_code"),
        ("040 000 0000", "phone"),
        ("010516B903X", "identity_code"),
    )
}


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    """One for both halves; its counsellor holds five conversations at most."""
    with a_backend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


def shipped(name: str) -> Scenario:
    scenario = read(SHIPPED / f"{name}.yaml")
    assert isinstance(scenario, Scenario), scenario
    assert scenario.scenario_id == name
    return scenario


def as_seen(scenario: Scenario) -> list[str]:
    """Her lines as the counsellor gets to see them."""
    last_words = [scenario.ending.text] if scenario.ending.text else []
    lines = [scenario.first_words, *(turn.text for turn in scenario.turns), *last_words]
    for secret, _kind in COVERED.get(scenario.scenario_id, ()):
        lines = [line.replace(secret, "█████") for line in lines]
    return lines


async def plays(counsellor: Counsellor, scenario: Scenario) -> None:
    """Be her counsellor to the end: quiet where silence is what makes her speak, else one word."""
    expected = as_seen(scenario)
    conversation_id = await claims_somebody(
        counsellor, lambda head: expected[0].startswith(head["last_line"])
    )
    assert counsellor.view.heads[conversation_id]["queue_id"] == QUEUES[scenario.scenario_id]
    assert counsellor.view.heads[conversation_id]["language"] == scenario.language
    for number, turn in enumerate(scenario.turns, start=2):
        if turn.after_silence_s is None:
            await answers(counsellor, conversation_id, ANSWER)
        await hears(counsellor, conversation_id, number)
    await answers(counsellor, conversation_id, ANSWER)
    if scenario.ending.by == "customer":
        assert (await sees_it_end(counsellor, conversation_id))["ended_by"] == "customer"
    lines = await hears(counsellor, conversation_id, len(expected))
    assert [line["text"] for line in lines] == expected
    assert [kind for line in lines for kind in line["masked"]] == [
        kind for _secret, kind in COVERED.get(scenario.scenario_id, ())
    ]
    operation = await counsellor.close(counsellor.view.heads[conversation_id])
    assert operation.outcome == "ok", operation


@pytest.mark.timeout(300)
@pytest.mark.parametrize("together", [NINE[:5], NINE[5:]], ids=["s01-s05", "s07-s12"])
@pytest.mark.asyncio
async def test_each_plays_to_its_end_beside_the_others(
    backend: RunningBackend, tmp_path: Path, together: tuple[str, ...]
) -> None:
    for name in together:
        shutil.copy(SHIPPED / f"{name}.yaml", tmp_path)
    with robots(backend.base_url, tmp_path, customers=len(together), pace=60):
        async with a_counsellor(backend) as aino, asyncio.TaskGroup() as tasks:
            for name in together:
                tasks.create_task(plays(aino, shipped(name)))
            if "s07_takaisinsoitto" in together:
                (request,) = await requests_left(aino, 1)
                assert (request["wish"], request["topic"]["topic_id"]) == ("afternoon", "toimeentulo")
                assert request["text"].startswith("Kutsumanimi Aurinko.")


@pytest.mark.asyncio
async def test_the_shipped_requests_to_be_called_come_each_with_its_topic_and_language(
    backend: RunningBackend, tmp_path: Path
) -> None:
    for name in CALLS:
        shutil.copy(SHIPPED / f"{name}.yaml", tmp_path)
    async with a_counsellor(backend) as aino:
        with robots(backend.base_url, tmp_path, customers=1, pace=60):
            requests = await requests_left(aino, len(CALLS))
    scenarios = [read(SHIPPED / f"{name}.yaml") for name in CALLS]
    wanted = {(each.language, each.topic_id, each.callback.wish) for each in scenarios}  # type: ignore[union-attr]
    assert {(each["language"], each["topic"]["topic_id"], each["wish"]) for each in requests} == wanted


def test_what_the_scripted_counsellor_says_sets_off_no_keyword() -> None:
    words = [word for name in NINE for keyword in shipped(name).keywords for word in keyword.words]
    assert not [word for word in words if word.casefold() in ANSWER.casefold()]
