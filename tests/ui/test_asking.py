"""What asks before it goes: a message, and an ending, which nothing else on the screen would ask about."""

from app.domain.commands import Command, EndConversation, WrapUp, WriteMessage
from app.domain.ids import CommandId
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.domain.project import project
from tests.support.example_data import FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import ConversationRobot, WorkRobot
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

LONG_AGO = Moment(NINE_O_CLOCK, 0.0)


def at_work(screens: Screens, *rows: Pending) -> tuple[StillDesk, ConversationRobot]:
    seen = a_morning()
    desk = StillDesk(project(seen.confirmed, rows, is_live=True))
    return desk, WorkRobot(screens, screens.main_window(desk)).open(FRONT)


def a_row(number: int, command: Command, stage: Stage) -> Pending:
    return Pending(CommandId(f"{number:032x}"), command, stage, submitted=LONG_AGO, staged=LONG_AGO)


def test_an_ending_that_asks_is_asked_about_in_words_of_its_own(screens: Screens):
    """The line was away while she wrapped up: behind the end the wrap-up waits, and all is locked."""
    end = a_row(1, EndConversation(FRONT, 1), Stage.ASKING)
    behind = a_row(2, WrapUp(FRONT, ("a",), None, "", 1, 1), Stage.QUEUED)
    desk, conversation = at_work(screens, end, behind)
    assert "Lopetetaanko keskustelu vielä?" in conversation.banner("askBeforeSending")
    conversation.answer("askBeforeSendingAction")
    conversation.answer("askBeforeSendingSecond")
    assert desk.answered == [(end.command_id, True), (end.command_id, False)]


def test_the_first_that_asks_is_asked_about_first(screens: Screens):
    message = a_row(1, WriteMessage(FRONT, "Hei", 1), Stage.ASKING)
    end = a_row(2, EndConversation(FRONT, 1), Stage.ASKING)
    _, conversation = at_work(screens, message, end)
    assert "Lähetetäänkö vielä?" in conversation.banner("askBeforeSending")
