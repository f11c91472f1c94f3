"""The twelve scenarios that were written for this product play to their end, several at once."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
    "s06_seniori_siirto": "#soshON_ohjaus_ja_neuvonta_fi_chat",
    "s09_sv_funktionshinder": "#soshON_vammaispalvelut_chat",
    "s11_sote_suostumus": "#soshON_aikuissosiaalityö_chat",
}
IDENTIFIED = ("s06_seniori_siirto", "s09_sv_funktionshinder", "s11_sote_suostumus")
NINE = tuple(name for name in QUEUES if name not in IDENTIFIED)
SENIORS, NURSING = "SIIRTO_SENIORI_INFO_CHAT", "SIIRTO_KOTISAIRAANHOITO_CHAT"
SUMMARY = "Yhteenveto: kädet tärisevät aamuisin, apua lopettamiseen."
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


@contextmanager
def playing(name: str, tmp_path: Path) -> Iterator[RunningBackend]:
    """One scenario at a practice backend, which has made-up people to identify as."""
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    shutil.copy(SHIPPED / f"{name}.yaml", scenarios)
    people = ("identification.practice=yes", f"identification.key_file={tmp_path / 'people.key'}")
    with (
        a_backend(tmp_path / "data", settings=people) as backend,
        robots(backend.base_url, scenarios, pace=60),
    ):
        yield backend


async def begun(counsellor: Counsellor, name: str) -> str:
    """Claimed, where it should have come."""
    scenario = shipped(name)
    held = await claims_somebody(counsellor, lambda head: scenario.first_words.startswith(head["last_line"]))
    assert counsellor.view.heads[held]["queue_id"] == QUEUES[name]
    return held


def persons(counsellor: Counsellor) -> list[str]:
    """The names of customers that she has been told, in order."""
    facts = [taken.fact for taken in counsellor.view.taken]
    told = [fact.get("person") for fact in facts if fact["type"] in ("IdentityShown", "ConversationEntered")]
    return [person["name"] for person in told if person]


@pytest.mark.asyncio
async def test_a_daughter_identifies_in_the_middle_and_is_transferred_to_the_seniors_line(
    tmp_path: Path,
) -> None:
    """S06 (R077, R078): before she has identified the other line does not take her."""
    with playing("s06_seniori_siirto", tmp_path) as backend:
        async with a_counsellor(backend) as aino:
            held = await begun(aino, "s06_seniori_siirto")
            refused = await aino.transfer(aino.view.heads[held], SENIORS)
            assert refused.code == "identification_needed"
            for number in range(2, 6):
                await answers(aino, held, ANSWER)
                await hears(aino, held, number)
            await aino.until(lambda: persons(aino))
            assert persons(aino)[0] == "Demo Omainen"
            assert (await aino.transfer(aino.view.heads[held], SENIORS)).outcome == "ok"
            again = await claims_somebody(aino, lambda head: head["queue_id"] == SENIORS)
            lines = await hears(aino, again, 5)
            assert [line["text"] for line in lines] == as_seen(shipped("s06_seniori_siirto"))[:-1]
            await answers(aino, again, ANSWER)
            assert (await sees_it_end(aino, again))["ended_by"] == "customer"


@pytest.mark.asyncio
async def test_a_customer_who_has_identified_before_plays_to_the_end(tmp_path: Path) -> None:
    """S09: identified from the first word on."""
    with playing("s09_sv_funktionshinder", tmp_path) as backend:
        async with a_counsellor(backend) as aino:
            await plays(aino, shipped("s09_sv_funktionshinder"))
            assert persons(aino)[0] == "Demo Kund"


@pytest.mark.asyncio
async def test_he_refuses_then_permits_a_summary_and_takes_it_back(tmp_path: Path) -> None:
    """S11 (R070): nothing crosses without permission, nor after it was taken back."""
    with playing("s11_sote_suostumus", tmp_path) as backend:
        async with a_counsellor(backend) as aino:
            held = await begun(aino, "s11_sote_suostumus")
            await answers(aino, held, ANSWER)
            await hears(aino, held, 2)
            await aino.ask_consent(aino.view.heads[held], NURSING, first_seq=1)
            await permission(aino, held, "refused")
            for number in (3, 4):
                await answers(aino, held, ANSWER)
                await hears(aino, held, number)
            await answers(aino, held, SUMMARY)
            await hears(aino, held, 5)
            summary = next(seq for seq, line in aino.view.windows[held].items() if line["text"] == SUMMARY)
            await aino.ask_consent(aino.view.heads[held], NURSING, first_seq=summary)
            await permission(aino, held, "given")
            await answers(aino, held, ANSWER)
            await permission(aino, held, "withdrawn")
            lines = await hears(aino, held, 6)
            assert [line["text"] for line in lines] == as_seen(shipped("s11_sote_suostumus"))
            assert (await aino.transfer(aino.view.heads[held], NURSING)).code == "consent_needed"
            assert (await aino.close(aino.view.heads[held])).outcome == "ok"


async def permission(counsellor: Counsellor, conversation_id: str, state: str) -> None:
    """As soon as the newest question for permission stands so."""

    def stands() -> bool:
        asked = counsellor.view.consents.get(conversation_id, [])
        return bool(asked) and asked[-1]["state"] == state

    await counsellor.until(stands)


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
    words = [word for name in QUEUES for keyword in shipped(name).keywords for word in keyword.words]
    assert not [word for word in words if word.casefold() in ANSWER.casefold()]
