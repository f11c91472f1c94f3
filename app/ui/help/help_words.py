"""What is said of a call for help: to who called, and to who is called."""

from PySide6.QtCore import QCoreApplication

from app.desk.help_views import HelpCard, SentCall
from app.domain.marks import HelpAbout
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.text_runs import one_line
from app.ui.words import clock, in_language, language_name


def sent_words(call: SentCall) -> BannerWords:
    """Who was called, and whether somebody comes."""
    withdraw = "" if call.is_under_way else QCoreApplication.translate("help", "Withdraw the call")
    if call.helper_name is not None and call.is_joined:
        lead = QCoreApplication.translate("help", "{name} reads along.")
        rest = QCoreApplication.translate(
            "help",
            "You answer the customer, who knows that there are two. Her notes stand in the conversation.",
        )
        end = "" if call.is_under_way else QCoreApplication.translate("help", "Go on alone")
        lead = lead.format(name=one_line(call.helper_name))
        return BannerWords(Tone.OK, Icon.USERS, lead, rest, action=end)
    if call.helper_name is not None:
        lead = QCoreApplication.translate("help", "{name} comes to help.")
        rest = QCoreApplication.translate(
            "help", "You answer the customer until she takes over. Then it is told here."
        )
        lead = lead.format(name=one_line(call.helper_name))
        return BannerWords(Tone.OK, Icon.USERS, lead, rest, action=withdraw)
    if call.is_holder_away:
        lead = QCoreApplication.translate("help", "Your line was away; the supervisors were told at {clock}.")
        rest = QCoreApplication.translate("help", "You answer the customer. The call ends by itself.")
        return BannerWords(Tone.NEUTRAL, Icon.USERS, lead.format(clock=clock(call.called_at)), rest)
    lead = QCoreApplication.translate("help", "The supervisors were called at {clock}.")
    rest = QCoreApplication.translate("help", "Nobody has answered yet. You answer the customer meanwhile.")
    return BannerWords(Tone.WAIT, Icon.USERS, lead.format(clock=clock(call.called_at)), rest, action=withdraw)


def who_calls(card: HelpCard) -> str:
    """``Maija Lehtonen calls for help``, or that her line is away."""
    if card.is_holder_away:
        words = QCoreApplication.translate("help", "The line of {name} is away")
        return words.format(name=one_line(card.by_name))
    match card.about:
        case HelpAbout.PROBLEM:
            words = QCoreApplication.translate("help", "{name} is in a problem situation")
        case HelpAbout.SWEDISH:
            words = QCoreApplication.translate("help", "{name} asks for somebody who writes Swedish")
        case HelpAbout.ENGLISH:
            words = QCoreApplication.translate("help", "{name} asks for somebody who writes English")
        case HelpAbout.INTERPRETER:
            words = QCoreApplication.translate("help", "{name} asks for an interpreter")
        case _:
            words = QCoreApplication.translate("help", "{name} calls for help")
    return words.format(name=one_line(card.by_name))


def customer_words(card: HelpCard) -> str:
    """Which customer."""
    return QCoreApplication.translate("help", "Customer {alias}").format(alias=card.alias)


def about_words(card: HelpCard, language: str) -> str:
    """Which customer, about what, in which language."""
    topic = one_line(in_language(card.topic.name, language))
    return f"{customer_words(card)} · {topic} · {language_name(card.language)}"


def text_words(card: HelpCard) -> str:
    """What was written with the call; of a line that is away, what becomes of the customer."""
    if not card.is_holder_away:
        # What it is about says itself where it is the barrier alone.
        is_more = card.barrier is not None and card.barrier is not card.about
        said = (barrier_words(card.barrier) if is_more and card.barrier else "", one_line(card.text))
        return " · ".join(part for part in said if part)
    return QCoreApplication.translate(
        "help",
        "Nobody answers the customer. After %n minute(s) she goes back to the queue.",
        "",
        card.returns_after_min,
    )


def barrier_words(barrier: HelpAbout) -> str:
    """That a language barrier is in the way, and what was asked for."""
    match barrier:
        case HelpAbout.SWEDISH:
            return QCoreApplication.translate("help", "language help: Swedish")
        case HelpAbout.ENGLISH:
            return QCoreApplication.translate("help", "language help: English")
        case _:
            return QCoreApplication.translate("help", "language help: interpreter")


def helper_words(card: HelpCard) -> str:
    """Who comes."""
    if card.is_me and card.is_joined:
        return QCoreApplication.translate("help", "you read along")
    if card.helper_name is not None and card.is_joined:
        words = QCoreApplication.translate("help", "{name} reads along.")
        return words.format(name=one_line(card.helper_name))
    if card.is_me:
        return QCoreApplication.translate("help", "you have said that you come")
    if card.helper_name is not None:
        words = QCoreApplication.translate("help", "{name} comes to help.")
        return words.format(name=one_line(card.helper_name))
    return QCoreApplication.translate("help", "nobody has answered yet")


def spoken_card(card: HelpCard, language: str) -> str:
    """What a screen reader says of a call."""
    parts = (
        who_calls(card),
        card.clock,
        about_words(card, language),
        text_words(card).rstrip("."),
        helper_words(card),
    )
    return ", ".join(part for part in parts if part)


def taking_words(card: HelpCard) -> BannerWords:
    """Shall it be taken over? What becomes of it."""
    lead = QCoreApplication.translate("help", "Take over customer {alias} from {name}?")
    rest = QCoreApplication.translate(
        "help",
        "Responsibility moves to you at once. The customer is told that another adviser goes on."
        " What {name} has not sent is kept for her.",
    )
    name = one_line(card.by_name)
    return BannerWords(
        Tone.WAIT,
        Icon.USERS,
        lead.format(alias=card.alias, name=name),
        rest.format(name=name),
        action=QCoreApplication.translate("help", "Take over"),
        second=QCoreApplication.translate("help", "Cancel"),
    )


def joined_words(card: HelpCard, *, is_short: bool) -> BannerWords:
    """That she reads along, who answers, and what she can do."""
    lead = QCoreApplication.translate("help", "You read along. {name} answers the customer.")
    rest = QCoreApplication.translate(
        "help", "The customer knows that there are two. Help by notes, or take over to write to the customer."
    )
    take = QCoreApplication.translate("help", "Take over…") if card.cannot_take is None else ""
    return BannerWords(
        Tone.NEUTRAL,
        Icon.USERS,
        lead.format(name=one_line(card.by_name)),
        "" if is_short else rest,
        action="" if card.is_under_way else QCoreApplication.translate("help", "Leave"),
        second="" if card.is_under_way else take,
    )
