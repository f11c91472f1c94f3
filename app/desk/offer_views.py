"""Offers as the panes show them: what is offered to her, what she has offered, and to whom she can offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.desk.searching import has_words
from app.domain.conversation import Identity, Topic
from app.domain.ids import ConversationId, QueueId, StaffId
from app.domain.offer import Offer, Professional
from app.domain.offer_commands import AcceptOffer
from app.domain.presence import Presence
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.queue import ByLanguage
from app.domain.rules import check
from app.domain.transfer import LookAhead

_NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class OfferCard:
    """A conversation offered to her. ``left`` is the time she has, ``share`` what part of it is left (0–1).

    ``is_answering``: accepted or declined, not yet confirmed; ``is_accepting``: accepted;
    ``cannot_accept`` is why the button is disabled; ``is_message``: a non-urgent one, which waits for days.
    """

    conversation_id: ConversationId
    alias: str
    identity: Identity
    language: str
    topic: Topic
    queue_id: QueueId
    queue_name: ByLanguage
    by_name: str
    internal_message: str
    hand_overs: int
    responsibility_version: int
    left: timedelta
    share: float
    is_answering: bool
    is_accepting: bool
    cannot_accept: Problem | None
    lapses_at: datetime
    is_message: bool


@dataclass(frozen=True, slots=True)
class SentOffer:
    """What she has offered: to whom, and how long it stands. ``is_under_way``: nothing can be done now."""

    to_name: str
    left: timedelta
    responsibility_version: int
    is_under_way: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One professional to offer to; ``obstacle`` is why not this customer, or None."""

    staff_id: StaffId
    display_name: str
    presence: Presence
    load: int
    capacity: int
    obstacle: Problem | None

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.staff_id

    @property
    def is_likely(self) -> bool:
        """As of a queue: an offer can be declined, so the first of them may be chosen from the start."""
        return True

    @property
    def is_away(self) -> bool:
        """Whether she is not there just now, so that a message waits for her."""
        return self.presence is Presence.AWAY

    @property
    def has_room(self) -> bool:
        """Whether she gives room for one more just now."""
        return self.presence is Presence.AVAILABLE and self.load < self.capacity


def offer_cards(seen: Seen, *, now: datetime) -> tuple[OfferCard, ...]:
    """What is offered to her, the one with the least time left first."""
    me = seen.confirmed.me.staff_id
    hers = [offer for offer in seen.confirmed.offers.values() if offer.to.staff_id == me]
    hers.sort(key=lambda offer: (offer.lapses_at, offer.conversation_id))
    return tuple(_card(seen, offer, now) for offer in hers)


def _card(seen: Seen, offer: Offer, now: datetime) -> OfferCard:
    queue = seen.confirmed.queues.get(offer.queue_id)
    left, whole = _left(offer, now), offer.lapses_at - offer.offered_at
    accepts = AcceptOffer(offer.conversation_id, offer.responsibility_version)
    is_answering = offer.conversation_id in seen.offering
    return OfferCard(
        conversation_id=offer.conversation_id,
        alias=offer.alias,
        identity=offer.identity,
        language=offer.language,
        topic=offer.topic,
        queue_id=offer.queue_id,
        queue_name={} if queue is None else queue.name,
        by_name=offer.by.display_name,
        internal_message=offer.internal_message,
        hand_overs=offer.hand_overs,
        responsibility_version=offer.responsibility_version,
        left=left,
        share=left / whole if whole > _NO_TIME else 0.0,
        is_answering=is_answering,
        is_accepting=offer.conversation_id in seen.accepting,
        cannot_accept=None if is_answering else check(seen, accepts, now),
        lapses_at=offer.lapses_at,
        is_message=offer.is_message,
    )


def sent_offer(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> SentOffer | None:
    """The offer of a conversation of hers, or None."""
    offer = seen.confirmed.offers.get(conversation_id)
    if offer is None or offer.by.staff_id != seen.confirmed.me.staff_id:
        return None
    is_under_way = conversation_id in seen.offering
    return SentOffer(offer.to.display_name, _left(offer, now), offer.responsibility_version, is_under_way)


def person_rows(
    ahead: LookAhead, *, searched: str, identity: Identity, is_message: bool = False
) -> tuple[PersonRow, ...]:
    """Those that the search finds: who has room first, then by name; those who may not have her last.

    A message is offered to whoever answers, there or not: it waits for her (R075).
    """
    rows = [
        _person(professional, identity)
        for professional in (*ahead.professionals, *(ahead.away if is_message else ()))
        if has_words(searched, (professional.staff.display_name,))
    ]
    return tuple(sorted(rows, key=lambda row: (row.obstacle is not None, row.is_away, not row.has_room)))


def _person(professional: Professional, identity: Identity) -> PersonRow:
    closed_off = not professional.serves_advice and identity is Identity.ANONYMOUS
    return PersonRow(
        staff_id=professional.staff.staff_id,
        display_name=professional.staff.display_name,
        presence=professional.presence,
        load=professional.load,
        capacity=professional.capacity,
        obstacle=Problem(ProblemCode.IDENTIFICATION_NEEDED) if closed_off else None,
    )


def _left(offer: Offer, now: datetime) -> timedelta:
    return max(_NO_TIME, offer.lapses_at - now)
