"""Help calls on the desk: what is shown, what calls, what is refused before it is queued."""

from dataclasses import replace
from typing import Any

from app.desk.announcing import Attention, Cause, InView, attend, calls_for_her, most_urgent
from app.desk.help_views import help_cards, sent_call, unanswered
from app.domain.desk_state import Capability
from app.domain.facts import Streamed
from app.domain.help_call import AnswerHelpCall, CallForHelp, HelperGone, TakeOver, WithdrawHelpCall
from app.domain.presence import Presence, Shift
from app.domain.problems import Problem, ProblemCode
from app.domain.reduce import reduce
from app.domain.rules import check
from tests.support.example_data import FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.help_builders import ANNA, a_call, a_call_of_hers
from tests.support.offer_builders import OFFERED

NOT_HERS = frozenset(Capability) - {Capability.SUPERVISE}


def code(command: CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver, **what: Any) -> object:
    problem = check(a_morning(**what), command, NINE_O_CLOCK)
    return problem.code if isinstance(problem, Problem) else None


def test_a_call_stands_once_and_is_answered_by_supervisors_alone():
    assert code(CallForHelp(FRONT, "", 1)) is None
    assert code(CallForHelp(FRONT, "", 1), help_calls=(a_call_of_hers(),)) is ProblemCode.HELP_CALLED
    assert code(WithdrawHelpCall(FRONT, 1)) is ProblemCode.HELP_OVER
    assert code(WithdrawHelpCall(FRONT, 1), help_calls=(a_call_of_hers(),)) is None
    for command in (AnswerHelpCall(OFFERED, 2), TakeOver(OFFERED, 2)):
        assert code(command, help_calls=(a_call(),)) is None
        assert code(command) is ProblemCode.HELP_OVER
        assert code(command, help_calls=(a_call(),), capabilities=NOT_HERS) is ProblemCode.NOT_ALLOWED
        moved = a_call(responsibility_version=3)
        assert code(command, help_calls=(moved,)) is ProblemCode.HELP_OVER


def test_a_supervisors_own_call_is_for_the_others():
    seen = a_morning(help_calls=(a_call_of_hers(), a_call(helper=ANNA)))
    cards = help_cards(seen, now=NINE_O_CLOCK)
    assert [(card.alias, card.helper_name, card.clock) for card in cards] == [("4830", "Anna Åberg", "1.01")]
    assert unanswered(cards) == 0
    own = sent_call(seen, FRONT)
    assert own is not None
    assert own.helper_name is None


def test_help_calls_before_everything_else_whatever_she_says_of_herself_until_she_looks():
    seen = a_morning(help_calls=(a_call(),), shift=Shift(Presence.ON_BREAK))
    calls = calls_for_her(seen, now=NINE_O_CLOCK)
    assert most_urgent(calls) is Cause.HELP
    looked = attend(Attention(), calls, InView(situation=True))
    assert Cause.HELP not in {call.cause for call in looked.unseen}
    answered = a_morning(help_calls=(a_call(helper=ANNA),))
    assert Cause.HELP not in {call.cause for call in calls_for_her(answered, now=NINE_O_CLOCK)}


def test_a_call_whose_helper_is_gone_calls_again():
    """What was answered and is not any more is new work for the others."""
    seen = a_morning(help_calls=(a_call(helper=ANNA),))
    looked = attend(Attention(), calls_for_her(seen, now=NINE_O_CLOCK), InView(situation=True))
    gone = HelperGone(NINE_O_CLOCK, None, OFFERED, ANNA)
    after, _ = reduce(seen.confirmed, Streamed(seen.confirmed.cursor + 1, seen.confirmed.cursor, gone))
    assert after.help_calls[OFFERED].helper is None
    calls = calls_for_her(replace(seen, confirmed=after), now=NINE_O_CLOCK)
    assert Cause.HELP in {call.cause for call in attend(looked, calls, InView()).fresh}


def test_nobody_else_is_called():
    seen = a_morning(help_calls=(a_call(),), capabilities=NOT_HERS)
    assert Cause.HELP not in {call.cause for call in calls_for_her(seen, now=NINE_O_CLOCK)}
    assert help_cards(seen, now=NINE_O_CLOCK) == ()
