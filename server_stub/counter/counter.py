"""The middle: every command, from whoever, goes through `handle`.

    clean and mask ─► group: recall | gather ─► decide ─► rows, facts, ledger, audit ─► commit ─► answer

What a customer wrote is masked before anything else: before the ledger's digest, the
transaction and any stream (trust.md I10).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final, NamedTuple, assert_never, cast

from server_stub.counter.in_force import InForce
from server_stub.counter.ledger import Before, Entry, entry
from server_stub.helpline.actors import Actor, ClockActor, CustomerActor, StaffActor
from server_stub.helpline.agreed_values import SendAgreedMessage
from server_stub.helpline.attachment_values import SendAttachment
from server_stub.helpline.callback_values import Callback
from server_stub.helpline.calling_time import moment
from server_stub.helpline.concern import Concerns
from server_stub.helpline.consent_values import (
    AnswerConsent,
    AskConsent,
    ConsentAsked,
    ConsentChanged,
    ConsentTarget,
    WithdrawConsent,
)
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    LookAtHolder,
    MarkRead,
    OpenConversation,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.conversation_facts import (
    ConversationTransferred,
    ConversationWrappedUp,
    MessageWritten,
    NoteWritten,
)
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Channel, Conversation, DueKind
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.help_values import (
    AnswerHelpCall,
    CallForHelp,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.identification_values import (
    AskIdentification,
    CustomerIdentified,
    DecideEarlierLines,
    DeclineIdentification,
    Identify,
)
from server_stub.helpline.limits import Limits
from server_stub.helpline.masking_values import MaskSpan, SpanMasked
from server_stub.helpline.offer_values import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from server_stub.helpline.opening import admission
from server_stub.helpline.personal_data import Masked, Masker
from server_stub.helpline.planned_shift import Plan
from server_stub.helpline.pre_information_values import (
    CorrectPreInformation,
    PreInformationFact,
    RefinePreInformation,
)
from server_stub.helpline.presence import AT_FIRST
from server_stub.helpline.problem_values import (
    BeginProblemSituation,
    EndProblemSituation,
    ProblemSituationEnded,
    TickStep,
)
from server_stub.helpline.promise import LONGEST_DAYS
from server_stub.helpline.queue_doors import takes_new
from server_stub.helpline.register import register_of
from server_stub.helpline.roles import SUPERVISING
from server_stub.helpline.routing import queue_of_choice
from server_stub.helpline.service_model import QueueRule, Service
from server_stub.helpline.texts import TextLimits, TextProblem, clean
from server_stub.helpline.values import (
    SUPERVISORS_ADDRESS,
    Problem,
    customer_address,
    queue_address,
    staff_address,
)
from server_stub.helpline.wording import Language
from server_stub.ports import Draw
from server_stub.records import (
    agreed_messages,
    attachments,
    callbacks,
    consents,
    debriefs,
    identifications,
    masking,
    notes,
    passed_on,
    planned_shifts,
    pre_information,
    professionals,
    shifts,
    wrap_ups,
)
from server_stub.records.commit_groups import CommitGroups, Effort
from server_stub.records.group import Group, Key, Written
from server_stub.wire import answers, facts


class Sent(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: Command
    actor: Actor


@dataclass(slots=True)
class _Led:
    """What a command led to; `written` is numbered only at the end of the group."""

    written: Written | None = None
    recalled: answers.Accepted | None = None
    problem: Problem | None = None
    conversation_id: str | None = None


class Counter:
    """Decides every command inside the writer's transaction."""

    def __init__(
        self,
        groups: CommitGroups,
        in_force: InForce,
        masker: Masker,
        concerns: Concerns,
        *,
        limits: Limits,
        draw: Draw,
        digest_key: bytes,
        floor_of_leases: Callable[[], int],
        can_identify: bool = False,
    ) -> None:
        """`digest_key` keys the ledger's digests.

        `floor_of_leases` is the earliest a reader can have been seen, in milliseconds: the start of this
        process, for while it was down nobody could be. `can_identify`: there is a provider to send to.
        """
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._concerns = concerns
        self._limits = limits
        self._text_limits = TextLimits(limits.message_characters, limits.message_bytes)
        self._draw = draw
        self._digest_key = digest_key
        self._floor_of_leases = floor_of_leases
        self._can_identify = can_identify

    async def handle(self, sent: Sent) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        command = self._prepared(sent.command, sent.actor)
        if isinstance(command, Problem):
            return command
        prepared = sent._replace(command=command)
        conversation_id = _about(command, sent.actor)
        led = await self._groups.run(
            lambda group: self._decide(group, prepared),
            conversation_ids=(conversation_id,) if conversation_id else (),
            key=None if isinstance(sent.actor, ClockActor) else Key(sent.command_id, sent.actor.address),
            effort=Effort.TALK if isinstance(command, _TALK) else Effort.DEED,
            # What is masked may stand in a consultation that another process writes just now.
            locks_consultations=isinstance(command, MaskSpan),
        )
        if isinstance(command, MaskSpan):
            self._groups.empty_log()
        return _answer(prepared, led)

    def identify(self, group: Group, sent: Sent) -> Problem | None:
        """Her provider has spoken, and the conversation is hers; inside a group that names it."""
        return self._settle(group, sent, None).problem

    async def look(self, actor: StaffActor, action: str, conversation_id: str | None) -> None:
        """Put into the audit log that somebody read, before she is given what she reads; None: a search."""
        await self._groups.run(lambda group: group.note(actor.address, action, conversation_id))

    def _prepared(self, command: Command, actor: Actor) -> Command | Problem:
        if not isinstance(command, _WITH_TEXT):
            return command
        if isinstance(command, _MAY_BE_EMPTY) and not command.text.strip():
            return replace(command, text="")
        cleaned = clean(command.text, self._text_limits)
        if isinstance(cleaned, TextProblem):
            limit = {"limit": self._limits.message_characters} if cleaned == TextProblem.TOO_LONG else {}
            return Problem(str(cleaned), limit)
        if isinstance(actor, StaffActor):
            masked = self._masker.mask_identity_codes(cleaned)
        elif isinstance(actor, CustomerActor) and actor.identification is not None:
            # Hers to write: she has proved who she is, and what she writes goes under her name (decision 40).
            masked = Masked(cleaned, ())
        else:
            masked = self._masker.mask(cleaned, self._in_force.now.public_numbers)
        concern = self._concerns.of(masked.text) if isinstance(actor, CustomerActor) else None
        if isinstance(command, WriteMessage):
            version = command.responsibility_version
            return WriteMessage(command.conversation_id, masked.text, version, masked.kinds, concern)
        if isinstance(command, OpenConversation):
            return replace(command, text=masked.text, masked=masked.kinds, concern=concern)
        return replace(command, text=masked.text, masked=masked.kinds)

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: Sent) -> _Led:
        if isinstance(sent.command, TimedAct | LookAtHolder):
            return self._settle(group, sent, None)
        key = Key(sent.command_id, sent.actor.address)
        place = entry(group, key, sent.command, digest_key=self._digest_key)
        before = place.before()
        return self._settle(group, sent, place) if before is None else _again(group, before, sent)

    def _settle(self, group: Group, sent: Sent, place: Entry | None) -> _Led:
        situation = self._gather(group, sent)
        decision = decide(situation, sent.command)
        if isinstance(decision, Problem):
            if place is not None:
                place.enter(conversation=situation.conversation, problem=decision)
            return _Led(problem=decision)
        conversation, led_to = self._keep(group, sent, decision)
        # A mark that was there already may be asked for again: it leads to nothing then either.
        if place is not None and (decision.facts or not isinstance(sent.command, MarkRead)):
            place.enter(conversation=conversation, written=led_to)
        return _Led(written=led_to, conversation_id=conversation.conversation_id)

    def _gather(self, group: Group, sent: Sent) -> Situation:
        command, actor = sent.command, sent.actor
        about = _about(command, actor)
        conversation = group.conversation(about) if about else None
        situation = Situation(
            now=group.now,
            actor=actor,
            conversation=conversation,
            hold_lapses_ms=self._limits.hold_lapses_s * 1000,
            waiting_lapses_ms=self._limits.waiting_lapses_s * 1000,
            offer_lapses_ms=self._limits.offer_lapses_s * 1000,
            registers=self._in_force.now.registers,
            asking_queues=self._in_force.now.asking_queues,
            hand_over_rules=self._in_force.now.model.hand_over_rules,
        )
        match command:
            case OpenConversation():
                if not isinstance(actor, CustomerActor):
                    return situation
                model = self._in_force.now
                service = model.model.service(command.service_id)
                return self._promising(situation, service)._replace(
                    admission=admission(
                        model.model,
                        command,
                        now=group.now,
                        days_off=model.days_off,
                        on_duty=partial(professionals.on_duty_for, group.connection, now=group.now),
                        is_identified=actor.identification is not None,
                    ),
                    has_open_conversation=group.own_open_conversation(actor.session_row),
                    identity="anonymous" if actor.identification is None else "identified",
                    new_conversation_id=self._draw.identifier(),
                    new_alias=self._draw.alias(),
                )
            case ClaimWaiting() | AcceptOffer():
                if not isinstance(actor, StaffActor):
                    return situation
                # The load first: it locks her row, so that a shift ended elsewhere shows in what she says.
                load = group.load(actor.staff_id)
                said = shifts.said(group.connection, actor.staff_id)
                is_occupied = group.is_occupied(actor.staff_id)
                situation = situation._replace(load=load, presence=said, is_occupied=is_occupied)
                if not isinstance(command, ClaimWaiting) or conversation is None:
                    return situation
                return situation._replace(plan=self._plan(group, actor, conversation))
            case SendAgreedMessage():
                contact = _contact(group, command)
                if contact is None:
                    return situation
                in_force = self._in_force.now.model
                return situation._replace(
                    service=in_force.service(contact.service_id),
                    model_version=in_force.version,
                    new_conversation_id=self._draw.identifier(),
                    new_alias=self._draw.alias(),
                    call=contact if isinstance(contact, Callback) else None,
                    is_somebodys=agreed_messages.whose(group.connection, contact) is not None,
                )
            case WrapUp() if conversation is not None:
                in_force = self._in_force.now.model
                return situation._replace(
                    service=in_force.service(conversation.service_id),
                    model_version=in_force.version,
                )
            case RefinePreInformation() if conversation is not None:
                service = self._in_force.now.model.service(conversation.service_id)
                return situation._replace(service=service)
            case CorrectPreInformation():
                return self._promising(situation)._replace(
                    leads_to=self._leads_to(command, moment(group.now).date())
                )
            case TransferConversation(queue_id=queue_id):
                in_force = self._in_force.now.model
                target = in_force.queue(queue_id)
                takes_her = target is not None and takes_new(target, moment(group.now).date())
                return self._promising(situation)._replace(
                    target=target.kind if target is not None and takes_her else None,
                    service=(in_force.service(conversation.service_id) if conversation is not None else None),
                    begun=_begun(target),
                )
            case WriteMessage() if conversation is not None and conversation.channel == Channel.MESSAGE:
                return self._promising(situation)
            case SendAttachment(upload_id=upload_id) if isinstance(actor, CustomerActor):
                return self._promising(situation)._replace(
                    upload=attachments.unsent(group.connection, actor.session_row, upload_id),
                    attachments=attachments.of_conversation(group.connection, conversation),
                    most_attachments=self._limits.attachments_per_conversation,
                )
            case AskIdentification():
                return situation._replace(can_identify=self._can_identify)
            case AskConsent(queue_id=queue_id) if conversation is not None:
                return situation._replace(asked_about=self._asked_about(conversation, queue_id, group.now))
            case WriteNote() if conversation is not None:
                return situation._replace(notes=notes.count(group.connection, conversation))
            case MaskSpan(seq=seq) if conversation is not None and seq > conversation.shown_after_seq:
                return situation._replace(maskable=masking.maskable(group, conversation, seq))
            case OfferTransfer(staff_id=staff_id):
                return situation._replace(
                    receiver=professionals.receiver(group.connection, staff_id, now=group.now)
                )
            case LookAtHolder() if conversation is not None and conversation.holder_id:
                lease = group.lease(staff_address(conversation.holder_id))
                offered_to = conversation.offered_to_id
                return situation._replace(
                    lease_at=max(lease, self._floor_of_leases()),
                    holder_answers=professionals.answers_customers(group.connection, conversation.holder_id),
                    receiver_answers=offered_to is None
                    or professionals.answers_customers(group.connection, offered_to),
                )
            case TimedAct() if conversation is not None:
                lease = max(group.lease(_lease_address(conversation, command.kind)), self._floor_of_leases())
                receiver = conversation.offered_to_id
                said = shifts.said(group.connection, receiver) if receiver is not None else AT_FIRST
                return situation._replace(
                    due_at=group.due_at(conversation, command.kind),
                    lease_at=lease,
                    presence=said,
                    model_version=self._in_force.now.model.version,
                )
            case _:
                return situation

    def _promising(self, situation: Situation, service: Service | None = None) -> Situation:
        """With what a promise of an answer goes by: the service's days, and the days nobody answers."""
        in_force, about = self._in_force.now, situation.conversation
        if about is not None:
            service = in_force.model.service(about.service_id)
        messages = service.messages if service is not None else None
        days = messages.promise_days if messages is not None else LONGEST_DAYS
        return situation._replace(promise_days=days, days_off=in_force.days_off)

    def _plan(self, group: Group, actor: StaffActor, about: Conversation) -> Plan:
        rule = self._in_force.now.model.planned_shifts
        if rule != "decides":
            return Plan(rule)
        return planned_shifts.plan_of(group.connection, actor.staff_id, about.queue_id, rule, now=group.now)

    def _asked_about(self, about: Conversation, queue_id: str, now: int) -> ConsentTarget | None:
        model = self._in_force.now.model
        target = model.queue(queue_id)
        if target is None or not takes_new(target, moment(now).date()):
            return None
        home = register_of(self._in_force.now.registers, about.queue_id)
        return ConsentTarget(
            name=target.where_to or target.name,
            register=target.register,
            texts=model.consent_texts,
            is_needed=queue_id != about.queue_id and (target.register != home or target.asks_consent),
        )

    def _covered_for_others(self, text: str) -> str:
        return self._masker.mask(text, self._in_force.now.public_numbers).text

    def _leads_to(self, command: CorrectPreInformation, on: date) -> str | None:
        return queue_of_choice(
            self._in_force.now.model,
            service_id=command.service_id,
            topic_id=command.topic_id,
            finer_topic_id=command.finer_topic_id,
            language=cast(Language, command.language),
            on=on,
        )

    def _keep(self, group: Group, sent: Sent, decision: Decision) -> tuple[Conversation, Written | None]:
        state = decision.conversation
        if state.row is None:
            state = group.open(state, sent.actor)
            _give_to_whoever_is_identified(group, state, sent.actor, fact_number=0)
            _give_as_agreed(group, state, sent)
        before = group.conversation(state.conversation_id)
        message_seq = (
            before.last_seq if before and isinstance(sent.command, WriteMessage | SendAttachment) else 0
        )
        if not isinstance(sent.command, _WRITES):
            message_seq = state.last_seq
        number = state.last_number
        words = self._in_force.now.words
        led_to: Written | None = None
        caused_by = None if isinstance(sent.actor, ClockActor) else sent.command_id
        mine = _listens_at(sent.actor, state)
        for addressed in decision.facts:
            number += 1
            if isinstance(addressed.fact, MessageWritten):
                message_seq = addressed.fact.seq
            body, customer_body = facts.bodies(
                addressed.fact, state, at=group.now, caused_by=caused_by, words=words
            )
            written = Written(
                conversation=state,
                number=number,
                message_seq=message_seq,
                addressed=addressed,
                body=body,
                customer_body=customer_body,
                actor=sent.actor.address,
            )
            group.add(written)
            if not mine.isdisjoint(addressed.audience):
                led_to = written
            if isinstance(addressed.fact, MessageWritten) and addressed.fact.attachment is not None:
                attachments.give(group.connection, addressed.fact, state)
            if isinstance(addressed.fact, NoteWritten):
                notes.keep(
                    group.connection,
                    state,
                    addressed.fact,
                    fact_number=number,
                    now=group.now,
                    caused_by=caused_by,
                )
            if isinstance(addressed.fact, SpanMasked):
                masking.write_over(
                    group, state, addressed.fact, sent.actor.address, covered=self._covered_for_others
                )
            if isinstance(addressed.fact, CustomerIdentified):
                _give_to_whoever_is_identified(group, state, sent.actor, fact_number=number)
            if isinstance(addressed.fact, ConsentAsked):
                question = addressed.fact.question
                consents.keep(group.connection, state, question, fact_number=number, now=group.now)
            if isinstance(addressed.fact, ConsentChanged):
                consents.change(group.connection, state, addressed.fact, now=group.now)
            if isinstance(addressed.fact, ProblemSituationEnded):
                debriefs.keep(group.connection, addressed.fact.debrief)
            if isinstance(addressed.fact, ConversationTransferred):
                passed_on.keep(group.connection, addressed.fact, fact_number=number, now=group.now)
            if isinstance(addressed.fact, PreInformationFact) and isinstance(sent.actor, StaffActor):
                staff_id = sent.actor.staff_id
                pre_information.keep(
                    group.connection, addressed.fact, fact_number=number, staff_id=staff_id, now=group.now
                )
            if isinstance(addressed.fact, ConversationWrappedUp):
                wrap_ups.keep(group.connection, state, addressed.fact, now=group.now)
        if decision.facts:
            group.change(state.numbered(number))
        for due in decision.due:
            group.set_due(state, due)
        return state, led_to


