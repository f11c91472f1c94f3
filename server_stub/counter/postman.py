"""postman: Takes letters that wait to the mail host, one after another, in a task of its own.

    due ─► read and lay out ─► open (host agrees) ─► take: commit ─► give the text ─► settle: commit

Killed anywhere before `take`: the letter waits and goes at the next start. Killed between `take` and
`settle`: nobody knows whether the host has it, so it is never given again; it is `unknown`, its address is
erased and the customer is told (decision 44). A host that is slow or away holds up letters and nothing else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final, NamedTuple

from server_stub.counter.in_force import InForce
from server_stub.helpline import transcript
from server_stub.helpline.actors import ClockActor
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.transcript import LetterState
from server_stub.letters.letter import letter_bytes
from server_stub.letters.mail_host import Declined, LostInHand, MailHost, Opened, PutOff, opened
from server_stub.ports import Alarm, Clock, Points, pass_by, place_of
from server_stub.records import letters
from server_stub.records.commit_groups import CommitGroups, WriteFailed
from server_stub.records.database import Database
from server_stub.records.group import Group
from server_stub.records.letters import Letter
from server_stub.wire.transcripts import line_of, with_consents

LOOKS_EVERY_S: Final = 1.0
FORGOTTEN_AFTER_MS: Final = 600_000
"""A text that was begun so long ago is in nobody's hand any more: every line to the host has timed out."""


class Desk(NamedTuple):
    """What letters are made with: the mail host, and the address at which a customer identifies herself."""

    host: MailHost
    page: str


class Postman:
    """Sends what is due; what fails waits, and is told of by name."""

    def __init__(
        self,
        database: Database,
        groups: CommitGroups,
        in_force: InForce,
        masker: Masker,
        *,
        desk: Desk,
        clock: Clock,
        alarm: Alarm,
        points: Points = pass_by,
    ) -> None:
        """`points` names the places of the way, for tests that end the process at one."""
        self._database = database
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._desk = desk
        self._clock = clock
        self._alarm = alarm
        self._points = points
        # Where no other process can have a letter in its hand, what is in hand at the start was left.
        self._left_after_ms = FORGOTTEN_AFTER_MS if database.is_postgres else 0
        self._is_stopping = False

    async def run(self) -> None:
        """Go round until told to stop; a letter whose text has begun is seen through."""
        while not self._is_stopping:
            await self._safely(self.go_round)
            await asyncio.sleep(LOOKS_EVERY_S)

    def stop(self) -> None:
        """Begin no other letter."""
        self._is_stopping = True

    async def go_round(self) -> None:
        """Every letter that is due, once; and those that a killed process left in its hand."""
        now, left_after = self._clock.millis(), self._left_after_ms
        self._left_after_ms = FORGOTTEN_AFTER_MS
        for letter_id in await self._database.read(
            lambda connection: letters.left_in_hand(connection, before=now - left_after)
        ):
            await self._settle(letter_id, LetterState.UNKNOWN)
        for letter in await self._database.read(lambda connection: letters.due(connection, now)):
            if self._is_stopping:
                return
            await self._safely(partial(self._send, letter))

    async def _send(self, letter: Letter) -> None:
        try:
            text = await self._written(letter)
            line = await asyncio.to_thread(opened, self._desk.host, letter.address)
        except (PutOff, Declined) as error:
            await self._not_taken(letter, error)
            return
        except Exception as error:
            # A fault of ours: tried as seldom as if the host were away, and never for ever.
            self._alarm("letter_failed", error=type(error).__name__, at=place_of(error))
            await self._not_taken(letter, PutOff(type(error).__name__))
            return
        try:
            await self._hand_over(letter, line, text)
        finally:
            await asyncio.to_thread(line.close)

    async def _hand_over(self, letter: Letter, line: Opened, text: bytes) -> None:
        now = self._clock.millis()
        is_ours = await self._groups.run(
            lambda group: letters.take(group.connection, letter.letter_id, now=now)
        )
        if not is_ours:
            return
        self._points("letter_taken")
        try:
            await asyncio.to_thread(line.give, text)
        except LostInHand:
            self._alarm("letter_lost_in_hand")
            await self._settle(letter.letter_id, LetterState.UNKNOWN)
        except (PutOff, Declined) as error:
            await self._not_taken(letter, error)
        else:
            self._points("letter_given")
            await self._settle(letter.letter_id, LetterState.SENT)

    async def _not_taken(self, letter: Letter, why: PutOff | Declined) -> None:
        tries = letter.tries + 1
        until = transcript.next_try(tries, now=self._clock.millis()) if isinstance(why, PutOff) else None
        self._alarm("letter_not_taken", error=type(why).__name__, answer=str(why), tries=tries)
        if until is None:
            await self._settle(letter.letter_id, LetterState.FAILED)
            return
        await self._groups.run(
            lambda group: letters.put_off(group.connection, letter.letter_id, until=until, tries=tries)
        )

    async def _settle(self, letter_id: str, state: LetterState) -> None:
        """Said in the database and the audit log at once; no copy of the address stays behind."""

        def settled(group: Group) -> None:
            letters.settle(group.connection, letter_id, state)
            group.note(ClockActor().address, f"letter_{state}", letter_id)

        await self._groups.run(settled)
        self._groups.empty_log()

    async def _written(self, letter: Letter) -> bytes:
        """The letter as it goes out. All that an anonymous one says is masked again, whoever wrote it."""
        conversation, messages, asked = await self._database.read(
            lambda connection: letters.content(connection, letter)
        )
        language = conversation.language
        if transcript.says_content(conversation):
            public = self._in_force.now.public_numbers
            lines = [line_of(message) for message in messages]
            masked = [line._replace(text=self._masker.mask(line.text, public).text) for line in lines]
            text = transcript.laid_out(with_consents(masked, asked, language), language)
        else:
            text = transcript.link_only(self._desk.page, language)
        return letter_bytes(
            letter_id=letter.letter_id,
            sender=self._desk.host.sender,
            recipient=letter.address,
            subject=transcript.subject(language),
            text=text,
            at=self._clock.millis(),
        )

    async def _safely(self, step: Callable[[], Awaitable[None]]) -> None:
        """A round that fails, for whatever reason, never keeps the next from its turn."""
        try:
            await step()
        except WriteFailed as error:
            self._alarm("letters_failed", error=str(error))
        except Exception as error:
            self._alarm("letters_failed", error=type(error).__name__, at=place_of(error))
