"""What offers say: to her, by her, and how they went."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.desk.lateness import clock_words
from app.desk.notices import OfferNews
from app.desk.offer_views import OfferCard, PersonRow, SentOffer
from app.domain.offer import OfferEnding
from app.domain.presence import Presence
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.text_runs import visible
from app.ui.words import in_language, presence_word


def countdown(left: timedelta) -> str:
    """``1.24``: what is left, as a number that stands still; of a message in hours."""
    hours = int(left.total_seconds()) // 3600
    return QCoreApplication.translate("offers", "%n h", "", hours) if hours else clock_words(left)


def card_lead(card: OfferCard, language: str) -> str:
    """``Siirtotarjous sinulle · Maija Lehtonen · Perheasiat``."""
    lead = QCoreApplication.translate("offers", "Transfer offered to you")
    queue = in_language(card.queue_name, language) or card.queue_id
    return f"{lead} · {visible(card.by_name)} · {visible(queue)}"


def card_rest(card: OfferCard) -> str:
    """Who is responsible until she answers, and what happens if she does not."""
    words = QCoreApplication.translate(
        "offers",
        "Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you "
        "accept it.",
        "",
        card.hand_overs + 1,
    )
    return words.format(name=visible(card.by_name))


def spoken_card(card: OfferCard, language: str) -> str:
    """What a screen reader says first of a card. No countdown: it would be said anew every second."""
    return f"{card_lead(card, language)}. {visible(card.internal_message)}"


def sent_words(offer: SentOffer, *, is_short: bool = False) -> BannerWords:
    """To whom it is offered, and that nothing has moved."""
    lead = QCoreApplication.translate("offers", "Offered to {name}.").format(name=visible(offer.to_name))
    rest = QCoreApplication.translate("offers", "You are responsible and answer until it is accepted.")
    return BannerWords(
        Tone.NEUTRAL,
        Icon.USERS,
        lead,
        "" if is_short else rest,
        action=QCoreApplication.translate("offers", "Withdraw the offer"),
        aside=countdown(offer.left),
    )


def person_words(row: PersonRow) -> str:
    """``tilaa · 1 / 3 keskustelua``, ``täynnä``, or who may be offered to her."""
    if row.obstacle is not None:
        return QCoreApplication.translate("transfer", "identified customers only")
    if row.presence in (Presence.BUSY, Presence.AWAY):
        return presence_word(row.presence)
    if not row.has_room:
        return QCoreApplication.translate("offers", "no room now")
    return QCoreApplication.translate("offers", "has room")


def load_words(row: PersonRow) -> str:
    """``keskusteluja 1 / 3``; of somebody who is away, that it waits for her."""
    if row.is_away:
        return QCoreApplication.translate("offers", "finds it when her shift begins")
    words = QCoreApplication.translate("offers", "conversations {load} / {capacity}")
    return words.format(load=row.load, capacity=row.capacity)


def spoken_person(row: PersonRow) -> str:
    """What a screen reader says of a row."""
    return f"{visible(row.display_name)}, {person_words(row)}, {load_words(row)}"


def person_responsibility(row: PersonRow) -> str:
    """Who answers for the customer while it is offered."""
    if row.is_away:
        words = QCoreApplication.translate(
            "offers",
            "{name} is not there now and finds the offer when she comes. You are responsible until she"
            " accepts.",
        )
        return words.format(name=visible(row.display_name))
    words = QCoreApplication.translate(
        "offers",
        "You are responsible until {name} accepts. The customer is told only when it is accepted.",
    )
    return words.format(name=visible(row.display_name))


def news_words(news: OfferNews) -> BannerWords:
    """How an offer went, for the one who made it or the one to whom it was made."""
    read = QCoreApplication.translate("notices", "I have read it")
    lead, rest = _sent_news(news) if news.is_mine else _received_news(news)
    tone = Tone.OK if news.ending is OfferEnding.ACCEPTED else Tone.NEUTRAL
    icon = Icon.CHECK if news.ending is OfferEnding.ACCEPTED else Icon.USERS
    name = news.offer.to.display_name if news.is_mine else news.offer.by.display_name
    filled = {"name": visible(name), "alias": news.offer.alias}
    return BannerWords(tone, icon, lead.format(**filled), rest.format(**filled), action=read)


def _sent_news(news: OfferNews) -> tuple[str, str]:
    still = QCoreApplication.translate("offers", "The conversation is still yours.")
    match news.ending:
        case OfferEnding.ACCEPTED:
            lead = QCoreApplication.translate("offers", "{name} accepted customer {alias}.")
            rest = QCoreApplication.translate("offers", "Responsibility has moved, and the customer is told.")
            return lead, rest
        case OfferEnding.DECLINED:
            lead = QCoreApplication.translate("offers", "{name} declined customer {alias}: “{reason}”.")
            return lead.replace("{reason}", _braced(visible(news.reason))), still
        case OfferEnding.RECEIVER_AWAY:
            lead = QCoreApplication.translate("offers", "{name} is no longer there, so the offer went back.")
            return lead, still
        case None:
            lead = QCoreApplication.translate("offers", "The offer of customer {alias} to {name} is over.")
            return lead, _unheard()
        case _:
            lead = QCoreApplication.translate("offers", "{name} did not answer the offer in time.")
            return lead, still


def _received_news(news: OfferNews) -> tuple[str, str]:
    rest = QCoreApplication.translate("offers", "There is nothing for you to do.")
    match news.ending:
        case OfferEnding.WITHDRAWN:
            lead = QCoreApplication.translate("offers", "{name} withdrew the offer of customer {alias}.")
        case OfferEnding.CONVERSATION_OVER:
            lead = QCoreApplication.translate(
                "offers", "The offer of customer {alias} is over: the conversation has ended or moved."
            )
        case None:
            lead = QCoreApplication.translate("offers", "The offer of customer {alias} from {name} is over.")
            return lead, _unheard()
        case _:
            lead = QCoreApplication.translate(
                "offers", "The offer of customer {alias} lapsed; the conversation stayed with {name}."
            )
    return lead, rest


def _unheard() -> str:
    return QCoreApplication.translate(
        "offers", "It ended while the connection was away. Your conversations show whose the customer is."
    )


def _braced(text: str) -> str:
    # Somebody's own words are laid into a pattern that is filled afterwards.
    return text.replace("{", "{{").replace("}", "}}")
