"""transcripts: The middle for customers who ask for their conversation by e-mail: each goes through `handle`.

Beside the counter, by the same order and the same writer: the letter, ledger, audit, one commit. It leads to
no fact: she reads how it went in her snapshot, as she does of a callback request.
"""

from dataclasses import replace
from typing import NamedTuple

from server_stub.counter.ledger import entry
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.calling_time import day_begins
from server_stub.helpline.roles import Action
from server_stub.helpline.transcript import RequestTranscript, TranscriptSituation, decide
from server_stub.helpline.values import Problem
from server_stub.ports import Alarm, Draw
from server_stub.records import fact_log, letters
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group, Key
from server_stub.wire import answers
from server_stub.wire.transcripts import line_of


class SentTranscript(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: RequestTranscript
    actor: CustomerActor


class LetterLimits(NamedTuple):
    """How many letters a day: never more than `most`; above twice `usual` somebody is told (trust.md U20)."""

    most: int
    usual: int


class TranscriptCounter:
    """Decides every wish for a transcript inside the writer's transaction."""

    def __init__(
        self,
        groups: CommitGroups,
        *,
        limits: LetterLimits | None,
        draw: Draw,
        digest_key: bytes,
        alarm: Alarm,
    ) -> None:
        """`limits` are None where no mail host is set; `digest_key` keys the ledger's digests."""
        self._groups = groups
        self._limits = limits
        self._draw = draw
        self._digest_key = digest_key
        self._alarm = alarm

    @property
    def is_offered(self) -> bool:
        """Whether there is a mail host at all."""
        return self._limits is not None

    async def handle(self, sent: SentTranscript) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        own = sent.actor.conversation_id
        led = await self._groups.run(
            lambda group: self._decide(group, sent),
            conversation_ids=(own,) if own is not None else (),
            key=Key(sent.command_id, sent.actor.address),
        )
        if isinstance(led, Problem):
            return led
        self._tell_if_many(led)
        return answers.Accepted(sent.command_id, None, own, None, None, ())

    def _tell_if_many(self, asked_today: int) -> None:
        """Once a day: at the one letter that is the first above twice what is usual."""
        if self._limits is not None and asked_today == 2 * self._limits.usual + 1:
            self._alarm("letters_above_usual", today=asked_today, usual=self._limits.usual)

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentTranscript) -> int | Problem:
        """How many letters have been asked for today with this one; 0 for one that was asked for before."""
        # The address is with its letter alone, and forgotten with it.
        asked_for = replace(sent.command, address="")
        key = Key(sent.command_id, sent.actor.address)
        place = entry(group, key, asked_for, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return before.problem if before.problem is not None else 0
        situation = self._gather(group, sent)
        asked = decide(situation, sent.command)
        if isinstance(asked, Problem):
            place.enter(conversation=situation.conversation, problem=asked)
            return asked
        conversation = situation.conversation
        if conversation is None or conversation.row is None:
            raise ValueError("a letter of no conversation")
        letters.put(group.connection, self._draw.identifier(), conversation.row, asked, now=group.now)
        group.note(sent.actor.address, Action.CUSTOMER_REQUEST_TRANSCRIPT, conversation.conversation_id)
        place.enter(conversation=conversation)
        return situation.today + 1

    def _gather(self, group: Group, sent: SentTranscript) -> TranscriptSituation:
        about = sent.command.conversation_id
        found = group.conversation(about) if about == sent.actor.conversation_id else None
        most = self._limits.most if self._limits is not None else None
        if found is None or found.row is None:
            return TranscriptSituation(None, frozenset(), (), 0, most)
        messages = fact_log.messages(group.connection, found.row, before=None, limit=max(1, found.last_seq))
        return TranscriptSituation(
            conversation=found,
            voices=frozenset(line_of(message).by for message in messages),
            earlier=letters.of_conversation(group.connection, found.row),
            today=letters.asked_since(group.connection, day_begins(group.now)),
            most_a_day=most,
        )
