"""Drafts in memory only: each cause has its own words, in each language; the banner goes when it is over."""

import pytest

from app.domain.memory_only import Cause, MemoryOnly
from app.ui.language import Language
from app.ui.status.memory_words import memory_only_words
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import WorkRobot
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


@pytest.mark.parametrize("ends_by_itself", [True, False])
@pytest.mark.parametrize("language", list(Language))
def test_no_two_causes_say_the_same(screens: Screens, language: Language, ends_by_itself: bool):
    screens.speak(language)
    said = {memory_only_words(MemoryOnly(cause, ends_by_itself)).rest for cause in Cause}
    assert len(said) == len(Cause)
    assert all(rest.count(".") >= 3 for rest in said)


def test_a_locked_keyring_says_what_to_do(screens: Screens):
    desk = StillDesk(a_morning())
    desk.memory_only_shown = MemoryOnly(Cause.KEYRING_LOCKED, ends_by_itself=False)
    work = WorkRobot(screens, screens.main_window(desk))
    said = work.banner("memoryOnly")
    assert "Koneen avainnippu on lukittu." in said
    assert "avaa avainnippu" in said


def test_no_composer_claims_that_a_draft_is_saved(screens: Screens):
    desk = StillDesk(a_morning())
    desk.drafts.typed(FRONT, "kesken")
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.conversation.says("draftSaved") == "Luonnos tallessa 11.00"
    desk.memory_only_shown = MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)
    desk.show(desk.seen)
    screens.settle()
    assert work.conversation.says("draftSaved") == "Luonnos vain muistissa"


def test_a_full_disk_ends_by_itself_or_with_another_sign_in(screens: Screens):
    screens.speak(Language.FINNISH)
    running = memory_only_words(MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)).rest
    at_opening = memory_only_words(MemoryOnly(Cause.DISK_FULL, ends_by_itself=False)).rest
    assert "itsestään" in running
    assert "kirjaudu ulos" not in running
    assert "kirjaudu ulos" in at_opening


def test_the_banner_goes_when_the_disk_works_again(screens: Screens):
    desk = StillDesk(a_morning())
    desk.memory_only_shown = MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)
    window = screens.main_window(desk)
    work = WorkRobot(screens, window)
    assert work.banner("memoryOnly")
    desk.memory_only_shown = None
    desk.show(desk.seen)
    screens.settle()
    assert work.banner("memoryOnly") == ""


def test_a_file_put_aside_is_told_until_it_is_read(screens: Screens):
    desk = StillDesk(a_morning())
    desk.put_aside_shown = True
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.banner("putAside").startswith("Aiempaa tiedostoasi tällä koneella ei voitu lukea.")
    assert work.banner("memoryOnly") == ""
    work.button("putAsideAction").click()
    assert work.banner("putAside") == ""
    assert not desk.is_file_put_aside


def test_a_file_put_aside_is_not_told_twice(screens: Screens):
    desk = StillDesk(a_morning())
    desk.put_aside_shown = True
    desk.memory_only_shown = MemoryOnly(Cause.DAMAGED, ends_by_itself=False)
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.banner("putAside") == ""
    assert "siirrettiin syrjään" in work.banner("memoryOnly")
