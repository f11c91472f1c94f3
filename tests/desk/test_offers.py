"""Offers on the desk: what is shown of them, what may be done, and what is told when they are over."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.desk.board import Board, OfferOver
from app.desk.notices import OfferNews
from app.desk.offer_news import news_of, still_tells
from app.desk.offer_views import offer_cards, person_rows, sent_offer
from app.domain.changes import Kind
from app.domain.commands import Command
from app.domain.conversation import Identity, Staff, Transfer
from app.domain.departed import Way, departures
from app.domain.differences import differences
from app.domain.facts import Fact, Streamed
from app.domain.ids import StaffId, internal_slot
from app.domain.offer import OfferEnding, Professional
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.offer_facts import OfferAccepted, OfferEnded, TransferOffered
from app.domain.presence import Presence
from app.domain.problems import Problem, ProblemCode
from app.domain.reduce import reduce
from app.domain.rules import check, load
from app.domain.transfer import LookAhead
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK, ROBIN, a_held_head, a_row, a_state, what_is_seen
from tests.support.desk_room import a_room
from tests.support.example_data import FAMILIES, FRONT, a_morning
from tests.support.offer_builders import OFFERED, SARI, an_offer, an_offer_of_hers, professionals

ACCEPTS = AcceptOffer(OFFERED, 2)
DECLINES = DeclineOffer(OFFERED, "Olen lähdössä.", 2)
WITHDRAWS = WithdrawOffer(FRONT, 1)


def offers() -> OfferTransfer:
    version = a_morning().confirmed.heads[FRONT].responsibility_version
    return OfferTransfer(FRONT, SARI.staff_id, "Ehditkö?", version)


def why_not(command: Command, **how: Any) -> ProblemCode | None:
    problem = check(a_morning(**how), command, NINE_O_CLOCK)
    return None if problem is None else problem.code


def test_a_card_holds_who_asks_how_long_she_has_and_no_word_of_the_customers():
    (card,) = offer_cards(a_morning(offers=(an_offer(),)), now=NINE_O_CLOCK)
    assert (card.by_name, card.alias, card.left, card.share) == (
        "Sari Nieminen",
        "4830",
        timedelta(seconds=84),
        0.7,
    )
    assert card.queue_name["fi"] == "Perheasiat"
    assert card.cannot_accept is None


def test_the_offer_with_the_least_time_left_comes_first():
    sooner = an_offer(conversation_id=FRONT, alias="4899", lapses_at=NINE_O_CLOCK + timedelta(seconds=3))
    cards = offer_cards(a_morning(offers=(an_offer(), sooner)), now=NINE_O_CLOCK)
    assert [card.alias for card in cards] == ["4899", "4830"]


def test_time_never_runs_below_nothing():
    late = NINE_O_CLOCK + timedelta(minutes=5)
    (card,) = offer_cards(a_morning(offers=(an_offer(),)), now=late)
    assert (card.left, card.share) == (timedelta(0), 0.0)


def test_an_offer_of_hers_stands_with_its_conversation_and_is_no_card():
    seen = a_morning(offers=(an_offer_of_hers(),))
    assert offer_cards(seen, now=NINE_O_CLOCK) == ()
    sent = sent_offer(seen, FRONT, now=NINE_O_CLOCK)
    assert sent is not None
    assert (sent.to_name, sent.is_under_way) == ("Sari Nieminen", False)
    assert sent_offer(seen, OFFERED, now=NINE_O_CLOCK) is None


def test_who_has_room_comes_first_and_who_may_not_have_an_anonymous_customer_last():
    """R078: another service line takes identified customers only."""
    ahead = LookAhead(NINE_O_CLOCK, (), professionals())
    rows = person_rows(ahead, searched="", identity=Identity.ANONYMOUS)
    assert [row.display_name for row in rows] == ["Sari Nieminen", "Anna Åberg", "Seija Linjalla"]
    assert rows[-1].obstacle == Problem(ProblemCode.IDENTIFICATION_NEEDED)
    identified = person_rows(ahead, searched="", identity=Identity.IDENTIFIED)
    assert [row.obstacle for row in identified] == [None, None, None]
    assert [
        row.display_name for row in person_rows(ahead, searched="aberg", identity=Identity.ANONYMOUS)
    ] == ["Anna Åberg"]


def test_a_message_is_offered_to_whoever_answers_and_to_those_who_are_away_last():
    """R075: it waits for her."""
    eila = Professional(Staff(StaffId("8" * 32), "Eila Salonen"), Presence.AWAY, 0, 0, serves_advice=False)
    ahead = LookAhead(NINE_O_CLOCK, (), professionals(), (eila,))
    rows = person_rows(ahead, searched="", identity=Identity.IDENTIFIED, is_message=True)
    assert [row.display_name for row in rows][-1] == "Eila Salonen"
    assert rows[-1].obstacle is None
    assert len(person_rows(ahead, searched="", identity=Identity.IDENTIFIED)) == len(rows) - 1


def test_a_message_is_accepted_whatever_she_holds():
    offers = (an_offer(is_message=True),)
    assert check(a_morning(offers=offers, capacity=0), ACCEPTS, NINE_O_CLOCK) is None


@pytest.mark.parametrize("command", [ACCEPTS, DECLINES, WITHDRAWS], ids=["accept", "decline", "withdraw"])
def test_there_must_be_an_offer(command: Command):
    assert why_not(command) is ProblemCode.OFFER_OVER


def test_each_answers_her_own_side_of_an_offer():
    assert why_not(ACCEPTS, offers=(an_offer(),)) is None
    assert why_not(DECLINES, offers=(an_offer(),)) is None
    assert why_not(WITHDRAWS, offers=(an_offer_of_hers(),)) is None
    assert (
        why_not(replace(ACCEPTS, conversation_id=FRONT), offers=(an_offer_of_hers(),))
        is ProblemCode.OFFER_OVER
    )
    assert why_not(WithdrawOffer(OFFERED, 2), offers=(an_offer(),)) is ProblemCode.OFFER_OVER
    assert why_not(replace(ACCEPTS, responsibility_version=1), offers=(an_offer(),)) is ProblemCode.OFFER_OVER


def test_declining_needs_a_reason():
    assert why_not(replace(DECLINES, reason="  "), offers=(an_offer(),)) is ProblemCode.TEXT_EMPTY


def test_accepting_needs_room_and_counts_as_a_conversation_at_once():
    full = a_morning(offers=(an_offer(),), capacity=2)
    assert check(full, ACCEPTS, NINE_O_CLOCK) == Problem(ProblemCode.CAPACITY_FULL, capacity=2)
    under_way = a_morning(offers=(an_offer(),), pending=(a_row(ACCEPTS),))
    assert load(under_way) == load(a_morning()) + 1
    (card,) = offer_cards(under_way, now=NINE_O_CLOCK)
    assert card.is_answering


def test_a_conversation_is_offered_to_one_at_a_time():
    problem = check(a_morning(offers=(an_offer_of_hers(),)), offers(), NINE_O_CLOCK)
    assert problem == Problem(ProblemCode.OFFER_PENDING, to_name="Sari Nieminen")
    assert why_not(offers()) is None


@pytest.mark.parametrize("command", [ACCEPTS, WITHDRAWS], ids=["accept", "withdraw"])
def test_nothing_about_an_offer_is_meant_while_the_line_is_away(command: Command):
    assert why_not(command, offers=(an_offer(), an_offer_of_hers()), is_live=False) is ProblemCode.NOT_LIVE


# --- facts --------------------------------------------------------------------------------------------------


def accepted() -> OfferAccepted:
    transfer = Transfer(SARI, FAMILIES, NINE_O_CLOCK, "Ehditkö?")
    return OfferAccepted(NINE_O_CLOCK, None, OFFERED, MAIJA, 3, 1, transfer)


def ended(ending: OfferEnding, reason: str = "") -> OfferEnded:
    return OfferEnded(NINE_O_CLOCK, None, OFFERED, ending, reason)


def test_an_offer_comes_and_goes_with_its_facts():
    facts: tuple[Fact, ...] = (
        TransferOffered(NINE_O_CLOCK, None, OFFERED, an_offer()),
        ended(OfferEnding.LAPSED),
        TransferOffered(NINE_O_CLOCK, None, OFFERED, an_offer()),
        accepted(),
    )
    state, stood = a_state(a_held_head()), []
    for number, fact in enumerate(facts):
        state, changes = reduce(state, Streamed(101 + number, 100 + number, fact))
        assert changes.ids(Kind.OFFERS) == {OFFERED}
        stood.append(bool(state.offers))
    assert stood == [True, False, True, False]


def test_the_former_holder_sees_who_has_it_before_she_forgets_it():
    held = a_held_head(FRONT)
    before = a_state(held, offers=(an_offer_of_hers(),))
    transfer = Transfer(MAIJA, FAMILIES, NINE_O_CLOCK, "Ehditkö?")
    fact = OfferAccepted(NINE_O_CLOCK, None, FRONT, SARI, 2, 1, transfer)
    after, _ = reduce(before, Streamed(101, 100, fact))
    (gone,) = departures(before, after)
    assert (gone.way, gone.to_name, gone.is_by_her) == (Way.TRANSFERRED, "Sari Nieminen", True)


def test_a_fresh_snapshot_names_the_offers_that_differ():
    before, after = a_state(offers=(an_offer(),)), a_state(offers=(an_offer_of_hers(),))
    assert differences(before, after).ids(Kind.OFFERS) == {OFFERED, FRONT}
    assert differences(after, after).ids(Kind.OFFERS) == frozenset()


@pytest.mark.parametrize("ending", OfferEnding)
def test_each_hears_of_what_she_did_not_do_herself(ending: OfferEnding):
    fact = accepted() if ending is OfferEnding.ACCEPTED else ended(ending, "kiire")
    told_sender = news_of(an_offer(), fact, me=SARI)
    told_receiver = news_of(an_offer(), fact, me=MAIJA)
    assert (told_sender is None) is (ending in {OfferEnding.WITHDRAWN, OfferEnding.CONVERSATION_OVER})
    assert (told_receiver is None) is (ending in {OfferEnding.ACCEPTED, OfferEnding.DECLINED})
    if told_sender is not None:
        assert isinstance(told_sender, OfferNews)
        assert told_sender.is_mine


@pytest.mark.parametrize(
    "ending", [OfferEnding.DECLINED, OfferEnding.LAPSED, OfferEnding.RECEIVER_AWAY, None]
)
def test_that_a_customer_stayed_hers_is_told_no_longer_than_it_is_so(ending: OfferEnding | None):
    told = OfferNews("offer", an_offer_of_hers(), ending, "kiire", is_mine=True)
    assert still_tells(told, a_state(a_held_head(FRONT)))
    assert not still_tells(told, a_state())
    assert not still_tells(told, a_state(a_held_head(FRONT, holder=SARI)))


def test_that_somebody_accepted_is_told_although_the_customer_has_gone():
    told = OfferNews("offer", an_offer_of_hers(), OfferEnding.ACCEPTED, "", is_mine=True)
    assert still_tells(told, a_state())


def test_what_is_seen_of_nobody_is_nothing():
    assert offer_cards(what_is_seen(), now=NINE_O_CLOCK) == ()


@pytest.mark.asyncio
async def test_an_offer_that_ended_while_nothing_was_heard_is_told_of() -> None:
    async with a_room() as room:
        over: list[tuple[OfferOver, ...]] = []
        board = Board(
            me=MAIJA,
            clock=room.clock,
            tell=lambda _changes: None,
            on_causes=lambda _causes: None,
            on_link=lambda: None,
            on_caught_up=lambda _since: None,
            on_offers_over=over.append,
            on_moved_often=lambda _often: None,
        )
        snapshot = room.counter.snapshot_for(MAIJA.staff_id)
        board.take_snapshot(replace(snapshot, offers=(an_offer(),)))
        assert over == []
        board.take_snapshot(replace(snapshot, offers=()))
        assert over == [((an_offer(), None),)]
    told = news_of(an_offer(), None, me=MAIJA)
    assert told is not None
    assert told.ending is None


@pytest.mark.asyncio
async def test_what_was_written_after_an_offer_stays_when_it_is_accepted() -> None:
    async with a_room() as room:
        slot = internal_slot(ROBIN)
        room.desk.drafts.typed(slot, "Ehditkö?")
        room.desk.drafts.arrived(slot, "Ehditkö?\n")
        assert room.desk.drafts.text(slot) == ""
        room.desk.drafts.typed(slot, "Ehditkö? Asia on muuttunut.")
        room.desk.drafts.arrived(slot, "Ehditkö?")
        assert room.desk.drafts.text(slot) == "Ehditkö? Asia on muuttunut."
