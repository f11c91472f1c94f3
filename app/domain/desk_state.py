"""Confirmed state: what the backend has told, and nothing that was only meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.callback import Callback
from app.domain.calling_time import Calling
from app.domain.canned import CannedAnswer
from app.domain.consent import Consent
from app.domain.consultation import ConsultationQueue, PromisesKept, Thread
from app.domain.conversation import Head, Message, Note, Staff, Window
from app.domain.hand_overs import REASON_FROM
from app.domain.handbook import Handbook
from app.domain.help_call import HelpCall
from app.domain.identification import IdentifiedPerson
from app.domain.ids import CallbackId, ConsultationId, ConversationId, QueueId
from app.domain.limits import Limits
from app.domain.offer import Offer
from app.domain.pre_information import ServiceTopics
from app.domain.presence import Shift
from app.domain.problem_situation import Debrief, ProblemGuide
from app.domain.queue import ByLanguage, Queue
from app.domain.wrap_up import ServiceCodes


class Capability(StrEnum):
    """What this reader may do; screens follow these and not the names of roles."""

    CLAIM = "claim"
    WRITE = "write"
    CLOSE = "close"
    CALL = "call"
    TRANSFER = "transfer"
    SUPERVISE = "supervise"
    CONSULT = "consult"
    READ_ARCHIVE = "read_archive"
    IDENTIFY = "identify"
    APPLY_FOR_ACCESS = "apply_for_access"
    GRANT_ACCESS = "grant_access"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything this reader may see, at ``cursor``. ``now`` is the backend's clock."""

    cursor: int
    now: datetime
    me: Staff
    capabilities: frozenset[Capability]
    is_practice: bool
    capacity: int
    service_model_version: int
    limits: Limits
    calling: Calling
    organisation: ByLanguage
    queues: tuple[Queue, ...]
    heads: tuple[Head, ...]
    windows: Mapping[ConversationId, tuple[Message, ...]]
    """Of the conversations she holds."""
    callbacks: tuple[Callback, ...] = ()
    offers: tuple[Offer, ...] = ()
    help_calls: tuple[HelpCall, ...] = ()
    unprotected: ByLanguage | None = None
    """Said of the connection to customers where it is not protected (R022)."""
    wrap_ups: tuple[ServiceCodes, ...] = ()
    services: tuple[ServiceTopics, ...] = ()
    canned_answers: tuple[CannedAnswer, ...] = ()
    problem_guide: ProblemGuide = field(default_factory=ProblemGuide)
    handbook: Handbook = field(default_factory=Handbook)
    reason_from: int = REASON_FROM
    """From which hand-over on the internal message says why (R079)."""
    debriefs: tuple[Debrief, ...] = ()
    """Problem situations that are over, for supervisors."""
    shift: Shift = field(default_factory=Shift)
    notes: Mapping[ConversationId, tuple[Note, ...]] = field(default_factory=dict)
    """Of the same."""
    consultation_queues: tuple[ConsultationQueue, ...] = ()
    consultations: tuple[Thread, ...] = ()
    promises_kept: PromisesKept | None = None
    persons: Mapping[ConversationId, IdentifiedPerson] = field(default_factory=dict)
    """Who the customers of the same are, where they have identified."""
    consents: Mapping[ConversationId, tuple[Consent, ...]] = field(default_factory=dict)
    """What the customers of the same were asked permission for."""


