"""Problem situations: help is called, new work stops, steps are recorded, and it is asked about after. Pure.

    held ── BeginProblemSituation ──► held, in a problem situation ── EndProblemSituation ──► held
                                          │   ▲ TickStep
                                          │   └── the customer has ended: it goes on, she wraps up
                                          ▼
                     (moved, taken over, closed: it ends for her; talked over later)

Nothing is sent to the customer and she is told nothing: in no audience of these facts is she (decision 42).
While it lasts its holder is given no new work; her other conversations go on.

| who | command | before | while it lasts | ended, not wrapped up |
|---|---|---|---|---|
| holder | `BeginProblemSituation` | begun, supervisors called | nothing more | `conversation_ended` |
| holder | `TickStep` | `no_problem_situation` | ticked; the same again is nothing | ticked |
| holder | `EndProblemSituation` | `no_problem_situation` | over | over |
| anybody, the clock | what moves or closes it | | over: `later` | over: `later` |
"""

from dataclasses import replace
from typing import Final

from server_stub.helpline import help_call
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.help_values import HelpAbout, HelpCalled
from server_stub.helpline.holding import not_held
from server_stub.helpline.joining import reader
from server_stub.helpline.problem_values import (
    BeginProblemSituation,
    Debrief,
    DebriefWish,
    EndProblemSituation,
    ProblemSituationBegan,
    ProblemSituationEnded,
    StepTicked,
    TickStep,
)
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Millis, Problem, staff_address

MOST_STEPS: Final = 30


def began(found: Conversation, command: BeginProblemSituation, *, now: Millis) -> Decision | Problem:
    """What the key of problem situations leads to. `found` is one the actor holds."""
    problem = not_held(found, command.responsibility_version)
    if problem is not None:
        return problem
    if found.problem_began_at is not None:
        return Decision(found, ())
    # Whoever was called about something else is told what it is about now; who comes already still does.
    after = found._replace(
        problem_began_at=now,
        problem_steps="",
        help_called_at=now,
        help_text=found.help_text or "",
        help_about=HelpAbout.PROBLEM,
    )
    return Decision(
        after,
        (
            Addressed(ProblemSituationBegan(after), _told(after)),
            Addressed(HelpCalled(after), help_call.told(after)),
        ),
    )


def ticked(found: Conversation, command: TickStep, actor: StaffActor) -> Decision | Problem:
    """A step for the record. `found` is one the actor holds."""
    problem = _not_in_it(found, command.responsibility_version)
    if problem is not None:
        return problem
    done = done_steps(found)
    if (command.step_id in done) == command.is_done:
        return Decision(found, ())
    others = tuple(step for step in done if step != command.step_id)
    after = found._replace(problem_steps=" ".join((*others, command.step_id) if command.is_done else others))
    if len(done_steps(after)) > MOST_STEPS:
        return Problem("malformed", {"detail": "$.step_id"})
    fact = StepTicked(command.step_id, command.is_done, actor.staff_id, actor.display_name)
    return Decision(after, (Addressed(fact, _told(found)),))


def ended(found: Conversation, command: EndProblemSituation, *, now: Millis) -> Decision | Problem:
    """It is over by the word of who was in it. `found` is one the actor holds."""
    problem = _not_in_it(found, command.responsibility_version)
    if problem is not None:
        return problem
    return Decision(_without(found), (_over(found, command.wish, now),))


def settled(before: Conversation | None, decision: Decision, *, now: Millis) -> Decision:
    """A decision after which the conversation is another's, or nobody's, ends the problem situation of who
    held it: she is not asked now, so she is asked later.
    """
    if before is None or before.problem_began_at is None or decision.conversation.problem_began_at is None:
        return decision
    after = decision.conversation
    is_still_hers = after.holder_id == before.holder_id and after.state in _HERS
    if is_still_hers:
        return decision
    facts = (_over(before, DebriefWish.LATER, now), *decision.facts)
    return replace(decision, conversation=_without(after), facts=facts)


def done_steps(of: Conversation) -> tuple[str, ...]:
    """The steps that are done, in the order in which they were."""
    return tuple((of.problem_steps or "").split())


_HERS: Final = (ConversationState.HELD, ConversationState.ENDED)


def _not_in_it(found: Conversation, version: int) -> Problem | None:
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.state not in _HERS or found.responsibility_version != version:
        return Problem("responsibility_moved")
    return None if found.problem_began_at is not None else Problem("no_problem_situation")


def _over(of: Conversation, wish: DebriefWish, now: Millis) -> Addressed:
    debrief = Debrief(
        conversation_id=of.conversation_id,
        alias=of.alias,
        staff_id=of.holder_id or "",
        staff_name=of.holder_name or "",
        began_at=of.problem_began_at or now,
        ended_at=now,
        wish=wish,
    )
    return Addressed(ProblemSituationEnded(debrief), (staff_address(of.holder_id or ""), SUPERVISORS_ADDRESS))


def _without(of: Conversation) -> Conversation:
    return of._replace(problem_began_at=None, problem_steps=None)


def _told(of: Conversation) -> tuple[str, ...]:
    return staff_address(of.holder_id or ""), *reader(of)
