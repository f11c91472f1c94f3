"""Every state the gallery draws, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from app.desk.notices import Notice
from app.domain.commands import ClaimWaiting
from app.domain.consultation import PromisesKept
from app.domain.identification import IdentityCodes
from app.domain.ids import ConversationId
from app.domain.limits import Limits
from app.domain.link import LinkState, LinkView
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.callback_builders import SECOND, some_callbacks
from tests.support.desk_builders import a_message, what_is_seen
from tests.support.desk_consultations import at, lines, threads
from tests.support.desk_messages import messages
from tests.support.example_data import (
    FRONT,
    a_morning,
    a_pending_message,
    ended,
    every_stage,
    those_held,
    those_waiting,
)
from tests.support.fakes import NINE_O_CLOCK
from tests.support.identity_builders import FOR_ONNI, asked, declined, identified
from tests.support.screen_robots import found
from tests.support.screens import Screens, press
from tests.support.situation_builders import a_situation
from tests.support.still_desk import StillDesk
from tests.ui.gallery_agreed import AGREED_STATES
from tests.ui.gallery_archive import ARCHIVE_STATES
from tests.ui.gallery_consent import CONSENT_STATES
from tests.ui.gallery_doors import DOOR_STATES
from tests.ui.gallery_files import FILE_STATES
from tests.ui.gallery_guard import GUARD_STATES
from tests.ui.gallery_handbook import HANDBOOK_STATES
from tests.ui.gallery_plans import PLAN_STATES

DRAFT = "Lähetän sinulle tunnistautumislinkin. Keskustelu jatkuu tässä samassa ikkunassa, eikä mitään katoa."
AWAY = Problem(ProblemCode.LINE_LOST, retry_after_s=8)
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)
Draw = Callable[[Screens], QWidget]


def _desk(**changes: Any) -> StillDesk:
    desk = StillDesk(a_morning(**changes))
    desk.drafts.typed(FRONT, DRAFT)
    desk.writing.add(FRONT)
    return desk


def _identity(seen: Seen, *, shows_code: bool = False, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(seen)
        desk.codes = IdentityCodes("010190-999W", "020285-9981")
        window = screens.main_window(desk, **how)
        if shows_code:
            found(window, QAbstractButton, "showIdentityCode").click()
            screens.turn()
        return window

    return draw


def _work(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        window = screens.main_window(_desk(), **how)
        window.focus_work()
        return window

    return draw


def _canned(searched: str = "/", language: str = "fi", **how: Any) -> Draw:
    """Choosing a canned answer; with ``language`` that of the customer."""

    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(a_morning())
        confirmed = desk.seen.confirmed
        heads = {**confirmed.heads, FRONT: replace(those_held()[0], language=language)}
        desk.show(replace(desk.seen, confirmed=replace(confirmed, heads=heads)))
        window = screens.main_window(desk, **how)
        window.focus_work()
        front = window.chat.current
        assert front is not None
        box = found(front, QPlainTextEdit, "composerText")
        box.insertPlainText(f"Hei! {searched}")
        if searched != "/":
            QTest.keyClick(box, Qt.Key.Key_Return)
            QTest.keyClick(box, Qt.Key.Key_Return)
        return window

    return draw


def _stages(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(a_morning(pending=every_stage()))
        return screens.main_window(desk, **how)

    return draw


def _offline(state: LinkState, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        waiting = (a_pending_message("Katson ohjeen sinulle.", Stage.QUEUED, seconds_ago=90),)
        desk = _desk(pending=waiting)
        window = screens.main_window(desk, **how)
        desk.show_link(
            LinkView(
                state,
                up_to_date_as_of=NINE_O_CLOCK - timedelta(minutes=2),
                attempt=3,
                next_try_at=NINE_O_CLOCK + timedelta(seconds=8),
            )
        )
        screens.settle()
        return window

    return draw


def _back(screens: Screens) -> QWidget:
    desk = _desk()
    window = screens.main_window(desk)
    desk.show_link(LinkView(LinkState.OFFLINE, up_to_date_as_of=NINE_O_CLOCK))
    screens.settle()
    desk.show_link(LinkView(LinkState.LIVE, up_to_date_as_of=NINE_O_CLOCK))
    screens.settle()
    return window


def _first(screens: Screens) -> QWidget:
    desk = _desk()
    gone = ConversationId("gone")
    desk.notices_shown = (
        Notice(
            "n1",
            ClaimWaiting(gone),
            "4819",
            Problem(ProblemCode.ALREADY_CLAIMED, by_name="Neuvoja 7"),
            NINE_O_CLOCK,
        ),
    )
    desk.memory_only_shown = MemoryOnly(Cause.NO_KEYRING, ends_by_itself=False)
    desk.drafts.typed(ConversationId("left"), "Tämä teksti jäi kesken, kun keskustelu palasi jonoon.")
    return screens.main_window(desk)


def _returned(screens: Screens) -> QWidget:
    desk = StillDesk(a_morning())
    desk.drafts.give_back(
        FRONT, "Voit lähettää päätöksesi tähän chattiin.", Problem(ProblemCode.CONVERSATION_ENDED)
    )
    return screens.main_window(desk)


def _asking(screens: Screens) -> QWidget:
    window = screens.main_window(_desk())
    front = window.chat.current
    assert front is not None
    front.ask_to_close()
    return window


def _signing_out(screens: Screens) -> QWidget:
    desk = _desk(pending=every_stage())
    window = screens.main_window(desk)
    window.ask_to_sign_out()
    return window


def _ended(screens: Screens) -> QWidget:
    seen = a_morning()
    front, _ = those_held()
    heads = {**seen.confirmed.heads, FRONT: ended(front)}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    return screens.main_window(desk)


def _practice(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        return screens.main_window(_desk(is_practice=True), **how)

    return draw


def _nobody(screens: Screens) -> QWidget:
    seen = a_morning()
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads={}, windows={})))
    return screens.main_window(desk)


def _none_open(screens: Screens) -> QWidget:
    seen = a_morning()
    heads = {head.conversation_id: head for head in those_waiting()}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads, windows={})))
    return screens.main_window(desk)


def _long(screens: Screens) -> QWidget:
    seen = a_morning()
    text = "Olen miettinyt tätä asiaa pitkään ja haluaisin tietää, mitä voin tehdä. " * 9
    windows = {
        **seen.confirmed.windows,
        FRONT: replace(
            seen.confirmed.windows[FRONT],
            messages=tuple(a_message(number, text[: 40 * number]) for number in range(11, 25)),
        ),
    }
    limits = Limits(message_characters=len(DRAFT) + 9)
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, windows=windows, limits=limits)))
    desk.drafts.typed(FRONT, DRAFT)
    return screens.main_window(desk)


def _sign_in(problem: Problem | None, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        window = screens.sign_in_window(**how)
        window.fill("neuvoja12", "salasana12")
        if problem is not None:
            window.tell(problem)
        return window

    return draw


def _opening(*answers: Problem, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        return screens.opening(*answers, **how)

    return draw


def _memory_only(cause: Cause, *, ends_by_itself: bool, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = _desk()
        desk.memory_only_shown = MemoryOnly(cause, ends_by_itself=ends_by_itself)
        return screens.main_window(desk, **how)

    return draw


def _came_back(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = _desk()
        desk.asks_shown = True
        return screens.main_window(desk, **how)

    return draw


def _put_aside(screens: Screens) -> QWidget:
    desk = _desk()
    desk.put_aside_shown = True
    return screens.main_window(desk)


def _customer_panel(screens: Screens) -> QWidget:
    window = _work(size=(1280, 720))(screens)
    press(window, "railCustomer")
    return window


def _keys(screens: Screens) -> QWidget:
    window = screens.main_window(_desk())
    window.show_keys()
    return window


def _calls(*, last: bool = False, **how: Any) -> Draw:
    """The view of callback requests at eleven on a Monday; with ``last`` a third attempt is open."""

    def draw(screens: Screens) -> QWidget:
        window = screens.main_window(StillDesk(what_is_seen(callbacks=some_callbacks())), **how)
        window.open_callback(SECOND if last else "")
        return window

    return draw


class _MondayDesk(StillDesk):
    """A desk twenty past two on the Monday on which a promise is due."""

    def now(self) -> datetime:
        return at("2026-11-23 14:20")


def _consultations(*, asks: bool = False, **how: Any) -> Draw:
    """Consultations by promise, the pressing one opened; with ``asks`` a question is begun."""

    def draw(screens: Screens) -> QWidget:
        kept = PromisesKept(at("2026-11-01 00:00"), 31, 2)
        seen = what_is_seen(consultations=threads(), consultation_queues=lines(), promises_kept=kept)
        window = screens.main_window(_MondayDesk(seen), **how)
        window.do("askConsultation" if asks else "goToConsultations")
        return window

    return draw


def _messages(**how: Any) -> Draw:
    """Non-urgent messages by promise, the late one opened."""

    def draw(screens: Screens) -> QWidget:
        window = screens.main_window(_MondayDesk(what_is_seen(*messages())), **how)
        window.do("goToMessages")
        return window

    return draw


def _situation(**how: Any) -> Draw:
    """How it goes just now, as a supervisor sees it."""

    def draw(screens: Screens) -> QWidget:
        desk = _desk()
        desk.situation_shown = a_situation()
        window = screens.main_window(desk, **how)
        QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
        screens.turn()
        return window

    return draw


STATES: dict[str, Draw] = {
    **{f"work-{choice.value}": _work(choice=choice) for choice in THEMES},
    "asked-to-identify": _identity(asked()),
    "declined-to-identify-dark": _identity(declined(), choice=ThemeChoice.DARK),
    "identified": _identity(identified()),
    "identified-dark": _identity(identified(FOR_ONNI), choice=ThemeChoice.DARK),
    "identified-code-swedish": _identity(
        identified(FOR_ONNI), shows_code=True, language=Language.SWEDISH, size=(1280, 720)
    ),
    "identified-text-200": _identity(identified(FOR_ONNI), text_scale=2.0, size=(1920, 1080)),
    "work-1280x720": _work(size=(1280, 720)),
    "work-swedish": _work(language=Language.SWEDISH),
    "work-english": _work(language=Language.ENGLISH),
    "work-4k": _work(size=(2560, 1440)),
    "work-narrow": _work(size=(960, 540)),
    "work-text-200": _work(text_scale=2.0, size=(1920, 1080)),
    "work-text-150": _work(text_scale=1.5, size=(1920, 1080)),
    **{f"stages-{choice.value}": _stages(choice=choice) for choice in THEMES},
    **{f"canned-{choice.value}": _canned(choice=choice) for choice in THEMES},
    "canned-english-customer": _canned(language="en"),
    "canned-blank": _canned("/soitto"),
    "canned-1280x720": _canned(size=(1280, 720)),
    "canned-text-200": _canned(text_scale=2.0, size=(1920, 1080)),
    "offline": _offline(LinkState.OFFLINE),
    "offline-dark": _offline(LinkState.OFFLINE, choice=ThemeChoice.DARK),
    "recovering": _offline(LinkState.RECOVERING),
    "back": _back,
    "somebody-first": _first,
    "returned": _returned,
    "closing": _asking,
    "signing-out": _signing_out,
    "ended": _ended,
    "practice": _practice(),
    "practice-dark": _practice(choice=ThemeChoice.DARK),
    "practice-contrast": _practice(choice=ThemeChoice.HIGH_CONTRAST),
    "nobody": _nobody,
    "none-open": _none_open,
    "long": _long,
    "folded-customer": _customer_panel,
    "keys": _keys,
    "callbacks": _calls(),
    "callbacks-dark": _calls(choice=ThemeChoice.DARK),
    "callbacks-1280x720": _calls(size=(1280, 720)),
    "callbacks-text-200": _calls(text_scale=2.0, size=(2560, 1440)),
    "callback-third-attempt": _calls(last=True),
    "messages": _messages(),
    "messages-dark": _messages(choice=ThemeChoice.DARK),
    "messages-1280x720": _messages(size=(1280, 720), language=Language.SWEDISH),
    "messages-text-200": _messages(text_scale=2.0, size=(1280, 720)),
    "consultations": _consultations(),
    "consultations-dark": _consultations(choice=ThemeChoice.DARK),
    "consultations-1280x720": _consultations(size=(1280, 720), language=Language.SWEDISH),
    "consultations-text-200": _consultations(text_scale=2.0, size=(1280, 720)),
    "consultation-asked": _consultations(asks=True),
    **GUARD_STATES,
    **AGREED_STATES,
    **FILE_STATES,
    **ARCHIVE_STATES,
    **HANDBOOK_STATES,
    **CONSENT_STATES,
    **PLAN_STATES,
    **DOOR_STATES,
    "situation": _situation(),
    "situation-dark": _situation(choice=ThemeChoice.DARK),
    "came-back": _came_back(),
    "came-back-dark": _came_back(choice=ThemeChoice.DARK),
    "came-back-narrow": _came_back(size=(960, 540), language=Language.SWEDISH),
    "memory-only-locked": _memory_only(Cause.KEYRING_LOCKED, ends_by_itself=False),
    "memory-only-full-dark": _memory_only(Cause.DISK_FULL, ends_by_itself=True, choice=ThemeChoice.DARK),
    "memory-only-in-use-1280x720": _memory_only(Cause.IN_USE, ends_by_itself=False, size=(1280, 720)),
    "put-aside": _put_aside,
    "opening": _opening(),
    "opening-dark": _opening(choice=ThemeChoice.DARK),
    "opening-away": _opening(AWAY),
    "opening-away-dark": _opening(AWAY, choice=ThemeChoice.DARK),
    "opening-away-swedish": _opening(AWAY, language=Language.SWEDISH),
    "opening-contrast": _opening(AWAY, choice=ThemeChoice.HIGH_CONTRAST),
    "opening-refused": _sign_in(Problem(ProblemCode.SIGNED_OUT)),
    "sign-in": _sign_in(None),
    "sign-in-refused": _sign_in(Problem(ProblemCode.SIGN_IN_REFUSED, attempts_left=4)),
    "sign-in-dark": _sign_in(Problem(ProblemCode.LINE_LOST), choice=ThemeChoice.DARK),
    "sign-in-contrast": _sign_in(
        Problem(ProblemCode.THROTTLED, retry_after_s=48), choice=ThemeChoice.HIGH_CONTRAST
    ),
    "sign-in-swedish": _sign_in(Problem(ProblemCode.UPDATE_NEEDED), language=Language.SWEDISH),
}
