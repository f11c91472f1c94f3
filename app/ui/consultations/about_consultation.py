"""What stands beside a consultation: who is on call, who takes part, and how promises were kept."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.desk.consultation_views import ConsultationDetail
from app.domain.consultation import PromisesKept
from app.ui.consultations.consultation_rows import hand_words
from app.ui.consultations.on_call_card import OnCallCard
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language


class AboutConsultation(Ground):
    """``call_recorded``: what came of a call · ``call_edited``: what is said of it."""

    call_recorded = Signal(str)
    call_edited = Signal(str)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "aboutConsultation", Colour.BG, edges=Edge.LEFT, parent=parent)
        self._language = language
        inner = Ground(theme, "aboutConsultationInner", Colour.BG)
        self._card = OnCallCard(theme, language=language, parent=inner)
        self._card.recorded.connect(self.call_recorded)
        self._card.edited.connect(self.call_edited)
        heading = runs_of(self.tr("Who takes part"), Type.HEADING, Colour.MUT)
        self._parties_head = PlainLabel(theme, heading, wraps=True, parent=inner)
        self._parties = PlainLabel(theme, wraps=True, parent=inner)
        self._parties.setObjectName("consultationParties")
        heading = runs_of(self.tr("Promises this month"), Type.HEADING, Colour.MUT)
        self._kept_head = PlainLabel(theme, heading, wraps=True, parent=inner)
        self._kept = PlainLabel(theme, wraps=True, parent=inner)
        self._kept.setObjectName("promisesKept")
        side = theme.length(Length.SPACE_6)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        for widget in (self._card, self._parties_head, self._parties, self._kept_head, self._kept):
            layout.addWidget(widget)
        layout.addStretch(1)
        scroller = QScrollArea(self)
        scroller.setObjectName("aboutConsultationScroller")
        scroller.setAccessibleName(self.tr("About the consultation"))
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setVerticalScrollBar(SlimScrollBar(theme, scroller))
        scroller.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroller)

    def show_detail(
        self, detail: ConsultationDetail | None, call_text: str, kept: PromisesKept | None, *, now: datetime
    ) -> None:
        """Show what belongs to this consultation, and how the promises of her lines were kept."""
        has_one = detail is not None
        self._parties_head.setVisible(has_one)
        self._parties.setVisible(has_one)
        if detail is None:
            self._card.hide()
        else:
            line = in_language(detail.row.asked, self._language)
            self._card.show_on_call(
                detail.on_call, line, call_text, may_record=detail.may_record_call, now=now
            )
            self._parties.set_runs(self._who(detail))
        settled = 0 if kept is None else kept.kept + kept.broken
        self._kept_head.setVisible(settled > 0)
        self._kept.setVisible(settled > 0)
        if kept is not None:
            words = self.tr("Kept {kept} of {all}").format(kept=kept.kept, all=settled)
            self._kept.set_runs(runs_of(words, Type.BODY_STRONG, Colour.INK))

    def _who(self, detail: ConsultationDetail) -> tuple[Run, ...]:
        found, row = detail.consultation, detail.row
        asking = one_line(in_language(row.asking, self._language))
        asker = one_line(found.asker.display_name)
        outside = self.tr("outside the county's own lines") if row.is_outside else ""
        identity = (
            self.tr("the customer lets her identity be told")
            if found.is_identity_allowed
            else self.tr("nothing tells who she is")
        )
        linked = (
            self.tr("about a conversation")
            if found.conversation_id is not None
            else self.tr("not about a conversation")
        )
        lines = (
            (self.tr("Asks"), asker if asker == asking else f"{asker}, {asking}"),
            (self.tr("Is asked"), one_line(in_language(row.asked, self._language))),
            (self.tr("Answers"), hand_words(row)),
            (self.tr("Partner"), outside),
            (self.tr("Customer"), identity),
            (self.tr("Conversation"), linked),
        )
        runs: list[Run] = []
        for name, words in lines:
            if words:
                between = "\n" if runs else ""
                runs.append(Run(f"{between}{name}: ", Type.SMALL, Colour.MUT))
                runs.append(Run(words, Type.SMALL, Colour.INK))
        return tuple(runs)
