"""What the strips of a conversation say: ending it, asking before sending, a text that came back."""

from PySide6.QtCore import QCoreApplication

from app.desk.panes import Header
from app.domain.conversation import Author, ConversationState
from app.domain.problems import Problem, ProblemCode
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.refusal_words import conversation_sentence

# Nothing can be sent into the conversation any more.
_OVER = frozenset({ProblemCode.CONVERSATION_ENDED, ProblemCode.CONVERSATION_CLOSED, ProblemCode.NOT_FOUND})


def asking_words(count: int) -> BannerWords:
    """A message has waited long, or a new sign-in came between: it asks before it goes."""
    lead = QCoreApplication.translate("conversation", "Shall it still be sent?")
    rest = QCoreApplication.translate(
        "conversation", "%n message(s) could not leave in time. The situation may have changed.", "", count
    )
    return BannerWords(
        Tone.WAIT,
        Icon.TRIANGLE,
        lead,
        rest,
        action=QCoreApplication.translate("conversation", "Send"),
        second=QCoreApplication.translate("conversation", "Back to draft"),
    )


def ending_asks_words() -> BannerWords:
    """An ending has waited long, or a new sign-in came between: it asks before it goes."""
    return BannerWords(
        Tone.WAIT,
        Icon.TRIANGLE,
        QCoreApplication.translate("conversation", "Shall the conversation still be ended?"),
        QCoreApplication.translate(
            "conversation", "The ending could not leave in time. The situation may have changed."
        ),
        action=QCoreApplication.translate("conversation", "End the conversation"),
        second=QCoreApplication.translate("conversation", "Do not end it"),
    )


def returned_words(problem: Problem) -> BannerWords:
    """A message came back: why, where its text is, what can be done."""
    lead = QCoreApplication.translate("conversation", "The message was not sent.")
    if problem.code in _OVER:
        kept = QCoreApplication.translate(
            "conversation", "The text is kept as a draft below: copy it if it is still needed."
        )
    else:
        kept = QCoreApplication.translate(
            "conversation", "The text is kept as a draft below: change it, send it again or copy it."
        )
    return BannerWords(
        Tone.BAD,
        Icon.LATE,
        lead,
        f"{conversation_sentence(problem)} {kept}",
        action=QCoreApplication.translate("conversation", "I have read it"),
    )


def closing_words(header: Header, *, has_draft: bool, is_short: bool = False) -> BannerWords:
    """Shall the conversation be ended? What the customer sees, and what becomes of unsent text: where it
    ``is_short``, the one that weighs more.
    """
    lead = QCoreApplication.translate("conversation", "End the conversation with customer {alias}?")
    if header.state is ConversationState.ENDED:
        rest = QCoreApplication.translate("conversation", "It leaves your tabs and makes room for another.")
    else:
        rest = QCoreApplication.translate(
            "conversation", "The customer sees that it has ended and cannot write any more."
        )
    if has_draft:
        unsent = QCoreApplication.translate(
            "conversation",
            "The text below has not been sent. It is kept for you and can be copied afterwards.",
        )
        rest = unsent if is_short else f"{rest} {unsent}"
    return BannerWords(
        Tone.NEUTRAL,
        Icon.INFO,
        lead.format(alias=header.alias),
        rest,
        action=QCoreApplication.translate("conversation", "End the conversation"),
        second=QCoreApplication.translate("conversation", "Cancel"),
    )


def ended_words(header: Header) -> str:
    """Who has ended the conversation, and what is still to be done."""
    if header.ended_by is Author.CUSTOMER:
        words = QCoreApplication.translate("conversation", "The customer has ended the conversation")
    else:
        words = QCoreApplication.translate("conversation", "The conversation has ended")
    if not header.awaits_wrap_up:
        return words
    return f"{words} · " + QCoreApplication.translate("conversation", "wrap-up missing")
