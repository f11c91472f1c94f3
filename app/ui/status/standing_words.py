"""What the standing banners say: whose work came back, a text left behind, what is unsent at signing out."""

from PySide6.QtCore import QCoreApplication

from app.desk.callback_views import CallbackRow
from app.desk.offer_views import OfferCard
from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import RecordAttempt
from app.domain.commands import (
    CloseConversation,
    Command,
    EndConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from app.domain.consultation_commands import ConsultationCommand
from app.domain.conversation import ConversationState
from app.domain.dialled import Dialled
from app.domain.draft import Draft
from app.domain.ids import NEW_CONSULTATION, ConsultationId, ConversationId, conversation_of
from app.domain.pending import unsent
from app.domain.project import Seen
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.text_runs import one_line, quoted
from app.ui.words import weekday_and_clock

_QUOTED_CHARACTERS = 160


def came_back_words(name: str) -> BannerWords:
    """Work has come back without a password: whose, and what to do when somebody else sits here."""
    lead = QCoreApplication.translate("standing", "You are signed in as {name}.")
    return BannerWords(
        Tone.WAIT,
        Icon.USER,
        lead.format(name=name),
        QCoreApplication.translate(
            "standing",
            "Vuoro was not signed out of last time, so the work came back without a password. Is it not you?",
        ),
        action=QCoreApplication.translate("standing", "Sign in as someone else"),
        second=QCoreApplication.translate("standing", "It is me"),
    )


def offered_words(card: OfferCard) -> BannerWords:
    """A conversation is offered to her while another view than the work view is shown."""
    lead = QCoreApplication.translate("standing", "Customer {alias} is offered to you.")
    then = QCoreApplication.translate("standing", "The offer lapses soon if nobody answers it.")
    if card.is_message:
        lead = QCoreApplication.translate("standing", "The message of customer {alias} is offered to you.")
        then = QCoreApplication.translate("standing", "The offer stands until {when}.").format(
            when=weekday_and_clock(card.lapses_at)
        )
    return BannerWords(
        Tone.WAIT,
        Icon.MAIL if card.is_message else Icon.USER,
        lead.format(alias=card.alias),
        then,
        action=QCoreApplication.translate("standing", "To the offer"),
    )


def left_text_words(text: str) -> BannerWords:
    """A draft whose conversation is gone from the desk."""
    lead = QCoreApplication.translate(
        "standing", "An unsent text is kept from a conversation you no longer have:"
    )
    return BannerWords(
        Tone.NEUTRAL,
        Icon.UNDO,
        lead,
        quoted(one_line(text), limit=_QUOTED_CHARACTERS),
        action=QCoreApplication.translate("standing", "Copy"),
        second=QCoreApplication.translate("standing", "Delete the text"),
    )


def sign_out_words(
    seen: Seen,
    *,
    drafts: tuple[Draft, ...],
    is_kept_on_disk: bool,
    calls: tuple[Dialled, ...] = (),
    due: tuple[CallbackRow, ...] = (),
    changed: int = 0,
) -> BannerWords:
    """What is unsent, for whom, and what becomes of it; held conversations too.

    ``calls``: those of which she has not said what came · ``due``: callback requests nobody has opened ·
    ``changed``: how many texts from the archive she has changed and saved nowhere.
    """
    parts: list[str] = []
    messages = _aliases(seen, (WriteMessage, SendAgreedMessage, SendAfterCall))
    closings = list(dict.fromkeys(_aliases(seen, (CloseConversation, EndConversation, WrapUp))))
    if messages:
        words = QCoreApplication.translate("standing", "%n message(s) not sent ({who}).", "", len(messages))
        parts.append(words.format(who=_each_once(messages)))
    if closings:
        words = QCoreApplication.translate("standing", "%n ending(s) under way ({who}).", "", len(closings))
        parts.append(words.format(who=_each_once(closings)))
    notes = _aliases(seen, (WriteNote,))
    if notes:
        words = QCoreApplication.translate("standing", "%n note(s) not kept yet ({who}).", "", len(notes))
        parts.append(words.format(who=_each_once(notes)))
    attempts = _unrecorded(seen)
    if attempts:
        words = QCoreApplication.translate("standing", "%n call(s) not recorded yet.", "", attempts)
        parts.append(words)
    said = sum(1 for row in unsent(seen.pending) if isinstance(row.command, ConsultationCommand))
    if said:
        parts.append(QCoreApplication.translate("standing", "%n consultation message(s) not sent.", "", said))
    if drafts:
        words = QCoreApplication.translate("standing", "%n draft(s) ({who}).", "", len(drafts))
        who = _each_once([_alias(seen, draft.conversation_id) for draft in drafts])
        parts.append(words.format(who=who))
    if calls:
        words = QCoreApplication.translate(
            "standing", "%n call(s) of which you have not said what came ({who}).", "", len(calls)
        )
        callbacks = [seen.confirmed.callbacks[call.callback_id].masked_phone for call in calls]
        parts.append(words.format(who=", ".join(callbacks)))
    if parts:
        count = len(messages) + len(closings) + len(notes) + attempts + said + len(drafts) + len(calls)
        parts.append(_kept(count, is_kept_on_disk=is_kept_on_disk))
    if changed:
        words = QCoreApplication.translate(
            "standing", "%n text(s) from the archive that you changed will be lost.", "", changed
        )
        parts.append(words)
    held = _held(seen)
    if held:
        words = QCoreApplication.translate(
            "standing", "%n conversation(s) stay yours for {time}, then return to the queue.", "", held
        )
        parts.append(words.format(time=_length(seen.confirmed.limits.hold_lapses_s)))
    to_wrap_up = _to_wrap_up(seen)
    if to_wrap_up:
        words = QCoreApplication.translate(
            "standing", "%n wrap-up(s) missing ({who}): they wait for you.", "", len(to_wrap_up)
        )
        parts.append(words.format(who=", ".join(to_wrap_up)))
    claimed = _claimed(seen)
    if claimed:
        words = QCoreApplication.translate(
            "standing", "%n callback request(s) of yours return to the list.", "", claimed
        )
        parts.append(words)
    if due:
        words = QCoreApplication.translate(
            "standing",
            "%n due callback request(s) that nobody has opened ({which}): they stay in the list.",
            "",
            len(due),
        )
        parts.append(words.format(which=", ".join(row.phone for row in due)))
    return BannerWords(
        Tone.WAIT if parts else Tone.NEUTRAL,
        Icon.LOG_OUT,
        QCoreApplication.translate("standing", "Sign out?"),
        " ".join(parts) or QCoreApplication.translate("standing", "Everything has been sent."),
        action=QCoreApplication.translate("standing", "Sign out"),
        second=QCoreApplication.translate("standing", "Cancel"),
    )


def has_unfinished(
    seen: Seen, *, drafts: tuple[Draft, ...], calls: tuple[Dialled, ...] = (), changed: int = 0
) -> bool:
    """Whether ending now deserves a question."""
    return (
        has_unsent(seen, drafts=drafts)
        or bool(calls or changed)
        or bool(_held(seen) or _claimed(seen) or _to_wrap_up(seen))
    )


def has_unsent(seen: Seen, *, drafts: tuple[Draft, ...]) -> bool:
    """Whether there is something she wrote or did that has not reached the service."""
    return bool(unsent(seen.pending) or drafts)


def _kept(count: int, *, is_kept_on_disk: bool) -> str:
    if is_kept_on_disk:
        return QCoreApplication.translate(
            "standing", "They stay locked on this computer and are here when you sign in again.", "", count
        )
    return QCoreApplication.translate(
        "standing", "They are lost when you sign out: nothing is kept on disk.", "", count
    )


def _length(seconds: int) -> str:
    """How long in words: to the minute, and in seconds only below one."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return QCoreApplication.translate("standing", "%n second(s)", "", rest)
    return QCoreApplication.translate("standing", "%n minute(s)", "", minutes)


def _aliases(seen: Seen, kinds: tuple[type[Command], ...]) -> list[str]:
    rows = [row for row in unsent(seen.pending) if isinstance(row.command, kinds)]
    return [_alias(seen, row.command.conversation_id) for row in rows]


def _each_once(aliases: list[str]) -> str:
    """The customers, each named once."""
    return ", ".join(dict.fromkeys(aliases))


def _alias(seen: Seen, conversation_id: ConversationId) -> str:
    about = conversation_of(conversation_id)
    if about == NEW_CONSULTATION or ConsultationId(about) in seen.confirmed.consultations:
        return QCoreApplication.translate("standing", "consultation")
    head = seen.confirmed.heads.get(about)
    return head.alias if head is not None else "–"


def _held(seen: Seen) -> int:
    heads = seen.confirmed.heads.values()
    return sum(1 for head in heads if head.state is ConversationState.HELD and seen.confirmed.is_mine(head))


def _to_wrap_up(seen: Seen) -> list[str]:
    """Customers whose talk is over and not wrapped up; not those whose wrap-up is on its way."""
    confirmed = seen.confirmed
    return [
        head.alias
        for head in confirmed.heads.values()
        if head.state is ConversationState.ENDED
        and confirmed.is_mine(head)
        and confirmed.codes_of(head.service_id).asks
        and head.conversation_id not in seen.closing
    ]


def _unrecorded(seen: Seen) -> int:
    """Calls whose record is on its way."""
    return sum(1 for row in unsent(seen.pending) if isinstance(row.command, RecordAttempt))


def _claimed(seen: Seen) -> int:
    """Callback requests in her hands."""
    me = seen.confirmed.me.staff_id
    holders = (callback.holder for callback in seen.confirmed.callbacks.values())
    return sum(1 for holder in holders if holder is not None and holder.staff_id == me)
