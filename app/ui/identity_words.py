"""What is said of identification: asked, declined, since when, how surely, for whom."""

from PySide6.QtCore import QCoreApplication

from app.desk.identity_views import Proof
from app.domain.identification import EarlierLines, IdentifiedPerson, Level
from app.ui.text_runs import visible
from app.ui.words import clock

COVERED_CODE = "••••••-••••"
"""An identity code as it stands until somebody asks to see it."""


def asking_words(proof: Proof) -> str:
    """What has come of asking, behind the standing notice; "" where nobody has asked."""
    stands = proof.stands
    if proof.is_asking:
        return QCoreApplication.translate("identity", "Asking the customer to identify…")
    if stands.asked_at is not None:
        words = QCoreApplication.translate("identity", "Asked to identify at {clock}; the chat goes on.")
        return words.format(clock=clock(stands.asked_at))
    if stands.declined_at is not None:
        words = QCoreApplication.translate("identity", "Did not want to identify ({clock}).")
        return words.format(clock=clock(stands.declined_at))
    return ""


def from_here_words(earlier: EarlierLines | None) -> str:
    """The line in the transcript from which the customer is identified, and what becomes of those before."""
    lead = QCoreApplication.translate("identity", "The customer is identified from here on")
    match earlier:
        case EarlierLines.JOINED:
            rest = QCoreApplication.translate("identity", "earlier messages join her record")
        case EarlierLines.APART:
            rest = QCoreApplication.translate("identity", "earlier messages stay anonymous")
        case EarlierLines.UNDECIDED:
            rest = QCoreApplication.translate("identity", "earlier messages stay anonymous until she decides")
        case _:
            return lead
    return f"{lead} · {rest}"


def name_words(person: IdentifiedPerson) -> str:
    """Her name, as one line of text and nothing else."""
    return visible(person.name)


def level_words(person: IdentifiedPerson) -> str:
    """How surely, and since when."""
    if person.level is Level.HIGH:
        words = QCoreApplication.translate("identity", "strongly, level high · {clock}")
    else:
        words = QCoreApplication.translate("identity", "strongly · {clock}")
    return words.format(clock=clock(person.at))


def news_words(proof: Proof) -> str:
    """What is said aloud when it has changed."""
    if proof.person is not None:
        words = QCoreApplication.translate("identity", "The customer has identified: {name}")
        return words.format(name=name_words(proof.person))
    return asking_words(proof)
