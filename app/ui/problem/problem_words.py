"""What the problem card and the list of debriefs say, seen and heard."""

from PySide6.QtCore import QCoreApplication

from app.desk.problem_view import ProblemCard, StepRow
from app.domain.marks import HelpAbout
from app.domain.problem_situation import Contact, Debrief, DebriefWish
from app.domain.queue import ByLanguage
from app.ui.text_runs import Run, one_line
from app.ui.tokens import Colour, Type
from app.ui.words import clock, in_language, language_name, problem_sentence, weekday_and_clock


def customer_line(card: ProblemCard) -> str:
    """Which customer, in which language."""
    customer = QCoreApplication.translate("problem", "Customer {alias}").format(alias=card.alias)
    return f"{customer} · {language_name(card.language)}"


def contact_lines(contact: Contact, language: str) -> tuple[tuple[Run, ...], ...]:
    """The number, and below it whose it is and when it answers."""
    return (
        (Run(contact.number, Type.BODY_STRONG, Colour.INK, 700),),
        (Run(whose(contact, language), Type.SMALL, Colour.MUT),),
    )


def whose(contact: Contact, language: str) -> str:
    """Whose number it is, and when it answers."""
    name = one_line(in_language(contact.name, language))
    hours = "" if contact.hours is None else one_line(in_language(contact.hours, language))
    return f"{name} · {hours}" if hours else name


def spoken_contact(contact: Contact, language: str) -> str:
    """What a screen reader says of a number."""
    return f"{contact.number}, {whose(contact, language)}"


def step_lines(step: StepRow, language: str) -> tuple[tuple[Run, ...], ...]:
    """The step."""
    colour = Colour.MUT if step.is_done else Colour.INK
    return ((Run(one_line(in_language(step.text, language)), Type.BODY, colour),),)


def spoken_step(step: StepRow, language: str) -> str:
    """What a screen reader says of a step: whether it is done comes last."""
    done = QCoreApplication.translate("problem", "done")
    to_do = QCoreApplication.translate("problem", "not done")
    return f"{one_line(in_language(step.text, language))}, {done if step.is_done else to_do}"


def rule_lines(rule: ByLanguage, language: str) -> tuple[tuple[Run, ...], ...]:
    """A house rule."""
    return ((Run(one_line(in_language(rule, language)), Type.SMALL),),)


def happened(card: ProblemCard) -> tuple[tuple[str, bool], ...]:
    """What has happened by itself, each with whether it has; or why it has not and what to do."""
    if card.began_at is None and card.is_beginning:
        return ((QCoreApplication.translate("problem", "The supervisors are being called…"), False),)
    if card.began_at is None:
        return ((_not_begun(card), False),)
    called = QCoreApplication.translate("problem", "Supervisors called at {clock}")
    stopped = QCoreApplication.translate("problem", "No new conversations come to you")
    call = card.call
    first = called.format(clock=clock(call.called_at if call is not None else card.began_at)), True
    if call is None:
        withdrawn = QCoreApplication.translate("problem", "The call for help is over")
        return ((withdrawn, False), (stopped, True))
    if call.helper_name is None:
        comes = QCoreApplication.translate("problem", "Nobody has answered yet"), False
    elif call.is_joined:
        words = QCoreApplication.translate("problem", "{name} reads along")
        comes = words.format(name=one_line(call.helper_name)), True
    else:
        words = QCoreApplication.translate("problem", "{name} is coming")
        comes = words.format(name=one_line(call.helper_name)), True
    return (first, (stopped, True), comes)


def _not_begun(card: ProblemCard) -> str:
    lead = QCoreApplication.translate("problem", "Nobody was called, and nothing is recorded.")
    why = "" if card.cannot_begin is None else problem_sentence(card.cannot_begin)
    return f"{lead} {why}".rstrip()


def barrier_words(card: ProblemCard) -> str:
    """That a language barrier is marked, and what was called for; "" where none is."""
    if card.barrier is None:
        return ""
    words = QCoreApplication.translate("problem", "A language barrier is marked: {help}.")
    return words.format(help=help_name(card.barrier))


def help_name(about: HelpAbout) -> str:
    """Which help it is."""
    match about:
        case HelpAbout.SWEDISH:
            return QCoreApplication.translate("problem", "somebody who writes Swedish")
        case HelpAbout.ENGLISH:
            return QCoreApplication.translate("problem", "somebody who writes English")
        case HelpAbout.INTERPRETER:
            return QCoreApplication.translate("problem", "an interpreter")
        case HelpAbout.PROBLEM:
            return QCoreApplication.translate("problem", "a problem situation")
        case HelpAbout.QUESTION:
            return QCoreApplication.translate("problem", "a question")


def wish_words(wish: DebriefWish) -> str:
    """Whether she wants to talk it over."""
    match wish:
        case DebriefWish.WANTED:
            return QCoreApplication.translate("problem", "wants to talk it over")
        case DebriefWish.LATER:
            return QCoreApplication.translate("problem", "says later whether to talk it over")
        case DebriefWish.NOT_WANTED:
            return QCoreApplication.translate("problem", "does not want to talk it over")


def debrief_lines(debrief: Debrief) -> tuple[tuple[Run, ...], ...]:
    """Who was in it, whether to talk it over, when and with whom."""
    is_open = debrief.wish is not DebriefWish.NOT_WANTED
    colour = Colour.WAIT if is_open else Colour.MUT
    name = one_line(debrief.staff.display_name)
    about = QCoreApplication.translate("problem", "Customer {alias}").format(alias=debrief.alias)
    return (
        (Run(f"{name} {wish_words(debrief.wish)}", Type.BODY_STRONG, colour),),
        (Run(f"{about} · {weekday_and_clock(debrief.ended_at)}", Type.SMALL, Colour.MUT),),
    )


def spoken_debrief(debrief: Debrief) -> str:
    """What a screen reader says of one."""
    return ", ".join("".join(run.text for run in line) for line in debrief_lines(debrief))


def unsure_words(contacts: tuple[Contact, ...], language: str) -> str:
    """That numbers have not been checked for too long; "" when all have."""
    if not contacts:
        return ""
    words = QCoreApplication.translate(
        "problem",
        "Nobody has checked for 90 days whether these numbers answer: {which}. Application support writes"
        " down in the service model when they were checked.",
    )
    return words.format(which=", ".join(f"{each.number} ({whose(each, language)})" for each in contacts))
