"""A morning at the advice desk: queues, waiting customers and conversations of the design pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.canned import CannedAnswer
from app.domain.commands import WriteMessage
from app.domain.conversation import Author, ConversationState, Head, Identity, Message, Topic
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.domain.project import Seen
from app.domain.queue import Queue, QueueKind
from tests.support.desk_builders import (
    MAIJA,
    a_head,
    a_held_head,
    a_message,
    a_queue,
    an_opening,
    what_is_seen,
)
from tests.support.fakes import NINE_O_CLOCK

ADULTS = QueueId("#soshON_aikuissosiaalityö_chat")
FAMILIES = QueueId("#soshON_perheasiat_chat")
DISABILITY = QueueId("#soshON_vammaispalvelut_chat")
COMMON_FI = QueueId("#soshON_ohjaus_ja_neuvonta_fi_chat")
COMMON_SV = QueueId("#soshON_ohjaus_ja_neuvonta_sv_chat")
SENIORS = QueueId("SIIRTO_SENIORI_INFO_CHAT")

FRONT = ConversationId("00000000000000000000000000004812")
BEHIND = ConversationId("00000000000000000000000000004815")
FIRST_WAITING = ConversationId("00000000000000000000000000004821")

_NAMES = {
    ADULTS: ("Aikuissosiaalityö", "Vuxensocialarbete", QueueKind.TOPIC, 300),
    FAMILIES: ("Perheasiat", "Familjeärenden", QueueKind.TOPIC, 300),
    DISABILITY: ("Vammaispalvelut", "Funktionshinderservice", QueueKind.TOPIC, 300),
    COMMON_FI: ("Ohjaus ja neuvonta · suomi", "Handledning och rådgivning · finska", QueueKind.COMMON, 180),
    COMMON_SV: (
        "Ohjaus ja neuvonta · svenska",
        "Handledning och rådgivning · svenska",
        QueueKind.COMMON,
        180,
    ),
    SENIORS: ("Siirto · Seniori-info", "Överföring · Seniorinfo", QueueKind.TRANSFER, 300),
}


def the_queues() -> tuple[Queue, ...]:
    """The queues of the pictures."""
    return tuple(
        a_queue(
            queue_id,
            name={"fi": finnish, "sv": swedish},
            kind=kind,
            target=timedelta(seconds=target),
            openings=(an_opening(-3, 4.2), an_opening(23, 28)),
        )
        for queue_id, (finnish, swedish, kind, target) in _NAMES.items()
    )


def someone_waiting(alias: str, seconds: int, line: str, **changes: Any) -> Head:
    """A customer who has waited that long."""
    since = NINE_O_CLOCK - timedelta(seconds=seconds)
    head = a_head(
        ConversationId(alias.zfill(32)),
        alias=alias,
        waiting_since=since,
        opened_at=since,
        last_line=line,
        last_seq=1,
        last_by=Author.CUSTOMER,
    )
    return replace(head, **changes)


def topic(finnish: str, swedish: str) -> Topic:
    """A topic by its names."""
    return Topic("topic", {"fi": finnish, "sv": swedish})


def those_waiting() -> tuple[Head, ...]:
    """The waiting entries of the pictures."""
    return (
        someone_waiting(
            "4821",
            372,
            "Mihin voin hakea apua vuokrarästiin? Vuokra on myöhässä kaksi kuukautta.",
            topic=topic("Täydentävä toimeentulotuki", "Kompletterande utkomststöd"),
        ),
        someone_waiting(
            "4824",
            185,
            "Äitini tarvitsee apua kotona, liitteenä lausunto.",
            identity=Identity.IDENTIFIED,
            topic=topic("Palvelutarpeen arviointi", "Bedömning av servicebehovet"),
        ),
        someone_waiting(
            "4827",
            48,
            "Hej, vart skickar jag min ansökan?",
            language="sv",
            topic=topic("Toimeentulotuki", "Utkomststöd"),
        ),
        someone_waiting("4830", 160, "", queue_id=FAMILIES, topic=topic("Elatusapu", "Underhållsbidrag")),
        someone_waiting("4831", 118, "Terve", queue_id=COMMON_FI),
        someone_waiting("4832", 20, "Moi", queue_id=COMMON_FI),
        someone_waiting("4833", 21, "Hej", queue_id=COMMON_SV, language="sv"),
    )


def the_messages() -> tuple[Message, ...]:
    """The conversation of the pictures."""
    mask = "\u2588" * 5
    said = (
        (Author.CUSTOMER, 10, "Hei, milloin voi hakea ehkäisevää toimeentulotukea?"),
        (
            Author.COUNSELLOR,
            8,
            "Hei! Ensin tarvitaan perustoimeentulotuen päätös Kelasta. Sen jälkeen hakemuksen voi tehdä "
            "sähköisesti tai paperilla.",
        ),
        (Author.CUSTOMER, 5, f"Ok. Henkilötunnukseni on {mask}, näettekö päätöksen?"),
        (
            Author.COUNSELLOR,
            3,
            "En näe päätöksiä tässä chatissa, eikä henkilötietoja kannata kirjoittaa tänne. Haluatko "
            "tunnistautua, niin voin siirtää asian etuuskäsittelyyn?",
        ),
        (Author.CUSTOMER, 1, "Joo, miten se tehdään?"),
    )
    return tuple(
        a_message(
            number,
            text,
            by,
            at=NINE_O_CLOCK - timedelta(minutes=minutes),
            masked=("identity_code",) if mask in text else (),
        )
        for number, (by, minutes, text) in enumerate(said, start=1)
    )


def those_held() -> tuple[Head, ...]:
    """Two conversations of Maija's."""
    front = a_held_head(
        FRONT,
        alias="4812",
        opened_at=NINE_O_CLOCK - timedelta(minutes=15, seconds=10),
        waiting_since=NINE_O_CLOCK - timedelta(minutes=15, seconds=10),
        claimed_at=NINE_O_CLOCK - timedelta(minutes=11),
        last_seq=5,
        last_by=Author.CUSTOMER,
        customer_wrote_at=NINE_O_CLOCK - timedelta(seconds=42),
        read_by_customer=4,
        read_by_counsellor=5,
    )
    behind = a_held_head(
        BEHIND,
        alias="4815",
        identity=Identity.IDENTIFIED,
        claimed_at=NINE_O_CLOCK - timedelta(minutes=4),
        last_seq=2,
        last_by=Author.CUSTOMER,
        customer_wrote_at=NINE_O_CLOCK - timedelta(seconds=138),
    )
    return (front, behind)


