"""Builders of the desktop's values: a test names what matters to it and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.calling_time import Calling
from app.domain.commands import Command, WriteMessage
from app.domain.conversation import (
    Author,
    ConversationState,
    Head,
    Identity,
    Message,
    Staff,
    Topic,
)
from app.domain.desk_state import Capability, DeskState, Snapshot, state_of
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.domain.limits import Limits
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.domain.project import Seen, project
from app.domain.queue import Opening, Queue, QueueKind
from app.domain.wrap_up import Code, ServiceCodes
from tests.support.fakes import NINE_O_CLOCK as NINE_O_CLOCK

MAIJA = Staff(StaffId("7f3a1c5e8b2d4960a1e7c3f5092b6d48"), "Maija Lehtonen")
JOHAN = Staff(StaffId("0b1c2d3e4f5061728394a5b6c7d8e9f0"), "Johan Lindqvist")
ADULTS = QueueId("#soshON_aikuissosiaalityö_chat")
COMMON_SV = QueueId("#soshON_ohjaus_ja_neuvonta_sv_chat")
ROBIN = ConversationId("c41d8e2f70b94a6583f2d7a09be1645d")
SASU = ConversationId("d52e9f3081ca5b7694e3e8b1acf2756e")
EVERYTHING = frozenset(Capability)


def minutes_ago(minutes: float) -> Any:
    """A time before nine o'clock."""
    return NINE_O_CLOCK - timedelta(minutes=minutes)


def an_opening(opens_h: float, closes_h: float | None) -> Opening:
    """An opening, in hours after nine o'clock; None: it goes on past what is known."""
    closes_at = None if closes_h is None else NINE_O_CLOCK + timedelta(hours=closes_h)
    return Opening(NINE_O_CLOCK + timedelta(hours=opens_h), closes_at)


def a_queue(queue_id: QueueId = ADULTS, **changes: Any) -> Queue:
    """A topic queue with a target of five minutes."""
    queue = Queue(
        queue_id=queue_id,
        name={"fi": "Aikuissosiaalityö", "sv": "Vuxensocialarbete", "en": "Adult social work"},
        kind=QueueKind.TOPIC,
        language=None,
        target=timedelta(minutes=5),
        openings=(an_opening(-3, 4), an_opening(23, 28)),
        hours_known_until=NINE_O_CLOCK + timedelta(days=13, hours=13),
    )
    return replace(queue, **changes)


def a_head(conversation_id: ConversationId = ROBIN, **changes: Any) -> Head:
    """A customer who has waited for three minutes and written nothing."""
    head = Head(
        conversation_id=conversation_id,
        alias="4812",
        state=ConversationState.WAITING,
        queue_id=ADULTS,
        language="fi",
        identity=Identity.ANONYMOUS,
        service_id="sosiaalineuvonta",
        topic=Topic("toimeentulo", {"fi": "Toimeentulotuki", "sv": "Utkomststöd", "en": "Income support"}),
        opened_at=minutes_ago(3),
        waiting_since=minutes_ago(3),
        holder=None,
        claimed_at=None,
        ended_by=None,
        responsibility_version=0,
        hand_overs=0,
        transfer=None,
        last_seq=0,
        last_line="",
        last_by=None,
        last_at=None,
        customer_wrote_at=None,
        read_by_customer=0,
        read_by_counsellor=0,
    )
    return replace(head, **changes)


def a_held_head(conversation_id: ConversationId = ROBIN, **changes: Any) -> Head:
    """A conversation Maija holds, claimed two minutes ago."""
    held: dict[str, Any] = {
        "state": ConversationState.HELD,
        "holder": MAIJA,
        "claimed_at": minutes_ago(2),
        "responsibility_version": 1,
    }
    return a_head(conversation_id, **{**held, **changes})


def a_message(seq: int, text: str = "Hei!", by: Author = Author.CUSTOMER, **changes: Any) -> Message:
    """One utterance, just now."""
    return replace(Message(seq=seq, by=by, at=NINE_O_CLOCK, text=text, masked=(), caused_by=None), **changes)


