"""The shipped service model holds what the service model of the documents asks for."""

import re
from typing import Final

import pytest

from server_stub.helpline.public_numbers import digits_of
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.wording import Wording
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

FOLDER: Final = find_resources() / "service_models"


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = read(FOLDER / "esimerkki.yaml", version=7)
    assert isinstance(found, ServiceModel), found
    return found


def wordings(model: ServiceModel) -> list[Wording]:
    notice = model.notice
    found = [model.organisation, model.emergency, notice.standing, notice.storage, notice.unprotected]
    found += [queue.name for queue in model.queues]
    found += [text for each in model.instructions for text in (each.heading, each.text)]
    for service in model.services:
        found += [service.name, service.counsellor_role, service.closed_text, *service.about]
        found += [*service.asks, *service.helps, *(each.text for each in service.announcements)]
        found += [topic.name for topic in service.topics]
        for channel in service.other_channels:
            found += [channel.name, *([channel.note] if channel.note else [])]
    return found


def test_every_shipped_model_is_in_order():
    files = list(FOLDER.glob("*.yaml"))
    assert files
    for file in files:
        assert isinstance(read(file), ServiceModel), file.name


def test_it_has_the_queues_by_their_exact_names(model: ServiceModel):
    """R050–R054, R056."""
    names = {queue.queue_id: queue.kind for queue in model.queues}
    assert names == {
        "#soshON_aikuissosiaalityö_chat": "topic",
        "#soshON_perheasiat_chat": "topic",
        "#soshON_vammaispalvelut_chat": "topic",
        "#soshON_ohjaus_ja_neuvonta_fi_chat": "common",
        "#soshON_ohjaus_ja_neuvonta_sv_chat": "common",
        "SIIRTO_SENIORI_INFO_CHAT": "transfer",
        "SIIRTO_SENIORI_INFO_KIIREETON": "transfer",
        "SIIRTO_VAMMAISPALVELUT_KIIREETON": "transfer",
        "SIIRTO_ETUUSKASITTELY_KIIREETON": "transfer",
        "SIIRTO_SOSIAALIOHJAUS_KIIREETON": "transfer",
        "SIIRTO_SOSIAALITYO_KIIREETON": "transfer",
        "SIIRTO_KOTISAIRAANHOITO_CHAT": "transfer",
    }


def test_every_queue_says_whose_record_it_is_of(model: ServiceModel):
    """R070: home nursing is health care's; nothing is guessed of a transfer queue."""
    health = {queue_id for queue_id, register in model.registers().items() if register == "health"}
    assert health == {"SIIRTO_KOTISAIRAANHOITO_CHAT"}
    assert None not in model.registers().values()


def test_lateness_and_handle_time_have_their_usual_values(model: ServiceModel):
    """architecture.md: 5 minutes, common queues 3; domain.md B9: 15 minutes until it is measured."""
    for queue in model.queues:
        assert queue.target_s == (180 if queue.kind == "common" else 300)
        assert queue.handle_time_s == 900


def test_it_is_numbered_as_it_was_loaded(model: ServiceModel):
    assert model.version == 7


def test_what_the_page_helps_with_is_listed(model: ServiceModel):
    """R013, R014, R015, R016, R028, R029."""
    service = model.services[0]
    assert [line.fi for line in service.asks] == [
        "taloudelliset vaikeudet",
        "elämäntilanteet",
        "arjen hankaluudet",
        "päihdeongelmat",
        "muu hankala elämäntilanne",
    ]
    assert service.helps[0].fi == "toimeentulotuen hakemiseen liittyvissä kysymyksissä"
    about = " ".join(line.fi for line in service.about)
    for words in (
        "Jos et tiedä, kuuluuko",
        "yleisluontoisia neuvoja sosiaalipalveluista",
        "täydentävän ja ehkäisevän toimeentulotuen",
        "maksuton",
        "eikä asuinpaikkaasi kysytä",
    ):
        assert words in about


