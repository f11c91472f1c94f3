"""The wrap-up sheet: few presses, by keys alone, and nothing that keeps the customer."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.canned import CannedAnswer
from app.domain.commands import CloseConversation, EndConversation, WrapUp
from app.domain.contact_marks import ContactMark
from app.domain.conversation import Author, ConversationState
from app.domain.ids import wrap_up_slot
from app.domain.wrap_up import Choice
from app.ui.chat.chat_tabs import ChatTabs
from app.ui.language import Language
from app.ui.parts.button import Button
from app.ui.status.standing_words import sign_out_words
from app.ui.theme import ThemeChoice
from app.ui.wrap_up.code_grid import CodeGrid
from tests.support.desk_builders import some_codes
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

SERVICE = "sosiaalineuvonta"
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def a_desk(*, is_ended: bool = False, **codes: Any) -> StillDesk:
    """The morning of the pictures, with lists to choose from; the customer in front may have left."""
    seen = a_morning()
    heads = dict(seen.confirmed.heads)
    if is_ended:
        heads[FRONT] = replace(heads[FRONT], state=ConversationState.ENDED, ended_by=Author.CUSTOMER)
    lists = {SERVICE: some_codes(SERVICE, **codes)}
    return StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads, wrap_ups=lists)))


class Sheet:
    """The wrap-up of the conversation in front, by the keys."""

    def __init__(self, screens: Screens, desk: StillDesk, **window: Any) -> None:
        self._screens = screens
        self.desk = desk
        self.presses = 0
        self.work = WorkRobot(screens, screens.main_window(desk, **window))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.presses += 1
        QTest.keyClick(self._screens.app.focusWidget() or self.work.window, key, modifier)
        self._screens.settle()

    @property
    def widget(self) -> QWidget:
        """The sheet itself."""
        return found(self.work.conversation.view, QWidget, "wrapUp")

    @property
    def reasons(self) -> list[str]:
        """What a screen reader says of the reasons."""
        return ListRobot(self._screens, found(self.widget, QListView, "contactReasons")).spoken

    @property
    def outcomes(self) -> list[str]:
        """What it says of the outcomes."""
        return ListRobot(self._screens, found(self.widget, QListView, "wrapUpOutcomes")).spoken

    @property
    def says(self) -> str:
        """The sentence at the bottom."""
        return found(self.widget, QLabel, "wrapUpState").text()

    @property
    def tab(self) -> str:
        """What a screen reader says of the tab in front."""
        tabs = found(self.work.window, ChatTabs, "chatTabs")
        return tabs.tabText(tabs.currentIndex())

    def wrapped_up(self) -> WrapUp:
        """The one wrap-up that was submitted."""
        (only,) = [each for each in self.desk.submitted if isinstance(each, WrapUp)]
        return only


def test_where_pre_information_fits_it_takes_three_presses(screens: Screens):
    """R127: at most four: F9, the outcome, Enter. The reason is there already, from the topic."""
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    assert sheet.reasons[0] == "Ehkäisevä toimeentulotuki, yhteydenoton syy, valittu (1)"
    assert not found(sheet.widget, Button, "wrapUpFinish").isEnabled()
    sheet.press(Qt.Key.Key_2, ALT)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.presses <= 4
    version = sheet.desk.seen.confirmed.heads[FRONT].responsibility_version
    model = sheet.desk.seen.confirmed.service_model_version
    assert sheet.desk.submitted == [
        EndConversation(FRONT, version),
        WrapUp(FRONT, ("ttt_ehk",), "ohjattu", "", model, version),
    ]


def test_a_customer_who_has_left_is_wrapped_up_without_being_ended_again(screens: Screens):
    sheet = Sheet(screens, a_desk(is_ended=True))
    assert "päättäminen kesken" in sheet.tab
    sheet.press(Qt.Key.Key_F9)
    assert not found(sheet.widget, Button, "endNow").isVisible()
    sheet.press(Qt.Key.Key_1, ALT)
    assert sheet.says == "Keskustelu on jo päättynyt asiakkaalta."
    sheet.press(Qt.Key.Key_Return)
    assert [type(each) for each in sheet.desk.submitted] == [WrapUp]


def test_the_conversation_can_be_ended_now_and_wrapped_up_later(screens: Screens):
    """The customer is never kept for a reason that is still to be chosen."""
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    found(sheet.widget, Button, "endNow").click()
    screens.settle()
    assert [type(each) for each in sheet.desk.submitted] == [EndConversation]
    assert not sheet.widget.isVisible()


def test_plus_adds_up_to_three_more_reasons_and_a_number_takes_one_away(screens: Screens):
    """R128: one main reason, up to three more."""
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6):
        sheet.press(Qt.Key.Key_Plus)
        sheet.press(key)
    # The fourth had no room as one more, and + meant nothing: the number chose another main reason.
    assert [row.partition(",")[0] for row in sheet.reasons if "valittu" in row] == [
        *("Velat ja raha-asiat", "Asuminen ja vuokrarästit", "Muuttunut elämäntilanne"),
        "Epäselvää, minne asia kuuluu".partition(",")[0],
    ]
    sheet.press(Qt.Key.Key_4)
    sheet.press(Qt.Key.Key_1, ALT)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.wrapped_up().contact_reasons == ("epaselva_palvelu", "velka", "elamantilanne")


def test_the_rest_is_found_by_a_part_of_its_name(screens: Screens):
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    field = found(sheet.widget, QLineEdit, "codeSearch")
    assert field.placeholderText() == "2 muuta: kirjoita nimen osa"
    field.setFocus()
    QTest.keyClicks(field, "haato")
    screens.settle()
    rows = ListRobot(screens, found(sheet.widget, QListView, "foundCodes")).spoken
    assert rows == ["Häätöuhka, yhteydenoton syy"]
    sheet.press(Qt.Key.Key_Return)
    assert "Häätöuhka, yhteydenoton syy, valittu" in sheet.reasons
    sheet.press(Qt.Key.Key_1, ALT)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.wrapped_up().contact_reasons == ("haato",)


def test_notes_are_a_draft_of_their_own_and_digits_in_them_are_text(screens: Screens):
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    notes = found(sheet.widget, QPlainTextEdit, "wrapUpNotes")
    notes.setFocus()
    QTest.keyClicks(notes, "Lomake 3 + liite 1")
    sheet.press(Qt.Key.Key_2, ALT)
    assert sheet.desk.drafts.text(wrap_up_slot(FRONT)) == "Lomake 3 + liite 1"
    assert sheet.work.conversation.text == ""
    sheet.press(Qt.Key.Key_Escape)
    sheet.press(Qt.Key.Key_F9)
    assert notes.toPlainText() == "Lomake 3 + liite 1"
    notes.setFocus()
    sheet.press(Qt.Key.Key_Return)
    wrapped_up = sheet.wrapped_up()
    assert (wrapped_up.notes, wrapped_up.outcome) == ("Lomake 3 + liite 1", "ohjattu")


def test_escape_goes_back_and_keeps_what_was_chosen(screens: Screens):
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    sheet.press(Qt.Key.Key_3)
    sheet.press(Qt.Key.Key_Escape)
    assert not sheet.widget.isVisible()
    assert sheet.desk.submitted == []
    assert sheet.work.conversation.view.composer.isVisible()
    sheet.press(Qt.Key.Key_F9)
    assert [row for row in sheet.reasons if "valittu" in row] == [
        "Velat ja raha-asiat, yhteydenoton syy, valittu (3)"
    ]


def test_enter_with_nothing_chosen_ends_nothing(screens: Screens):
    sheet = Sheet(screens, a_desk(by_topic={}))
    sheet.press(Qt.Key.Key_F9)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.desk.submitted == []
    assert sheet.says == "Valitse yhteydenoton syy ja lopputulos."


def test_only_what_is_missing_is_asked_for(screens: Screens):
    """A reason chosen by the customer's topic is a choice: what stands chosen is not asked for again."""
    sheet = Sheet(screens, a_desk())
    sheet.press(Qt.Key.Key_F9)
    assert sheet.says == "Valitse lopputulos."
    without = Sheet(screens, a_desk(by_topic={}))
    without.press(Qt.Key.Key_F9)
    without.press(Qt.Key.Key_1, ALT)
    assert without.says == "Valitse yhteydenoton syy."