def a_snapshot(
    *heads: Head,
    windows: Mapping[ConversationId, tuple[Message, ...]] | None = None,
    queues: tuple[Queue, ...] | None = None,
    **changes: Any,
) -> Snapshot:
    """What Maija, who may do everything and hold three, sees."""
    held = {head.conversation_id for head in heads if head.holder == MAIJA}
    snapshot = Snapshot(
        cursor=100,
        now=NINE_O_CLOCK,
        me=MAIJA,
        capabilities=EVERYTHING,
        is_practice=False,
        capacity=3,
        service_model_version=1,
        limits=Limits(),
        calling=Calling(),
        organisation={"fi": "Hyvinvointialue", "sv": "Välfärdsområde", "en": "County"},
        queues=(a_queue(),) if queues is None else queues,
        heads=heads,
        windows=windows if windows is not None else {id_: () for id_ in held},
    )
    return replace(snapshot, **changes)


def a_state(*heads: Head, **changes: Any) -> DeskState:
    """Confirmed state from ``a_snapshot``."""
    return state_of(a_snapshot(*heads, **changes))


def what_is_seen(
    *heads: Head, pending: tuple[Pending, ...] = (), is_live: bool = True, **changes: Any
) -> Seen:
    """The projection of ``a_state`` with these rows over it."""
    return project(a_state(*heads, **changes), pending, is_live=is_live)


def a_row(command: Command | None = None, **changes: Any) -> Pending:
    """A queued message to Robin, submitted at nine."""
    moment = Moment(NINE_O_CLOCK, 1000.0)
    row = Pending(
        command_id=CommandId("019ab0c200047a3c9f51d2e8b7406c1e"),
        command=command or WriteMessage(ROBIN, "Hei, miten voin auttaa?", 1),
        stage=Stage.QUEUED,
        submitted=moment,
        staged=moment,
    )
    return replace(row, **changes)


def some_codes(service_id: str = "sosiaalineuvonta", **changes: Any) -> ServiceCodes:
    """Eleven contact reasons and four outcomes; income support suggests preventive and supplementary."""
    reasons = (
        ("ttt_tayd", "Täydentävä toimeentulotuki", "Kompletterande utkomststöd"),
        ("ttt_ehk", "Ehkäisevä toimeentulotuki", "Förebyggande utkomststöd"),
        ("velka", "Velat ja raha-asiat", "Skulder och ekonomi"),
        ("asuminen", "Asuminen ja vuokrarästit", "Boende och hyresskulder"),
        ("elamantilanne", "Muuttunut elämäntilanne", "Förändrad livssituation"),
        ("epaselva_palvelu", "Epäselvää, minne asia kuuluu", "Oklart vart ärendet hör"),
        ("perhe", "Perheasiat ja vanhemmuus", "Familjefrågor och föräldraskap"),
        ("asiointi", "Asioinnin neuvonta, yhteystiedot", "Hjälp med att uträtta ärenden"),
        ("paihde", "Päihteet ja riippuvuudet", "Rusmedel och beroende"),
        ("haato", "Häätöuhka", "Hot om vräkning"),
        ("muu", "Muu", "Annat"),
    )
    outcomes = (
        ("ratkaistu", "Neuvottu, asia selvä", "Rådgivning given, ärendet klart"),
        ("ohjattu", "Ohjattu muuhun palveluun", "Hänvisad till en annan tjänst"),
        ("pta", "Palvelutarpeen arviointi vireille", "Bedömning av servicebehovet inledd"),
        ("hakemus", "Ohjattu tekemään hakemus", "Hänvisad att göra en ansökan"),
    )
    codes = ServiceCodes(
        service_id=service_id,
        contact_reasons=tuple(Code(code, {"fi": fi, "sv": sv, "en": fi}) for code, fi, sv in reasons),
        outcomes=tuple(Code(code, {"fi": fi, "sv": sv, "en": fi}) for code, fi, sv in outcomes),
        by_topic={"toimeentulo": ("ttt_ehk", "ttt_tayd")},
    )
    return replace(codes, **changes)
