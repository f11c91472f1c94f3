"""ledger: A command that comes again leads to what it led to before: said once for every counter.

Repeats are told apart by a keyed digest of the command as it is kept, texts covered: never of the bytes that
came. The key lies in the same database: whoever had a copy could guess an identity code, one after another,
from a digest of what was covered (trust.md I10, I13).

recall (an earlier commit) | earlier (this very one) ─► the first result: a fact, a problem, or nothing
"""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Problem
from server_stub.records.group import Group, Key, Written
from server_stub.wire import answers
from server_stub.wire.ledgered import command_bytes


class Before(NamedTuple):
    """What the same command led to: a problem; a fact, numbered already or of this very group; or nothing.

    `about` is the row of the conversation it was about, where it was about one.
    """

    problem: Problem | None = None
    fact_seq: int | None = None
    written: Written | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A command's place in the ledger, inside the transaction."""

    group: Group
    key: Key
    digest: bytes

    def before(self) -> Before | None:
        """What it led to when it came before, or None; a command that differs is counted and not kept."""
        known = self.group.recall(self.key)
        if known is not None:
            # None is left of what was masked by hand since: what came first cannot be known any more.
            if known.digest and known.digest != self.digest:
                self.group.count_differing(self.key)
            problem = answers.decode_problem(known.problem) if known.problem is not None else None
            return Before(problem, known.fact_seq, None, known.conversation)
        entered = self.group.earlier(self.key)
        if entered is None:
            return None
        problem = answers.decode_problem(entered.problem) if entered.problem is not None else None
        return Before(problem, None, entered.written, entered.conversation)

    def enter(
        self,
        *,
        conversation: Conversation | None = None,
        written: Written | None = None,
        problem: Problem | None = None,
    ) -> None:
        """What it leads to now. Nothing is a result as well: the same again must not be decided anew."""
        said = answers.encode_problem(problem) if problem is not None else None
        self.group.enter(self.key, self.digest, conversation=conversation, written=written, problem=said)


def entry(group: Group, key: Key, command: object, *, digest_key: bytes) -> Entry:
    """The place of a command; of it a keyed digest is all that is kept.

    `command` is as the rules are given it: cleaned and masked, without a number or an address that is kept in
    one place only. The id and the sender go into the digest, so that the same words twice are not seen to be.
    """
    hashed = hashlib.blake2b(key=digest_key, digest_size=16)
    for part in (key.command_id.encode(), key.actor.encode(), command_bytes(command)):
        hashed.update(len(part).to_bytes(4, "big") + part)
    return Entry(group, key, hashed.digest())