def test_a_text_not_sent_is_told_of_before_the_end(screens: Screens):
    sheet = Sheet(screens, a_desk())
    sheet.work.conversation.type("vielä tämä")
    sheet.press(Qt.Key.Key_F9)
    sheet.press(Qt.Key.Key_1, ALT)
    assert sheet.says == "Kirjoittamaasi tekstiä ei ole lähetetty. Se säilyy sinulla."


def test_where_the_service_lists_nothing_ending_asks_as_before(screens: Screens):
    sheet = Sheet(screens, a_desk(contact_reasons=(), outcomes=()))
    sheet.press(Qt.Key.Key_F9)
    assert sheet.work.conversation.view.findChild(QWidget, "wrapUp") is None
    sheet.press(Qt.Key.Key_Return)
    assert [type(each) for each in sheet.desk.submitted] == [CloseConversation]


@pytest.mark.parametrize(
    ("language", "first", "tab"),
    [
        (Language.FINNISH, "Ehkäisevä toimeentulotuki", "päättäminen kesken"),
        (Language.SWEDISH, "Förebyggande utkomststöd", "avslutandet återstår"),
    ],
)
def test_codes_are_said_in_the_counsellors_language(
    screens: Screens, language: Language, first: str, tab: str
):
    sheet = Sheet(screens, a_desk(is_ended=True), language=language)
    sheet.press(Qt.Key.Key_F9)
    assert sheet.reasons[0].startswith(first)
    assert tab in sheet.tab


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1440, 900), 1.0), ((2560, 1440), 2.0)])
def test_every_code_with_a_key_is_in_view(screens: Screens, size: tuple[int, int], scale: float):
    sheet = Sheet(screens, a_desk(), size=size, text_scale=scale, choice=ThemeChoice.DARK)
    sheet.press(Qt.Key.Key_F9)
    for name in ("contactReasons", "wrapUpOutcomes"):
        grid = found(sheet.widget, QListView, name)
        last = grid.visualRect(grid.model().index(grid.model().rowCount() - 1, 0))
        assert grid.viewport().rect().contains(last)
    finish = found(sheet.widget, Button, "wrapUpFinish")
    assert finish.mapTo(sheet.work.window, finish.rect().bottomRight()).y() < sheet.work.window.height()


