"""Customers come and write while a counsellor answers another: it is marked until she has looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.caller import Caller
from tests.support.desktop import Desktop, a_session
from tests.support.rig import PASSWORD, QUEUES, Account, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],))


def test_a_line_behind_another_conversation_is_marked_until_she_turns_to_it(tmp_path: Path):
    rig = a_new_rig(tmp_path / "data", [MAIJA])
    rig.start()
    try:
        with a_session() as session, Caller(rig.url) as sari, Caller(rig.url) as sven:
            desk = Desktop(tmp_path / "desk", server=rig.url, session=session)
            desk.start()
            try:
                desk.come_in("maija", PASSWORD)
                sari.open("Rahat ovat loppu")
                take(desk, "Rahat ovat loppu")
                sven.open("Vuokra on myöhässä")
                # She looks at the queues: who waits is seen, and read when taken.
                take(desk, "Vuokra on myöhässä")
                desk.until(lambda seen: seen["unseen"] == 0)
                sari.write("Oletko vielä siellä?")
                desk.until(lambda seen: seen["unseen"] == 1)
                seen = desk.look()
                behind = next(tab for tab in seen["tabs"] if not tab.startswith(seen["front"]["name"]))
                desk.do("turn", part=behind)
                desk.until(lambda seen: seen["unseen"] == 0)
                assert any("Oletko vielä siellä?" in line for line in desk.look()["front"]["lines"])
            finally:
                desk.close()
            # No sound device here, and not a word of it on standard error.
            assert desk.complaints == []
    finally:
        rig.kill()


def take(desk: Desktop, words: str) -> None:
    """Take the customer with these words, and have her in front."""
    desk.until(lambda seen: any(words in line for line in seen["waiting"]))
    desk.do("choose", list="waitingList", part=words)
    desk.do("key", on="waitingList", key="Return")
    desk.until(lambda seen: seen["front"] and any(words in line for line in seen["front"]["lines"]))