def a_morning(*, pending: tuple[Pending, ...] = (), is_live: bool = True, **changes: Any) -> Seen:
    """What Maija sees at nine o'clock."""
    windows = {
        FRONT: the_messages(),
        BEHIND: (a_message(1, "Hei!"), a_message(2, "Oletko siellä?")),
    }
    given: dict[str, Any] = {
        "windows": windows,
        "queues": the_queues(),
        "organisation": {"fi": "Sosiaalipalvelujen neuvonta", "sv": "Socialservicens rådgivning"},
        "me": replace(MAIJA, display_name="Neuvoja 12"),
        "canned_answers": the_answers(),
    }
    return what_is_seen(
        *those_held(), *those_waiting(), pending=pending, is_live=is_live, **{**given, **changes}
    )


def a_pending_message(text: str, stage: Stage, *, number: int = 1, seconds_ago: float = 2.0) -> Pending:
    """A message of ours on its way, in the conversation in front."""
    moment = Moment(NINE_O_CLOCK - timedelta(seconds=seconds_ago), 1000.0 - seconds_ago)
    return Pending(
        command_id=CommandId(f"{number:032x}"),
        command=WriteMessage(FRONT, text, 1),
        stage=stage,
        submitted=moment,
        staged=moment,
    )


def every_stage() -> tuple[Pending, ...]:
    """One message at each point of its way."""
    return (
        a_pending_message("Hakemuksen voi tehdä sähköisesti tai paperilla.", Stage.ASKING, number=1),
        a_pending_message(
            "Ehkäisevää tukea voi hakea, kun sinulla on Kelan päätös.", Stage.IN_FLIGHT, number=2
        ),
        a_pending_message("Hei! Katson ohjeen sinulle.", Stage.HELD, number=3),
    )


def ended(head: Head, *, by: Author = Author.CUSTOMER) -> Head:
    """The same conversation after somebody ended it."""
    return replace(head, state=ConversationState.ENDED, ended_by=by)


def the_answers() -> tuple[CannedAnswer, ...]:
    """A few canned answers; one has no English, one is for anonymous customers only."""
    return (
        CannedAnswer(
            "/112",
            {"fi": "Henki vaarassa", "sv": "Livet i fara", "en": "Life in danger"},
            {
                "fi": "Jos henkesi on vaarassa, soita heti 112.",
                "sv": "Ring genast 112 om ditt liv är i fara.",
                "en": "If your life is in danger, call 112 at once.",
            },
            is_anonymous_only=False,
        ),
        CannedAnswer(
            "/ehk",
            {
                "fi": "Ehkäisevä toimeentulotuki",
                "sv": "Förebyggande utkomststöd",
                "en": "Preventive social assistance",
            },
            {
                "fi": "Ehkäisevä toimeentulotuki on harkinnanvaraista.",
                "sv": "Förebyggande utkomststöd beviljas enligt prövning.",
            },
            is_anonymous_only=False,
        ),
        CannedAnswer(
            "/tunn",
            {"fi": "Ohje tunnistautumiseen", "sv": "Så identifierar du dig", "en": "How to identify"},
            {"fi": "Paina Tunnistaudu-painiketta.", "sv": "Tryck på knappen Identifiera dig."},
            is_anonymous_only=True,
        ),
        CannedAnswer(
            "/soitto",
            {"fi": "Soittopyyntö", "sv": "Begäran om uppringning", "en": "Callback request"},
            {
                "fi": "Jätä soittopyyntö: {soittopyynnön osoite}. Neuvonta: {neuvonnan puhelinnumero}.",
                "sv": "Lämna en begäran: {adressen för begäran}. Rådgivning: {rådgivningens nummer}.",
                "en": "Leave a request: {address of the request}. Advice: {number of the advice line}.",
            },
            is_anonymous_only=False,
        ),
    )
