"""Drafts: unsent text by conversation, on the disk within a second of the last key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.desk.keeping import Keeping
from app.domain.changes import Changes, Kind
from app.domain.draft import Draft, returned_above
from app.domain.ids import ConversationId, conversation_of
from app.domain.problems import Problem, ProblemCode
from app.ports import Clock, Drafts, StoreFailed
from app.sync.wakeup import Wakeup

SAVED_EVERY_S = 0.8
"""At most one write this often per slot. A write takes its time too: begun now, it is done within the second
in which what was typed last must be on the disk.
"""


@dataclass(slots=True)
class _Slot:
    """One composer's text and how far it has got to the disk."""

    text: str = ""
    banner: Problem | None = None
    saved_at: datetime | None = None
    saved_mono_s: float | None = None
    is_dirty: bool = False
    is_refused: bool = False
    """The disk has refused this very text: it is on it as soon as the file has caught up."""


class DraftsDesk:
    """Unsent texts. The text of a slot is either here or in the outbox: never in both, never in neither."""

    def __init__(
        self, *, store: Drafts, keeping: Keeping, clock: Clock, tell: Callable[[Changes], None]
    ) -> None:
        self._store = store
        self._keeping = keeping
        self._clock = clock
        self._tell = tell
        self._slots: dict[ConversationId, _Slot] = {}
        self._wakeup = Wakeup(clock)

    # --- for the screen -------------------------------------------------------------------------------------

    def text(self, conversation_id: ConversationId) -> str:
        """What is written, "" when nothing is."""
        slot = self._slots.get(conversation_id)
        return "" if slot is None else slot.text

    def typed(self, conversation_id: ConversationId, text: str) -> None:
        """The composer's text now is this. Clearing it deletes the draft and what was said about it."""
        slot = self._slots.setdefault(conversation_id, _Slot())
        if slot.text == text:
            return
        slot.text = text
        slot.saved_at = None
        slot.is_dirty = True
        slot.is_refused = False
        if not text:
            slot.banner = None
        self._wakeup.ring()
        self._tell(Changes.of(Kind.DRAFTS, [conversation_id]))

    def saved_at(self, conversation_id: ConversationId) -> datetime | None:
        """When what is written now was saved on this computer.

        None while it is not yet, or when there is nothing to save.
        """
        slot = self._slots.get(conversation_id)
        return None if slot is None or not slot.text else slot.saved_at

    def banner(self, conversation_id: ConversationId) -> Problem | None:
        """Why a text came back into this draft, until it is sent, dismissed or cleared."""
        slot = self._slots.get(conversation_id)
        return None if slot is None else slot.banner

    def dismiss_banner(self, conversation_id: ConversationId) -> None:
        """She has read why."""
        slot = self._slots.get(conversation_id)
        if slot is not None and slot.banner is not None:
            slot.banner = None
            slot.is_dirty = True
            self._wakeup.ring()
            self._tell(Changes.of(Kind.DRAFTS, [conversation_id]))

    def all(self) -> tuple[Draft, ...]:
        """Every draft that is not empty, also of conversations she no longer holds."""
        return tuple(self._draft(id_, slot) for id_, slot in self._slots.items() if slot.text)

    @property
    def conversations(self) -> frozenset[ConversationId]:
        """Those of which something is written: a message, a note, whatever it is."""
        return frozenset(conversation_of(draft.conversation_id) for draft in self.all())

    def written_about(self, conversation_id: ConversationId) -> tuple[Draft, ...]:
        """Everything that is written and belongs to that conversation, the message to the customer first."""
        drafts = (each for each in self.all() if conversation_of(each.conversation_id) == conversation_id)
        return tuple(sorted(drafts, key=lambda draft: draft.conversation_id != conversation_id))

    # --- for the desk ---------------------------------------------------------------------------------------

    def restore(self, drafts: Iterable[Draft]) -> None:
        """Take what the file held when this desk opened."""
        for draft in drafts:
            banner = None if draft.returned is None else Problem(draft.returned)
            slot = _Slot(text=draft.text, banner=banner, saved_at=draft.saved_at)
            self._slots[draft.conversation_id] = slot

    def become_message(self, conversation_id: ConversationId, text: str) -> bool:
        """Empty the slot whose text is now a message in the outbox; True when the slot held that text.

        The caller deletes the draft on the disk in the very transaction that enqueues the message.
        """
        slot = self._slots.get(conversation_id)
        if slot is None or slot.text.strip() != text.strip():
            return False
        del self._slots[conversation_id]
        self._tell(Changes.of(Kind.DRAFTS, [conversation_id]))
        return True

    def arrived(self, conversation_id: ConversationId, text: str) -> None:
        """This text has reached whom it was for. What has been written since stays: it has reached nobody."""
        if self.text(conversation_id).strip() == text.strip():
            self.typed(conversation_id, "")

    def become_part(self, conversation_id: ConversationId, rest: str) -> Draft:
        """Let ``rest`` be what is left of a draft whose beginning is now a message in the outbox. The caller
        keeps what is returned in the very transaction that enqueues the message.
        """
        slot = self._slots.setdefault(conversation_id, _Slot())
        slot.text = rest
        slot.is_dirty = slot.is_refused = False
        slot.saved_at = slot.saved_mono_s = None
        self._tell(Changes.of(Kind.DRAFTS, [conversation_id]))
        return self._draft(conversation_id, slot)

    def come_back(self, conversation_id: ConversationId, text: str, problem: Problem | None) -> Draft:
        """Lay a message's text above what has been written since, never over it. The caller keeps what is
        returned.
        """
        slot = self._slots.setdefault(conversation_id, _Slot())
        slot.text = returned_above(text, slot.text)
        slot.banner = problem or slot.banner
        slot.is_dirty = slot.is_refused = False
        slot.saved_at = slot.saved_mono_s = None
        self._tell(Changes.of(Kind.DRAFTS, [conversation_id]))
        return self._draft(conversation_id, slot)

    async def kept(self, write: Awaitable[None], draft: Draft) -> None:
        """Await what writes this draft, and note whether it is on the disk. Raises StoreFailed."""
        try:
            await write
        except StoreFailed:
            slot = self._slots.get(draft.conversation_id)
            if slot is not None and slot.text == draft.text:
                slot.is_refused = True
            raise
        self._was_kept(draft)

    def caught_up(self) -> None:
        """The file holds all that was written to it: also the texts it had refused."""
        for conversation_id, slot in self._slots.items():
            if slot.is_refused:
                self._was_kept(self._draft(conversation_id, slot))

    def save_all(self) -> None:
        """Have everything that is not on the disk written now (before ending)."""
        for conversation_id, slot in self._slots.items():
            if slot.is_dirty:
                self._save(conversation_id, slot)

    async def run(self) -> None:
        """Save what is typed until cancelled."""
        while True:
            await self._wakeup.wait(self._save_due())

    # --- to the disk ----------------------------------------------------------------------------------------

    def _save_due(self) -> float | None:
        """Save every slot whose second is over; return the seconds until the next one is (None: all is
        saved).
        """
        mono_s = self._clock.monotonic()
        waits: list[float] = []
        for conversation_id, slot in self._slots.items():
            if not slot.is_dirty:
                continue
            left_s = 0.0 if slot.saved_mono_s is None else slot.saved_mono_s + SAVED_EVERY_S - mono_s
            if left_s > 0:
                waits.append(left_s)
            else:
                self._save(conversation_id, slot)
        return min(waits, default=None)

    def _save(self, conversation_id: ConversationId, slot: _Slot) -> None:
        slot.is_dirty = False
        slot.saved_mono_s = self._clock.monotonic()
        draft = self._draft(conversation_id, slot)

        async def write() -> None:
            if draft.text:
                await self.kept(self._store.keep(draft), draft)
            else:
                await self._store.forget(conversation_id)

        self._keeping.soon(write)

    def _was_kept(self, draft: Draft) -> None:
        """The draft is on the disk; if it is still what is written, the screen may say so."""
        slot = self._slots.get(draft.conversation_id)
        if slot is not None and slot.text == draft.text:
            slot.saved_at = draft.saved_at
            slot.is_refused = False
            self._tell(Changes.of(Kind.DRAFTS, [draft.conversation_id]))

    def _draft(self, conversation_id: ConversationId, slot: _Slot) -> Draft:
        returned: ProblemCode | None = None if slot.banner is None else slot.banner.code
        return Draft(conversation_id, slot.text, slot.saved_at or self._clock.now(), returned)
