"""What the archive says: rows, records, steps, refusals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.archive import Archived, ArchivedHead, ArchiveStep, Material, MaterialLine, Step
from app.domain.conversation import Author, Channel, Direction, Identity, Message, Note
from app.domain.problems import Problem, ProblemCode
from app.domain.wrap_up import Code
from app.ui.chat.attachment_words import file_words
from app.ui.text_runs import Run, Shape, masked_runs, visible
from app.ui.tokens import Colour, Type
from app.ui.words import (
    clock,
    customer,
    identity_word,
    in_language,
    is_same_day,
    language_name,
    masked_word,
    problem_sentence,
)
from app.ui.wrap_up.code_words import mark_name

_HERE = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True)
class Lines:
    """A row of a list of the archive: a line that heads it, and what stands under it."""

    key: str
    head: tuple[Run, ...]
    body: tuple[Run, ...]
    is_internal: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return "\n".join("".join(map(_spoken, part)) for part in (self.head, self.body) if part)


def _spoken(run: Run) -> str:
    return f"[{run.text}]" if run.shape is Shape.MASKED else run.text


def day_words(day: date) -> str:
    """A day as it is written: 23.11.2026."""
    return f"{day.day}.{day.month}.{day.year}"


def head_lines(head: ArchivedHead, language: str) -> Lines:
    """A closed conversation in the list: whose, when, who answered; about what and what came of it."""
    when = _day_and_clock(head.closed_at)
    first = (
        Run(customer(head.alias), Type.NAME, Colour.INK, 700),
        Run(f"  {identity_word(head.identity)}  ", Type.SMALL, _identity_colour(head.identity), 650),
        Run(when, Type.SMALL, Colour.MUT),
    )
    topic = in_language((head.finer_topic or head.topic).name, language)
    parts = [topic or head.topic.topic_id, in_language(head.queue.name, language) or str(head.queue.queue_id)]
    parts.append(
        head.holder.display_name
        if head.holder is not None
        else QCoreApplication.translate("archive", "Nobody answered")
    )
    if head.outcome is not None:
        parts.append(code_words(head.outcome, language))
    if head.is_test:
        parts.append(QCoreApplication.translate("archive", "Test"))
    return Lines(head.conversation_id, first, (Run(visible(" · ".join(parts)), Type.SMALL, Colour.MUT),))


def said_lines(archived: Archived) -> tuple[Lines, ...]:
    """Messages and notes in the order in which they stand; the first of each day says which day it was."""
    said: list[tuple[int, int, Message | Note]] = [(each.seq, 0, each) for each in archived.messages]
    said += [(each.after_seq, each.number, each) for each in archived.notes]
    in_order = [each for _, _, each in sorted(said, key=lambda place: place[:2])]
    return tuple(
        _message(each, when) if isinstance(each, Message) else _note(each, when)
        for each, when in zip(in_order, _moments([each.at for each in in_order]), strict=True)
    )


def _moments(ats: Sequence[datetime]) -> list[str]:
    """When each was; the first of each day says which day it was."""
    return [
        clock(at) if number and is_same_day(ats[number - 1], at) else _day_and_clock(at)
        for number, at in enumerate(ats)
    ]


def _day_and_clock(at: datetime) -> str:
    return f"{day_words(at.astimezone(_HERE).date())} {clock(at)}"


def _message(message: Message, when: str) -> Lines:
    head = f"{_voice(message.by)} {when}"
    if message.attachment is not None:
        head += f" · {file_words(message.attachment)}"
    colour = Colour.PRI if message.by is Author.COUNSELLOR else Colour.INK
    return Lines(
        f"m{message.seq}",
        (Run(head, Type.SMALL, colour, 650),),
        masked_runs(message.text, mask_word=masked_word()),
    )


def _note(note: Note, when: str) -> Lines:
    words = QCoreApplication.translate("archive", "Note, not shown to the customer · {name} {clock}")
    head = words.format(name=visible(note.by.display_name), clock=when)
    return Lines(
        f"n{note.number}",
        (Run(head, Type.SMALL, Colour.MUT, 650),),
        masked_runs(note.text, mask_word=masked_word()),
        is_internal=True,
    )


def record_words(archived: Archived, language: str) -> str:
    """Reasons, outcome, marks, who it was, and how it came to whom: a line each."""
    head, lines = archived.head, list[str]()
    if archived.person is not None:
        name = visible(archived.person.name)
        behalf = archived.person.on_behalf_of
        if behalf is not None:
            name = QCoreApplication.translate("archive", "{name}, on behalf of {other}").format(
                name=name, other=visible(behalf.name)
            )
        lines.append(_labelled(QCoreApplication.translate("archive", "Customer"), name))
    kind = (
        QCoreApplication.translate("archive", "Non-urgent message")
        if head.channel is Channel.MESSAGE
        else QCoreApplication.translate("archive", "Chat")
    )
    if head.direction is Direction.PROFESSIONAL:
        kind = QCoreApplication.translate("archive", "Message from a professional")
    lines.append(
        _labelled(
            QCoreApplication.translate("archive", "Channel"), f"{kind} · {language_name(head.language)}"
        )
    )
    if head.contact_reasons:
        reasons = ", ".join(code_words(each, language) for each in head.contact_reasons)
        lines.append(_labelled(QCoreApplication.translate("archive", "Contact reasons"), reasons))
    if head.outcome is not None:
        lines.append(
            _labelled(QCoreApplication.translate("archive", "Outcome"), code_words(head.outcome, language))
        )
    if archived.marks:
        lines.append(
            _labelled(
                QCoreApplication.translate("archive", "Marked"),
                ", ".join(mark_name(each) for each in archived.marks),
            )
        )
    if archived.wrap_up_notes:
        lines.append(
            _labelled(
                QCoreApplication.translate("archive", "Notes of the wrap-up"), visible(archived.wrap_up_notes)
            )
        )
    lines += _steps(archived.steps, language)
    if archived.has_older:
        lines.append(newest_words())
    return "\n".join(lines)


def code_words(code: Code, language: str) -> str:
    """The name of a reason or an outcome; its id where the service model does not have it any more."""
    return visible(in_language(code.name, language) or code.code_id)


def newest_words() -> str:
    """That there is more of a conversation than is shown."""
    return QCoreApplication.translate("archive", "Only its newest lines are shown here.")


def archive_sentence(problem: Problem) -> str:
    """Why it was not shown."""
    if problem.code is ProblemCode.NOT_FOUND:
        return QCoreApplication.translate(
            "archive", "This conversation is not in your archive any more. Search again to see what is."
        )
    if problem.code is ProblemCode.NOT_LIVE:
        return QCoreApplication.translate(
            "archive", "The archive is read over the connection, which is away. Try again when it is back."
        )
    return problem_sentence(problem)


def material_text(material: Material) -> str:
    """The material as a text: what it is about, then who said what, by role and without times."""
    topic = in_language(material.topic.name, material.language)
    about = QCoreApplication.translate("archive", "Topic")
    parts = [f"{about}: {topic}" if topic else about]
    parts += [f"{_speaker(line, material)}:\n{line.text}" for line in material.lines]
    return "\n\n".join(parts) + "\n"


def since_words(looked_to: datetime) -> str:
    """How far back was looked."""
    return QCoreApplication.translate("archive", "Looked back to {day}. There may be more before it.").format(
        day=day_words(looked_to.astimezone(_HERE).date())
    )


def first_day(name: str, now: datetime) -> date | None:
    """The first day of a period that can be chosen; None for all of it."""
    today = now.astimezone(_HERE).date()
    match name:
        case "today":
            return today
        case "week":
            return today - timedelta(days=6)
        case "month":
            return today.replace(day=1)
        case "year":
            return today.replace(month=1, day=1)
        case _:
            return None


def _speaker(line: MaterialLine, material: Material) -> str:
    if line.by is Author.COUNSELLOR:
        return in_language(material.role, material.language) or _voice(line.by)
    return _voice(line.by)


def _voice(by: Author) -> str:
    match by:
        case Author.CUSTOMER:
            return QCoreApplication.translate("archive", "Customer")
        case Author.COUNSELLOR:
            return QCoreApplication.translate("archive", "Professional")
        case Author.SERVICE:
            return QCoreApplication.translate("archive", "Service")


def _step_words(step: Step) -> str:
    match step:
        case Step.CLAIMED:
            return QCoreApplication.translate("archive", "taken: {who}")
        case Step.TRANSFERRED:
            return QCoreApplication.translate("archive", "transferred to {queue}: {who}")
        case Step.RETURNED:
            return QCoreApplication.translate("archive", "back to {queue}")
        case Step.OFFER_ACCEPTED:
            return QCoreApplication.translate("archive", "taken as it was offered: {who}")
        case Step.TAKEN_OVER:
            return QCoreApplication.translate("archive", "taken over: {who}")
        case Step.ENDED:
            return QCoreApplication.translate("archive", "ended")
        case Step.WRAPPED_UP:
            return QCoreApplication.translate("archive", "wrapped up: {who}")


def _steps(steps: tuple[ArchiveStep, ...], language: str) -> list[str]:
    moments = _moments([each.at for each in steps])
    return [_step(each, when, language) for each, when in zip(steps, moments, strict=True)]


def _step(step: ArchiveStep, when: str, language: str) -> str:
    who = visible(step.by.display_name) if step.by is not None else ""
    queue = "" if step.queue is None else in_language(step.queue.name, language) or str(step.queue.queue_id)
    told = _step_words(step.step).format(who=who, queue=visible(queue))
    internal = QCoreApplication.translate("archive", "Internal message")
    message = f" · {internal}: {visible(step.internal_message)}" if step.internal_message else ""
    return f"{when} {told}{message}"


def _identity_colour(identity: Identity) -> Colour:
    return Colour.OK if identity is Identity.IDENTIFIED else Colour.WAIT


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}"
