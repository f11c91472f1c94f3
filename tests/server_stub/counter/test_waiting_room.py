"""A waiting customer is told a place and an honest range, which never grows before her eyes (R024, B9)."""

import json
from collections.abc import Mapping

import pytest
from sqlalchemy import select, update

from server_stub.counter.in_force import InForce
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.fanout.hub import Hub
from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.conversation_commands import EndConversation, TransferConversation
from server_stub.helpline.values import customer_address
from server_stub.records import tables
from server_stub.records.database import Database
from server_stub.settings.days_off import days_off
from tests.support.counter_room import Room, room

pytestmark = pytest.mark.asyncio

QUEUE = "#soshON_aikuissosiaalityö_chat"


class NotingHub(Hub):
    """A hub that keeps what it was asked to hint."""

    def __init__(self) -> None:
        super().__init__()
        self.hinted: list[tuple[str, Mapping[str, object]]] = []

    def hint(self, address: str, key: str, payload: bytes) -> None:
        self.hinted.append((address, json.loads(payload)))


def address_of(customer: CustomerActor) -> str:
    return customer_address(customer.conversation_id or "")


def present(r: Room, counsellor: StaffActor) -> None:
    """The counsellor serves the queue and has a stream."""
    with r.database.writing() as connection:
        row = connection.execute(
            select(tables.staff.c.row).where(tables.staff.c.staff_id == counsellor.staff_id)
        ).scalar_one()
        connection.execute(tables.staff_queues.insert().values(staff=row, queue_id=QUEUE))
        connection.execute(tables.leases.insert().values(address=counsellor.address, renewed_at=r.clock.now))


def has_capacity(r: Room, capacity: int) -> None:
    with r.database.writing() as connection:
        connection.execute(update(tables.staff).values(capacity=capacity))
        connection.execute(update(tables.leases).values(renewed_at=r.clock.now))


def waiting_room(r: Room, *customers: CustomerActor) -> tuple[WaitingRoom, NotingHub]:
    hub = NotingHub()
    for customer in customers:
        hub.subscribe(frozenset({address_of(customer)}), is_customer=True)
    return WaitingRoom(r.database, hub, InForce(r.model, days_off([2026])), r.clock), hub


async def test_each_is_told_her_place_and_the_range_for_it(database: Database) -> None:
    async with room(database) as r:
        first, second = await r.customer(), await r.customer()
        present(r, r.counsellor(capacity=4))
        waiting, hub = waiting_room(r, first, second)
        await waiting.tell_changed()
        told = {address: (hint["place"], hint["low_min"], hint["high_min"]) for address, hint in hub.hinted}
        assert told == {address_of(first): (1, 3, 7), address_of(second): (2, 7, 12)}


async def test_nobody_to_answer_is_a_place_without_a_number(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        waiting, hub = waiting_room(r, customer)
        await waiting.tell_changed()
        assert [(hint["place"], hint["low_min"]) for _, hint in hub.hinted] == [(1, None)]
        assert [hint["duty"] for _, hint in hub.hinted] == ["nobody"]


async def test_it_is_told_whether_there_is_room_for_her_or_all_are_busy(database: Database) -> None:
    """R024, R027: the place matters only when nobody is free for her."""
    async with room(database) as r:
        held, first, second = await r.customer(), await r.customer(), await r.customer()
        counsellor = r.counsellor(capacity=2)
        present(r, counsellor)
        waiting, hub = waiting_room(r, first, second)
        await r.claimed(held, counsellor)
        await waiting.tell_changed()
        told = {address: hint["duty"] for address, hint in hub.hinted}
        assert told == {address_of(first): "free", address_of(second): "busy"}


async def test_a_shown_range_does_not_grow_while_the_place_is_the_same(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        present(r, r.counsellor(capacity=4))
        waiting, hub = waiting_room(r, customer)
        await waiting.tell_changed()
        has_capacity(r, 3)
        r.clock.advance(seconds=16)
        await waiting.tell_changed()
        assert [(hint["low_min"], hint["high_min"]) for _, hint in hub.hinted] == [(3, 7)]


async def test_a_shown_range_shrinks_with_the_place_and_with_more_hands(database: Database) -> None:
    async with room(database) as r:
        first, second = await r.customer(), await r.customer()
        present(r, r.counsellor(capacity=4))
        waiting, hub = waiting_room(r, second)
        await waiting.tell_changed()
        await r.send(first, EndConversation(first.conversation_id))
        r.clock.advance(seconds=16)
        await waiting.tell_changed()
        has_capacity(r, 8)
        r.clock.advance(seconds=16)
        await waiting.tell_changed()
        told = [(hint["place"], hint["low_min"], hint["high_min"]) for _, hint in hub.hinted]
        assert told == [(2, 7, 12), (1, 3, 7), (1, 2, 4)]


async def test_one_who_was_talked_to_for_a_moment_is_told_the_same_place_again(database: Database) -> None:
    """A page shows no place while she talks: after a transfer it must be told, however short the talk was."""
    async with room(database) as r:
        customer, counsellor = await r.customer(), r.counsellor()
        waiting, hub = waiting_room(r, customer)
        await waiting.tell_changed()
        before = len(r.told)
        conversation_id = await r.claimed(customer, counsellor)
        await r.send(counsellor, TransferConversation(conversation_id, QUEUE, "Sinulle", 2))
        hub.tell([one.row for one in r.told[before:] if one.row is not None])
        await waiting.tell_changed()
        assert [hint["place"] for _, hint in hub.hinted] == [1, 1]
