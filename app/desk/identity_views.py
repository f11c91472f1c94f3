"""Identity as the panes show it: who the customer is, whether she was asked; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.identification import NOT_ASKED, Identification, IdentifiedPerson
from app.domain.identification_rules import check_asking
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


@dataclass(frozen=True, slots=True)
class Proof:
    """How a conversation stands with identification. ``cannot_ask`` is why she cannot be asked, or None;
    ``is_offered``: there is a provider to send her to at all.
    """

    stands: Identification = NOT_ASKED
    person: IdentifiedPerson | None = None
    cannot_ask: Problem | None = None
    is_offered: bool = False
    is_asking: bool = False

    @property
    def asked_at(self) -> datetime | None:
        """Since when the page asks her."""
        return self.stands.asked_at


NO_PROOF = Proof()


def proof_of(seen: Seen, conversation_id: ConversationId) -> Proof:
    """Of a conversation she holds."""
    head = seen.confirmed.heads.get(conversation_id)
    if head is None:
        return NO_PROOF
    window = seen.confirmed.windows.get(conversation_id)
    problem = check_asking(seen, conversation_id)
    unavailable = problem is not None and problem.code is ProblemCode.IDENTIFICATION_UNAVAILABLE
    return Proof(
        stands=head.identification,
        person=None if window is None else window.person,
        cannot_ask=problem,
        is_offered=not unavailable,
        is_asking=conversation_id in seen.asking,
    )