_TALK: Final = (WriteMessage, MarkRead)
_WITH_TEXT: Final = (
    *(WriteMessage, OpenConversation, SendAgreedMessage),
    *(TransferConversation, OfferTransfer, DeclineOffer),
    *(WrapUp, WriteNote, CallForHelp),
    *(RefinePreInformation, CorrectPreInformation),
)
_MAY_BE_EMPTY: Final = (
    *(OpenConversation, TransferConversation, OfferTransfer, WrapUp),
    *(CallForHelp, RefinePreInformation, CorrectPreInformation),
)
_WRITES: Final = (WriteMessage, SendAttachment, OpenConversation, SendAgreedMessage)


def _about(command: Command, actor: Actor) -> str | None:
    match command:
        case OpenConversation():
            return None
        case (
            WriteMessage()
            | SendAttachment()
            | MarkRead()
            | ClaimWaiting()
            | CloseConversation()
            | EndConversation()
            | WrapUp()
            | SendAgreedMessage()
            | TransferConversation()
            | ReturnToQueue()
            | WriteNote()
            | MaskSpan()
            | RefinePreInformation()
            | CorrectPreInformation()
            | OfferTransfer()
            | AcceptOffer()
            | DeclineOffer()
            | WithdrawOffer()
            | CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
            | AskIdentification()
            | DeclineIdentification()
            | Identify()
            | DecideEarlierLines()
            | AskConsent()
            | AnswerConsent()
            | WithdrawConsent()
            | BeginProblemSituation()
            | TickStep()
            | EndProblemSituation()
            | LookAtHolder()
            | TimedAct()
        ):
            # What a window shows may have ceased to be the session's: then it is not there for her.
            is_elsewhere = (
                isinstance(actor, CustomerActor) and command.conversation_id != actor.conversation_id
            )
            return None if is_elsewhere else command.conversation_id
        case _:
            assert_never(command)


