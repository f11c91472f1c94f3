"""The problem card as plain values: numbers, what has happened already, checklist; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from app.desk.help_views import SentCall, sent_call
from app.domain.conversation import ConversationState
from app.domain.desk_state import Capability
from app.domain.help_call import CallForHelp
from app.domain.ids import ConversationId
from app.domain.marks import LANGUAGE_HELP, HelpAbout
from app.domain.problem_situation import BeginProblemSituation, Contact, Debrief
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.queue import ByLanguage
from app.domain.rules import check

SURE_FOR: Final = timedelta(days=90)
"""A number that was checked longer ago may not answer any more: supervisors are told."""
_EMERGENCY_NUMBER: Final = "112"
EMERGENCY: Final = Contact(
    contact_id="emergency",
    number=_EMERGENCY_NUMBER,
    name={"fi": "Hätänumero", "sv": "Nödnumret", "en": "Emergency number"},
    hours=None,
    languages=("fi", "sv", "en"),
    checked_on=date.max,
)
"""What is at hand whatever the service model says, and before it has come."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the checklist, a tick under way included."""

    step_id: str
    text: ByLanguage
    is_done: bool

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.step_id


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """All that the card shows. ``contacts`` are those for the customer's language, 112 first.

    ``began_at`` is None until the backend has said that it began; ``cannot_begin`` is why it cannot, or None;
    ``cannot_call`` why nobody can be called over a language barrier that is not marked.
    """

    conversation_id: ConversationId
    alias: str
    language: str
    contacts: tuple[Contact, ...]
    steps: tuple[StepRow, ...]
    house_rules: tuple[ByLanguage, ...]
    began_at: datetime | None
    is_beginning: bool
    is_ending: bool
    is_over: bool
    """The talk is over; there is nothing to write to any more."""
    call: SentCall | None
    cannot_begin: Problem | None
    barrier: HelpAbout | None
    cannot_call: Problem | None
    responsibility_version: int

    def numbers_text(self) -> str:
        """The numbers as a message in the customer's language; she who answers sends it, or does not."""
        return "\n".join(_line(contact, self.language) for contact in self.contacts)


def problem_card(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> ProblemCard | None:
    """The card of a conversation of hers, or None. It needs no line: all of it is known already."""
    head = seen.confirmed.heads.get(conversation_id)
    if head is None or not seen.confirmed.is_mine(head):
        return None
    guide, version = seen.confirmed.problem_guide, head.responsibility_version
    ticking = seen.ticking.get(conversation_id, {})
    lasts = head.problem_situation
    done = frozenset() if lasts is None else frozenset(lasts.done)
    begin = BeginProblemSituation(conversation_id, version)
    other = next(about for about in LANGUAGE_HELP if about is not head.language_barrier)
    asks = CallForHelp(conversation_id, "", version, other)
    return ProblemCard(
        conversation_id=conversation_id,
        alias=head.alias,
        language=head.language,
        contacts=contacts_for(guide.contacts, head.language),
        steps=tuple(
            StepRow(step.step_id, step.text, ticking.get(step.step_id, step.step_id in done))
            for step in guide.steps
        ),
        house_rules=guide.house_rules,
        began_at=None if lasts is None else lasts.began_at,
        is_beginning=conversation_id in seen.beginning_problems,
        is_ending=conversation_id in seen.ending_problems,
        is_over=head.state is ConversationState.ENDED,
        call=sent_call(seen, conversation_id),
        cannot_begin=check(seen, begin, now) if lasts is None else None,
        barrier=head.language_barrier,
        cannot_call=check(seen, asks, now),
        responsibility_version=version,
    )


def contacts_for(contacts: tuple[Contact, ...], language: str) -> tuple[Contact, ...]:
    """Those for customers of that language, 112 before all others, whatever the service model says."""
    fitting = [contact for contact in contacts if language in contact.languages]
    emergency = [contact for contact in fitting if contact.number == _EMERGENCY_NUMBER] or [EMERGENCY]
    others = [contact for contact in fitting if contact.number != _EMERGENCY_NUMBER]
    return (*emergency[:1], *others)


def unsure_contacts(seen: Seen, *, today: date) -> tuple[Contact, ...]:
    """Numbers that nobody has checked for too long: for supervisors, nobody else can mend it."""
    if Capability.SUPERVISE not in seen.confirmed.capabilities:
        return ()
    contacts = seen.confirmed.problem_guide.contacts
    return tuple(contact for contact in contacts if today - contact.checked_on > SURE_FOR)


def debriefs(seen: Seen) -> tuple[Debrief, ...]:
    """Problem situations that are over, the newest first, for supervisors."""
    if Capability.SUPERVISE not in seen.confirmed.capabilities:
        return ()
    return tuple(sorted(seen.confirmed.debriefs, key=lambda each: each.ended_at, reverse=True))


def _line(contact: Contact, language: str) -> str:
    hours = "" if contact.hours is None else contact.hours.get(language, "")
    name = contact.name.get(language) or contact.name.get("fi", "")
    return f"{name}: {contact.number}, {hours}" if hours else f"{name}: {contact.number}"
