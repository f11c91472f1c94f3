"""situation: How much there is to do and who is there to do it, for supervisors, fresh at each asking."""

from litestar import Response, get

from server_stub.counter.in_force import InForce
from server_stub.counter.today import Today
from server_stub.helpline.roles import Action
from server_stub.helpline.service_model import QueueRule
from server_stub.helpline.service_today import QueueToday, ServiceToday
from server_stub.ports import Clock
from server_stub.records.database import Database
from server_stub.records.queue_loads import QueueLoad, queue_loads
from server_stub.records.situation import AtWork, Often, at_work, moved_often
from server_stub.routes.doors import Asking, Handlers, json_answer, scope_of
from server_stub.routes.keeper import staff_of
from server_stub.wire.heads import ModelWords, stamp, stamp_or_none, words_of
from server_stub.wire.situation import (
    HalfHour,
    MovedOften,
    PersonSituation,
    QueueSituation,
    Situation,
    encode,
)


class SituationReading:
    """Reads load by queue and by person in one transaction, so that the two agree."""

    def __init__(self, database: Database, in_force: InForce, clock: Clock, today: Today) -> None:
        """`today` is how today's customers were answered."""
        self._database = database
        self._in_force = in_force
        self._clock = clock
        self._today = today

    async def now(self) -> bytes:
        """`Situation` of the contract."""
        now = self._clock.millis()
        model, words = self._in_force.now.model, self._in_force.now.words
        loads, people, often = await self._database.read(
            lambda connection: (
                queue_loads(connection, now=now),
                at_work(connection, now=now),
                moved_often(connection, at_least=model.hand_over_rules.tell_from),
            )
        )
        queues, day = model.queues, await self._today.so_far(now)
        return encode(
            Situation(
                stamp(now),
                tuple(_queue(rule, loads.get(str(rule.queue_id), QueueLoad()), day) for rule in queues),
                tuple(_person(one) for one in people),
                tuple(HalfHour(stamp(each.begins_at), *each[1:]) for each in day.half_hours),
                tuple(_often(each, words) for each in often),
            )
        )


def supervising(situation: SituationReading) -> Handlers:
    """What supervisors read."""

    @get("/api/v1/staff/situation", opt={"action": Action.STAFF_SITUATION})
    async def situation_now(request: Asking) -> Response[bytes]:
        staff_of(scope_of(request))
        return json_answer(await situation.now())

    return [situation_now]


def _queue(rule: QueueRule, load: QueueLoad, day: ServiceToday) -> QueueSituation:
    today = day.queues.get(str(rule.queue_id), QueueToday())
    delay_ms = today.reply_delay_ms
    return QueueSituation(
        queue_id=str(rule.queue_id),
        name=words_of(rule.name),
        kind=rule.kind,
        language=rule.language,
        target_s=rule.target_s,
        waiting=load.waiting,
        waiting_since=stamp_or_none(load.waiting_since),
        held=load.held,
        on_duty=load.on_duty,
        free=load.free,
        answered_today=today.answered,
        in_target_today=today.in_target,
        reply_delay_s=None if delay_ms is None else delay_ms // 1000,
    )


def _often(one: Often, words: ModelWords) -> MovedOften:
    return MovedOften(
        conversation_id=one.conversation_id,
        alias=one.alias,
        queue_id=one.queue_id,
        topic=words.topic(one.service_id, one.topic_id),
        hand_overs=one.hand_overs,
        moved_at=stamp_or_none(one.moved_at),
        holder_name=one.holder_name,
    )


def _person(one: AtWork) -> PersonSituation:
    colleague = one.colleague
    return PersonSituation(
        staff_id=colleague.staff_id,
        display_name=colleague.display_name,
        presence=colleague.presence,
        presence_since=stamp_or_none(colleague.since),
        load=colleague.load,
        capacity=colleague.capacity,
        to_wrap_up=one.to_wrap_up,
        unanswered_since=stamp_or_none(one.unanswered_since),
    )
