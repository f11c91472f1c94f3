"""The sheets over one conversation, from wrap-up to a customer's file: one at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header, TranscriptRow
from app.domain.ids import ConversationId
from app.ui.agreed.agreed_pane import AgreedPane
from app.ui.attachments.viewer_pane import ViewerPane
from app.ui.chat.composer import Composer
from app.ui.parts.ground import Edge
from app.ui.parts.seldom import Seldom, tab_after
from app.ui.pre_information.pane import PreInformationPane
from app.ui.pre_information.sheet import Act
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.transfer.sheet import TransferSheet
from app.ui.transfer.transfer_pane import TransferPane
from app.ui.wrap_up.wrap_up_pane import WrapUpPane

_BESIDE = 2
"""In widths that a conversation needs at least."""


class Sheets(QObject):
    """Made when first needed, into ``place`` before ``before``, beside it where both have room; by the Tab
    key they come after what ``after`` names. ``composer`` makes room for them, in the view's ``layout``.

    ``changed``: the conversation is to be shown anew · ``closed``: the keys go back to writing ·
    ``cancelled``: she wants to be asked no more · ``save_wanted``, ``print_wanted``,
    ``pass_on_wanted``: the file that is open.
    """

    changed = Signal()
    closed = Signal()
    cancelled = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    pass_on_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        conversation_id: ConversationId,
        *,
        language: str,
        before: QWidget,
        after: Callable[[], QWidget],
        composer: Composer,
        place: QBoxLayout,
        layout: QVBoxLayout,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._tasks = tasks
        self._conversation_id = conversation_id
        self._language = language
        self._before = before
        self._after = after
        self._composer = composer
        self._place = place
        self._layout = layout
        self._view = view
        self._is_low = self._is_tight = self._is_beside = False
        self._transfer = Seldom(self._made_transfer)
        self._wrap_up = Seldom(self._made_wrap_up)
        self._pre_information = Seldom(self._made_pre_information)
        self._agreed = Seldom(self._made_agreed)
        self._viewer = Seldom(self._made_viewer)

    def open_wrap_up(self, head: Header, *, has_unsent_text: bool) -> None:
        """Open the wrap-up."""
        self._close_all()
        pane = self._wrap_up.need()
        self.fit()
        pane.open(head, has_unsent_text=has_unsent_text)

    def open_transfer(self, head: Header) -> None:
        """Open the transfer sheet, and ask what the queues have before them. Over an open file it is for
        passing on an application (R049).
        """
        has_file = self.open_file is not None
        self._close_all()
        pane = self._transfer.need()
        self.fit()
        pane.open(head, is_application=has_file)
        # New, it has no width yet, by which its words break: it is measured after it has its place.
        self._layout.activate()
        self.make_room()
        pane.look_ahead()

    def open_pre_information(self, act: Act) -> None:
        """Open the sheet that refines or corrects pre-information."""
        self._close_all()
        pane = self._pre_information.need()
        self.fit()
        pane.open(act)
        self._layout.activate()
        self.make_room()

    def open_agreed(self) -> None:
        """Open the sheet of an agreed message; from the wrap-up too, which stays as it was left."""
        self._close_all()
        pane = self._agreed.need()
        self.fit()
        pane.open(self._conversation_id)
        self._layout.activate()
        self.make_room()

    def cancel(self) -> bool:
        """Put them away; what was written and chosen is kept. Whether one but the wrap-up was open."""
        was_open = self._open_transfer is not None or self._has_pre_information or self._has_agreed
        was_open = was_open or self.open_file is not None
        self._close_all()
        return was_open

    def open_viewer(self, row: TranscriptRow) -> None:
        """Open a customer's file, beside the transcript, or in its place where there is no room beside it."""
        self._close_all()
        pane = self._viewer.need()
        pane.open(row)
        self.fit()
        # It is asked for as large as there is room for: its place must be known.
        self._layout.activate()

    @property
    def open_file(self) -> TranscriptRow | None:
        """The file that is open."""
        return None if self._viewer.made is None else self._viewer.made.row

    def show_now(self, head: Header, *, has_unsent_text: bool) -> None:
        """Show how the open one stands."""
        if (transfer := self._transfer.made) is not None:
            transfer.show_now(head)
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.show_now(head, has_unsent_text=has_unsent_text)
        if (pre_information := self._pre_information.made) is not None:
            pre_information.show_now()
        if (agreed := self._agreed.made) is not None:
            agreed.show_now()

    def set_low(self, is_low: bool) -> None:
        """Do with little height."""
        self._is_low = is_low
        self.make_room()

    def set_tight(self, is_tight: bool) -> None:
        """Do with hardly any height."""
        self._is_tight = is_tight

    def fit(self) -> None:
        """Fit into the room the view has now."""
        self._put_beside(is_beside=self._view.width() >= _BESIDE * self._theme.length(Length.CENTRE_MIN))
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.sheet.fit_into(self._view.height())
        self.make_room()

    def _put_beside(self, *, is_beside: bool) -> None:
        """Where the view is wide the sheet stands at the right of the transcript, which is read on while she
        transfers or wraps up; else above it.
        """
        way = QBoxLayout.Direction
        self._place.setDirection(way.RightToLeft if is_beside else way.TopToBottom)
        made = (self._transfer.made, self._wrap_up.made, self._pre_information.made, self._agreed.made)
        for sheet in (pane.sheet for pane in made if pane is not None):
            self._place.setStretchFactor(sheet, 1 if is_beside else 0)
            self._place.setAlignment(sheet, Qt.AlignmentFlag.AlignTop if is_beside else Qt.AlignmentFlag(0))
            sheet.set_edges(Edge.LEFT | Edge.BOTTOM if is_beside else Edge.BOTTOM)
        if (viewer := self._viewer.made) is not None:
            # A page wants all the height there is.
            self._place.setStretchFactor(viewer.sheet, 1)
            viewer.sheet.set_edges(Edge.LEFT if is_beside else Edge.NONE)
        self._before.setVisible(is_beside or self.open_file is None)
        self._is_beside = is_beside

    def make_room(self) -> None:
        """The wrap-up, pre-information, an agreed message, and where it would show too few queues the
        transfer sheet, and a file where it hides the transcript, take the place of the composer, whose draft
        is kept in the desk. The sheet shows as many queues as there is room for.
        """
        if (pre_information := self._pre_information.made) is not None:
            pre_information.sheet.fit_into(self._view.height(), is_tight=self._is_tight)
        if (agreed := self._agreed.made) is not None:
            agreed.sheet.fit_into(is_tight=self._is_tight)
        made, open_transfer = self._transfer.made, self._open_transfer
        has_wrap_up = self._wrap_up.made is not None and self._wrap_up.made.is_open
        has_file = self.open_file is not None and not self._is_beside
        is_covered = has_wrap_up or self._has_pre_information or self._has_agreed or has_file
        if (viewer := self._viewer.made) is not None:
            viewer.sheet.set_tight(self._is_tight)
        self._composer.setVisible(not (is_covered or (self._is_low and open_transfer is not None)))
        if made is None:
            return
        made.sheet.set_low(self._is_low)
        made.sheet.set_tight(self._is_tight)
        # Closed it is measured as well, so that it opens at the size it will have.
        self._measure(made.sheet)
        if open_transfer is None:
            return
        if not self._shows_enough_queues(made.sheet) and not self._composer.isHidden():
            self._composer.hide()
            self._measure(made.sheet)
            self._shows_enough_queues(made.sheet)

    @property
    def _open_transfer(self) -> TransferPane | None:
        """The transfer, while its sheet stands over the conversation."""
        pane = self._transfer.made
        return pane if pane is not None and pane.is_open else None

    def _made_transfer(self) -> TransferPane:
        pane = TransferPane(
            self._theme,
            self._desk,
            self._tasks,
            self._conversation_id,
            language=self._language,
            view=self._view,
        )
        pane.closed.connect(self.make_room)
        pane.cancelled.connect(self.cancelled)
        pane.transferred.connect(self.changed)
        pane.offered.connect(self.closed)
        self._put(pane.sheet, pane.sheet.stops)
        return pane

    def _made_wrap_up(self) -> WrapUpPane:
        pane = WrapUpPane(
            self._theme, self._desk, self._conversation_id, language=self._language, view=self._view
        )
        pane.opened.connect(self.make_room)
        pane.closed.connect(self.make_room)
        pane.closed.connect(self.closed)
        pane.sheet.fit_into(self._view.height())
        self._put(pane.sheet, pane.sheet.stops)
        return pane

    def _made_pre_information(self) -> PreInformationPane:
        pane = PreInformationPane(
            self._theme,
            self._desk,
            self._tasks,
            self._conversation_id,
            language=self._language,
            view=self._view,
        )
        pane.closed.connect(self.make_room)
        pane.cancelled.connect(self.cancelled)
        pane.changed.connect(self.closed)
        self._put(pane.sheet, pane.sheet.stops)
        return pane

    @property
    def _has_pre_information(self) -> bool:
        pane = self._pre_information.made
        return pane is not None and pane.is_open

    def _close_pre_information(self) -> None:
        if (pane := self._pre_information.made) is not None:
            pane.close()

    def _made_agreed(self) -> AgreedPane:
        pane = AgreedPane(self._theme, self._desk, view=self._view)
        pane.closed.connect(self.make_room)
        pane.cancelled.connect(self.cancelled)
        pane.sent.connect(self.closed)
        self._put(pane.sheet, pane.sheet.stops)
        return pane

    @property
    def _has_agreed(self) -> bool:
        pane = self._agreed.made
        return pane is not None and pane.is_open

    def _close_agreed(self) -> None:
        if (pane := self._agreed.made) is not None:
            pane.close()

    def _made_viewer(self) -> ViewerPane:
        pane = ViewerPane(
            self._theme,
            self._desk,
            self._tasks,
            self._conversation_id,
            can_pass_on=True,
            view=self._view,
        )
        pane.closed.connect(self.fit)
        pane.cancelled.connect(self.cancelled)
        pane.save_wanted.connect(self.save_wanted)
        pane.print_wanted.connect(self.print_wanted)
        pane.pass_on_wanted.connect(self.pass_on_wanted)
        self._put(pane.sheet, pane.sheet.stops)
        return pane

    def _put(self, sheet: QWidget, stops: tuple[QWidget, ...]) -> None:
        self._place.insertWidget(self._place.indexOf(self._before), sheet)
        tab_after(self._after(), stops)

    def _close_all(self) -> None:
        """One at a time; what was written and chosen in each is kept."""
        self._close_wrap_up()
        if self._open_transfer is not None:
            self._close_transfer()
        self._close_pre_information()
        self._close_agreed()
        if (viewer := self._viewer.made) is not None:
            viewer.close()

    def _close_wrap_up(self) -> None:
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.close()

    def _close_transfer(self) -> None:
        if (transfer := self._transfer.made) is not None:
            transfer.close()

    def _measure(self, sheet: TransferSheet) -> None:
        """Have the layouts measured anew with the least of queues."""
        sheet.show_rows(0)
        for layout in (sheet.layout(), self._layout):
            if layout is not None:
                layout.invalidate()
        # What lies around it remembers what it needed before.
        sheet.updateGeometry()

    def _shows_enough_queues(self, sheet: TransferSheet) -> bool:
        """Have the sheet show the queues there is room for now; whether there are enough of them."""
        if self._is_tight:
            return sheet.show_rows_in_scroller()
        return sheet.show_rows(self._view.height() - self._layout.minimumSize().height())
