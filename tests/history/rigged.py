"""The shipped backend with something done to it, for tests only: a point where it dies, or a planted bug.

    python -m tests.history.rigged [--die-at POINT:N] [--bug NAME] [--clock FILE] serve --data …

POINT is one of the named points of a commit (before_begin … before_reply), or `early_answer` of the bug
`acknowledged_before_commit`; at its N-th passing the process kills itself. A bug is one of `BUGS`: the
checker must find each, or it is no checker. FILE holds by how many milliseconds the backend's clock is
ahead of this computer's; it may change at any time.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import server_stub.__main__ as vuoro_server
from server_stub.bootstrap import wiring
from server_stub.fanout.hub import Hub
from server_stub.fanout.outgoing import Outgoing
from server_stub.helpline import claiming
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import ClaimWaiting
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.decisions import Decision
from server_stub.helpline.values import Problem
from server_stub.records import commit_groups, fact_log
from server_stub.records.group import Group, Written
from server_stub.routes.commands import CommandEntry

POINTS = (
    *("before_begin", "after_begin", "after_decide", "before_commit"),
    *("after_commit", "before_answer", "before_reply"),
)


class DiesAt:
    """Kills the process at the N-th passing of a point."""

    def __init__(self, point: str, passing: int) -> None:
        self._point, self._left = point, passing

    def __call__(self, name: str) -> None:
        """The way has come to `name`."""
        if name == self._point:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def dedupe_off() -> None:
    """A repeat is taken for a new command."""
    _patch(Group, "recall", lambda _self, _key: None)
    _patch(Group, "earlier", lambda _self, _key: None)
    _patch(Group, "enter", lambda _self, *_args, **_keys: None)


class Replies:
    """Which commands' answers have left the process, told from the event loop, waited for in the writer's."""

    def __init__(self) -> None:
        self._left: set[str] = set()
        self._changed = threading.Condition()

    def note(self, request_body: bytes) -> None:
        """The answer to this request is in the hands of the operating system."""
        with self._changed, suppress(ValueError):  # a request may have broken off
            self._left.add(str(json.loads(request_body).get("command_id")))
            self._changed.notify_all()

    def wait(self, command_ids: set[str]) -> None:
        """Return when the answers to all of these have left."""
        with self._changed:
            if not self._changed.wait_for(lambda: command_ids <= self._left, timeout=60):
                raise RuntimeError("an answer that was given did not leave")


def acknowledged_before_commit() -> None:
    """The answer to a message leaves while the transaction is still open: at `early_answer` it has left."""
    replies, commit, answer = Replies(), commit_groups.CommitGroups._commit, CommandEntry.answer

    def answer_then_commit(self: Any, connection: Any, batch: Any) -> None:
        messages = {str(body["caused_by"]) for body in map(_body, batch.group.written) if _is_message(body)}
        early = [job for job in batch.jobs if job.key is not None and job.key.command_id in messages]
        if early:
            self._answer(commit_groups._Batch(early), is_last=False)
            replies.wait({job.key.command_id for job in early})
            self._points("early_answer")
        commit(self, connection, batch)

    async def telling(self: CommandEntry, scope: Any, body: bytes) -> Any:
        reply = await answer(self, scope, body)
        # The gate sends it in this turn of the loop; when the next begins it is with the operating system.
        asyncio.get_running_loop().call_soon(replies.note, body)
        return reply

    _patch(commit_groups.CommitGroups, "_commit", answer_then_commit)
    _patch(CommandEntry, "answer", telling)


def _body(written: Written) -> dict[str, Any]:
    """A fact as its readers get it."""
    return dict(json.loads(written.body))


def _is_message(fact: dict[str, Any]) -> bool:
    """Whether a person wrote it, in a conversation that was there before."""
    return fact["type"] == "MessageWritten" and fact["by"] in ("customer", "counsellor") and fact["seq"] > 1


def order_by_clock() -> None:
    """What was missed is told by the clock, and the clock runs backwards from the start."""
    millis = wiring.WallClock.millis
    start = millis(wiring.WallClock())

    def backwards(self: wiring.WallClock) -> int:
        return 2 * start - millis(self)

    def by_clock(replay: fact_log.Replay) -> fact_log.Replay:
        if replay.facts is None:
            return replay
        return replace(
            replay, facts=tuple(sorted(replay.facts, key=lambda fact: fact.body.split(b'"at":')[1]))
        )

    staff, customer = fact_log.staff_replay, fact_log.customer_replay
    _patch(wiring.WallClock, "millis", backwards)
    _patch(fact_log, "staff_replay", lambda *args, **keys: by_clock(staff(*args, **keys)))
    _patch(fact_log, "customer_replay", lambda *args, **keys: by_clock(customer(*args, **keys)))


def double_claim() -> None:
    """Whoever claims gets it, also when somebody was first."""
    claim = claiming.claimed

    def careless(situation: Situation) -> Decision | Problem:
        found = situation.conversation
        if found is not None and found.state == "held":
            situation = situation._replace(conversation=found._replace(state="waiting"))
        return claim(situation)

    _patch(claiming, "claimed", careless)


def role_off_on_the_stream() -> None:
    """Every reader of staff is told every fact."""

    def tell_all(self: Hub, fact: Outgoing) -> None:
        for reader in {reader for readers in self._listeners.values() for reader in readers}:
            if not reader.is_customer or not reader.addresses.isdisjoint(fact.audience):
                reader.push(fact)
        for listener in self._watchers:
            listener(fact)

    _patch(Hub, "_tell", tell_all)


def audience_without_a_fact() -> None:
    """Those who serve the queue are not told to forget what was claimed."""

    def silent(situation: Situation, command: Any) -> Decision | Problem:
        decision = decide(situation, command)
        if not isinstance(command, ClaimWaiting) or isinstance(decision, Problem):
            return decision
        kept = tuple(each for each in decision.facts if type(each.fact).__name__ != "ConversationLeft")
        return replace(decision, facts=kept)

    from server_stub.counter import counter

    _patch(counter, "decide", silent)


def set_by(file: Path) -> None:
    """The clock is as far ahead as the file says."""
    millis = wiring.WallClock.millis
    _patch(
        wiring.WallClock, "millis", lambda self: millis(self) + int(file.read_text(encoding="ascii") or "0")
    )


BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug
    for bug in (
        dedupe_off,
        acknowledged_before_commit,
        order_by_clock,
        double_claim,
        role_off_on_the_stream,
        audience_without_a_fact,
    )
}


def _patch(owner: Any, name: str, instead: Any) -> None:
    """Replace what is there; a name that has moved is an error, not a bug that never happens."""
    getattr(owner, name)
    setattr(owner, name, instead)


def main() -> int:
    """Do to the backend what is asked, then be it."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--die-at")
    parser.add_argument("--bug", choices=BUGS)
    parser.add_argument("--clock", type=Path)
    asked, words = parser.parse_known_args()
    if asked.clock:
        set_by(asked.clock)
    if asked.bug:
        BUGS[asked.bug]()
    if not asked.die_at:
        return vuoro_server.main(words)
    point, _, passing = asked.die_at.partition(":")
    return vuoro_server.main(words, points=DiesAt(point, int(passing)))


if __name__ == "__main__":
    sys.exit(main())
