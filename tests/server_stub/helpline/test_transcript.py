"""Transcripts: who may have one, what its letter says, and to which addresses none ever goes."""

import msgspec
import pytest

from server_stub.helpline.mail_address import one_address
from server_stub.helpline.transcript import (
    MOST_PRESSES,
    WAITS_S,
    LetterAsked,
    LetterState,
    Line,
    RequestTranscript,
    TranscriptSituation,
    decide,
    laid_out,
    link_only,
    next_try,
    says_content,
    subject,
)
from server_stub.helpline.values import Problem
from server_stub.wire.consents import CustomerConsent
from server_stub.wire.heads import stamp
from server_stub.wire.transcripts import with_consents
from tests.server_stub.helpline.test_conversation import a_conversation
from tests.support.counter_room import MORNING

BOTH = frozenset({"customer", "counsellor"})
HERS = "asiakas@esimerkki.fi"
HOSTILE = [
    "",
    " ",
    "a",
    "a@b",
    "@esimerkki.fi",
    "a@",
    "a@@b.fi",
    "a@b.fi\r\nBcc: x@y.fi",
    "a@b.fi\nBcc: x@y.fi",
    "a@b.fi\r\n",
    "a@b.fi\n",
    "\na@b.fi",
    "a@b.fi%0d%0aBcc:x@y.fi",
    "a@b.fi\x00",
    "a@b.fi\x0bx",
    "a\u2028@b.fi",
    "a@b.fi, x@y.fi",
    "a@b.fi;x@y.fi",
    "a@b.fi x@y.fi",
    "a@b.fi,",
    "a@b.fi x",
    "Aino <a@b.fi>",
    '"Aino" <a@b.fi>',
    "<a@b.fi>",
    "a@b.fi>",
    "a@b.fi> SIZE=1",
    "a@b.fi> RCPT TO:<x@y.fi",
    "a@b.fi (x@y.fi)",
    "(x)a@b.fi",
    '"a b"@b.fi',
    '"a\\"@x.fi"@b.fi',
    '"x@y.fi"@b.fi',
    "a@[127.0.0.1]",
    "a@[IPv6:::1]",
    "a@127.0.0.1",
    "a@localhost",
    "a@b..fi",
    "a@.b.fi",
    "a@b.fi.",
    "a@-b.fi",
    "a@b-.fi",
    "a@b_c.fi",
    "a@b.f",
    "a@b.f1",
    ".a@b.fi",
    "a.@b.fi",
    "a..b@b.fi",
    "a b@b.fi",
    "a\t@b.fi",
    "a@b .fi",
    "a!x@b.fi",
    "x.fi!a@b.fi",
    "a|cat@b.fi",
    "a/../b@b.fi",
    "a`id`@b.fi",
    "$(id)@b.fi",
    "=?utf-8?q?a@b.fi?=",
    "äiti@b.fi",
    "a@sähkö.fi",
    "\u0430dmin@b.fi",
    "a@b。fi",
    "a@b.fi\u202e",
    "mailto:a@b.fi",
    "a" * 65 + "@b.fi",
    "a@" + "b" * 64 + ".fi",
    "a@" + "bcd." * 70 + "fi",
    "a" * 320 + "@b.fi",
]


def situation(**changes: object) -> TranscriptSituation:
    usual = TranscriptSituation(a_conversation("held")._replace(last_seq=4), BOTH, (), 0, 200)
    return usual._replace(**changes)  # type: ignore[arg-type]


def asks(address: str = HERS, first: int | None = None, last: int | None = None) -> RequestTranscript:
    return RequestTranscript("c", address, first, last)


@pytest.mark.parametrize("written", HOSTILE, ids=ascii)
def test_what_is_not_one_plain_address_is_refused(written: str):
    assert one_address(written) is None
    assert decide(situation(), asks(written)) == Problem("address_unreadable")


def test_the_list_of_hostile_addresses_is_as_long_as_was_asked_for():
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (HERS, HERS),
        ("  etu.suku+x@Esimerkki.FI ", "etu.suku+x@esimerkki.fi"),
        ("O'Neill_1@posti.example.org", "O'Neill_1@posti.example.org"),
        ("a@xn--shk-0qa3b.fi", "a@xn--shk-0qa3b.fi"),
        ("a@b.xn--p1ai", "a@b.xn--p1ai"),
        ("a" * 64 + "@b.fi", "a" * 64 + "@b.fi"),
    ],
)
def test_a_plain_address_is_taken(written: str, read: str):
    assert one_address(written) == read


def test_the_whole_of_it_so_far_or_a_part_is_asked_for():
    """R101."""
    assert decide(situation(), asks()) == LetterAsked(HERS, 1, 4)
    assert decide(situation(), asks(first=2, last=3)) == LetterAsked(HERS, 2, 3)
    for first, last in ((3, 2), (1, 5), (5, 5)):
        assert decide(situation(), asks(first=first, last=last)) == Problem("nothing_to_send")


