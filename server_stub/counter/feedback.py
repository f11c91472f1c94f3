"""feedback: The middle for what customers say of the service: each goes through `handle` (R139).

Beside the counter, by the same writer and ledger. It leads to no fact and to no row of the audit log, whose
order and time would tell whose words they are (decision 67).
"""

from dataclasses import replace
from typing import NamedTuple

from server_stub.counter.in_force import InForce
from server_stub.counter.led import Led
from server_stub.counter.ledger import entry
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.calling_time import moment
from server_stub.helpline.feedback import LONGEST_TEXT, GiveFeedback, decide
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.texts import TextProblem, clean
from server_stub.helpline.values import Problem
from server_stub.ports import Draw
from server_stub.records import feedback as rows
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group, Key
from server_stub.wire import answers


class SentFeedback(NamedTuple):
    """A command as it came: its id, its meaning, and who sent it."""

    command_id: str
    command: GiveFeedback
    actor: CustomerActor


class FeedbackCounter:
    """Decides every piece of feedback inside the writer's transaction; its text is covered before."""

    def __init__(
        self, groups: CommitGroups, in_force: InForce, masker: Masker, *, draw: Draw, digest_key: bytes
    ) -> None:
        """`draw` makes the ids of what is kept; `digest_key` keys the ledger's digests."""
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._draw = draw
        self._digest_key = digest_key

    async def handle(self, sent: SentFeedback) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        text = self._covered(sent.command.text)
        if isinstance(text, Problem):
            return text
        own = sent.actor.conversation_id
        ready = sent._replace(command=replace(sent.command, text=text))
        led = await self._groups.run(
            lambda group: self._decide(group, ready),
            conversation_ids=(own,) if own is not None else (),
            key=Key(sent.command_id, sent.actor.address),
        )
        if led.problem is not None:
            return led.problem
        return answers.Accepted(sent.command_id, None, own, None, None, ())

    def _covered(self, text: str) -> str | Problem:
        """As in an anonymous chat, whoever she is: nobody needs to know whose words they are."""
        cleaned = clean(text, LONGEST_TEXT)
        if cleaned == TextProblem.EMPTY:
            return ""
        if isinstance(cleaned, TextProblem):
            is_long = cleaned == TextProblem.TOO_LONG
            return Problem(str(cleaned), {"limit": LONGEST_TEXT.characters} if is_long else {})
        return self._masker.mask(cleaned, self._in_force.now.public_numbers).text

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentFeedback) -> Led:
        # Of what was said nothing goes into the digest, or it would tell whose words they are (decision 67).
        asked = replace(sent.command, score=0, text="")
        place = entry(group, Key(sent.command_id, sent.actor.address), asked, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Led(problem=before.problem)
        about = sent.command.conversation_id
        found = group.conversation(about) if about == sent.actor.conversation_id else None
        decided = decide(
            found,
            sent.command,
            is_given=rows.is_given(group.connection, about),
            day=moment(group.now).date().isoformat(),
        )
        if isinstance(decided, Problem):
            place.enter(problem=decided)
            return Led(problem=decided)
        rows.keep(group.connection, self._draw.identifier(), decided, conversation_id=about)
        place.enter()
        return Led()
