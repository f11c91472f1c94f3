"""The tabs of the conversations a counsellor holds: who, what is unread, how long she has waited."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from app.desk.lateness import Silence
from app.desk.panes import Tab
from app.domain.conversation import ConversationState
from app.domain.ids import ConversationId
from app.ui.chat.bubble import rounded
from app.ui.chat.departed_words import departed_word
from app.ui.icons import Icon
from app.ui.parts.badges import clock_pill, count_pill
from app.ui.parts.drawing import draw_focus
from app.ui.parts.lateness import silence_colour, silence_icon
from app.ui.parts.marks import Mark, draw_mark, mark_size
from app.ui.problem.mark_words import concern_word
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line, without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, identity_word


class ChatTabs(QTabBar):
    """Mirrors ``Tab`` values; Qt's own bar keeps keys, focus and what a screen reader hears. Where the whole
    names have no room side by side, only their numbers stand there, so that no unread count is scrolled away.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatTabs")
        self.setAccessibleName(self.tr("Your conversations"))
        self._theme = theme
        self._tabs: list[Tab] = []
        self._is_short = False
        # Qt asks for every tab's width, twice, whenever the words of one change.
        self._widths: dict[tuple[ConversationId, bool], tuple[Tab, float]] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)

    @property
    def conversation_id(self) -> ConversationId | None:
        """The conversation whose tab is in front."""
        number = self.currentIndex()
        return self._tabs[number].conversation_id if 0 <= number < len(self._tabs) else None

    def number_of(self, conversation_id: ConversationId) -> int | None:
        """Where a conversation's tab is."""
        for number, tab in enumerate(self._tabs):
            if tab.conversation_id == conversation_id:
                return number
        return None

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Show ``tabs``; the one in front stays in front as long as it is there."""
        wanted = {tab.conversation_id for tab in tabs}
        for number in reversed(range(len(self._tabs))):
            if self._tabs[number].conversation_id not in wanted:
                gone = self._tabs.pop(number)
                self.removeTab(number)
                for is_short in (False, True):
                    self._widths.pop((gone.conversation_id, is_short), None)
        for place, tab in enumerate(tabs):
            self._put(place, tab)
        self._shorten()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(round(self._width_of(self._tabs[index])), self._theme.length(Length.TAB))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, tab in enumerate(self._tabs):
            self._paint_tab(painter, tab, QRectF(self.tabRect(number)), number == self.currentIndex())
        painter.end()

    def _put(self, place: int, tab: Tab) -> None:
        """Have ``tab`` stand at ``place``; everything before it stands already."""
        old = self.number_of(tab.conversation_id)
        if old is None:
            self._tabs.insert(place, tab)
            self.insertTab(place, "")
        elif old != place:
            self._tabs.insert(place, self._tabs.pop(old))
            self.moveTab(old, place)
        has_other_width = round(self._width_of(self._tabs[place])) != round(self._width_of(tab))
        self._tabs[place] = tab
        words = without_mnemonics(self._spoken(tab))
        if has_other_width or self.tabText(place) != words:
            self.setTabText(place, words)

    def _shorten(self) -> None:
        """Leave the word before each number out where there is no room for it, and say it again where there
        is.
        """
        whole = sum(round(self._width_of(tab, is_short=False)) for tab in self._tabs)
        if (whole > self.width()) == self._is_short:
            return
        self._is_short = not self._is_short
        for number in range(self.count()):
            # Qt measures its tabs again only when one of them changes.
            self.setTabText(number, self.tabText(number))

    def _spoken(self, tab: Tab) -> str:
        """What a screen reader says of a tab: the identity first."""
        parts = [identity_word(tab.identity), customer(tab.alias)]
        if tab.is_message:
            parts.append(self.tr("non-urgent message"))
        if tab.unread:
            parts.append(self.tr("%n new", "", tab.unread))
        if tab.clock:
            parts.append(self.tr("has waited {clock}").format(clock=tab.clock))
        if tab.awaits_wrap_up:
            parts.append(self.tr("wrap-up missing"))
        elif tab.state is ConversationState.ENDED:
            parts.append(self.tr("ended"))
        if tab.departed is not None:
            parts.append(departed_word(tab.departed))
        if tab.is_joined:
            parts.append(self.tr("you read along"))
        if concern := concern_word(tab.concern):
            parts.append(concern)
        return ", ".join(parts)

    def _marks(self, tab: Tab, *, is_short: bool) -> tuple[Mark, ...]:
        """What stands after the name."""
        marks: list[Mark] = []
        if tab.is_message:
            marks.append(Mark("", Type.TAG, Colour.MUT, outline=Colour.LINE, icon=Icon.MAIL))
        if concern := concern_word(tab.concern):
            # Where the tabs are many, the sign stands for the word, which a screen reader says.
            words = "" if is_short else concern
            marks.append(Mark(words, Type.TAG, Colour.BAD, outline=Colour.BAD, icon=Icon.TRIANGLE))
        if tab.unread:
            marks.append(count_pill(str(tab.unread) if is_short else self.tr("%n new", "", tab.unread)))
        if tab.is_joined:
            words = self.tr("reading along")
            marks.append(Mark(words, Type.TAG, Colour.MUT, outline=Colour.LINE, weight=500))
        if tab.awaits_wrap_up:
            words = self.tr("wrap-up missing")
            marks.append(Mark(words, Type.TAG, Colour.WAIT, outline=Colour.WAIT, weight=500))
        elif tab.departed is not None:
            word = departed_word(tab.departed)
            marks.append(Mark(word, Type.TAG, Colour.WAIT, outline=Colour.LINE, weight=500))
        elif tab.state is ConversationState.ENDED:
            marks.append(Mark(self.tr("ended"), Type.TAG, Colour.MUT, outline=Colour.LINE, weight=500))
        elif tab.silence is not Silence.ANSWERED:
            marks.append(clock_pill(tab.clock, silence_colour(tab.silence), silence_icon(tab.silence)))
        return tuple(marks)

    def _name(self, tab: Tab, *, is_front: bool, is_short: bool) -> TextBlock:
        colour, weight = (Colour.INK, 650) if is_front else (Colour.MUT, 450)
        words = one_line(tab.alias) if is_short else customer(tab.alias)
        return TextBlock(self._theme, (Run(words, Type.BODY, colour, weight),))

    def _width_of(self, tab: Tab, *, is_short: bool | None = None) -> float:
        is_short = self._is_short if is_short is None else is_short
        known = self._widths.get((tab.conversation_id, is_short))
        if known is not None and known[0] == tab:
            return known[1]
        width = self._measured(tab, is_short=is_short)
        self._widths[tab.conversation_id, is_short] = (tab, width)
        return width

    def _measured(self, tab: Tab, *, is_short: bool) -> float:
        theme = self._theme
        gap = theme.length(Length.SPACE_4)
        marks = sum(mark_size(theme, mark).width() + gap for mark in self._marks(tab, is_short=is_short))
        name = self._name(tab, is_front=True, is_short=is_short).size.width()
        return name + marks + 2 * theme.length(Length.SPACE_6) + theme.length(Length.SPACE_2)

    def _on_theme_changed(self) -> None:
        self._widths.clear()
        self.update()

    def _paint_tab(self, painter: QPainter, tab: Tab, area: QRectF, is_front: bool) -> None:
        theme = self._theme
        area = area.adjusted(0, 0, -theme.length(Length.SPACE_2), 0)
        if is_front:
            radius = theme.length(Length.RADIUS_CARD)
            pen = theme.pen(Colour.LINE)
            inset = pen.widthF() / 2
            painter.setPen(pen)
            painter.setBrush(theme.colour(Colour.SURFACE))
            # The lower edge lies outside, so that tab and conversation are one area.
            painter.drawPath(rounded(area.adjusted(inset, inset, -inset, 4), radius, radius, 0, 0))
        if is_front and self.hasFocus():
            draw_focus(theme, painter, area.adjusted(3, 3, -3, -3), theme.length(Length.RADIUS_BUTTON))
        left = area.left() + theme.length(Length.SPACE_6)
        middle = area.center().y()
        name = self._name(tab, is_front=is_front, is_short=self._is_short)
        name.draw(painter, QPointF(left, middle - name.size.height() / 2))
        left += name.size.width() + theme.length(Length.SPACE_4)
        for mark in self._marks(tab, is_short=self._is_short):
            size = mark_size(theme, mark)
            draw_mark(theme, painter, mark, QPointF(left, middle - size.height() / 2))
            left += size.width() + theme.length(Length.SPACE_4)
