"""The reducer: how each fact changes confirmed state; state changes nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from app.domain import (
    callback_facts,
    consent,
    consultation_facts,
    hand_overs,
    help_call,
    identification,
    offer_facts,
    pre_information,
    presence,
    problem_situation,
)
from app.domain.callback_reduce import callback_changed
from app.domain.changes import Changes
from app.domain.consent_reduce import consent_changed
from app.domain.consultation_reduce import consultation_changed
from app.domain.conversation_reduce import (
    answer_promised,
    claimed,
    closed,
    ended,
    entered,
    left,
    noted,
    opened,
    read,
    wrapped_up,
    written,
)
from app.domain.desk_state import DeskState
from app.domain.facts import (
    AnswerPromised,
    ConcernMarked,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationTransferred,
    ConversationWrappedUp,
    Fact,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    ServiceModelActivated,
    Streamed,
    UnknownFact,
    WaitingClaimed,
)
from app.domain.help_reduce import helped
from app.domain.identification_reduce import identification_changed, identity_shown
from app.domain.masking import SpanMasked
from app.domain.masking_reduce import span_masked
from app.domain.pre_information_reduce import corrected, refined
from app.domain.problem_reduce import concern_marked, problem_began, problem_ended, step_ticked
from app.domain.reduce_steps import Outcome
from app.domain.service_reduce import activated, shift_changed
from app.domain.transfer_reduce import moved, offer_accepted, offer_ended, offered, waits_again

_Fact = TypeVar("_Fact", bound=Fact)
_Step = Callable[[DeskState, Any], Outcome]


def _unknown(state: DeskState, _fact: UnknownFact | hand_overs.MovedOften) -> Outcome:
    """A fact of a later contract, or one that is only told: it moves the cursor, and nothing else."""
    return state, Changes()


def _row(kind: type[_Fact], step: Callable[[DeskState, _Fact], Outcome]) -> tuple[type[object], _Step]:
    """Which step takes facts of that kind; the type checker sees that it can."""
    return kind, step


STEPS: dict[type[object], _Step] = dict(
    (
        _row(ConversationOpened, opened),
        _row(MessageWritten, written),
        _row(AnswerPromised, answer_promised),
        _row(SpanMasked, span_masked),
        _row(ConcernMarked, concern_marked),
        _row(ReadMarked, read),
        _row(WaitingClaimed, claimed),
        _row(ConversationEntered, entered),
        _row(ConversationLeft, left),
        _row(NoteWritten, noted),
        _row(ConversationEnded, ended),
        _row(ConversationWrappedUp, wrapped_up),
        _row(ConversationClosed, closed),
        _row(ConversationReturned, waits_again),
        _row(ConversationTransferred, waits_again),
        _row(offer_facts.TransferOffered, offered),
        _row(offer_facts.OfferAccepted, offer_accepted),
        _row(offer_facts.OfferEnded, offer_ended),
        _row(help_call.ConversationTakenOver, moved),
        _row(help_call.HelpCalled, helped),
        _row(help_call.HelpAnswered, helped),
        _row(help_call.HelperGone, helped),
        _row(help_call.HelpCallEnded, helped),
        _row(help_call.ConversationJoined, helped),
        _row(help_call.JoiningEnded, helped),
        _row(identification.IdentificationAsked, identification_changed),
        _row(identification.IdentificationDeclined, identification_changed),
        _row(identification.CustomerIdentified, identification_changed),
        _row(identification.EarlierLinesDecided, identification_changed),
        _row(identification.IdentityShown, identity_shown),
        _row(consent.ConsentAsked, consent_changed),
        _row(consent.ConsentChanged, consent_changed),
        _row(problem_situation.ProblemSituationBegan, problem_began),
        _row(problem_situation.StepTicked, step_ticked),
        _row(problem_situation.ProblemSituationEnded, problem_ended),
        _row(pre_information.PreInformationRefined, refined),
        _row(pre_information.PreInformationCorrected, corrected),
        _row(callback_facts.CallbackRequested, callback_changed),
        _row(callback_facts.CallbackClaimed, callback_changed),
        _row(callback_facts.CallbackNumberShown, callback_changed),
        _row(callback_facts.AttemptRecorded, callback_changed),
        _row(callback_facts.CallbackReturned, callback_changed),
        _row(callback_facts.CallbackClosed, callback_changed),
        _row(consultation_facts.ConsultationOpened, consultation_changed),
        _row(consultation_facts.ConsultationClaimed, consultation_changed),
        _row(consultation_facts.ConsultationReturned, consultation_changed),
        _row(consultation_facts.ConsultationWritten, consultation_changed),
        _row(consultation_facts.ConsultationAnswered, consultation_changed),
        _row(consultation_facts.ConsultationReopened, consultation_changed),
        _row(consultation_facts.ConsultationCallRecorded, consultation_changed),
        _row(consultation_facts.ConsultationOverdue, consultation_changed),
        _row(consultation_facts.ConsultationClosed, consultation_changed),
        _row(consultation_facts.ConsultationWithdrawn, consultation_changed),
        _row(presence.PresenceChanged, shift_changed),
        _row(presence.ShiftBegan, shift_changed),
        _row(presence.ShiftEnded, shift_changed),
        _row(ServiceModelActivated, activated),
        _row(hand_overs.MovedOften, _unknown),
        _row(UnknownFact, _unknown),
    )
)
"""Every kind of fact with the step that takes it; a test sees that none is missing."""


def reduce(state: DeskState, streamed: Streamed) -> Outcome:
    """Take the fact that follows ``state``; every fact moves the cursor, also one of an unknown type.

    Whether it does follow (``after``) is the follower's to see. Taking a fact of a conversation twice is
    harmless: messages go by their seq. Raises OutOfStep when a message would leave a hole.
    """
    changed, changes = STEPS[type(streamed.fact)](state, streamed.fact)
    return replace(changed, cursor=streamed.cursor), changes
