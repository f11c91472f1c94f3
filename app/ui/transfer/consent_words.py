"""What is said of the customer's permission to move her conversation."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.consent_views import Asked, Scope
from app.domain.consent import ConsentState
from app.domain.conversation import Author
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.text_runs import one_line, quoted
from app.ui.words import clock, in_language

_TEXT_CHARACTERS = 60


def scope_words(scope: Scope) -> str:
    """``koko keskustelu`` · ``viestistä klo 9.41 alkaen``."""
    if scope.is_whole:
        return QCoreApplication.translate("consent", "the whole conversation")
    if scope.at is None:
        words = QCoreApplication.translate("consent", "from message {number} on")
        return words.format(number=scope.first_seq)
    return QCoreApplication.translate("consent", "from the message of {clock} on").format(
        clock=clock(scope.at)
    )


def scope_choice(scope: Scope) -> str:
    """The same with how that message begins, to choose from."""
    if scope.is_whole or scope.at is None:
        return _capital(scope_words(scope))
    is_hers = scope.by is Author.CUSTOMER
    who = (
        QCoreApplication.translate("consent", "customer")
        if is_hers
        else QCoreApplication.translate("consent", "counsellor")
    )
    return f"{clock(scope.at)} · {who} · {quoted(one_line(scope.text), limit=_TEXT_CHARACTERS)}"


def state_words(asked: Asked | None) -> str:
    """How it stands with the permission for the queue that is chosen; None: she was not asked."""
    if asked is None:
        return QCoreApplication.translate(
            "consent",
            "Her permission is needed: this queue keeps another record. She is asked on her page, and you go "
            "on talking meanwhile.",
        )
    match asked.consent.state:
        case ConsentState.ASKED:
            words = QCoreApplication.translate(
                "consent", "Asked at {clock}: {scope}. She has not answered yet."
            )
        case ConsentState.GIVEN:
            words = QCoreApplication.translate(
                "consent",
                "Given at {clock}: {scope}. She can take it back until somebody there opens it.",
            )
        case ConsentState.REFUSED:
            words = QCoreApplication.translate(
                "consent", "She did not give it at {clock}. The conversation goes on here."
            )
        case ConsentState.WITHDRAWN:
            words = QCoreApplication.translate(
                "consent", "She took it back at {clock}. The conversation goes on here."
            )
        case ConsentState.MOVED | ConsentState.OPENED | ConsentState.REPLACED:
            words = QCoreApplication.translate("consent", "It was used at {clock}. Ask for it anew.")
        case _:
            assert_never(asked.consent.state)
    return words.format(clock=clock(asked.at), scope=scope_words(asked.scope))


def panel_words(asked: Asked, language: str) -> str:
    """``kotisairaanhoitoon · annettu 9.42 · koko keskustelu``."""
    match asked.consent.state:
        case ConsentState.ASKED:
            word = QCoreApplication.translate("consent", "asked {clock}")
        case ConsentState.GIVEN:
            word = QCoreApplication.translate("consent", "given {clock}")
        case ConsentState.REFUSED:
            word = QCoreApplication.translate("consent", "not given {clock}")
        case ConsentState.WITHDRAWN:
            word = QCoreApplication.translate("consent", "taken back {clock}")
        case ConsentState.REPLACED:
            word = QCoreApplication.translate("consent", "asked {clock}, then anew")
        case ConsentState.MOVED:
            word = QCoreApplication.translate("consent", "moved {clock}")
        case ConsentState.OPENED:
            word = QCoreApplication.translate("consent", "opened {clock}")
        case _:
            assert_never(asked.consent.state)
    where = one_line(in_language(asked.consent.target, language))
    return " · ".join((where, word.format(clock=clock(asked.at)), scope_words(asked.scope)))


def strip_words(asked: Asked, language: str, *, is_short: bool) -> BannerWords | None:
    """What stands above the conversation of a question that is open, or was answered just now."""
    where = one_line(in_language(asked.consent.target, language))
    match asked.consent.state:
        case ConsentState.ASKED:
            lead = QCoreApplication.translate("consent", "Permission to transfer asked for: {where}.")
            rest = QCoreApplication.translate("consent", "She answers on her page. Go on talking.")
            words = BannerWords(Tone.NEUTRAL, Icon.CLOCK, lead, rest)
        case ConsentState.GIVEN:
            lead = QCoreApplication.translate("consent", "Permission given: {where}, {scope}.")
            action = QCoreApplication.translate("consent", "Transfer…")
            words = BannerWords(Tone.OK, Icon.CHECK, lead, action=action)
        case ConsentState.REFUSED:
            lead = QCoreApplication.translate("consent", "The customer did not give permission: {where}.")
            rest = QCoreApplication.translate("consent", "Nothing was transferred; go on here.")
            words = BannerWords(Tone.WAIT, Icon.LOCK, lead, rest, action=_read())
        case ConsentState.WITHDRAWN:
            lead = QCoreApplication.translate("consent", "The customer took her permission back: {where}.")
            rest = QCoreApplication.translate("consent", "Nothing is transferred there; go on here.")
            words = BannerWords(Tone.WAIT, Icon.LOCK, lead, rest, action=_read())
        case ConsentState.REPLACED | ConsentState.MOVED | ConsentState.OPENED:
            return None
        case _:
            assert_never(asked.consent.state)
    lead = words.lead.format(where=where, scope=scope_words(asked.scope))
    return BannerWords(words.tone, words.icon, lead, "" if is_short else words.rest, action=words.action)


def _read() -> str:
    return QCoreApplication.translate("notices", "I have read it")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