def _begun(target: QueueRule | None) -> frozenset[str]:
    """How the internal message to a queue begins, in each language."""
    begun = target.internal_message if target is not None else None
    return frozenset(begun.by_language().values()) if begun is not None else frozenset()


def _give_to_whoever_is_identified(
    group: Group, conversation: Conversation, actor: Actor, *, fact_number: int
) -> None:
    if isinstance(actor, CustomerActor) and actor.identification is not None and conversation.row is not None:
        identifications.give_to_conversation(
            group.connection, conversation.row, actor.identification, fact_number=fact_number
        )


def _contact(group: Group, command: SendAgreedMessage) -> Conversation | Callback | None:
    if command.callback_id is not None:
        return callbacks.find(group.connection, command.callback_id)
    return group.conversation(command.conversation_id) if command.conversation_id is not None else None


def _give_as_agreed(group: Group, new: Conversation, sent: Sent) -> None:
    command, actor = sent.command, sent.actor
    if not isinstance(command, SendAgreedMessage) or not isinstance(actor, StaffActor):
        return
    contact = _contact(group, command)
    if contact is not None:
        agreed_messages.keep(
            group.connection, new, command, contact=contact, staff_id=actor.staff_id, now=group.now
        )


def _lease_address(conversation: Conversation, kind: DueKind) -> str:
    if kind == DueKind.HOLD_LAPSES and conversation.holder_id:
        return staff_address(conversation.holder_id)
    if kind == DueKind.OFFER_LAPSES and conversation.offered_to_id:
        return staff_address(conversation.offered_to_id)
    if kind == DueKind.HELPER_LAPSES and conversation.helper_id:
        return staff_address(conversation.helper_id)
    return customer_address(conversation.conversation_id)


