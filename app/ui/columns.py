"""The columns of the work view: queues, conversation, customer; which fold or are hidden, and into what."""

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.chat.chat_area import ChatArea
from app.ui.folded_panel import FoldedPanel
from app.ui.folding import Folding
from app.ui.icons import Icon
from app.ui.parts.ground import Edge
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.rail import Rail, RailItem, RailLabel
from app.ui.splitter import PaneSplitter
from app.ui.theme import Theme
from app.ui.tokens import Length

QUEUES, CUSTOMER = "queues", "customer"
"""The columns that can be hidden, by the names they are remembered by."""


class Columns(QWidget):
    """Rail, queues, conversation and customer, side by side. Where there is no room a column is folded: its
    rail opens it over the conversation for a moment. Where there is, she may hide it, and its rail brings it
    back.

    ``rearranged``: she has made one wider or narrower, or hidden it or shown it · ``turned``: another view is
    shown, the work view or one of those that were added.
    """

    rearranged = Signal()
    turned = Signal()

    def __init__(
        self, theme: Theme, *, queues: QueuePane, chat: ChatArea, customer: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._queues, self._chat, self._customer = queues, chat, customer
        self._hidden: frozenset[str] = frozenset()
        self._is_folded_left = False
        self._is_folded_right = False
        self._to_restore = b""
        work = RailLabel("railWork", self.tr("Work view"), Icon.WORK_VIEW)
        self._rail = Rail(theme, "rail", (work,), edges=Edge.RIGHT, parent=self)
        facts = RailLabel("railCustomer", self.tr("Customer"), Icon.USER)
        self._right_rail = Rail(theme, "rightRail", (facts,), edges=Edge.LEFT, parent=self)
        self._splitter = PaneSplitter(theme, "columns", parent=self)
        self._views: dict[str, tuple[RailItem, QWidget]] = {}
        self._view = ""
        self._lay_out()
        self._over_left = self.panel_over("foldedLeft", Length.LEFT_DOCK_FOLDED, at_right=False)
        self._over_right = self.panel_over("foldedRight", Length.RIGHT_DOCK, at_right=True)
        self._rail.items[0].clicked.connect(self._on_rail_clicked)
        self._right_rail.items[0].clicked.connect(self._on_right_rail_clicked)

    def panel_over(self, name: str, width: Length, *, at_right: bool) -> FoldedPanel:
        """A panel that opens over the conversation and spares what is being written; over another view while
        that is shown.
        """
        return FoldedPanel(
            self._theme,
            name,
            width=self._theme.length(width),
            at_right=at_right,
            host=self._chat,
            stage=self._shown_instead,
            spared=self._chat.composer_height,
        )

    def _shown_instead(self) -> QWidget:
        """The view that is shown in place of the columns."""
        return self._views[self._view][1] if self._view else self._chat

    def state(self) -> bytes:
        """How wide the columns are, to be remembered; while one is folded, what there is to come back to."""
        if self._is_folded_left or self._is_folded_right:
            return self._to_restore
        return bytes(self._splitter.saveState().data())

    def restore(self, state: bytes) -> None:
        """Have the columns as wide as they were, now or when all of them stand side by side again. What
        cannot be read changes nothing.
        """
        self._to_restore = state
        self._restore_if_whole()

    @property
    def hidden(self) -> str:
        """Which columns she has hidden, to be remembered."""
        return " ".join(sorted(self._hidden))

    def hide_columns(self, names: str) -> None:
        """Hide these and show the others; names that are not known change nothing."""
        self._hidden = frozenset(names.split()) & {QUEUES, CUSTOMER}
        self._show_columns()

    @property
    def view(self) -> str:
        """The view that is shown: a name given to ``add_view``, or "" for the work view."""
        return self._view

    def add_view(self, label: RailLabel, widget: QWidget) -> RailItem:
        """A view that takes the place of the columns when its item of the rail is pressed."""
        item = self._rail.add(label)
        self._views[label.name] = (item, widget)
        self._row.insertWidget(self._row.count() - 1, widget, 1)
        widget.hide()
        item.chosen.connect(self.show_view)
        return item

    def show_view(self, name: str) -> None:
        """Show the view of that name, "" for the work view."""
        if name != self._view:
            for panel in self.findChildren(FoldedPanel):
                # It lies over what goes now.
                panel.hide()
        self._view = name
        self._rail.items[0].setChecked(not name)
        for each, (item, widget) in self._views.items():
            item.setChecked(each == name)
            widget.setVisible(each == name)
        self._over_left.hide()
        self._over_right.hide()
        self._splitter.setVisible(not name)
        self._show_rails()
        self.turned.emit()

    def show_waiting(self, count: int) -> None:
        """Show on the rail how many wait."""
        self._rail.items[0].show_count(count)

    def fold(self, folding: Folding) -> None:
        """Fold and unfold as the size of the window asks."""
        is_folding = folding.left or folding.right
        if is_folding and not (self._is_folded_left or self._is_folded_right):
            self._to_restore = self.state()
        if folding.left != self._is_folded_left:
            self._is_folded_left = folding.left
            self._move(self._queues, self._over_left, 0, is_folded=folding.left)
        if folding.right != self._is_folded_right:
            self._is_folded_right = folding.right
            self._move(self._customer, self._over_right, self._splitter.count(), is_folded=folding.right)
        self._show_columns()
        self._restore_if_whole()

    def show_or_hide_customer(self) -> None:
        """Open the folded column, or show and hide the one beside the conversation."""
        if self._is_folded_right:
            self._over_right.toggle()
        else:
            self._show_or_hide(CUSTOMER)

    def show_or_hide_queues(self) -> None:
        """Open the folded column, or show and hide the one beside the conversation."""
        if self._is_folded_left:
            self._over_left.toggle()
        else:
            self._show_or_hide(QUEUES)

    def show_queues(self) -> None:
        """Have the queues before her eyes: somebody wants to go there."""
        if self._is_folded_left:
            self._over_left.open()
        elif QUEUES in self._hidden:
            self._show_or_hide(QUEUES)

    def show_customer(self) -> None:
        """Have the customer before her eyes: somebody wants to go there."""
        if self._is_folded_right:
            self._over_right.open()
        elif CUSTOMER in self._hidden:
            self._show_or_hide(CUSTOMER)

    def close_queues(self) -> None:
        """Close the queues where they lie over the conversation."""
        self._over_left.hide()

    def close_one(self) -> bool:
        """Close a column that lies over the conversation; False when none does."""
        for panel in (self._over_right, self._over_left):
            if panel.isVisible():
                panel.hide()
                return True
        return False

    def _lay_out(self) -> None:
        length = self._theme.length
        for pane in (self._queues, self._chat, self._customer):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._queues.setMinimumWidth(length(Length.LEFT_DOCK) * 4 // 5)
        self._customer.setMinimumWidth(length(Length.RIGHT_DOCK) * 9 // 10)
        wide = [length(Length.LEFT_DOCK), length(Length.CENTRE_MIN) * 2, length(Length.RIGHT_DOCK)]
        self._splitter.setSizes(wide)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._splitter, 1)
        row.addWidget(self._right_rail)
        self._rail.items[0].setChecked(True)

    def _show_or_hide(self, name: str) -> None:
        self._hidden ^= {name}
        self._show_columns()
        self.rearranged.emit()

    def _show_columns(self) -> None:
        """A folded column is the panel's to show; the others are shown unless they are hidden."""
        self._queues.setVisible(self._is_folded_left or QUEUES not in self._hidden)
        self._customer.setVisible(self._is_folded_right or CUSTOMER not in self._hidden)
        self._show_rails()

    def _show_rails(self) -> None:
        is_away = self._is_folded_right or CUSTOMER in self._hidden
        self._right_rail.setVisible(is_away and not self._view)
        self._right_rail.items[0].setChecked(False)

    def _restore_if_whole(self) -> None:
        if self._to_restore and not (self._is_folded_left or self._is_folded_right):
            self._splitter.restoreState(QByteArray(self._to_restore))
            self._to_restore = b""

    def _move(self, pane: QWidget, over: FoldedPanel, place: int, *, is_folded: bool) -> None:
        """Put a column beside the conversation, or into the panel that opens over it."""
        over.hide()
        if is_folded:
            over.take(pane)
        else:
            self._splitter.insertWidget(place, pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(self._chat), 1)
            pane.show()

    def _on_splitter_moved(self) -> None:
        self.rearranged.emit()

    def _on_rail_clicked(self) -> None:
        was_elsewhere = bool(self._view)
        self.show_view("")
        if was_elsewhere:
            return
        if self._is_folded_left:
            self._over_left.toggle()
        else:
            self.show_queues()

    def _on_right_rail_clicked(self) -> None:
        self.show_or_hide_customer()
        self._right_rail.items[0].setChecked(False)
