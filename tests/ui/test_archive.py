"""The view of the archive: what is looked for and found, one open, and what is taken along (R138, R103)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.archive import Archived, ArchivedHead, ArchivePage, Material, MaterialLine, Totals
from app.domain.conversation import (
    Attachment,
    AttachmentKind,
    Author,
    Channel,
    Direction,
    Identity,
    Message,
    Note,
    Staff,
    Topic,
)
from app.domain.desk_state import Capability
from app.domain.ids import ConversationId, StaffId
from app.domain.pre_information import QueueRef
from app.domain.problems import Problem, ProblemCode
from app.domain.wrap_up import Code
from app.ui.archive.material_sheet import MaterialSheet
from app.ui.rail import RailItem
from tests.support.example_data import FAMILIES, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillArchiving, StillDesk

ONE = ConversationId("ab" * 16)
TWO = ConversationId("cd" * 16)


def names(fi: str) -> dict[str, str]:
    return {"fi": fi, "sv": fi, "en": fi}


def a_head(conversation_id: ConversationId = ONE, alias: str = "4821") -> ArchivedHead:
    return ArchivedHead(
        conversation_id=conversation_id,
        alias=alias,
        queue=QueueRef(FAMILIES, names("Perheasiat")),
        language="fi",
        identity=Identity.ANONYMOUS,
        channel=Channel.CHAT,
        direction=Direction.CUSTOMER,
        topic=Topic("perhe", names("Perheen asiat")),
        finer_topic=None,
        opened_at=NINE_O_CLOCK,
        closed_at=NINE_O_CLOCK,
        is_answered=True,
        holder=Staff(StaffId("m"), "Maija Lehtonen"),
        hand_overs=0,
        contact_reasons=(Code("asuminen", names("Asuminen")),),
        outcome=Code("ohjattu", names("Ohjattu eteenpäin")),
        is_test=False,
    )


def an_archived() -> Archived:
    said = (
        Message(1, Author.CUSTOMER, NINE_O_CLOCK, "Mistä haen tukea?", (), None),
        Message(2, Author.COUNSELLOR, NINE_O_CLOCK, "Kelasta.", (), None),
    )
    note = Note(1, 1, Staff(StaffId("m"), "Maija Lehtonen"), NINE_O_CLOCK, "Soitettu.", None)
    return Archived(a_head(), said, (note,))


def opened(screens: Screens, desk: StillDesk) -> WorkRobot:
    work = WorkRobot(screens, screens.main_window(desk))
    work.window.do("goToArchive")
    screens.turn()
    screens.settle()
    return work


def still(desk: StillDesk) -> StillArchiving:
    """Her archive, which is as a test says."""
    assert isinstance(desk.archiving, StillArchiving)
    return desk.archiving


def a_desk(page: ArchivePage | Problem) -> StillDesk:
    desk = StillDesk(a_morning())
    still(desk).page = page
    still(desk).one = an_archived()
    still(desk).taken = Material(
        "fi",
        Topic("perhe", names("Perheen asiat")),
        names("Sosiaaliohjaaja"),
        (MaterialLine(Author.CUSTOMER, "Olen █████."), MaterialLine(Author.COUNSELLOR, "Hei!")),
    )
    return desk


PAGE = ArchivePage((a_head(),), "1.ab", NINE_O_CLOCK, Totals(12, 214, 1904, 3121))


def chosen(screens: Screens, work: WorkRobot, alias: str = "4821") -> None:
    robot = ListRobot(screens, found(work.window, QListView, "archiveList"))
    robot.choose(alias)
    robot.press_enter()
    screens.turn()
    screens.settle()


def test_totals_and_what_was_closed_stand_there_and_words_are_looked_for(screens: Screens):
    """R138: what was asked is what stands in the form, and the next page goes on from the last one."""
    desk = a_desk(PAGE)
    work = opened(screens, desk)
    assert work.label("archiveTotals") == (
        "Keskusteluja: 12 tänään · 214 tässä kuussa · 1904 tänä vuonna · 3121 kaikkiaan"
    )
    found(work.window, QLineEdit, "archiveWords").setText(" tuettu loma ")
    found(work.window, QAbstractButton, "archiveSearch").click()
    screens.turn()
    still(desk).page = replace(PAGE, found=(a_head(TWO, "4822"),), totals=None)
    found(work.window, QAbstractButton, "archiveMore").click()
    screens.turn()
    assert len(ListRobot(screens, found(work.window, QListView, "archiveList")).spoken) == 2
    asked = [(sought.words, next_from) for sought, next_from in still(desk).asked]
    assert asked == [("", None), ("tuettu loma", None), ("tuettu loma", "1.ab")]


def test_one_is_read_with_its_notes_and_record(screens: Screens):
    """R138."""
    work = opened(screens, a_desk(PAGE))
    chosen(screens, work)
    said = ListRobot(screens, found(work.window, QListView, "archivedSaid")).spoken
    assert [each.splitlines()[-1] for each in said] == ["Mistä haen tukea?", "Soitettu.", "Kelasta."]
    assert "Yhteydenoton syyt: Asuminen\nLopputulos: Ohjattu eteenpäin" in work.label("archivedRecord")


def test_nothing_found_and_no_line_are_sentences(screens: Screens):
    """R138."""
    nothing = replace(PAGE, found=(), next_from=None, looked_to=None)
    desk = a_desk(nothing)
    work = opened(screens, desk)
    assert found(work.window, QWidget, "archiveNothing").isVisible()
    still(desk).page = Problem(ProblemCode.NOT_LIVE)
    found(work.window, QAbstractButton, "archiveSearch").click()
    screens.turn()
    assert work.label("archiveTrouble").startswith("Arkistoa luetaan verkon yli")


def test_nothing_is_kept_before_she_has_read_it_through(screens: Screens, tmp_path: Path):
    """R103: whatever she changes is to be read again."""
    work = opened(screens, a_desk(PAGE))
    chosen(screens, work)
    found(work.window, QAbstractButton, "takeMaterial").click()
    screens.turn()
    save = found(work.window, QAbstractButton, "materialSave")
    text, is_read = (
        found(work.window, QPlainTextEdit, "materialText"),
        found(work.window, QAbstractButton, "materialRead"),
    )
    assert "lue teksti itse läpi" in work.label("materialWarning")
    assert "Sosiaaliohjaaja:\nHei!" in text.toPlainText()
    assert not save.isEnabled()
    is_read.setChecked(True)
    assert save.isEnabled()
    text.setPlainText("Aihe\n\nAsiakas:\nOlen huolissani.\n")
    assert not save.isEnabled()
    sheet = found(work.window, MaterialSheet, "materialSheet")
    assert sheet.save_to(str(tmp_path / "hyva.txt"))
    assert (tmp_path / "hyva.txt").read_text(encoding="utf-8") == text.toPlainText()
    assert not sheet.save_to(str(tmp_path / "ei ole" / "hyva.txt"))
    work.press(Qt.Key.Key_Escape)
    assert found(work.window, QWidget, "archivedSaid").isVisible()
    found(work.window, QAbstractButton, "takeMaterial").click()
    screens.turn()
    assert text.isVisible()
    assert text.toPlainText().endswith("Olen huolissani.\n"), "what she has changed is still there"


def test_a_search_that_failed_shows_nothing_of_the_one_before(screens: Screens):
    """Further back than what was found before is no answer to what is asked now."""
    desk = a_desk(PAGE)
    work = opened(screens, desk)
    chosen(screens, work)
    still(desk).page = Problem(ProblemCode.NOT_LIVE)
    found(work.window, QAbstractButton, "archiveSearch").click()
    screens.turn()
    for name in ("archiveList", "archiveMore", "archivedSaid"):
        assert not found(work.window, QWidget, name).isVisible()


def test_days_files_and_what_is_covered_are_told_apart_from_words(screens: Screens):
    """R138: a file is no message that looks like one, and a screen reader says what is covered."""
    later = NINE_O_CLOCK + timedelta(days=1)
    file = Attachment("a1" * 16, AttachmentKind.PDF, 340_000, 3)
    said = (
        Message(1, Author.CUSTOMER, NINE_O_CLOCK, "Olen █████.", ("name",), None),
        Message(2, Author.CUSTOMER, NINE_O_CLOCK, "hakemus.pdf", (), None, file),
        Message(3, Author.COUNSELLOR, later, "Kiitos.", (), None),
    )
    desk = a_desk(PAGE)
    still(desk).one = replace(an_archived(), messages=said, notes=())
    work = opened(screens, desk)
    chosen(screens, work)
    heard = ListRobot(screens, found(work.window, QListView, "archivedSaid")).spoken
    assert heard == [
        "Asiakas 23.11.2026 11.00\nOlen [peitetty].",
        "Asiakas 11.00 · Liite: PDF, 3 sivua, 340 kt\nhakemus.pdf",
        "Ammattilainen 24.11.2026 11.00\nKiitos.",
    ]


def test_the_archive_is_not_offered_to_who_may_not_read_it(screens: Screens):
    """R140: neither on the rail nor by its key; and a right that ends meanwhile is a sentence."""
    desk = a_desk(PAGE)
    work = opened(screens, desk)
    assert found(work.window, RailItem, "railArchive").isVisible()
    seen = desk.seen
    fewer = seen.confirmed.capabilities - {Capability.READ_ARCHIVE}
    desk.show(replace(seen, confirmed=replace(seen.confirmed, capabilities=fewer)))
    screens.settle()
    assert not found(work.window, RailItem, "railArchive").isVisible()
    assert not found(work.window, QWidget, "archivePane").isVisible()
    asked = len(still(desk).asked)
    work.window.do("goToArchive")
    screens.turn()
    assert not found(work.window, QWidget, "archivePane").isVisible()
    assert len(still(desk).asked) == asked


def test_a_right_that_has_ended_is_no_line_that_is_away(screens: Screens):
    """R140."""
    work = opened(screens, a_desk(Problem(ProblemCode.NOT_ALLOWED)))
    assert work.label("archiveTrouble").startswith("Roolisi ei salli tätä")


def test_what_is_open_is_let_go_of_when_she_leaves_and_her_own_text_is_not(screens: Screens):
    """R103, R138: what she has changed waits for her in its conversation."""
    desk = a_desk(replace(PAGE, found=(a_head(), a_head(TWO, "4822"))))
    work = opened(screens, desk)
    chosen(screens, work)
    take = found(work.window, QAbstractButton, "takeMaterial")
    take.click()
    screens.turn()
    text = found(work.window, QPlainTextEdit, "materialText")
    text.insertPlainText("Omin sanoin. ")
    still(desk).one = replace(an_archived(), head=a_head(TWO, "4822"))
    chosen(screens, work, "4822")
    assert text.toPlainText() == ""
    assert take.text() == "Tallenna ilman henkilötietoja…"
    work.window.do("goToComposer")
    screens.settle()
    work.window.do("goToArchive")
    screens.settle()
    assert not found(work.window, QWidget, "archivedSaid").isVisible()
    work.window.do("signOut")
    screens.settle()
    assert "1 arkistosta muuttamasi teksti katoaa." in work.banner("signOutStrip")
    work.window.do("goBack")
    screens.settle()
    work.window.do("goToArchive")
    screens.settle()
    still(desk).one = an_archived()
    chosen(screens, work)
    assert take.text() == "Jatka muuttamaasi tekstiä…"
    take.click()
    screens.turn()
    assert text.toPlainText().startswith("Omin sanoin. ")
    found(work.window, QAbstractButton, "materialRead").click()
    found(work.window, QAbstractButton, "materialCopy").click()
    assert desk.archiving.changed == {}, "what she has taken along is lost no more"
