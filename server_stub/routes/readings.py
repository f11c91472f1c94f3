"""readings: Snapshots and older messages: what a caller may read, put together for the wire."""

from dataclasses import replace
from datetime import datetime

from server_stub.counter.consultation_lines import consultation_queues_of
from server_stub.counter.counter import Counter
from server_stub.counter.in_force import InForce
from server_stub.counter.model_switch import queues_of
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.helpline.calling_time import day_begins
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.feedback import is_open
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.limits import Limits
from server_stub.helpline.roles import Action, answers, capabilities, may
from server_stub.helpline.transcript import LetterState, stays_on_the_page
from server_stub.identity.principal import CustomerPrincipal, StaffPrincipal
from server_stub.ports import Clock
from server_stub.records import feedback, left_messages, letters, snapshots
from server_stub.records.database import Database
from server_stub.records.roster import roster
from server_stub.wire import snapshots as wire
from server_stub.wire.callbacks import callback_of, own_callback
from server_stub.wire.consultations import PromisesKept, thread_of
from server_stub.wire.heads import StaffRef, stamp
from server_stub.wire.left_messages import LeftMessage, left_message_of
from server_stub.wire.problem_situations import debrief_of
from server_stub.wire.shifts import encode_roster, shift_of
from server_stub.wire.transcripts import own_transcript


