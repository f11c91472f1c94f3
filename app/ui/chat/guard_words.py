"""What the guard of an anonymous chat says: what it noticed, why it matters, what else can be done (R041)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.anonymity_guard import Noticed
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone

_MOST_NAMED = 3


def guard_words(found: Sequence[Noticed], *, can_ask: bool, is_short: bool) -> BannerWords:
    """``can_ask``: she can be asked to identify by one key. Where it ``is_short``, what was noticed alone."""
    asked = [_thing(each) for each in found if each is not Noticed.DECISION][:_MOST_NAMED]
    if asked:
        lead = QCoreApplication.translate("guard", "This seems to ask for {things}.").format(
            things=_listed(asked)
        )
    else:
        lead = QCoreApplication.translate("guard", "This seems to be about the customer's own case.")
    instead = (
        QCoreApplication.translate("guard", "Ask to identify, or guide to a call or a callback request.")
        if can_ask
        else QCoreApplication.translate("guard", "Guide to a call or a callback request.")
    )
    why = QCoreApplication.translate("guard", "The customer is anonymous: advice is general here.")
    return BannerWords(
        Tone.WAIT,
        Icon.ANONYMOUS,
        lead,
        "" if is_short else f"{why} {instead}",
        action=QCoreApplication.translate("guard", "Ask to identify") if can_ask else "",
        second=QCoreApplication.translate("guard", "Send anyway"),
    )


def _listed(things: Sequence[str]) -> str:
    if len(things) == 1:
        return things[0]
    words = QCoreApplication.translate("guard", "{first} and {last}")
    return words.format(first=", ".join(things[:-1]), last=things[-1])


def _thing(noticed: Noticed) -> str:
    match noticed:
        case Noticed.NAME:
            return QCoreApplication.translate("guard", "a name")
        case Noticed.IDENTITY_CODE:
            return QCoreApplication.translate("guard", "an identity code")
        case Noticed.BIRTH_DATE:
            return QCoreApplication.translate("guard", "a date of birth")
        case Noticed.ADDRESS:
            return QCoreApplication.translate("guard", "an address")
        case Noticed.PHONE:
            return QCoreApplication.translate("guard", "a phone number")
        case Noticed.EMAIL:
            return QCoreApplication.translate("guard", "an e-mail address")
        case Noticed.ACCOUNT:
            return QCoreApplication.translate("guard", "an account number")
        case _:
            return QCoreApplication.translate("guard", "a case or diary number")
