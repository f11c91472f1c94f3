"""The machine is tested too: each fault planted in the desk or the backend is found by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from app.desk.drafts import DraftsDesk
from app.desk.intents import Intents
from app.domain import pending as pending_rules
from app.domain.draft import Draft
from app.domain.facts import Streamed
from app.domain.ids import CommandId, ConversationId
from app.domain.moment import Moment
from app.domain.pending import Happening, Patience, Pending
from app.domain.problems import Problem
from app.sync import courier
from app.sync.follower import Follower
from tests.desk.test_nothing_lost_nothing_doubled import DeskMachine
from tests.support.counter_model import Counter
from tests.support.fakes import MemoryOutbox

Plant = Callable[[pytest.MonkeyPatch], None]

# Found is enough here: the machine's own test shrinks.
SEARCH = settings(
    max_examples=150,
    stateful_step_count=40,
    # Another way to find it proves no more.
    report_multiple_bugs=False,
    phases=[Phase.generate],
    database=None,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def the_backend_does_not_recognise_a_repeat(patch: pytest.MonkeyPatch) -> None:
    made = Counter.__init__

    def forgetful(self: Counter, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        self.dedupes = False

    patch.setattr(Counter, "__init__", forgetful)


def the_follower_takes_what_does_not_follow(patch: pytest.MonkeyPatch) -> None:
    def take(self: Follower, facts: tuple[Streamed, ...]) -> int:
        self._reader.take_facts(facts)
        self._cursor = facts[-1].cursor
        return facts[-1].cursor

    patch.setattr(Follower, "_take", take)


def the_draft_is_deleted_before_the_message_is_kept(patch: pytest.MonkeyPatch) -> None:
    add = Intents.add

    def hasty(self: Intents, row: Pending) -> None:
        conversation_id = row.command.conversation_id
        self._keeping.soon(lambda: self._drafts._store.forget(conversation_id))
        add(self, row)

    patch.setattr(Intents, "add", hasty)


def the_message_is_kept_and_its_draft_too(patch: pytest.MonkeyPatch) -> None:
    enqueue = MemoryOutbox.enqueue

    async def generous(self: MemoryOutbox, row: Pending, *, deletes_draft: ConversationId | None) -> None:
        await enqueue(self, row, deletes_draft=None)

    patch.setattr(MemoryOutbox, "enqueue", generous)


def a_returned_text_is_laid_over_a_newer_draft(patch: pytest.MonkeyPatch) -> None:
    come_back = DraftsDesk.come_back

    def over(self: DraftsDesk, conversation_id: ConversationId, text: str, problem: Problem | None) -> Draft:
        self._slots.pop(conversation_id, None)
        return come_back(self, conversation_id, text, problem)

    patch.setattr(DraftsDesk, "come_back", over)


def a_refused_message_is_thrown_away(patch: pytest.MonkeyPatch) -> None:
    def refused(self: Intents, command_id: CommandId, problem: Problem) -> None:
        self._retire([row for row in self.all() if row.command_id == command_id])

    patch.setattr(Intents, "refused", refused)


def a_row_that_has_been_in_flight_asks_like_any_other(patch: pytest.MonkeyPatch) -> None:
    applies = pending_rules._applies

    def forgetful(row: Pending, happening: Happening) -> bool:
        return happening in (Happening.SIGNED_IN_ANEW, Happening.QUEUED_LONG) or applies(row, happening)

    def old_enough(row: Pending, moment: Moment, patience: Patience) -> Happening | None:
        return due(replace(row, has_been_in_flight=False), moment, patience)

    due = pending_rules.due
    patch.setattr(pending_rules, "_applies", forgetful)
    patch.setattr(courier, "due", old_enough)


def a_lane_sends_whatever_can_go(patch: pytest.MonkeyPatch) -> None:
    def any_queued(lane: tuple[Pending, ...]) -> Pending | None:
        queued = [row for row in lane if row.stage is pending_rules.Stage.QUEUED]
        return queued[-1] if queued else None

    patch.setattr(courier, "_next_to_send", any_queued)


def an_accepted_row_waits_for_a_fact_that_never_comes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Intents, "_is_covered", lambda self, row, state: False)
    patch.setattr(Intents, "caught_up", lambda self, since: None)


PLANTS: list[Plant] = [
    the_backend_does_not_recognise_a_repeat,
    the_follower_takes_what_does_not_follow,
    the_draft_is_deleted_before_the_message_is_kept,
    the_message_is_kept_and_its_draft_too,
    a_returned_text_is_laid_over_a_newer_draft,
    a_refused_message_is_thrown_away,
    a_row_that_has_been_in_flight_asks_like_any_other,
    a_lane_sends_whatever_can_go,
    an_accepted_row_waits_for_a_fact_that_never_comes,
]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, ExceptionGroup)) as found:
        run_state_machine_as_test(DeskMachine, settings=SEARCH)
    causes = leaves(found.value)
    assert causes
    assert {type(cause) for cause in causes} == {AssertionError}, "found by an invariant, not by falling over"


def leaves(failure: BaseException) -> list[BaseException]:
    if isinstance(failure, BaseExceptionGroup):
        return [leaf for inner in failure.exceptions for leaf in leaves(inner)]
    return [failure]