@pytest.mark.parametrize("size", [(1440, 900), (960, 540)])
def test_the_composer_is_away_while_the_wrap_up_is_open_and_back_afterwards(
    screens: Screens, size: tuple[int, int]
):
    sheet = Sheet(screens, a_desk(), size=size)
    view = sheet.work.conversation.view
    view.ask_to_transfer()
    screens.turn()
    view.ask_to_close()
    screens.settle()
    assert sheet.widget.isVisible()
    assert not found(view, QWidget, "transferSheet").isVisible()
    sheet.work.window.resize(size[0] + 40, size[1] + 20)
    screens.settle()
    assert not view.composer.isVisible()
    view.cancel_asking()
    screens.settle()
    assert view.composer.isVisible()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FINNISH, "1 päättäminen kesken (4812): se odottaa sinua."),
        (Language.SWEDISH, "1 avslutande återstår (4812): det väntar på dig."),
    ],
)
def test_signing_out_lists_what_is_still_to_be_wrapped_up(screens: Screens, language: Language, said: str):
    """R060: at the end of a shift nothing is left unseen."""
    desk = a_desk(is_ended=True)
    screens.speak(language)
    assert said in sign_out_words(desk.seen, drafts=(), is_kept_on_disk=True).rest
    going_on = a_desk()
    assert said not in sign_out_words(going_on.seen, drafts=(), is_kept_on_disk=True).rest


def test_of_two_services_each_offers_its_own_outcomes(screens: Screens):
    """R130: what is chosen from goes by the service of the customer in front, and so does its key."""
    offered = {}
    for service_id in (SERVICE, "perhepalvelut"):
        seen = a_desk().seen
        heads = dict(seen.confirmed.heads)
        heads[FRONT] = replace(heads[FRONT], service_id=service_id)
        all_of_them = some_codes(SERVICE)
        lists = {
            SERVICE: replace(all_of_them, outcomes=all_of_them.outcomes[:2]),
            "perhepalvelut": replace(some_codes("perhepalvelut"), outcomes=all_of_them.outcomes[:1:-1]),
        }
        confirmed = replace(seen.confirmed, heads=heads, wrap_ups=lists)
        sheet = Sheet(screens, StillDesk(replace(seen, confirmed=confirmed)))
        sheet.press(Qt.Key.Key_F9)
        names = [outcome.partition(",")[0] for outcome in sheet.outcomes]
        sheet.press(Qt.Key.Key_1)
        sheet.press(Qt.Key.Key_1, ALT)
        sheet.press(Qt.Key.Key_Return)
        offered[service_id] = (names, sheet.wrapped_up().outcome)
    assert offered == {
        SERVICE: (["Neuvottu", "Ohjattu muuhun palveluun"], "ratkaistu"),
        "perhepalvelut": (
            ["Ohjattu tekemään hakemus", "Palvelutarpeen arviointi vireille"],
            "hakemus",
        ),
    }