def _listens_at(actor: Actor, conversation: Conversation) -> frozenset[str]:
    match actor:
        case StaffActor():
            queue_id = conversation.queue_id
            served = {queue_address(queue_id)} if queue_id in actor.queues else set()
            called = set() if actor.roles.isdisjoint(SUPERVISING) else {SUPERVISORS_ADDRESS}
            return frozenset({actor.address, *served, *called})
        case CustomerActor():
            return frozenset({customer_address(conversation.conversation_id)})
        case ClockActor():
            return frozenset()
        case _:
            assert_never(actor)


def _again(group: Group, before: Before, sent: Sent) -> _Led:
    """The first answer, from what the command led to."""
    actor = sent.actor
    if before.problem is not None or before.written is not None:
        return _Led(written=before.written, problem=before.problem)
    fact = group.fact(before.fact_seq) if before.fact_seq is not None else None
    if fact is None:
        return _Led(conversation_id=group.conversation_id(before.about) if before.about is not None else None)
    cursor = fact.number if isinstance(actor, CustomerActor) else fact.seq
    message = facts.decode_message_written(fact.body) if fact.kind == "MessageWritten" else None
    return _Led(
        recalled=answers.Accepted(
            command_id=sent.command_id,
            cursor=cursor,
            conversation_id=facts.conversation_of(fact.body),
            seq=message.seq if message else None,
            text=message.text if message and isinstance(actor, CustomerActor) else None,
            masked=message.masked if message else (),
        )
    )


def _answer(sent: Sent, led: _Led) -> answers.Accepted | Problem:
    if led.problem is not None:
        return led.problem
    if led.recalled is not None:
        return led.recalled
    is_customer = isinstance(sent.actor, CustomerActor)
    written = led.written
    if written is None:
        return answers.Accepted(sent.command_id, None, led.conversation_id, None, None, ())
    fact = written.addressed.fact
    message = fact if isinstance(fact, MessageWritten) else None
    return answers.Accepted(
        command_id=sent.command_id,
        cursor=written.number if is_customer else written.seq,
        conversation_id=written.conversation.conversation_id if written.conversation else None,
        seq=message.seq if message else None,
        text=message.text if message and is_customer else None,
        masked=message.masked if message else (),
    )
