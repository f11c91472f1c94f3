"""A county opens a chat for another area: a queue and a service in its file, an account, and nothing else.

The backend runs on all the while; a customer of the new service is served to the end (R061).
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from tests.history.operations import OperationLog
from tests.history.people import Counsellor, Customer
from tests.support.rig import MODEL, PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]

NEW_QUEUE = "#soshON_perheneuvo_chat"
QUEUE = f"""\
  - id: "{NEW_QUEUE}"
    kind: topic
    name: {{fi: Perheneuvo, sv: Familjerådgivning, en: Family counselling}}
"""
SERVICE = f"""\
  - id: perheneuvo
    name: {{fi: Perheneuvo, sv: Familjerådgivning, en: Family counselling}}
    counsellor_role: {{fi: Perheohjaaja, sv: Familjehandledare, en: Family counsellor}}
    about: [{{fi: Apua vanhemmille., sv: Hjälp till föräldrar., en: Help for parents.}}]
    hours: {{weekly: {{mon-sun: 0-24}}}}
    closed_text: {{fi: "{{service}}: {{hours}}", sv: "{{service}}: {{hours}}", en: "{{service}}: {{hours}}"}}
    common_queues: {{fi: "{QUEUES["fi"]}", sv: "#soshON_ohjaus_ja_neuvonta_sv_chat", en: "{QUEUES["fi"]}"}}
    topics:
      - id: uhma
        name: {{fi: Uhmaikä, sv: Trotsåldern, en: Defiant age}}
        queue: "{NEW_QUEUE}"
        contact_reasons: [perhe]
    other_channels:
      - name: {{fi: Puhelinneuvonta, sv: Telefonrådgivning, en: Telephone advice}}
        number: advice_line
        hours: {{weekly: {{mon-fri: 9-14}}}}
"""


def widened(folder: Path) -> Path:
    """The example model with one more queue and one more service."""
    text = MODEL.read_text(encoding="utf-8")
    text = text.replace("\nqueues:\n", "\nqueues:\n" + QUEUE, 1)
    text = text.replace("\nservices:\n", "\nservices:\n" + SERVICE, 1)
    file = folder / "widened.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def said(rig: Rig, *words: str, typed: str = "") -> None:
    done = rig.run(*words, typed=typed)
    assert done.returncode == 0, done.stderr


async def offered(sari: Customer, service: str) -> bool:
    """True as soon as the entry page offers ``service``: the new model comes into force by itself."""
    async with asyncio.timeout(30):
        while True:
            entry = await sari.ask("GET", "/api/v1/customer/entry")
            if service in [each["name"]["fi"] for each in entry["services"]]:
                return True
            await asyncio.sleep(0.1)


async def served(rig: Rig) -> None:
    def client() -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=rig.url, headers={"Origin": rig.url}, timeout=10)

    maija = Counsellor("Maija", client(), OperationLog(), user_name="perhe", password=PASSWORD)
    sari = Customer("Sari", client(), OperationLog())
    try:
        await maija.begin()
        assert await offered(sari, "Perheneuvo")
        opened = await sari.arrive("perheneuvo", "uhma", "fi", "Poikani sanoo kaikkeen ei.")
        assert opened.outcome == "ok", opened.code
        await maija.until(maija.waiting)
        assert maija.waiting()[0]["queue_id"] == NEW_QUEUE
        await maija.claim(maija.waiting()[0]["conversation_id"])
        await maija.until(maija.held)
        await maija.write(maija.held()[0], "Hei!")
        await sari.until(lambda: len(sari.view.messages) == 2)
        assert sari.view.conversation is not None
        assert sari.view.conversation["counsellor_role"]["fi"] == "Perheohjaaja"
        await maija.end(maija.held()[0])
        await maija.until(lambda: maija.held()[0]["state"] == "ended")
        assert (await maija.wrap_up(maija.held()[0])).outcome == "ok"
    finally:
        for each in (maija, sari):
            await each.leave()


def test_a_queue_and_a_service_in_the_file_are_all_it_takes(tmp_path: Path):
    """R061: no programming; neither the backend nor a desk is restarted."""
    rig = a_new_rig(tmp_path / "data", [Account("maija", "Maija", (QUEUES["adults"],))])
    rig.start()
    try:
        said(rig, "model", "load", str(widened(tmp_path)))
        said(rig, "model", "activate", "2")
        account = ("user", "add", "perhe", "--display-name", "Perhe", "--password-stdin")
        said(rig, *account, "--queue", NEW_QUEUE, typed=PASSWORD + "\n")
        asyncio.run(served(rig))
    finally:
        rig.stop()