@dataclass(frozen=True, slots=True)
class DeskState:
    """Confirmed state after the fact numbered ``cursor``. Queues keep the order of the service model."""

    cursor: int
    me: Staff
    capabilities: frozenset[Capability]
    is_practice: bool
    capacity: int
    service_model_version: int
    limits: Limits
    calling: Calling
    organisation: ByLanguage
    queues: Mapping[QueueId, Queue]
    heads: Mapping[ConversationId, Head]
    windows: Mapping[ConversationId, Window]
    callbacks: Mapping[CallbackId, Callback] = field(default_factory=dict)
    offers: Mapping[ConversationId, Offer] = field(default_factory=dict)
    help_calls: Mapping[ConversationId, HelpCall] = field(default_factory=dict)
    unprotected: ByLanguage | None = None
    wrap_ups: Mapping[str, ServiceCodes] = field(default_factory=dict)
    """By service."""
    services: tuple[ServiceTopics, ...] = ()
    """What pre-information can be refined and corrected to, in the order of the service model."""
    canned_answers: tuple[CannedAnswer, ...] = ()
    problem_guide: ProblemGuide = field(default_factory=ProblemGuide)
    handbook: Handbook = field(default_factory=Handbook)
    reason_from: int = REASON_FROM
    """From which hand-over on the internal message says why (R079)."""
    debriefs: tuple[Debrief, ...] = ()
    shift: Shift = field(default_factory=Shift)
    consultation_queues: tuple[ConsultationQueue, ...] = ()
    """Every line that can be asked, in the order of the service model."""
    consultations: Mapping[ConsultationId, Thread] = field(default_factory=dict)
    promises_kept: PromisesKept | None = None

    def codes_of(self, service_id: str) -> ServiceCodes:
        """What the wrap-up of a service chooses from; nothing for one that has left the model."""
        return self.wrap_ups.get(service_id) or ServiceCodes(service_id)

    def topics_of(self, service_id: str) -> ServiceTopics | None:
        """What the customers of a service choose from, while it is in the model."""
        return next((each for each in self.services if each.service_id == service_id), None)

    def is_mine(self, head: Head) -> bool:
        """Whether this counsellor is responsible for the conversation."""
        return head.holder is not None and head.holder.staff_id == self.me.staff_id

    def is_joined(self, conversation_id: ConversationId) -> bool:
        """Whether she reads along there as a supervisor; somebody else answers."""
        call = self.help_calls.get(conversation_id)
        return call is not None and call.is_joined_by(self.me.staff_id)


def state_of(snapshot: Snapshot) -> DeskState:
    """The confirmed state a snapshot stands for: the one way in at sign-in, after a gap and after
    ``gone``.
    """
    return DeskState(
        cursor=snapshot.cursor,
        me=snapshot.me,
        capabilities=snapshot.capabilities,
        is_practice=snapshot.is_practice,
        capacity=snapshot.capacity,
        service_model_version=snapshot.service_model_version,
        limits=snapshot.limits,
        calling=snapshot.calling,
        organisation=snapshot.organisation,
        queues={queue.queue_id: queue for queue in snapshot.queues},
        heads={head.conversation_id: head for head in snapshot.heads},
        windows={
            cid: Window(
                messages,
                snapshot.notes.get(cid, ()),
                snapshot.persons.get(cid),
                snapshot.consents.get(cid, ()),
            )
            for cid, messages in snapshot.windows.items()
        },
        callbacks={callback.callback_id: callback for callback in snapshot.callbacks},
        offers={offer.conversation_id: offer for offer in snapshot.offers},
        help_calls={call.conversation_id: call for call in snapshot.help_calls},
        unprotected=snapshot.unprotected,
        wrap_ups={codes.service_id: codes for codes in snapshot.wrap_ups},
        services=snapshot.services,
        canned_answers=snapshot.canned_answers,
        problem_guide=snapshot.problem_guide,
        handbook=snapshot.handbook,
        reason_from=snapshot.reason_from,
        debriefs=snapshot.debriefs,
        shift=snapshot.shift,
        consultation_queues=snapshot.consultation_queues,
        consultations={each.consultation.consultation_id: each for each in snapshot.consultations},
        promises_kept=snapshot.promises_kept,
    )


def nothing_known(me: Staff) -> DeskState:
    """The state between signing in and the first snapshot: who she is and nothing else; no intent is possible
    in it.
    """
    return DeskState(
        cursor=0,
        me=me,
        capabilities=frozenset(),
        is_practice=False,
        capacity=0,
        service_model_version=0,
        limits=Limits(),
        calling=Calling(),
        organisation={},
        queues={},
        heads={},
        windows={},
    )
