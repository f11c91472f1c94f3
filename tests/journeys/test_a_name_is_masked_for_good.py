"""A customer writes a name, her counsellor masks it: both screens show the mask, whatever starts anew."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
NAME = "Virtanen"


def test_neither_a_reload_nor_a_restart_brings_it_back(tmp_path: Path):
    """R017, R019: on a real page and a real desk; the notice stands on both meanwhile."""
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
        sari.enter("perhe", f"Naapurini 👩 {NAME}")
        desk.until(lambda seen: any(NAME in line for line in seen["waiting"]))
        desk.do("key", on="mainWindow", key="F2")
        desk.until(lambda seen: any(NAME in line for line in seen["front"]["lines"]))
        assert sari.page.locator(".line.own").first.inner_text().count(NAME) == 1

        desk.do("key", on="mainWindow", key="P", modifier="ControlModifier|ShiftModifier")
        desk.do("key", on="maskText", key="End")
        desk.do("key", on="maskText", key="Left", modifier="ControlModifier|ShiftModifier")
        desk.do("key", on="maskText", key="Return")
        desk.until(_is_masked_at_the_desk)
        _is_masked_on_the_page(sari)
        sari.page.reload()
        _is_masked_on_the_page(sari)
        rig.stop()
        rig.start()
        sari.page.reload()
        _is_masked_on_the_page(sari)
        sari.type("Kiitos.")
        sari.send()
        desk.until(lambda seen: any("Kiitos." in line for line in seen["front"]["lines"]))
        assert desk.until(_is_masked_at_the_desk)
        rig.stop()
        assert rig.audit_verifies()
        assert sari.errors == []


def _is_masked_at_the_desk(seen: dict[str, Any]) -> bool:
    lines = seen["front"]["lines"]
    return any("Naapurini 👩 [peitetty]" in line for line in lines) and NAME not in str(seen)


def _is_masked_on_the_page(sari: PageCustomer) -> None:
    own = sari.page.locator(".line.own").first
    expect(own).to_contain_text("Ammattilainen on peittänyt osan viestistä.")
    expect(own).to_contain_text("peitetty")
    expect(sari.page.locator("body")).not_to_contain_text(NAME)
    expect(sari.page.locator("#notice")).to_be_visible()
