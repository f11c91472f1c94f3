"""Queue names follow their patterns (R050–R056)."""

import unicodedata

import pytest

from server_stub.helpline.queue_names import name_problem
from server_stub.helpline.service_model import QueueKind
from server_stub.helpline.wording import Language


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("#soshON_aikuissosiaalityö_chat", "topic", "fi"),
        ("#soshON_perheasiat_chat", "topic", None),
        ("#soshON_vammaispalvelut_chat", "topic", "fi"),
        ("#soshON_funktionshinder_sv_chat", "topic", "sv"),
        ("#soshON_ohjaus_ja_neuvonta_fi_chat", "common", "fi"),
        ("#soshON_ohjaus_ja_neuvonta_sv_chat", "common", "sv"),
        ("SIIRTO_SENIORI_INFO_CHAT", "transfer", "fi"),
        ("SIIRTO_SENIORI_INFO_KIIREETON", "transfer", None),
        ("SIIRTO_TERVEYS_CHAT", "transfer", "fi"),
    ],
)
def test_good_names_pass(name: str, kind: QueueKind, language: Language | None):
    assert name_problem(name, kind=kind, language=language) is None


@pytest.mark.parametrize(
    ("name", "kind", "language", "told"),
    [
        ("soshON_perheasiat_chat", "topic", "fi", "R055"),
        ("#soshon_perheasiat_chat", "topic", "fi", "R055"),
        ("#soshON_Perheasiat_chat", "topic", "fi", "R055"),
        ("#soshON_perheasiat", "topic", "fi", "R055"),
        ("#soshON__chat", "topic", "fi", "R055"),
        ("#soshON_perhe asiat_chat", "topic", "fi", "R055"),
        ("#soshON_perheasiat_chat\n", "topic", "fi", "R055"),
        ("#soshON_neuvonta_sv_chat", "topic", "fi", "language is sv"),
        ("#soshON_neuvonta_fi_chat", "topic", None, "language is fi"),
        ("#soshON_neuvonta_chat", "common", "fi", "R053"),
        ("SIIRTO_SENIORI_INFO", "transfer", "fi", "R056"),
        ("SIIRTO_IKÄÖ_CHAT", "transfer", "fi", "R056"),
        ("SIIRTO_SENIORI_KIIREETÖN", "transfer", "fi", "R056"),
        ("siirto_seniori_chat", "transfer", "fi", "R056"),
        ("#soshON_perheasiat_chat", "transfer", "fi", "R056"),
        ("SIIRTO_SENIORI_INFO_CHAT", "topic", "fi", "R055"),
        ("#soshON_" + "a" * 100 + "_chat", "topic", "fi", "100"),
        (unicodedata.normalize("NFD", "#soshON_työ_chat"), "topic", "fi", "NFC"),
    ],
)
def test_other_names_are_told_why_not(name: str, kind: QueueKind, language: Language | None, told: str):
    problem = name_problem(name, kind=kind, language=language)
    assert problem is not None
    assert told in problem
