"""Keys of the work view: which key reaches what, and what Esc takes back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.presence import Presence
from app.ui.actions import make_actions
from app.ui.folded_panel import FoldedPanel
from app.ui.handbook.handbook_panel import HandbookPanel
from app.ui.key_list import KeyList
from app.ui.other_views import CALLBACKS
from app.ui.pre_information.sheet import Act
from app.ui.problem.problem_panel import ProblemPanel
from app.ui.shift.shift_panels import ShiftPanels
from app.ui.status.news_stack import NewsStack
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.top_bar import TopBar
from app.ui.work import Work

_WITH_A_CONVERSATION = (
    "problemSituation",
    "transferCurrent",
    "askIdentification",
    "refinePreInformation",
    "correctPreInformation",
    "maskSpan",
    "agreedMessage",
    "callForHelp",
    "closeCurrent",
    "goToComposer",
    "goToNote",
)
"""What needs a conversation in front."""
_PRESENCES = {
    "becomeAvailable": Presence.AVAILABLE,
    "becomeBusy": Presence.BUSY,
    "goOnBreak": Presence.ON_BREAK,
    "goAway": Presence.AWAY,
}


class WorkKeys(QObject):
    """The actions of a window, each connected to what does it; ``action`` gives one to a menu.

    ``presence_wanted``: she says one of herself, by its value.
    """

    presence_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        work: Work,
        news: NewsStack,
        top: TopBar,
        shift: ShiftPanels,
        problem: ProblemPanel,
        handbook: HandbookPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work = work
        self._queues, self._chat, self._columns = work.queues, work.chat, work.columns
        self._news = news
        self._shift = shift
        self._problem = problem
        self._handbook = handbook
        self._list: FoldedPanel = work.columns.panel_over("keysPanel", Length.LEFT_DOCK, at_right=True)
        self._keys = KeyList(theme)
        self._list.take(self._keys)
        self._actions = make_actions(window)
        for name, slot in (
            ("takeNext", self._on_take_next),
            ("transferCurrent", self._on_transfer_current),
            ("askIdentification", self._on_ask_identification),
            ("problemSituation", self._on_problem_situation),
            ("refinePreInformation", self._on_refine),
            ("correctPreInformation", self._on_correct),
            ("maskSpan", self._on_mask_span),
            ("agreedMessage", self._on_agreed_message),
            ("openAttachment", self._on_open_attachment),
            ("saveAttachment", self._on_save_attachment),
            ("printAttachment", self._on_print_attachment),
            ("callForHelp", self._on_call_for_help),
            ("acceptOffer", work.chat.offer.accept),
            ("declineOffer", work.chat.offer.ask_why),
            ("sendNoAppointments", self._on_send_no_appointments),
            ("offerTranscript", self._on_offer_transcript),
            ("closeCurrent", self._on_close_current),
            ("nextTab", self._on_next_tab),
            ("previousTab", self._on_previous_tab),
            ("goToQueues", self._on_to_queues),
            ("goToWaiting", self._on_to_waiting),
            ("goToTranscript", self._on_to_transcript),
            ("goToComposer", self._on_to_composer),
            ("goToCallbacks", self._on_to_callbacks),
            ("goToMessages", work.others.open_messages),
            ("goToConsultations", work.others.open_consultations),
            ("askConsultation", self._on_ask_consultation),
            ("goToNote", self._on_to_note),
            ("goToArchive", work.others.open_archive),
            ("goToSituation", work.others.open_situation),
            ("dial", self._on_dial),
            ("showQueues", work.columns.show_or_hide_queues),
            ("showCustomer", work.columns.show_or_hide_customer),
            ("shiftQueues", shift.open_start),
            ("endShift", shift.open_end),
            ("choosePresence", top.presence.click),
            ("showKeys", self.show_list),
            ("showHandbook", handbook.toggle),
            ("goBack", self._on_back),
            ("signOut", news.ask_to_sign_out),
        ):
            self._actions[name].triggered.connect(slot)
        for name, presence in _PRESENCES.items():
            self._actions[name].setData(presence.value)
            self._actions[name].triggered.connect(self._on_presence)
        work.chat.offer.stood.connect(self._on_offer_stood)
        self._on_offer_stood(is_there=False)

    def _on_offer_stood(self, is_there: bool) -> None:
        """The keys of an offer are free for other uses while she sees none: Ctrl+Y is redo on Windows, and
        nobody answers what is on a screen she does not see.
        """
        for name in ("acceptOffer", "declineOffer"):
            self._actions[name].setEnabled(is_there)

    def show_presence(self, presence: Presence, *, can_choose: bool) -> None:
        """Offer the presences that she has not said already, while one can be said."""
        for name, each in _PRESENCES.items():
            self._actions[name].setEnabled(can_choose and each is not presence)

    def action(self, name: str) -> QAction:
        """The action of that name."""
        return self._actions[name]

    def can_do(self, name: str) -> bool:
        """Whether the action of that name would do anything now."""
        if name in _WITH_A_CONVERSATION:
            return self._chat.current is not None
        if name in ("openAttachment", "saveAttachment", "printAttachment"):
            return self._chat.in_front is not None and self._chat.in_front.has_file
        if name == "goToTranscript":
            return self._chat.in_front is not None
        if name == "sendNoAppointments":
            return self._chat.current is not None and self._chat.current.can_send_no_appointments
        if name == "offerTranscript":
            return self._chat.current is not None and self._chat.current.can_offer_transcript
        if name == "dial":
            return self._columns.view == CALLBACKS
        if name in ("goToConsultations", "askConsultation"):
            return self._work.others.may_consult
        return self._actions[name].isEnabled()

    def show_list(self) -> None:
        """Open the list of keys, or close it. What only some can do is for them to read."""
        for name in ("goToSituation", "goToArchive"):
            self._keys.show_deed(name, is_hers=self._actions[name].isEnabled())
        for name in ("goToConsultations", "askConsultation"):
            self._keys.show_deed(name, is_hers=self._work.others.may_consult)
        self._list.toggle()

    def _on_presence(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.presence_wanted.emit(str(action.data()))

    def _on_take_next(self) -> None:
        """The next of what is shown: a callback request, or a customer who waits."""
        if self._columns.view == CALLBACKS:
            self._work.others.callbacks.take_next()
        else:
            self._queues.take_next()

    def _on_to_queues(self) -> None:
        self._columns.show_view("")
        self._columns.show_queues()
        self._queues.focus_queues()

    def _on_to_waiting(self) -> None:
        self._columns.show_view("")
        self._columns.show_queues()
        self._queues.focus_waiting()

    def _on_to_callbacks(self) -> None:
        self._work.others.open_callback("")

    def _on_ask_consultation(self) -> None:
        """Ask a professional; the conversation in front may be linked."""
        self._work.others.ask_a_professional(self._work.front)

    def _on_to_note(self) -> None:
        """Put the keys on the note about who is in front."""
        if self._chat.current is not None:
            self._columns.show_view("")
            self._columns.show_customer()
            self._work.customer.panel.note.focus()

    def _on_dial(self) -> None:
        if self._columns.view == CALLBACKS:
            self._work.others.callbacks.dial()

    def _on_transfer_current(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_to_transfer()

    def _on_ask_identification(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_to_identify()

    def _on_problem_situation(self) -> None:
        """From any view, one key: numbers, help and checklist of the conversation in front."""
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            self._problem.open(front.conversation_id)

    def _on_mask_span(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_to_mask()

    def _on_agreed_message(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_for_agreed_message()

    def _on_open_attachment(self) -> None:
        front = self._chat.in_front
        if front is not None:
            self._columns.show_view("")
            front.open_file()

    def _on_save_attachment(self) -> None:
        front = self._chat.in_front
        if front is not None and not self._columns.view:
            front.save_file()

    def _on_print_attachment(self) -> None:
        front = self._chat.in_front
        if front is not None and not self._columns.view:
            front.print_file()

    def _on_refine(self) -> None:
        self._work.ask_about_pre_information(Act.REFINE)

    def _on_correct(self) -> None:
        self._work.ask_about_pre_information(Act.CORRECT)

    def _on_call_for_help(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_for_help()

    def _on_send_no_appointments(self) -> None:
        front = self._chat.current
        if front is None:
            return
        # Nothing is sent to a customer who is not on the screen: the first press brings her there.
        if self._columns.view:
            self._columns.show_view("")
        else:
            front.send_no_appointments()

    def _on_offer_transcript(self) -> None:
        front = self._chat.current
        if front is None:
            return
        # As with every key that sends words: the first press brings the customer on the screen.
        if self._columns.view:
            self._columns.show_view("")
        else:
            front.offer_transcript()

    def _on_close_current(self) -> None:
        front = self._chat.current
        if front is not None:
            self._columns.show_view("")
            front.ask_to_close()

    def _on_next_tab(self) -> None:
        self._columns.show_view("")
        self._chat.turn(1)

    def _on_previous_tab(self) -> None:
        self._columns.show_view("")
        self._chat.turn(-1)

    def _on_to_transcript(self) -> None:
        self._columns.show_view("")
        front = self._chat.in_front
        if front is not None:
            front.focus_transcript()

    def _on_to_composer(self) -> None:
        self._columns.show_view("")
        front = self._chat.current
        if front is not None:
            front.composer.setFocus()

    def _on_back(self) -> None:
        """Take back whatever is being asked, the newest first."""
        if self._list.isVisible():
            self._list.hide()
            return
        if self._handbook.close_one():
            return
        if self._problem.close_one():
            self._on_to_composer()
            return
        if self._shift.close_one() or self._columns.close_one() or self._work.others.close_one():
            return
        if self._chat.offer.cancel_asking():
            return
        if self._news.is_signing_out:
            self._news.cancel_signing_out()
            return
        front = self._chat.in_front
        if front is not None:
            front.cancel_asking()
