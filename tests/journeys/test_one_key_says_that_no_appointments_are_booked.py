"""A customer asks for an appointment, and one key of the workstation answers her in her language (R018)."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))


def test_the_customer_reads_it_in_her_language_after_one_key(tmp_path: Path):
    """R018: the shipped service model's words; the notice on top of the page says the same (R019)."""
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA])
        rig.start()
        inside.callback(rig.kill)
        session = inside.enter_context(a_session())
        desk = Desktop(tmp_path / "maija", server=rig.url, session=session)
        desk.start()
        inside.callback(desk.close)
        desk.come_in(MAIJA.user_name, PASSWORD)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        sari.enter("perhe", "Saanko ajan?")
        desk.until(lambda seen: any("Saanko ajan?" in line for line in seen["waiting"]))
        desk.do("key", on="mainWindow", key="F2")
        desk.until(lambda seen: any("Saanko ajan?" in line for line in seen["front"]["lines"]))
        desk.do("key", on="mainWindow", key="F11")
        sari.sees(".line.counsellor", "Chatin kautta emme varaa aikoja.")
        sari.sees("#notice", "eikä chatin kautta voi varata aikaa")
        assert sari.errors == []