class Readings:
    """Reads in one transaction each, so that the state in a snapshot is all of one moment: its cursor's.

    What only tells how it looks just now, the waiting estimate of a customer, is worked out beside it.
    """

    def __init__(
        self,
        database: Database,
        counter: Counter,
        in_force: InForce,
        waiting_room: WaitingRoom,
        *,
        limits: Limits,
        clock: Clock,
        is_practice: bool,
        offers_letters: bool,
        can_identify: bool = False,
    ) -> None:
        """`offers_letters`: a mail host is set, so that customers can have their conversation.

        `can_identify`: there is a provider to send customers to.
        """
        self._database = database
        self._counter = counter
        self._in_force = in_force
        self._waiting_room = waiting_room
        self._limits = limits
        self._clock = clock
        self._is_practice = is_practice
        self._offers_letters = offers_letters
        self._can_identify = can_identify

    async def staff_snapshot(self, principal: StaffPrincipal) -> bytes:
        """`StaffSnapshot` for a member of staff."""
        actor, now = principal.actor, self._clock.millis()
        if not answers(actor.roles):
            # R140: queues that are left from an earlier role open nothing.
            actor = replace(actor, queues=frozenset())
        view = await self._database.read(
            lambda connection: snapshots.staff_view(
                connection,
                staff_id=actor.staff_id,
                queues=actor.queues,
                window=self._limits.window_messages,
                today=day_begins(now),
                supervises=may(actor.roles, Action.STAFF_ANSWER_HELP_CALL),
                answers=answers(actor.roles),
                now=now,
            )
        )
        model = self._in_force.now
        return wire.encode(
            wire.StaffSnapshot(
                cursor=view.cursor,
                now=stamp(now),
                contract=wire.ContractVersion(),
                staff=StaffRef(actor.staff_id, actor.display_name),
                capabilities=self._capabilities(actor.roles),
                is_practice=self._is_practice,
                capacity=actor.capacity,
                service_model_version=model.model.version,
                limits=self._limits,
                days_off=self._days_off(),
                calling_times=wire.calling_times_of(model.model),
                callbacks_close_after_days=model.model.callbacks_close_after_days,
                queues=queues_of(
                    model,
                    tuple(rule for rule in model.model.queues if rule.queue_id in actor.queues),
                    at=now,
                ),
                heads=tuple(model.words.head(seen.conversation) for seen in view.seen),
                texts=wire.texts_of(model.model, at=now),
                windows=tuple(
                    wire.Window(
                        seen.conversation.conversation_id,
                        wire.as_written(seen.messages),
                        wire.as_written(seen.notes),
                        seen.consents,
                        wire.as_written((seen.person,))[0],
                    )
                    for seen in view.seen
                    if snapshots.reads(seen.conversation, actor.staff_id)
                ),
                callbacks=tuple(
                    callback_of(callback, model.words, reader_id=actor.staff_id)
                    for callback in view.callbacks
                ),
                shift=shift_of(view.shift),
                offers=tuple(offer for one in view.offered if (offer := model.words.offer(one)) is not None),
                help_calls=tuple(model.words.help_call(one) for one in view.called),
                consultation_queues=consultation_queues_of(model, actor.queues, at=now),
                consultations=tuple(thread_of(one) for one in view.consultations),
                promises_kept=PromisesKept(
                    stamp(view.promises.since), view.promises.kept, view.promises.broken
                ),
                debriefs=tuple(debrief_of(one) for one in view.debriefs),
            )
        )

    async def roster(self) -> bytes:
        """`Roster`: who of staff is there now, with presence and load."""
        now = self._clock.millis()
        people = await self._database.read(lambda connection: roster(connection, now=now))
        return encode_roster(people, now=now)

    async def customer_snapshot(self, principal: CustomerPrincipal) -> bytes:
        """`CustomerSnapshot` for a customer, with or without a conversation."""
        actor, window = principal.actor, self._limits.window_messages
        moment, callback = await self._database.read(
            lambda connection: snapshots.customer_view(
                connection, actor.conversation_id, session_row=actor.session_row, window=window
            )
        )
        words = self._in_force.now.words
        letter, presses = await self._letters(actor.conversation_id)
        return wire.encode(
            wire.CustomerSnapshot(
                cursor=moment.cursor if moment else 0,
                now=stamp(self._clock.millis()),
                page_token=principal.page_token,
                identity="anonymous" if actor.identification is None else "identified",
                is_practice=self._is_practice,
                limits=self._limits,
                conversation=words.view(moment.seen.conversation) if moment else None,
                messages=wire.as_written(moment.seen.messages) if moment else (),
                consents=moment.consents if moment else (),
                waiting=await self._waiting(moment) if moment else None,
                callback=own_callback(callback, words) if callback is not None else None,
                transcript=own_transcript(
                    letter,
                    presses,
                    is_offered=self._offers_letters
                    and not (moment and stays_on_the_page(moment.seen.conversation)),
                ),
                can_give_feedback=await self._can_give_feedback(moment.seen.conversation if moment else None),
                left_messages=await self._left_messages(actor.identification),
            )
        )

    async def _left_messages(self, identification: int | None) -> tuple[LeftMessage, ...]:
        """Her messages, by who she is; an anonymous customer has none."""
        if identification is None:
            return ()
        now, words = self._clock.millis(), self._in_force.now.words
        found = await self._database.read(
            lambda connection: left_messages.of_person(connection, identification, now=now)
        )
        return tuple(left_message_of(one, words) for one in found)

    async def _can_give_feedback(self, conversation: Conversation | None) -> bool:
        """Whether the customer of a conversation may say how it went (R139)."""
        if conversation is None or not is_open(conversation, is_given=False):
            return False
        return not await self._database.read(
            lambda connection: feedback.is_given(connection, conversation.conversation_id)
        )

    async def _letters(self, conversation_id: str | None) -> tuple[LetterState | None, int]:
        """How the newest letter of the customer's conversation stands, and how many there have been."""
        if conversation_id is None or not self._offers_letters:
            return None, 0
        return await self._database.read(lambda connection: letters.newest_of(connection, conversation_id))

    async def older_for_staff(
        self, principal: StaffPrincipal, conversation_id: str, *, before: int | None, limit: int
    ) -> bytes | None:
        """Older messages of a conversation she holds or reads along, her look audited first; else None."""
        actor = principal.actor
        page = await self._older(conversation_id, before=before, limit=limit, reader_id=actor.staff_id)
        if page is not None:
            await self._counter.look(actor, Action.STAFF_MESSAGES, conversation_id)
        return page

    async def older_for_customer(
        self, principal: CustomerPrincipal, *, before: int | None, limit: int
    ) -> bytes | None:
        """Older messages of the customer's own conversation; None if she has none."""
        conversation_id = principal.actor.conversation_id
        if conversation_id is None:
            return None
        return await self._older(conversation_id, before=before, limit=limit, reader_id=None)

    async def holds(self, principal: StaffPrincipal, conversation_id: str) -> bool:
        """Whether she is the holder now."""
        return await self.holder_of(conversation_id) == principal.actor.staff_id

    async def holder_of(self, conversation_id: str) -> str | None:
        """Who answers for a conversation now, None while it waits and when it is closed."""
        found = await self._database.read(
            lambda connection: snapshots.conversation(connection, conversation_id)
        )
        return found.holder_id if found is not None and found.state in ("held", "ended") else None

    async def _older(
        self, conversation_id: str, *, before: int | None, limit: int, reader_id: str | None
    ) -> bytes | None:
        most = min(limit, self._limits.page_messages)
        page = await self._database.read(
            lambda connection: snapshots.older_messages(
                connection, conversation_id, before=before, limit=most, reader_id=reader_id
            )
        )
        return None if page is None else wire.encode(wire.MessagePage(wire.as_written(page[0]), page[1]))

    async def _waiting(self, moment: snapshots.CustomerMoment) -> wire.Waiting | None:
        if moment.place is None:
            return None
        queue_id = moment.seen.conversation.queue_id
        queue = await self._waiting_room.moment(queue_id)
        return self._waiting_room.waiting(queue_id, queue, place=moment.place)

    def _capabilities(self, roles: frozenset[str]) -> tuple[str, ...]:
        withheld = set[str]()
        if not self._can_identify:
            withheld.add("identify")
        if not roles & self._in_force.now.model.callbacks_by:
            withheld.add("call")
        return tuple(each for each in capabilities(roles) if each not in withheld)

    def _days_off(self) -> tuple[str, ...]:
        year = datetime.fromtimestamp(self._clock.millis() / 1000, HELSINKI).year
        days = sorted(day for day in self._in_force.now.days_off if day.year in (year, year + 1))
        return tuple(day.isoformat() for day in days)
