"""News of the connection: what happened, what was kept, what to do; and it is back."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.link import LinkState, LinkView
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Stage
from app.ui.language import Language
from app.ui.parts.banner import Banner
from tests.support.example_data import FRONT, a_morning, a_pending_message
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

LOST_AT = NINE_O_CLOCK - timedelta(minutes=2)


def test_while_all_is_well_nothing_is_said(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    assert work.banner("linkNews") == ""
    stack = work.window.findChild(QWidget, "newsStack")
    assert stack is not None
    assert not stack.isVisible()


def test_a_lost_line_is_told_with_what_is_kept_and_can_be_tried_now(screens: Screens):
    waiting = a_pending_message("Hei", Stage.QUEUED)
    desk = StillDesk(a_morning(pending=(waiting,)))
    work = WorkRobot(screens, screens.main_window(desk))
    desk.show_link(LinkView(LinkState.OFFLINE, up_to_date_as_of=LOST_AT))
    screens.settle()
    words = work.banner("linkNews")
    assert words.startswith("Yhteys katkesi klo 10.58.")
    assert "1 lähettämätön viesti ovat tallessa tällä koneella" in words
    work.button("linkNewsAction").click()
    assert desk.retried == 1


def test_trying_again_counts_attempts_and_seconds(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    soon = NINE_O_CLOCK + timedelta(seconds=8)
    desk.show_link(LinkView(LinkState.RECOVERING, LOST_AT, attempt=3, next_try_at=soon))
    screens.settle()
    assert work.banner("linkNews").startswith("Yhdistetään uudelleen, yritys 3.")
    words = found(work.window, Banner, "linkNews").words
    assert words is not None
    assert words.aside == "seuraava 8 s"


def test_when_it_is_back_that_is_told_until_read(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    desk.show_link(LinkView(LinkState.OFFLINE, up_to_date_as_of=LOST_AT))
    screens.settle()
    desk.show_link(LinkView(LinkState.LIVE, up_to_date_as_of=NINE_O_CLOCK))
    screens.settle()
    assert work.banner("linkNews").startswith("Yhteys palasi klo 11.00.")
    work.button("linkNewsAction").click()
    screens.settle()
    assert work.banner("linkNews") == ""


def test_before_the_first_connection_no_loss_is_told(screens: Screens):
    desk = StillDesk(a_morning(is_live=False))
    desk.link_shown = LinkView(LinkState.CONNECTING)
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.banner("linkNews") == ""
    assert work.label("linkBadge") == "Yhdistetään…"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.FINNISH, "Yhteys kunnossa · ajan tasalla 11.00.00"),
        (Language.SWEDISH, "Anslutningen fungerar · aktuellt 11.00.00"),
        (Language.ENGLISH, "Connection works · up to date as of 11.00.00"),
    ],
)
def test_the_badge_says_how_fresh_the_screen_is(screens: Screens, language: Language, words: str):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning()), language=language))
    assert work.label("linkBadge") == words


def test_the_status_bar_counts_what_is_unsent_and_kept(screens: Screens):
    desk = StillDesk(a_morning(pending=(a_pending_message("Hei", Stage.QUEUED),)))
    desk.drafts.typed(FRONT, "kesken")
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.label("unsentCount") == "1 lähettämättä"
    assert work.label("draftCount") == "1 luonnos tallessa tällä koneella"
    assert work.label("openUntil") == "Chat avoinna klo 15.12 asti · sulkeutuu 4 h 12 min kuluttua"


def test_without_a_keyring_a_banner_stands_and_nothing_claims_to_be_kept(screens: Screens):
    desk = StillDesk(a_morning())
    desk.memory_only_shown = MemoryOnly(Cause.NO_KEYRING, ends_by_itself=False)
    desk.drafts.typed(FRONT, "kesken")
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.banner("memoryOnly").startswith("Luonnokset eivät tallennu tälle koneelle.")
    assert not [name for name in ("memoryOnlyAction", "memoryOnlySecond") if work.button(name).isVisible()]
    assert work.label("draftCount") == "1 luonnos vain muistissa"
