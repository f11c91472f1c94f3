"""The banners above the work: whose it is, connection, notices, memory only, texts left, signing out."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.desk.callback_views import due_unopened, writable_slots
from app.desk.consultation_views import consultation_slots
from app.desk.desk import Desk
from app.desk.notices import News, Notice
from app.desk.offer_views import OfferCard
from app.desk.views import next_waiting
from app.domain.callback import CallbackState
from app.domain.commands import ClaimWaiting
from app.domain.conversation import ConversationState
from app.domain.draft import Draft
from app.domain.ids import ConversationId, conversation_of
from app.domain.memory_only import Cause
from app.ui.parts.banner import Banner
from app.ui.parts.ground import Ground
from app.ui.parts.keys_before import KeysBefore
from app.ui.status.link_news import LinkNews
from app.ui.status.memory_words import memory_only_words, put_aside_words
from app.ui.status.notice_words import notice_words
from app.ui.status.standing_words import (
    came_back_words,
    has_unfinished,
    left_text_words,
    offered_words,
    sign_out_words,
)
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class NewsStack(Ground):
    """``take_wanted``: take the next customer · ``sign_out_confirmed``: she has read what is unsent ·
    ``offer_wanted``: to where an offer can be answered ·
    ``someone_else_wanted``: whoever sits here is not the one whose work came back.
    """

    take_wanted = Signal()
    offer_wanted = Signal()
    someone_else_wanted = Signal()
    sign_out_confirmed = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "newsStack", Colour.BG, parent=parent)
        self._desk = desk
        self._now = now
        self._news = LinkNews()
        self._notice: News | None = None
        self._left: Draft | None = None
        self._is_signing_out = False
        self._before = KeysBefore()
        self._offered = Banner(theme, "offered", parent=self)
        names = ("signOutStrip", "cameBack", "memoryOnly", "putAside", "linkNews", "notice", "leftText")
        self._sign_out, self._who, self._memory, self._aside, self._link, self._told, self._text = (
            Banner(theme, name, parent=self) for name in names
        )
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_5)
        layout.setContentsMargins(side, theme.length(Length.SPACE_3), side, theme.length(Length.SPACE_3))
        layout.setSpacing(theme.length(Length.SPACE_3))
        for banner in self._banners():
            layout.addWidget(banner)
        self._offered.acted.connect(self.offer_wanted)
        self._sign_out.acted.connect(self.sign_out_confirmed)
        self._sign_out.second_acted.connect(self.cancel_signing_out)
        self._who.acted.connect(self.someone_else_wanted)
        self._who.second_acted.connect(self._on_it_is_me)
        self._aside.acted.connect(self._on_put_aside_read)
        self._link.acted.connect(self._on_link_acted)
        self._told.acted.connect(self._on_notice_acted)
        self._told.second_acted.connect(self._on_notice_read)
        self._text.acted.connect(self._on_text_copied)
        self._text.second_acted.connect(self._on_text_deleted)

    @property
    def is_signing_out(self) -> bool:
        """Whether signing out is being asked about."""
        return self._is_signing_out

    def show_now(self) -> None:
        """Show what there is to tell now; nothing at all takes no room."""
        desk = self._desk
        unsent = len(desk.unsent())
        words = self._news.words(
            desk.link, unsent=unsent, now=self._now(), is_kept_on_disk=desk.is_kept_on_disk
        )
        self._link.say(words)
        name = desk.seen.confirmed.me.display_name
        self._who.say(came_back_words(name) if desk.asks_who_she_is else None)
        self._show_how_it_is_kept()
        self._show_notice()
        self._show_left_text()
        asking = sign_out_words(
            desk.seen,
            drafts=desk.drafts.all(),
            is_kept_on_disk=desk.is_kept_on_disk,
            calls=desk.calling.unrecorded,
            due=due_unopened(desk.seen, now=desk.now()) if self._is_signing_out else (),
            changed=len(desk.archiving.changed),
        )
        self._sign_out.say(asking if self._is_signing_out else None)
        self.setVisible(any(banner.words is not None for banner in self._banners()))

    def show_offered(self, card: OfferCard | None) -> None:
        """Say that this customer is offered to her, where she does not see the offer; shown with
        ``show_now``.
        """
        self._offered.say(None if card is None else offered_words(card))

    def ask_to_sign_out(self) -> None:
        """List what is unsent and ask."""
        if not self._is_signing_out:
            self._before.remember()
        self._is_signing_out = True
        self.show_now()
        # Enter by mistake must not leave customers and texts behind.
        if has_unfinished(
            self._desk.seen,
            drafts=self._desk.drafts.all(),
            calls=self._desk.calling.unrecorded,
            changed=len(self._desk.archiving.changed),
        ):
            self._sign_out.focus_second()
        else:
            self._sign_out.focus_action()

    def cancel_signing_out(self) -> None:
        """Take the question back."""
        self._is_signing_out = False
        is_here = self._sign_out.isAncestorOf(QApplication.focusWidget() or self)
        self.show_now()
        if is_here:
            self._before.give_back()

    def _banners(self) -> tuple[Banner, ...]:
        return (
            self._offered,
            self._sign_out,
            self._who,
            self._memory,
            self._aside,
            self._link,
            self._told,
            self._text,
        )

    def _show_how_it_is_kept(self) -> None:
        """Say why drafts are in memory only, and that an earlier file is not there."""
        memory_only = self._desk.memory_only
        self._memory.say(None if memory_only is None else memory_only_words(memory_only))
        is_said = memory_only is not None and memory_only.cause is Cause.DAMAGED
        self._aside.say(put_aside_words() if self._desk.is_file_put_aside and not is_said else None)

    def _show_notice(self) -> None:
        notices = self._desk.notices
        self._notice = notices[0] if notices else None
        if self._notice is None:
            self._told.say(None)
            return
        following = next_waiting(self._desk.seen, None, now=self._desk.now())
        alias = following.alias if following is not None else None
        self._told.say(notice_words(self._notice, next_alias=alias))

    def _show_left_text(self) -> None:
        """Offer a text whose conversation is no longer here: it is never lost with it."""
        mine = self._mine()
        seen = self._desk.seen
        if not (seen.is_live or seen.confirmed.queues):
            self._left = None  # nothing is known yet of whose conversations these are
        else:
            # A conversation that went elsewhere offers its text in its own tab.
            mine |= {each.conversation_id for each in self._desk.departed}
            # Notes of a call stand with its request, for as long as that is open.
            mine |= {
                ConversationId(each.callback_id)
                for each in seen.confirmed.callbacks.values()
                if each.state is not CallbackState.CLOSED
            }
            # Words for a consultation stand in its view while it goes on; a new question always does.
            mine |= consultation_slots(seen)
            # A message to whom she has called stands with the request, also when that is closed.
            written = writable_slots(seen, now=self._desk.now())
            left = [
                draft
                for draft in self._desk.drafts.all()
                if conversation_of(draft.conversation_id) not in mine and draft.conversation_id not in written
            ]
            self._left = left[0] if left else None
        self._text.say(left_text_words(self._left.text) if self._left is not None else None)

    def _mine(self) -> set[ConversationId]:
        confirmed = self._desk.seen.confirmed
        return {
            head.conversation_id
            for head in confirmed.heads.values()
            if confirmed.is_mine(head) and head.state is not ConversationState.WAITING
        }

    def _on_it_is_me(self) -> None:
        self._desk.answer_who_she_is()
        self.show_now()

    def _on_put_aside_read(self) -> None:
        self._desk.put_aside_read()
        self.show_now()

    def _on_link_acted(self) -> None:
        if self._desk.seen.is_live:
            self._news.dismiss()
        else:
            self._desk.retry_now()
        self.show_now()

    def _on_notice_acted(self) -> None:
        notice = self._notice
        is_claim = isinstance(notice, Notice) and isinstance(notice.command, ClaimWaiting)
        has_next = self._told.words is not None and bool(self._told.words.second)
        self._on_notice_read()
        if is_claim and has_next:
            self.take_wanted.emit()

    def _on_notice_read(self) -> None:
        if self._notice is not None:
            self._desk.dismiss(self._notice.notice_id)
            self.show_now()

    def _on_text_copied(self) -> None:
        if self._left is not None:
            QGuiApplication.clipboard().setText(self._left.text)

    def _on_text_deleted(self) -> None:
        if self._left is not None:
            self._desk.drafts.typed(self._left.conversation_id, "")
            self.show_now()