def test_a_mystery_customer_or_test_is_marked_by_a_press(screens: Screens):
    """R104: pressed again it is not; a screen reader hears which."""
    sheet = Sheet(screens, a_desk(is_ended=True))
    sheet.press(Qt.Key.Key_F9)
    mark = found(sheet.widget, Button, "markTest")
    assert mark.accessibleName() == "Mysteeriasiakas tai testi: jätetään pois luvuista"
    for is_marked in (True, False, True):
        mark.click()
        screens.settle()
        assert ("merkitty" in mark.accessibleName()) == is_marked
    sheet.press(Qt.Key.Key_2, ALT)
    found(sheet.widget, Button, "wrapUpFinish").click()
    screens.settle()
    assert sheet.wrapped_up().is_test


def test_what_was_seen_of_the_contact_is_marked_beside_and_keeps_nobody(screens: Screens):
    """R045, R096; R127: whoever marks nothing presses no key more."""
    sheet = Sheet(screens, a_desk(is_ended=True))
    sheet.press(Qt.Key.Key_F9)
    marks = found(sheet.widget, CodeGrid, "contactMarks")
    spoken = ListRobot(screens, marks)
    assert [row.partition(",")[0] for row in spoken.spoken] == [
        *("Uusi asiakas", "Asioinut ennenkin", "Tapaaminen tarpeen"),
        *("Ei tarvetta tapaamiselle", "Tarjottu soittoa"),
    ]
    marks.setFocus()
    for _ in range(2):
        sheet.press(Qt.Key.Key_Space)
        sheet.press(Qt.Key.Key_Right)
    sheet.press(Qt.Key.Key_Space)
    assert spoken.spoken[1] == "Asioinut ennenkin, merkintä, valittu"
    sheet.press(Qt.Key.Key_2, ALT)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.wrapped_up().marks == (ContactMark.DEALT_BEFORE, ContactMark.MEETING_NEEDED)


def test_what_she_has_said_of_the_phone_time_is_its_outcome_already(screens: Screens):
    """R090, R093: one step in the chat; at the end F9 and Enter, and another choice of hers stands."""
    desk = a_desk(is_ended=True)
    confirmed = desk.seen.confirmed
    said = next(m.text for m in confirmed.windows[FRONT].messages if m.by is Author.COUNSELLOR)
    directs = CannedAnswer(
        *("/puhelin", {"fi": "Puhelinaika"}, {"fi": said}),
        is_anonymous_only=False,
        outcome="ohjattu",
        mark=ContactMark.CALL_OFFERED,
    )
    confirmed = replace(confirmed, canned_answers=(*confirmed.canned_answers, directs))
    sheet = Sheet(screens, StillDesk(replace(desk.seen, confirmed=confirmed)))
    assert sheet.desk.wrap_ups.choice(FRONT).marks == (ContactMark.CALL_OFFERED,)
    sheet.press(Qt.Key.Key_F9)
    sheet.press(Qt.Key.Key_Return)
    wrapped_up = sheet.wrapped_up()
    assert (wrapped_up.outcome, wrapped_up.marks) == ("ohjattu", (ContactMark.CALL_OFFERED,))
    sheet.desk.wrap_ups.choose(FRONT, Choice(outcome="pta"))
    assert sheet.desk.wrap_ups.choice(FRONT) == Choice(outcome="pta")


def test_in_a_low_window_marks_stand_behind_a_button_until_one_is_wanted(screens: Screens):
    """R096: what the customer said last is not hidden by what need not be said."""
    sheet = Sheet(screens, a_desk(is_ended=True), size=(1280, 720))
    sheet.press(Qt.Key.Key_F9)
    marks = found(sheet.widget, CodeGrid, "contactMarks")
    unfold = found(sheet.widget, Button, "unfoldMarks")
    assert (marks.isVisible(), unfold.isVisible()) == (False, True)
    unfold.click()
    screens.settle()
    assert (marks.isVisible(), unfold.isVisible()) == (True, False)
    sheet.press(Qt.Key.Key_Space)
    sheet.press(Qt.Key.Key_Escape)
    sheet.press(Qt.Key.Key_F9)
    assert marks.isVisible()
