"""Pre-information through the middle: what is kept of it, and who is told what (R066–R069)."""

import json

import pytest

from server_stub.helpline.conversation_commands import ClaimWaiting, EndConversation, OpenConversation, WrapUp
from server_stub.helpline.pre_information_values import CorrectPreInformation, RefinePreInformation
from server_stub.helpline.values import Problem
from server_stub.records import pre_information, wrap_ups
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, room

pytestmark = pytest.mark.asyncio

DISABILITY = "#soshON_vammaispalvelut_chat"
COMMON_SV = "#soshON_ohjaus_ja_neuvonta_sv_chat"
SECRET = "Soitetaan ensin palvelulinjalle."


def opens(r: Room, topic_id: str, finer_topic_id: str | None) -> OpenConversation:
    """How a customer begins who chooses that."""
    version = r.model.notice.notice_version
    return OpenConversation(
        "neuvonta", topic_id, "fi", "Tarvitsen apua", version, finer_topic_id=finer_topic_id
    )


async def test_a_finer_choice_of_another_topic_opens_nothing(database: Database) -> None:
    """R069: a finer topic belongs to its topic; one that is chosen stands in the head."""
    async with room(database) as r:
        for topic_id, finer in (("perhe", "vp_apu"), ("vammaispalvelut", "no_such")):
            assert await r.send(r.stranger(), opens(r, topic_id, finer)) == Problem("unknown_topic")
        assert isinstance(await r.send(r.stranger(), opens(r, "vammaispalvelut", "vp_apu")), Accepted)
        head = json.loads(next(each.body for each in r.told if b"ConversationOpened" in each.body))["head"]
        assert head["queue_id"] == DISABILITY
        assert head["pre_information"]["finer_topic"]["name"]["sv"] == "Personlig assistans"
        assert head["pre_information"]["chosen"]["finer_topic"]["topic_id"] == "vp_apu"


async def test_refined_twice_both_are_kept_and_the_customer_hears_of_neither(database: Database) -> None:
    """R067: every act is a row; the newest stands in the head."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        for text in (SECRET, "Avustaja töihin, 150385-912E."):
            command = RefinePreInformation(conversation_id, None, text, 2)
            assert isinstance(await r.send(maija, command), Accepted)
        told = [each for each in r.told if b"PreInformationRefined" in each.body]
        assert [each.addressed.audience for each in told] == [(maija.address,)] * 2
        assert json.loads(told[-1].body)["pre_information"]["refined"]["by"]["display_name"] == "Maija"
        found = told[-1].conversation
        assert found is not None
        with database.reading() as connection:
            acts = pre_information.acts(connection, found)
        assert [(act.act, act.detail) for act in acts] == [
            ("refined", SECRET),
            ("refined", "Avustaja töihin, █████."),
        ]
        assert found.detail == "Avustaja töihin, █████."


async def test_corrected_she_is_moved_told_in_every_language_and_claimed_with_both(
    database: Database,
) -> None:
    """R068: the chat moves to the right queue with its history; what she chose goes along."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = r.counsellor("Sari")
        conversation_id = await r.claimed(customer, maija)
        command = CorrectPreInformation(
            conversation_id, "neuvonta", "vammaispalvelut", "vp_apu", "sv", SECRET, 2
        )
        assert isinstance(await r.send(maija, command), Accepted)
        hers = [each for each in r.told if f"c:{conversation_id}" in each.addressed.audience][-2:]
        bodies = [each.customer_body or each.body for each in hers]
        corrected, moved = (json.loads(body) for body in bodies)
        assert (corrected["type"], corrected["language"]) == ("PreInformationCorrected", "sv")
        assert corrected["topic"]["name"]["sv"] == "Funktionshinderservice"
        assert moved["transferred_to"]["sv"] == "Rådgivning · svenska"
        assert not [body for body in bodies if SECRET.encode() in body or b"Maija" in body]
        assert isinstance(await r.send(sari, ClaimWaiting(conversation_id)), Accepted)
        entered = [each for each in r.told if type(each.addressed.fact).__name__ == "ConversationEntered"][-1]
        head = json.loads(entered.body)["head"]
        assert (head["queue_id"], head["language"]) == (COMMON_SV, "sv")
        assert (head["topic"]["topic_id"], head["hand_overs"]) == ("vammaispalvelut", 1)
        chosen = head["pre_information"]["chosen"]
        assert (chosen["topic"]["topic_id"], chosen["language"]) == (r.opening().topic_id, "fi")
        assert head["pre_information"]["corrected"]["by"]["display_name"] == "Maija"
        assert head["transfer"]["internal_message"] == SECRET


async def test_statistics_have_what_she_chose_beside_what_it_was(database: Database) -> None:
    """R067, R068, R127: a corrected and refined contact is counted with both."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        chosen = r.opening()
        corrects = CorrectPreInformation(
            conversation_id, "neuvonta", "asuminen", None, "fi", "", 2
        )  # the same queue: she goes on
        assert isinstance(await r.send(maija, corrects), Accepted)
        await r.send(maija, EndConversation(conversation_id, 2))
        refines = RefinePreInformation(conversation_id, None, "Vuokrarästit", 2)
        assert isinstance(await r.send(maija, refines), Accepted)
        wraps = WrapUp(conversation_id, ("asuminen",), "ratkaistu", "", r.model.version, 2)
        assert isinstance(await r.send(maija, wraps), Accepted)
        with database.reading() as connection:
            [row] = wrap_ups.counted(connection, since=0, until=2**60)
        assert (row.topic_id, row.chosen_topic_id) == ("asuminen", chosen.topic_id)
        assert (row.chosen_language, row.finer_topic_id, row.reason) == ("fi", None, "asuminen")
