"""The transfer sheet's rows: what the search finds, in what order, and why not there (R078)."""

from dataclasses import replace
from datetime import timedelta

from app.desk.transfer_view import target_rows
from app.domain.conversation import Identity
from app.domain.handbook import GuidanceRule
from app.domain.ids import QueueId
from app.domain.problems import Problem, ProblemCode
from app.domain.queue import QueueKind
from app.domain.transfer import LookAhead, TransferTarget
from tests.support.desk_builders import NINE_O_CLOCK, minutes_ago

ADULTS = TransferTarget(
    QueueId("#soshON_aikuissosiaalityö_chat"),
    {"fi": "Aikuissosiaalityö", "sv": "Vuxensocialarbete", "en": "Adult social work"},
    QueueKind.TOPIC,
    None,
    is_open=False,
    closes_at=None,
    waiting=0,
    waiting_since=None,
    on_duty=0,
    register="social",
)
FAMILY = replace(
    ADULTS,
    queue_id=QueueId("#soshON_perheasiat_chat"),
    name={"fi": "Perheasiat", "sv": "Familjeärenden", "en": "Family matters"},
    is_open=True,
    waiting=2,
    waiting_since=minutes_ago(4),
    on_duty=3,
)
SENIOR = replace(
    FAMILY,
    queue_id=QueueId("SIIRTO_SENIORI_INFO_CHAT"),
    name={"fi": "Seniori-info", "sv": "Seniorinfo", "en": "Senior info"},
    kind=QueueKind.TRANSFER,
)
AHEAD = LookAhead(NINE_O_CLOCK, (SENIOR, ADULTS, FAMILY))


def found(searched: str, identity: Identity = Identity.ANONYMOUS) -> list[str]:
    """The Finnish names of the rows, in order."""
    rows = target_rows(AHEAD, searched=searched, identity=identity, language="fi", now=NINE_O_CLOCK)
    return [row.name["fi"] for row in rows]


def test_where_it_can_be_moved_now_comes_first():
    assert found("") == ["Perheasiat", "Aikuissosiaalityö", "Seniori-info"]
    assert found("", Identity.IDENTIFIED) == ["Seniori-info", "Perheasiat", "Aikuissosiaalityö"]


def test_the_queue_she_is_in_already_is_not_the_first_to_be_chosen():
    identified = Identity.IDENTIFIED
    rows = target_rows(
        AHEAD, searched="", identity=identified, language="fi", now=NINE_O_CLOCK, own=SENIOR.queue_id
    )
    assert [(row.name["fi"], row.is_own) for row in rows] == [
        ("Perheasiat", False),
        ("Seniori-info", True),
        ("Aikuissosiaalityö", False),
    ]


def test_a_queue_of_another_language_is_not_the_first_to_be_chosen():
    """Enter comes before the list is read: nobody who writes Finnish lands in the Swedish queue by it."""
    swedish = replace(FAMILY, queue_id=QueueId("sv"), language="sv", name={"fi": "Ohjaus · svenska"})
    finnish = replace(FAMILY, queue_id=QueueId("fi"), language="fi", name={"fi": "Ohjaus · suomi"})
    ahead = LookAhead(NINE_O_CLOCK, (swedish, finnish, ADULTS))

    def first(language: str) -> str:
        rows = target_rows(
            ahead, searched="", identity=Identity.ANONYMOUS, language=language, now=NINE_O_CLOCK
        )
        return rows[0].name["fi"]

    assert first("fi") == "Ohjaus · suomi"
    assert first("sv") == "Ohjaus · svenska"


def test_words_of_every_language_and_the_exact_name_are_found():
    assert found("sosiaalityo") == found("vuxen") == found("adult work") == ["Aikuissosiaalityö"]
    assert found("siirto_senior") == ["Seniori-info"]
    assert found("familjearenden") == ["Perheasiat"]
    assert found("olematon") == []


def test_another_service_line_says_why_not_for_an_anonymous_customer_only():
    def obstacle(identity: Identity) -> Problem | None:
        [row] = target_rows(AHEAD, searched="senior", identity=identity, language="fi", now=NINE_O_CLOCK)
        return row.obstacle

    assert obstacle(Identity.ANONYMOUS) == Problem(ProblemCode.IDENTIFICATION_NEEDED)
    assert obstacle(Identity.IDENTIFIED) is None


def test_what_awaits_there_is_told():
    [row] = target_rows(AHEAD, searched="perhe", identity=Identity.ANONYMOUS, language="fi", now=NINE_O_CLOCK)
    assert (row.waiting, row.longest, row.on_duty) == (2, timedelta(minutes=4), 3)


def test_a_queue_across_the_boundary_says_so_whoever_the_customer_is():
    """R070: between social and health care a conversation does not go without permission."""
    here = replace(FAMILY, register="social")
    nursing = replace(SENIOR, queue_id=QueueId("SIIRTO_KOTISAIRAANHOITO_CHAT"), register="health")
    unsaid = replace(SENIOR, queue_id=QueueId("SIIRTO_MUU_CHAT"), register=None)
    ahead = LookAhead(NINE_O_CLOCK, (nursing, unsaid, replace(SENIOR, register="social"), here))
    rows = target_rows(
        ahead,
        searched="",
        identity=Identity.IDENTIFIED,
        language="fi",
        now=NINE_O_CLOCK,
        own=here.queue_id,
    )
    refused = {row.queue_id: row.obstacle for row in rows if row.obstacle is not None}
    consent = Problem(ProblemCode.CONSENT_NEEDED)
    assert refused == {nursing.queue_id: consent, unsaid.queue_id: consent}


def test_a_queue_is_found_by_what_it_takes():
    """R082: whoever transfers need not know the name of the other side's queue."""
    informal = {"fi": "Omaishoidon tuki", "sv": "Stöd för närståendevård", "en": "Support for informal care"}
    rules = (GuidanceRule(informal, SENIOR.queue_id, SENIOR.name),)
    rows = target_rows(
        AHEAD,
        searched="närståendevard",
        identity=Identity.IDENTIFIED,
        language="fi",
        now=NINE_O_CLOCK,
        guidance=rules,
    )
    assert [(row.name["fi"], row.matters) for row in rows] == [("Seniori-info", (informal,))]
