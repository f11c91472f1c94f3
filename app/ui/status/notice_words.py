"""Notices as banners: an intent that was refused or has lapsed, and what to do now."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.notices import News, Notice, OfferNews, OftenNews
from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from app.domain.consent import AskConsent
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.identification import AskIdentification
from app.domain.masking import MaskSpan
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.planned_shift import AllowOutsidePlan, PlanShift, RemovePlannedShift
from app.domain.pre_information import CorrectPreInformation, RefinePreInformation
from app.domain.presence import BeginShift, EndShift, SetPresence
from app.domain.problem_situation import BeginProblemSituation, EndProblemSituation, TickStep
from app.domain.problems import ProblemCode
from app.ui.callback_words import notice_lead
from app.ui.consultation_words import consultation_lead
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.refusal_words import refusal_sentence
from app.ui.text_runs import visible
from app.ui.transfer.offer_words import news_words

_UNKNOWN_ALIAS = "–"


def notice_words(notice: News, *, next_alias: str | None) -> BannerWords:
    """What to tell. ``next_alias`` is who waits next, if somebody does."""
    if isinstance(notice, OfferNews):
        return news_words(notice)
    if isinstance(notice, OftenNews):
        return often_words(notice)
    alias = notice.alias or _UNKNOWN_ALIAS
    read = QCoreApplication.translate("notices", "I have read it")
    match notice.command:
        case ClaimWaiting():
            return _claim_words(notice, alias, next_alias)
        case CloseConversation() | EndConversation():
            lead = QCoreApplication.translate(
                "notices", "The conversation with customer {alias} was not ended."
            )
        case WrapUp():
            lead = QCoreApplication.translate(
                "notices", "The wrap-up of customer {alias} was not recorded. The notes are kept."
            )
        case TransferConversation():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not transferred.")
        case RefinePreInformation():
            lead = QCoreApplication.translate(
                "notices", "Pre-information of customer {alias} was not refined. What you wrote is kept."
            )
        case CorrectPreInformation():
            lead = QCoreApplication.translate(
                "notices", "Pre-information of customer {alias} was not corrected, and nobody was moved."
            )
        case MaskSpan():
            lead = QCoreApplication.translate(
                "notices", "Nothing was masked in the conversation with customer {alias}."
            )
        case OfferTransfer():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not offered.")
        case AcceptOffer() | DeclineOffer() if notice.problem.code is ProblemCode.NOT_FOUND:
            return _offer_was_over(alias)
        case AcceptOffer():
            lead = QCoreApplication.translate("notices", "The offer of customer {alias} was not accepted.")
        case DeclineOffer():
            lead = QCoreApplication.translate("notices", "The offer of customer {alias} was not declined.")
        case WithdrawOffer():
            lead = QCoreApplication.translate("notices", "The offer of customer {alias} was not withdrawn.")
        case CallForHelp():
            lead = QCoreApplication.translate(
                "notices", "Help was not called for customer {alias}. Call again, or by phone."
            )
        case WithdrawHelpCall():
            lead = QCoreApplication.translate(
                "notices", "The call for help for customer {alias} was not withdrawn."
            )
        case AnswerHelpCall():
            lead = QCoreApplication.translate("notices", "Nobody was told that you come to customer {alias}.")
        case TakeOver():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not taken over.")
        case JoinConversation():
            lead = QCoreApplication.translate("notices", "You did not join customer {alias}.")
        case LeaveConversation():
            lead = QCoreApplication.translate("notices", "You still read along with customer {alias}.")
        case AskIdentification():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not asked to identify.")
        case BeginProblemSituation():
            lead = QCoreApplication.translate(
                "notices",
                "Nobody was called to customer {alias}. Call by phone: the numbers stand in the card.",
            )
        case TickStep():
            lead = QCoreApplication.translate("notices", "Customer {alias}: a step was not recorded.")
        case EndProblemSituation():
            lead = QCoreApplication.translate(
                "notices", "The end of the problem situation of customer {alias} was not recorded."
            )
        case SendAgreedMessage():
            lead = QCoreApplication.translate(
                "notices", "The agreed message to customer {alias} was not sent. Its text is a draft again."
            )
        case SendAfterCall():
            lead = QCoreApplication.translate(
                "notices",
                "The agreed message to the customer you called was not sent. Its text is a draft again.",
            )
        case WriteNote():
            lead = QCoreApplication.translate(
                "notices", "A note about customer {alias} was not kept. Its text is a draft again."
            )
        case WriteMessage():
            lead = QCoreApplication.translate("notices", "A message to customer {alias} was not sent.")
        case AskConsent():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not asked for permission.")
        case MarkRead():
            lead = QCoreApplication.translate("notices", "Customer {alias}: reading was not marked.")
        case ReturnToQueue():
            lead = QCoreApplication.translate("notices", "Customer {alias} was not returned to the queue.")
        case BeginShift():
            lead = QCoreApplication.translate("notices", "The shift did not begin.")
        case EndShift():
            lead = QCoreApplication.translate("notices", "The shift did not end.")
        case PlanShift():
            lead = QCoreApplication.translate("notices", "The shift was not planned.")
        case RemovePlannedShift():
            lead = QCoreApplication.translate("notices", "The planned shift was not removed.")
        case AllowOutsidePlan():
            lead = QCoreApplication.translate("notices", "Nobody was allowed to work outside the plan.")
        case SetPresence():
            lead = QCoreApplication.translate("notices", "Your presence was not changed.")
        case ClaimCallback() | ReleaseCallback() | RecordAttempt():
            lead = notice_lead(notice.command)
        case (
            OpenConsultation()
            | ClaimConsultation()
            | ReleaseConsultation()
            | WriteToConsultation()
            | RecordConsultationCall()
            | CloseConsultation()
            | WithdrawConsultation()
        ):
            lead = consultation_lead(notice.command)
        case _:
            assert_never(notice.command)
    rest = refusal_sentence(notice.command, notice.problem)
    return BannerWords(Tone.WAIT, Icon.TRIANGLE, lead.format(alias=alias), rest, action=read)


def often_words(news: OftenNews) -> BannerWords:
    """To a supervisor: who moved whom, how often by now, and where to look."""
    often = news.often
    lead = QCoreApplication.translate(
        "notices", "Customer {alias} has been moved %n times.", "", often.hand_overs
    )
    rest = QCoreApplication.translate(
        "notices", "{name} moved the conversation now. It stands in Situation until it is over."
    )
    return BannerWords(
        Tone.WAIT,
        Icon.TRIANGLE,
        lead.format(alias=often.alias),
        rest.format(name=visible(often.by.display_name)),
        action=QCoreApplication.translate("notices", "I have read it"),
    )


def _offer_was_over(alias: str) -> BannerWords:
    """Her answer came when the offer was gone."""
    lead = QCoreApplication.translate("notices", "The offer of customer {alias} was over already.")
    rest = QCoreApplication.translate("notices", "The conversation stayed where it was.")
    read = QCoreApplication.translate("notices", "I have read it")
    return BannerWords(Tone.NEUTRAL, Icon.USERS, lead.format(alias=alias), rest, action=read)


def _claim_words(notice: Notice, alias: str, next_alias: str | None) -> BannerWords:
    """Somebody was first, or the claim could not be."""
    if notice.problem.code is ProblemCode.ALREADY_CLAIMED:
        lead = QCoreApplication.translate("notices", "{name} was first to take customer {alias}.")
        rest = QCoreApplication.translate("notices", "Nothing was left unfinished for you.")
    else:
        lead = QCoreApplication.translate("notices", "Customer {alias} was not taken.")
        rest = refusal_sentence(notice.command, notice.problem)
    somebody = QCoreApplication.translate("words", "Somebody else")
    lead = lead.format(name=notice.problem.by_name or somebody, alias=alias)
    read = QCoreApplication.translate("notices", "I have read it")
    if next_alias is None:
        return BannerWords(Tone.NEUTRAL, Icon.USERS, lead, rest, action=read)
    following = QCoreApplication.translate("notices", "Most urgent now: customer {alias}.")
    return BannerWords(
        Tone.NEUTRAL,
        Icon.USERS,
        lead,
        f"{rest} {following.format(alias=next_alias)}",
        action=QCoreApplication.translate("notices", "Take the most urgent"),
        second=read,
    )
