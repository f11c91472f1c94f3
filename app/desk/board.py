"""The board: confirmed state, the link and passing hints; the only place where confirmed state changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from app.domain.changes import Changes, Kind
from app.domain.conversation import Author, Message, Staff
from app.domain.conversation_reduce import with_older
from app.domain.departed import Departed, departures
from app.domain.desk_state import DeskState, Snapshot, nothing_known, state_of
from app.domain.differences import differences
from app.domain.facts import Beat, Hint, MessageWritten, Streamed, TypingHint
from app.domain.hand_overs import MovedOften
from app.domain.ids import CommandId, ConversationId
from app.domain.link import LinkState, LinkView
from app.domain.moment import Moment
from app.domain.offer import Offer
from app.domain.offer_facts import OfferAccepted, OfferEnded
from app.domain.reduce import reduce
from app.ports import Clock

OfferOver = tuple[Offer, OfferAccepted | OfferEnded | None]
"""An offer that stood, and the fact that ended it; None when it ended while nothing was heard."""
TYPING_HOLDS_S = 6.0
"""How long a typing hint is valid (contract, section 5)."""


class Board:
    """Takes what the follower brings (``app.sync.follower.Reader``) and says what changed."""

    def __init__(
        self,
        *,
        me: Staff,
        clock: Clock,
        tell: Callable[[Changes], None],
        on_causes: Callable[[frozenset[CommandId]], None],
        on_link: Callable[[], None],
        on_caught_up: Callable[[Moment], None],
        on_offers_over: Callable[[tuple[OfferOver, ...]], None],
        on_moved_often: Callable[[MovedOften], None],
    ) -> None:
        self._clock = clock
        self._tell = tell
        self._on_causes = on_causes
        self._on_link = on_link
        self._on_caught_up = on_caught_up
        self._on_offers_over = on_offers_over
        self._on_moved_often = on_moved_often
        self._typing_until_s: dict[ConversationId, float] = {}
        self._ahead = timedelta(0)
        self.confirmed: DeskState = nothing_known(me)
        self._departed: dict[ConversationId, Departed] = {}
        self.link = LinkView(LinkState.SIGNED_OUT)

    def now(self) -> datetime:
        """The backend's clock, as far as it was last heard."""
        return self._clock.now() + self._ahead

    def departed(self) -> tuple[Departed, ...]:
        """Conversations of hers that went elsewhere, until she lets go of them or has them again."""
        return tuple(self._departed.values())

    def let_go(self, conversation_id: ConversationId) -> None:
        """She has seen where it went."""
        if self._departed.pop(conversation_id, None) is not None:
            self._tell(Changes.of(Kind.HEADS, [conversation_id]))

    def is_typing(self, conversation_id: ConversationId) -> bool:
        """Whether the customer is writing just now."""
        return self._typing_until_s.get(conversation_id, 0.0) > self._clock.monotonic()

    # --- what the follower brings ---------------------------------------------------------------------------

    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Start afresh. What pending intents led to is in it: the messages name their causes."""
        self._heard_clock(snapshot.now)
        fresh = state_of(snapshot)
        causes = frozenset(
            message.caused_by
            for window in fresh.windows.values()
            for message in window.messages
            if message.caused_by is not None
        )
        gone = departures(self.confirmed, fresh)
        over = tuple(
            (offer, None)
            for offer in self.confirmed.offers.values()
            if offer.conversation_id not in fresh.offers
        )
        self._change(fresh, differences(self.confirmed, fresh), causes, gone)
        if over:
            self._on_offers_over(over)

    def take_facts(self, facts: tuple[Streamed, ...]) -> None:
        """Take facts that follow; all of them or, when one is out of step, none."""
        state, changes = self.confirmed, Changes()
        gone: list[Departed] = []
        over: list[OfferOver] = []
        for streamed in facts:
            before = state
            if isinstance(streamed.fact, OfferAccepted | OfferEnded):
                offer = state.offers.get(streamed.fact.conversation_id)
                over += [(offer, streamed.fact)] if offer is not None else []
            state, more = reduce(state, streamed)
            changes |= more
            # Fact by fact: moved and then forgotten, it would only have vanished.
            gone.extend(departures(before, state, streamed.fact))
        for streamed in facts:
            if isinstance(streamed.fact, MessageWritten) and streamed.fact.by is Author.CUSTOMER:
                self._typing_until_s.pop(streamed.fact.conversation_id, None)
        causes = frozenset(each.fact.caused_by for each in facts if each.fact.caused_by is not None)
        self._change(state, changes, causes, gone)
        if over:
            self._on_offers_over(tuple(over))
        for streamed in facts:
            if isinstance(streamed.fact, MovedOften):
                self._on_moved_often(streamed.fact)

    def caught_up(self, since: Moment) -> None:
        """Nothing committed before ``since`` is still on its way to us."""
        self._on_caught_up(since)

    def take_older(self, conversation_id: ConversationId, messages: tuple[Message, ...]) -> bool:
        """Lay a page of older messages before the window. True when some were new."""
        state, changes = with_older(self.confirmed, conversation_id, messages)
        self._change(state, changes, frozenset())
        return bool(changes)

    def take_hint(self, hint: Hint) -> None:
        """Remember for six seconds that the customer is writing."""
        if isinstance(hint, TypingHint) and hint.by is Author.CUSTOMER:
            self._typing_until_s[hint.conversation_id] = self._clock.monotonic() + TYPING_HOLDS_S
            self._tell(Changes.of(Kind.HEADS, [hint.conversation_id]))

    def take_beat(self, beat: Beat) -> None:
        """Set our idea of the backend's clock."""
        self._heard_clock(beat.now)

    def forget_hints(self) -> None:
        """The line was lost."""
        known = tuple(self._typing_until_s)
        self._typing_until_s.clear()
        self._tell(Changes.of(Kind.HEADS, known))

    def show_link(self, link: LinkView) -> None:
        """Show how the link stands."""
        if link != self.link:
            self.link = link
            self._on_link()

    # --- the one line where confirmed state changes ---------------------------------------------------------

    def _change(
        self,
        state: DeskState,
        changes: Changes,
        causes: frozenset[CommandId],
        gone: Iterable[Departed] = (),
    ) -> None:
        self.confirmed = state
        self._departed.update((each.conversation_id, each) for each in gone)
        for conversation_id in tuple(self._departed):
            head = state.heads.get(conversation_id)
            if state.is_joined(conversation_id) or (head is not None and state.is_mine(head)):
                del self._departed[conversation_id]
        self._tell(changes)
        self._on_causes(causes)

    def _heard_clock(self, now: datetime) -> None:
        self._ahead = now - self._clock.now()