def test_a_customer_who_does_not_know_whose_matter_it_is_is_not_turned_away(model: ServiceModel):
    """R015."""
    topic = model.services[0].topic("en_tieda")
    assert topic is not None
    assert topic.queue_id is None


def test_the_notices_say_what_they_must(model: ServiceModel):
    """R017, R018, R019, R020, R021."""
    standing, storage = model.notice.standing.fi, model.notice.storage.fi
    assert "Älä kirjoita henkilötietoja" in standing
    assert "varata aikaa" in standing
    assert "Päätöksiä ei käydä läpi" in standing
    assert "palvelun kehittämiseen ja tutkimukseen" in storage
    assert model.notice.notice_version == 1


def test_every_service_offers_another_way_in(model: ServiceModel):
    """R025, R150."""
    for service in model.services:
        assert any(channel.number for channel in service.other_channels)


def test_numbers_are_named_not_spelt_out(model: ServiceModel):
    """R038: every number in every text is one of the file's, in its one spelling."""
    spellings = set(model.public_numbers)
    for wording in wordings(model):
        for text in wording.by_language().values():
            for number in re.findall(r"[0-9][0-9 -]{1,}[0-9]", text):
                assert number in spellings, text
    assert len({digits_of(number) for number in model.public_numbers}) == len(model.public_numbers)


def test_nothing_is_left_in_another_language_or_unfilled(model: ServiceModel):
    """R036."""
    for wording in wordings(model):
        texts = wording.by_language()
        assert all(text.strip() for text in texts.values())
        assert not re.search(r"\{(?!service|hours)", "".join(texts.values()))
        if len(wording.fi) > 25:
            assert len(set(texts.values())) == 3, wording.fi


def test_the_instructions_are_plain_and_tell_of_other_ways(model: ServiceModel):
    """R033: no sentence is long, and one may ask to be called instead."""
    assert len(model.instructions) >= 4
    for each in model.instructions:
        for sentence in re.split(r"(?<=[.!?])\s", each.text.fi):
            assert len(sentence.split()) <= 14, sentence
    assert "pyytää, että soitamme" in model.instructions[-1].text.fi


def test_a_page_of_the_county_may_keep_the_box_folded(model: ServiceModel):
    """R026."""
    assert {page.page_id: page.opens_by_itself for page in model.pages} == {
        "neuvonta": True,
        "toimeentulotuki": False,
    }


def test_one_entry_may_serve_two_units():
    """R063, R003, R022, R037: each with its own hours, topics and doors."""
    found = read(FOLDER / "kaksi_yksikkoa.yaml")
    assert isinstance(found, ServiceModel), found
    adult, young = found.services
    assert adult.hours != young.hours
    assert {topic.topic_id for topic in adult.topics} & {topic.topic_id for topic in young.topics} == {
        "en_tieda"
    }
    assert {channel.number for channel in adult.other_channels}.isdisjoint(
        channel.number for channel in young.other_channels
    )
    assert not found.notice.is_connection_protected
    assert found.funding is not None
    assert found.funding.sv == "Finansieras av Europeiska unionen"


def test_it_ships_the_reasons_and_outcomes_that_are_asked_for(model: ServiceModel):
    """R128: life situation, money matters, unclear service, "other"; R129, R090, R136: the outcomes."""
    service = model.services[0]
    reasons = {code.code_id: code.name.fi for code in service.contact_reasons}
    assert {"elamantilanne", "velka", "epaselva_palvelu", "muu"} <= reasons.keys()
    outcomes = {str(code.code_id) for code in service.outcomes}
    assert {"ensiarvio", "pta", "kartoitus", "ajanvaraus", "hakemus", "yhteydenotto"} <= outcomes
    assert {"puhelin", "kaynti", "digi"} <= outcomes


def test_every_topic_suggests_a_contact_reason(model: ServiceModel):
    assert [topic.topic_id for topic in model.services[0].topics if not topic.contact_reasons] == []
