"""The page says what is open, when, and how else to get help (R009, R010, R022, R023, R025)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

import pytest

from server_stub.helpline.entry_texts import (
    channel_answers,
    channel_hours_text,
    closed_text,
    standing_notice,
)
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.service_model import QueueId, ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

DAY: Final = date(2026, 11, 23)
NOON: Final = datetime(2026, 11, 23, 12, tzinfo=HELSINKI)
NIGHT: Final = datetime(2026, 11, 23, 22, tzinfo=HELSINKI)
NO_DAYS: Final[frozenset[date]] = frozenset()
COMMON_SV: Final = QueueId("#soshON_ohjaus_ja_neuvonta_sv_chat")


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(find_resources() / "service_models/esimerkki.yaml")
    assert isinstance(found, ServiceModel)
    return found


def test_the_closed_text_names_the_service_and_its_hours(model: ServiceModel):
    """R023."""
    text = closed_text(model.services[0], DAY)
    assert text.fi == (
        "Sosiaalipalvelujen neuvonta: chat on suljettu tällä hetkellä. Palvelemme chatissa arkisin klo 8–16."
    )
    assert "Socialservicens rådgivning" in text.sv
    assert "vardagar kl. 8–16" in text.sv
    assert "weekdays 8:00–16:00" in text.en


def test_other_channels_tell_their_hours_and_what_else_there_is_to_know(model: ServiceModel):
    """R009, R010, R030, R031: the desk says whom it serves, and that it works by queue number."""
    texts = {
        channel.name.fi: channel_hours_text(channel, DAY).fi for channel in model.services[0].other_channels
    }
    assert texts["Puhelinneuvonta"] == "arkisin klo 9–14"
    assert texts["Info-piste, Esimerkinkatu 1"] == (
        "ma, ti, ke, pe klo 9–15 ja to klo 9–14. "
        "Palvelemme Esimerkkilässä asuvia ja sinne jääneitä vuoronumerolla, ilman ajanvarausta"
    )
    assert texts["Sosiaali- ja kriisipäivystys"] == "ympäri vuorokauden. Hengenvaarassa soita 112"


def test_another_way_is_a_canned_answer_with_its_number_and_the_hours_of_the_day(model: ServiceModel):
    """R009, R010, R089."""
    texts = {each.shortcut: each.text for each in channel_answers(model.services[0], DAY)}
    assert texts["/neuvo"]["fi"] == "Puhelinneuvonta 09 555 0120, arkisin klo 9–14."
    assert texts["/neuvosv"]["sv"] == "Telefonrådgivning 09 555 0121, vardagar kl. 9–12."
    assert texts["/info"]["en"] == (
        "Info desk, Esimerkinkatu 1, Mon, Tue, Wed, Fri 9:00–15:00 and Thu 9:00–14:00. For people who live "
        "in or are stranded in Esimerkkilä. Take a queue number, no appointment is needed."
    )


def test_an_unprotected_connection_is_said_on_top(model: ServiceModel):
    """R022."""
    assert standing_notice(model.notice) == model.notice.standing
    unprotected = replace(model.notice, is_connection_protected=False)
    assert standing_notice(unprotected).fi.endswith(model.notice.unprotected.fi)
