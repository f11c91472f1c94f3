"""Rules of consent: why a customer cannot be asked now."""

from __future__ import annotations

from app.domain.consent import AskConsent, ConsentState, newest_about
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_asking_consent(seen: Seen, command: AskConsent) -> Problem | None:
    """Why not, beside being responsible, which is checked as everywhere."""
    window = seen.confirmed.windows.get(command.conversation_id)
    if window is None:
        return Problem(ProblemCode.NOT_FOUND)
    if command.conversation_id in seen.asking_consent:
        return Problem(ProblemCode.UNDER_WAY)
    asked = newest_about(window.consents, command.queue_id)
    if asked is None or asked.state is not ConsentState.ASKED:
        return None
    return Problem(ProblemCode.UNDER_WAY) if asked.first_seq == command.first_seq else None
