"""Pre-information at the desk: what was chosen, what it is now, and the sheet that changes it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from app.domain.conversation import Chosen, PreInformation, PreInformationChange, Topic
from app.domain.ids import detail_slot, internal_slot
from app.domain.pre_information import CorrectPreInformation, RefinePreInformation
from app.domain.project import Seen
from app.domain.transfer import LookAhead
from app.ui.parts.button import Button
from app.ui.safe_text import PlainLabel
from tests.desk.test_transfer_view import ADULTS as ADULTS_TARGET
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK, minutes_ago
from tests.support.example_data import DISABILITY, FIRST_WAITING, FRONT, a_morning
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.support.topic_builders import DISABILITY_TOPIC, PERSONAL, the_services

DETAIL = "Avustaja töihin."
_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def seen(info: PreInformation | None = None) -> Seen:
    """A morning whose customer in front chose disability services and no more."""
    morning = a_morning()
    head = morning.confirmed.heads[FRONT]
    chosen = PreInformation(Chosen(head.service_id, DISABILITY_TOPIC, None, "fi"))
    about = replace(head, topic=DISABILITY_TOPIC, queue_id=DISABILITY, pre_information=info or chosen)
    heads = {**morning.confirmed.heads, FRONT: about}
    services = the_services(head.service_id)
    return replace(morning, confirmed=replace(morning.confirmed, heads=heads, services=services))


class Sheet:
    """A window whose conversation in front has its sheet open, by the keys."""

    def __init__(self, screens: Screens, key: Qt.Key, info: PreInformation | None = None) -> None:
        self.desk = StillDesk(seen(info))
        self.desk.ahead = LookAhead(NINE_O_CLOCK, (ADULTS_TARGET,))
        self.window = screens.main_window(self.desk)
        self.work = WorkRobot(screens, self.window)
        self._screens = screens
        QTest.keyClick(self.window, key, _SHIFTED)
        screens.settle()

    @property
    def widget(self) -> QWidget:
        """The sheet itself."""
        return found(self.work.conversation.view, QWidget, "preInformationSheet")

    @property
    def topics(self) -> QListView:
        """The list of topics."""
        return found(self.widget, QListView, "preInformationTopics")

    def spoken(self) -> list[str]:
        """What a screen reader says of the rows."""
        model = self.topics.model()
        rows = range(model.rowCount())
        return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]

    def go_down(self, times: int) -> None:
        """The arrow key in the list."""
        for _ in range(times):
            QTest.keyClick(self.topics, Qt.Key.Key_Down)

    def write(self, text: str) -> None:
        """Enter leads from the list to the text."""
        QTest.keyClick(self.topics, Qt.Key.Key_Return)
        box = found(self.widget, QPlainTextEdit, "preInformationText")
        box.insertPlainText(text)
        self._screens.settle()

    def enter(self) -> None:
        """Enter in the text does it."""
        QTest.keyClick(found(self.widget, QPlainTextEdit, "preInformationText"), Qt.Key.Key_Return)
        self._screens.settle()

    @property
    def state(self) -> str:
        """What would happen."""
        return found(self.widget, PlainLabel, "preInformationState").shown

    def can_do(self) -> bool:
        """Whether it can be done now."""
        return found(self.widget, Button, "preInformationDo").isEnabled()


def test_refined_by_keys_alone_with_a_detail(screens: Screens):
    """R067, R069: a finer topic and a detail, in one act; the detail is a draft until it has happened."""
    sheet = Sheet(screens, Qt.Key.Key_T)
    assert sheet.spoken() == [
        "Ei tarkempaa aihetta, nyt",
        "Henkilökohtainen apu",
        "Liikkumisen tuki ja kuljetukset",
    ]
    assert not sheet.can_do()
    sheet.go_down(1)
    assert sheet.can_do()
    sheet.write(DETAIL)
    assert sheet.desk.drafts.text(detail_slot(FRONT)) == DETAIL
    assert "pysyy sinulla" in sheet.state
    sheet.enter()
    assert sheet.widget.isHidden()
    version = sheet.desk.seen.confirmed.heads[FRONT].responsibility_version
    assert sheet.desk.submitted == [RefinePreInformation(FRONT, "vp_apu", DETAIL, version)]


def test_corrected_to_another_topic_it_says_where_it_moves_before_it_does(screens: Screens):
    """R068: the queue in words, the internal message along; Enter does it."""
    sheet = Sheet(screens, Qt.Key.Key_O)
    QTest.keyClick(sheet.topics, Qt.Key.Key_Home)
    assert sheet.state.startswith(
        "Siirtyy historioineen jonoon Aikuissosiaalityö. Asiakas säilyttää paikkansa, ja hänelle kerrotaan "
        "siirrosta (suomi)."
    )
    sheet.write("Kysyy tuesta.")
    assert sheet.desk.drafts.text(internal_slot(FRONT)) == "Kysyy tuesta."
    sheet.enter()
    head = sheet.desk.seen.confirmed.heads[FRONT]
    assert sheet.desk.submitted == [
        CorrectPreInformation(
            conversation_id=FRONT,
            service_id=head.service_id,
            topic_id="toimeentulo",
            finer_topic_id=None,
            language="fi",
            internal_message="Kysyy tuesta.",
            responsibility_version=head.responsibility_version,
        )
    ]


def test_what_awaits_her_there_is_seen_before_she_is_moved(screens: Screens):
    """R068: nobody is sent to a queue that is closed, unseen."""
    sheet = Sheet(screens, Qt.Key.Key_O)
    QTest.keyClick(sheet.topics, Qt.Key.Key_Home)
    screens.turn()
    screens.settle()
    assert sheet.state.endswith("Siellä: suljettu, 0 paikalla · ei odottajia.")


def test_another_language_alone_is_a_correction_and_moves_her(screens: Screens):
    """R068: Swedish leads to the queue that serves it."""
    sheet = Sheet(screens, Qt.Key.Key_O)
    assert not sheet.can_do()
    found(sheet.widget, Button, "preInformationLanguage_sv").click()
    screens.settle()
    assert "jonoon Ohjaus ja neuvonta · svenska" in sheet.state
    assert "(svenska)" in sheet.state
    assert sheet.can_do()
    found(sheet.widget, Button, "preInformationDo").click()
    [command] = sheet.desk.submitted
    assert isinstance(command, CorrectPreInformation)
    assert (command.topic_id, command.language) == ("vammaispalvelut", "sv")


def test_escape_puts_it_away_and_what_was_written_is_kept(screens: Screens):
    sheet = Sheet(screens, Qt.Key.Key_T)
    sheet.write(DETAIL)
    QTest.keyClick(sheet.window, Qt.Key.Key_Escape)
    screens.settle()
    assert sheet.widget.isHidden()
    assert sheet.desk.submitted == []
    QTest.keyClick(sheet.window, Qt.Key.Key_T, _SHIFTED)
    screens.settle()
    assert found(sheet.widget, QPlainTextEdit, "preInformationText").toPlainText() == DETAIL


def test_the_panel_shows_what_she_chose_beside_what_it_is_and_who_changed_it(screens: Screens):
    """R067, R068: a line that has nothing to say is not there."""
    chosen = Chosen("sosiaalineuvonta", Topic("muu", {"fi": "Muu asia"}), None, "sv")
    refined = PreInformationChange(MAIJA, minutes_ago(2))
    info = PreInformation(chosen, PERSONAL, "<b>Avustaja</b>", refined, None)
    window = screens.main_window(StillDesk(seen(info)))
    lines = found(window, QWidget, "preInformationLines")
    said = [label.accessibleName() for label in lines.findChildren(PlainLabel) if label.isVisible()]
    values = [words for words in said if ": " in words]
    assert values == [
        "Aihe: Vammaispalvelut · Henkilökohtainen apu",
        "Lisätieto: ”<b>Avustaja</b>”",
        "Asiakas valitsi: Muu asia · svenska",
        "Tarkennettu: Maija Lehtonen 10.58",
    ]
    found(window, Button, "correctPreInformation").click()
    screens.settle()
    assert found(window, QWidget, "preInformationSheet").isVisible()


def test_who_waits_is_listed_with_the_finer_topic_she_chose(screens: Screens):
    """R069: it is read, and heard, before she is taken."""
    morning = a_morning()
    waiting = morning.confirmed.heads[FIRST_WAITING]
    info = PreInformation(Chosen(waiting.service_id, DISABILITY_TOPIC, PERSONAL, "fi"), PERSONAL)
    head = replace(waiting, topic=DISABILITY_TOPIC, pre_information=info)
    heads = {**morning.confirmed.heads, FIRST_WAITING: head}
    desk = StillDesk(replace(morning, confirmed=replace(morning.confirmed, heads=heads)))
    window = screens.main_window(desk)
    heard = ListRobot(screens, found(window, QListView, "waitingList")).spoken
    assert "Vammaispalvelut · Henkilökohtainen apu" in heard[0]
