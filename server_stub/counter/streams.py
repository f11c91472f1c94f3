"""Reading on: who listens where, what she missed, and the slice that an entered conversation comes with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from server_stub.fanout.hub import Hub
from server_stub.fanout.outgoing import Outgoing
from server_stub.fanout.reader import Reader
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.limits import Limits
from server_stub.helpline.roles import Action, answers, may
from server_stub.helpline.values import (
    STAFF_ADDRESS,
    SUPERVISORS_ADDRESS,
    apart_address,
    customer_address,
    queue_address,
)
from server_stub.records import callbacks, fact_log, persons, slices
from server_stub.records.database import Database
from server_stub.wire.callbacks import callback_id_of, with_number
from server_stub.wire.facts import with_person, with_queues_of, with_slice

_QUEUES: Final = queue_address("")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose stream it is and where she listens. `address` is the one her presence is known by."""

    address: str
    addresses: frozenset[str]
    conversation_id: str | None
    entitled_from: int

    @staticmethod
    def of_staff(actor: StaffActor, *, entitled_from: int) -> "Subject":
        """A member of staff: her own address, the queues she serves, and where supervisors are called.

        Who answers nobody hears what concerns all of staff and nothing else, also where queues are left from
        an earlier role; no fact goes to the address she has, and no lease makes her a colleague (R140).
        """
        if not answers(actor.roles):
            apart = apart_address(actor.staff_id)
            return Subject(apart, frozenset({apart, STAFF_ADDRESS}), None, entitled_from)
        queues = {queue_address(queue_id) for queue_id in actor.queues}
        called = {SUPERVISORS_ADDRESS} if may(actor.roles, Action.STAFF_ANSWER_HELP_CALL) else set()
        addresses = frozenset({actor.address, STAFF_ADDRESS, *queues, *called})
        return Subject(actor.address, addresses, None, entitled_from)

    @staticmethod
    def of_customer(conversation_id: str) -> "Subject":
        """A customer: her conversation."""
        address = customer_address(conversation_id)
        return Subject(address, frozenset({address}), conversation_id, 0)


@dataclass(frozen=True, slots=True)
class Missed:
    """Facts since the cursor, up to the log's head at that moment."""

    facts: tuple[Outgoing, ...]
    up_to: int


class Streams:
    """What the stream routes need of the hub and the log."""

    def __init__(self, database: Database, hub: Hub, limits: Limits, *, left: Callable[[str], None]) -> None:
        """`left` is told the address of a reader whose stream ended (her lease is renewed a last time)."""
        self._database = database
        self._hub = hub
        self._window = limits.window_messages
        self._left = left

    def subscribe(self, subject: Subject) -> Reader:
        """From now on, every fact to her addresses."""
        return self._hub.subscribe(subject.addresses, is_customer=subject.conversation_id is not None)

    def leave(self, subject: Subject, reader: Reader) -> None:
        """The stream has ended."""
        self._hub.leave(reader)
        self._left(subject.address)

    async def missed(self, subject: Subject, cursor: int) -> Missed | None:
        """What she missed after `cursor`, or None when the cursor is unknown: she starts afresh."""
        conversation_id = subject.conversation_id
        replay = await self._database.read(
            lambda connection: (
                fact_log.customer_replay(connection, cursor, conversation_id)
                if conversation_id is not None
                else fact_log.staff_replay(
                    connection, cursor, subject.addresses, entitled_from=subject.entitled_from
                )
            )
        )
        if replay.facts is None:
            return None
        return Missed(tuple(Outgoing(fact) for fact in replay.facts), replay.up_to)

    async def filled(self, fact: Outgoing, addresses: frozenset[str]) -> bytes | None:
        """The body as this reader gets it, where that is made at delivery; None: as it is stored.

        `ConversationEntered` for its holder and who joins her, with its slice of messages and notes, as they
        were then, as long as she reads it; `ServiceModelActivated` with the queues she serves;
        `CallbackNumberShown` with the number, while it is hers; `IdentityShown` with who the customer is, as
        long as the reader reads her conversation.
        """
        if fact.kind == "CallbackNumberShown":
            return await self._with_number(fact)
        if fact.kind == "IdentityShown":
            return await self._with_person(fact, addresses)
        if fact.kind == "ServiceModelActivated":
            return with_queues_of(fact.body, {address.removeprefix(_QUEUES) for address in addresses})
        if fact.kind != "ConversationEntered" or fact.conversation is None or _is_for_a_queue(fact):
            # Those who serve a queue see a head and no word more, as in their snapshot.
            return None
        conversation = fact.conversation
        found = await self._database.read(
            lambda connection: slices.slice_for(
                connection,
                conversation,
                addresses,
                up_to=fact.message_seq,
                before_fact=fact.number,
                window=self._window,
            )
        )
        # That she has left it is told in a later fact.
        return with_slice(fact.body, **found._asdict()) if found is not None else None

    async def _with_person(self, fact: Outgoing, addresses: frozenset[str]) -> bytes | None:
        """Her name, to who reads the conversation still when she is told."""
        conversation = fact.conversation
        if conversation is None:
            return None
        person = await self._database.read(
            lambda connection: persons.person_for(connection, conversation, addresses)
        )
        return with_person(fact.body, person)

    async def _with_number(self, fact: Outgoing) -> bytes:
        callback_id = callback_id_of(fact.body)
        # Its audience is the one who claimed: nobody else is told, and she only while it is hers.
        (claimer,) = (address.removeprefix("s:") for address in fact.audience)
        phone = await self._database.read(
            lambda connection: callbacks.number_for(connection, callback_id, claimer)
        )
        return with_number(fact.body, phone)


def _is_for_a_queue(fact: Outgoing) -> bool:
    return any(address.startswith(_QUEUES) for address in fact.audience)
