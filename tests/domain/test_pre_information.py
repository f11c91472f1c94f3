"""Pre-information on the workstation: what a fact changes, what is refused before it is queued."""

from dataclasses import replace

from app.domain.changes import Kind
from app.domain.conversation import Chosen, ConversationState, PreInformation, Topic
from app.domain.facts import Streamed
from app.domain.ids import ConversationId
from app.domain.pre_information import (
    CorrectPreInformation,
    PreInformationCorrected,
    PreInformationRefined,
    RefinePreInformation,
)
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.reduce import reduce
from app.domain.rules import check
from app.domain.wrap_up import Code, ServiceCodes, prefilled
from tests.support.desk_builders import NINE_O_CLOCK, ROBIN, a_held_head, what_is_seen
from tests.support.help_builders import a_call
from tests.support.offer_builders import OFFERED, an_offer_of_hers
from tests.support.topic_builders import DISABILITY_TOPIC, PERSONAL, the_services

CHOSEN = Chosen("sosiaalineuvonta", Topic("muu", {"fi": "Muu asia"}), None, "fi")


def seen(state: ConversationState = ConversationState.HELD, *, is_live: bool = True) -> Seen:
    """One conversation of hers about disability services."""
    head = replace(a_held_head(ROBIN), topic=DISABILITY_TOPIC, state=state)
    return what_is_seen(head, is_live=is_live, services=the_services(head.service_id))


def refines(finer: str | None, about: ConversationId = ROBIN, detail: str = "") -> RefinePreInformation:
    return RefinePreInformation(about, finer, detail, a_held_head(ROBIN).responsibility_version)


def corrects(topic_id: str, finer: str | None = None) -> CorrectPreInformation:
    version = a_held_head(ROBIN).responsibility_version
    return CorrectPreInformation(ROBIN, "sosiaalineuvonta", topic_id, finer, "fi", "", version)


def code(problem: Problem | None) -> ProblemCode | None:
    return None if problem is None else problem.code


def test_a_fact_changes_what_it_says_and_leaves_what_she_chose() -> None:
    """R067, R068: and moves nothing by itself."""
    state = seen().confirmed
    info = PreInformation(CHOSEN, PERSONAL, "Lisätieto")
    after, _ = reduce(state, Streamed(101, 100, PreInformationRefined(NINE_O_CLOCK, None, ROBIN, info)))
    assert after.heads[ROBIN] == replace(state.heads[ROBIN], pre_information=info)
    fact = PreInformationCorrected(NINE_O_CLOCK, None, ROBIN, "nuoret", PERSONAL, "sv", info)
    after, _ = reduce(after, Streamed(102, 101, fact))
    head = after.heads[ROBIN]
    assert (head.service_id, head.topic, head.language) == ("nuoret", PERSONAL, "sv")
    assert (head.pre_information.chosen, head.state) == (CHOSEN, ConversationState.HELD)


def test_only_what_the_model_has_is_refined_and_corrected_to() -> None:
    """R069: and nothing while the line is away."""
    assert code(check(seen(), refines("vp_apu"), NINE_O_CLOCK)) is None
    assert code(check(seen(), refines(None), NINE_O_CLOCK)) is None
    assert code(check(seen(), refines("perhe"), NINE_O_CLOCK)) is ProblemCode.UNKNOWN_TOPIC
    assert code(check(seen(), corrects("perhe"), NINE_O_CLOCK)) is None
    assert code(check(seen(), corrects("perhe", "vp_apu"), NINE_O_CLOCK)) is ProblemCode.UNKNOWN_TOPIC
    assert code(check(seen(), corrects("no_such"), NINE_O_CLOCK)) is ProblemCode.UNKNOWN_TOPIC
    assert code(check(seen(is_live=False), refines("vp_apu"), NINE_O_CLOCK)) is ProblemCode.NOT_LIVE


def test_an_ended_talk_is_refined_and_not_moved() -> None:
    """R067, R068: while it is wrapped up is where it counts."""
    ended = seen(ConversationState.ENDED)
    assert code(check(ended, refines("vp_apu"), NINE_O_CLOCK)) is None
    assert code(check(ended, corrects("perhe"), NINE_O_CLOCK)) is ProblemCode.CONVERSATION_ENDED


def test_a_wrap_up_begins_with_the_finer_topics_reasons_and_else_with_its_topics() -> None:
    """R067: what it was refined to counts."""
    reasons = tuple(Code(each, {}) for each in ("vammais", "omaishoito"))
    by_topic = {"vammaispalvelut": ("vammais",), "vp_omaishoito": ("omaishoito",)}
    codes = ServiceCodes("sosiaalineuvonta", reasons, (), by_topic)
    assert prefilled(codes, "vammaispalvelut", "vp_omaishoito").main == "omaishoito"
    assert prefilled(codes, "vammaispalvelut", "vp_apu").main == "vammais"
    assert prefilled(codes, "vammaispalvelut").main == "vammais"


def test_a_correction_is_read_in_a_call_for_help_as_well() -> None:
    """R068: also by a supervisor who sees nothing else of the conversation."""
    fact = PreInformationCorrected(NINE_O_CLOCK, None, OFFERED, "nuoret", PERSONAL, "sv", PreInformation())
    state = replace(what_is_seen().confirmed, help_calls={OFFERED: a_call()})
    after, changes = reduce(state, Streamed(101, 100, fact))
    call = after.help_calls[OFFERED]
    assert (call.topic, call.language) == (PERSONAL, "sv")
    assert OFFERED in changes.ids(Kind.HELP)


def test_while_it_is_offered_only_a_move_corrects_it() -> None:
    """R068: the one who is offered it decides by what she was told."""
    held = seen()
    state = replace(held.confirmed, offers={ROBIN: an_offer_of_hers(conversation_id=ROBIN)})
    offered = project(state, (), is_live=True)
    assert code(check(offered, corrects("toimeentulo"), NINE_O_CLOCK)) is ProblemCode.OFFER_PENDING
    assert code(check(offered, corrects("perhe"), NINE_O_CLOCK)) is None
