"""Calling: what she dials, and what she tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from app.desk.call_wrap_ups import CallWrapUps
from app.desk.callback_views import unrecorded
from app.desk.calls import Calls
from app.domain.callback import AttemptOutcome, unmet
from app.domain.callback_commands import RecordAttempt
from app.domain.callback_rules import problem_of
from app.domain.changes import Changes, Kind
from app.domain.commands import Command
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId, CommandId
from app.domain.pending import Pending
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


class Calling:
    """One slice of the desk: intents go through its ``submit``. ``wrap_ups``: of calls."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        now: Callable[[], datetime],
        submit: Callable[[Command], CommandId | Problem],
        calls: Calls,
        wrap_ups: CallWrapUps,
        tell: Callable[[Changes], None],
    ) -> None:
        self._seen = seen
        self._now = now
        self._submit = submit
        self._calls = calls
        self._wrap_ups = wrap_ups
        self._tell = tell

    def restore(self, kept: Iterable[Dialled], rows: Iterable[Pending]) -> None:
        """Take what her file held."""
        self._calls.restore(kept, rows)

    def dial(self, callback_id: CallbackId) -> Dialled | Problem:
        """Note that she dials the number of a request of hers, now; outcomes can be recorded from here on.

        Nothing is dialled by the program.
        """
        callback = self._seen().confirmed.callbacks.get(callback_id)
        me = self._seen().confirmed.me.staff_id
        if not self._seen().is_live:
            return Problem(ProblemCode.NOT_LIVE)
        if callback is None or callback.holder is None or callback.holder.staff_id != me:
            return Problem(ProblemCode.NOT_HELD)
        broken = unmet(callback, self._now(), self._seen().confirmed.calling)
        if broken:
            return problem_of(broken[0])
        dialled = Dialled(callback_id, callback.responsibility_version, self._now())
        self._calls.note(dialled, then=lambda: self._tell(Changes.of(Kind.CALLBACKS, [callback_id])))
        return dialled

    def dialled(self, callback_id: CallbackId) -> Dialled | None:
        """The call of hers that is not recorded yet, or None."""
        return self._calls.of(callback_id)

    @property
    def unrecorded(self) -> tuple[Dialled, ...]:
        """Calls of hers of which she has still to say what came: what signing out must list."""
        return unrecorded(self._seen(), self._calls.all())

    def record(self, callback_id: CallbackId, outcome: AttemptOutcome) -> CommandId | Problem:
        """Submit what came of the call she dialled, under the responsibility and at the moment of then; with
        what it was about, when it closes the request.
        """
        dialled = self._calls.of(callback_id)
        if dialled is None:
            return Problem(ProblemCode.NOT_HELD)
        said = self._wrap_ups.said(callback_id, outcome)
        answer = self._submit(
            RecordAttempt(callback_id, dialled.responsibility_version, outcome, dialled.at, said)
        )
        if not isinstance(answer, Problem):
            self._calls.forget(callback_id)
        return answer