@pytest.mark.parametrize(
    "voices", [frozenset(), frozenset({"customer"}), frozenset({"counsellor", "service"})]
)
def test_both_sides_have_written_before(voices: frozenset[str]):
    assert decide(situation(voices=voices), asks()) == Problem("nothing_to_send")


def test_one_letter_a_conversation_and_her_own_press_again_where_it_did_not_arrive():
    for state in (LetterState.WAITING, LetterState.HANDING_OVER, LetterState.SENT):
        assert decide(situation(earlier=(state,)), asks()) == Problem("transcript_exists")
    for state in (LetterState.FAILED, LetterState.UNKNOWN):
        assert isinstance(decide(situation(earlier=(state,)), asks()), LetterAsked)
        assert decide(situation(earlier=(state,) * MOST_PRESSES), asks()) == Problem("transcript_exists")


def test_no_letter_without_a_mail_host_or_above_the_days_number():
    assert decide(situation(most_a_day=None), asks()) == Problem("mail_not_available")
    assert decide(situation(today=200), asks()) == Problem("mail_not_available")
    assert isinstance(decide(situation(today=199), asks()), LetterAsked)


def test_no_letter_of_a_message_that_a_professional_sent():
    """R121: it takes the place of e-mail, and nothing of it goes by one."""
    sent = a_conversation("held")._replace(last_seq=4, direction="professional_initiated")
    assert decide(situation(conversation=sent), asks()) == Problem("mail_not_available")


def test_nobody_asks_for_a_conversation_she_does_not_have():
    assert decide(situation(conversation=None), asks()) == Problem("not_found")


def test_it_is_tried_five_times_and_then_no_more():
    tries = [next_try(number, now=0) for number in range(1, len(WAITS_S) + 2)]
    assert tries == [60_000, 300_000, 900_000, 3_600_000, None]


def test_the_letter_is_laid_out_as_the_service_model_shows_it():
    """R102."""
    at = 1_795_591_582_000  # 2026-11-25 09:26:22 in Helsinki
    lines = [
        Line("customer", at, "Saanko tämän vielä\nsähköpostiini?"),
        Line("counsellor", at + 31_000, "Saat."),
    ]
    assert laid_out(lines, "fi") == (
        "Aihe: Chat keskustelu\n\n"
        "Asiakas 09:26:22\nSaanko tämän vielä\nsähköpostiini?\n\n"
        "Asiakaspalvelija 09:26:53\nSaat.\n"
    )
    assert laid_out(lines[:1], "sv").startswith("Ämne: Chattsamtal\n\nKund 09:26:22\n")
    assert laid_out(lines[1:], "en") == "Topic: Chat conversation\n\nCustomer adviser 09:26:53\nSaat.\n"


def test_an_identified_customer_is_sent_a_link_and_no_word():
    assert says_content(a_conversation("held")._replace(identity="anonymous"))
    assert not says_content(a_conversation("held")._replace(identity="identified"))
    assert link_only("https://neuvonta.esimerkki.fi/", "fi").endswith("\n\nhttps://neuvonta.esimerkki.fi/\n")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_subject_says_nothing_of_social_services(language: str):
    said = subject(language).lower()
    assert not any(
        word in said for word in ("sosiaal", "social", "hyvinvoint", "välfärd", "wellbeing", "tuki")
    )
    assert said.isprintable()


def test_what_was_asked_permission_for_is_printed_at_its_time():
    """I11: questions and answers stand in the transcript, from the messages that were asked for on."""
    lines = [
        Line("customer", MORNING + 60_000, "Kädet tärisevät."),
        Line("counsellor", MORNING + 90_000, "Hei."),
    ]
    where = {"fi": "kotisairaanhoitoon", "sv": "till hemsjukvården", "en": "to home nursing"}
    [earlier, asked] = [
        msgspec.structs.replace(example, number=number, asked_at=stamp(at), answered_at=stamp(at + 10_000))
        for number, at, example in (
            (1, MORNING, consent(where, "refused")),
            (2, MORNING + 70_000, consent(where, "given")),
        )
    ]
    letter = laid_out(with_consents(lines, [earlier, asked], "sv"), "sv")
    assert letter.split("\n\n")[1:] == [
        "Kund 10:01:00\nKädet tärisevät.",
        "Lov att överföra 10:01:10\nVi frågade om samtalet får överföras: till hemsjukvården.",
        "Lov att överföra 10:01:20\nDu gav lov: till hemsjukvården.",
        "Kundbetjänare 10:01:30\nHei.\n",
    ]


def consent(where: dict[str, str], state: str) -> CustomerConsent:
    """A question as its customer is shown it."""
    return CustomerConsent(
        number=1,
        state=state,
        target=where,
        register="health",
        first_seq=1,
        text_version=1,
        starts_on="2026-09-01",
        purpose=where,
        moves=where,
        refusing=where,
        withdrawing=where,
        after_opening=where,
        language="sv",
        asked_at="",
        answered_at=None,
        moved_at=None,
        opened_at=None,
        withdrawn_at=None,
    )
