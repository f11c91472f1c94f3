"""How problem situations and concerns change confirmed state."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes, Kind
from app.domain.desk_state import Capability, DeskState
from app.domain.facts import ConcernMarked
from app.domain.marks import ConcernKind
from app.domain.problem_situation import ProblemSituationBegan, ProblemSituationEnded, StepTicked
from app.domain.reduce_steps import Outcome, with_head


def concern_marked(state: DeskState, fact: ConcernMarked) -> Outcome:
    """A message gives reason to look; what was graver stays."""
    head = state.heads.get(fact.conversation_id)
    if head is None or (head.concern is not None and head.concern.kind is ConcernKind.CRISIS):
        return state, Changes()
    return with_head(state, replace(head, concern=fact.concern))


def problem_began(state: DeskState, fact: ProblemSituationBegan) -> Outcome:
    """She is in one from now on."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    changed, changes = with_head(state, replace(head, problem_situation=fact.problem_situation))
    return changed, changes | Changes.of(Kind.ME, ["me"])


def step_ticked(state: DeskState, fact: StepTicked) -> Outcome:
    """A step is done, or is not after all; the same again is nothing."""
    head = state.heads.get(fact.conversation_id)
    if head is None or head.problem_situation is None:
        return state, Changes()
    others = tuple(step for step in head.problem_situation.done if step != fact.step_id)
    done = (*others, fact.step_id) if fact.is_done else others
    return with_head(state, replace(head, problem_situation=replace(head.problem_situation, done=done)))


def problem_ended(state: DeskState, fact: ProblemSituationEnded) -> Outcome:
    """It is over for who was in it; a supervisor is told whether she wants to talk it over."""
    changes = Changes.of(Kind.ME, ["me"])
    if Capability.SUPERVISE in state.capabilities and fact.debrief not in state.debriefs:
        state = replace(state, debriefs=(*state.debriefs, fact.debrief))
        changes |= Changes.of(Kind.HELP, [fact.conversation_id])
    head = state.heads.get(fact.conversation_id)
    # A supervisor who reads along has the head as well; it is not hers that ends, but it ends.
    if head is None:
        return state, changes
    state, of_head = with_head(state, replace(head, problem_situation=None))
    return state, changes | of_head
