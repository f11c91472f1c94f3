"""Help calls: the holder of a conversation calls the supervisors, and one of them comes. Pure.

    held ── CallForHelp ──► held, called ── AnswerHelpCall ──► held, somebody comes
      ▲                        │                                   │
      ├── WithdrawHelpCall ────┴───────────────────────────────────┤
      └─ (ended, closed, moved) ◄──────────────────────────────────┴── TakeOver ──► held by the supervisor

The holder stays responsible until a supervisor takes over. A supervisor is told what a list shows and what
the holder wrote for her, never a word of the customer's; a conversation for which nobody has called is not
there for her (decision 28).

| who | command | while called | otherwise |
|---|---|---|---|
| holder | `CallForHelp` | `help_called`; over a language barrier, it is marked and told | called |
| holder | `WithdrawHelpCall` | ends: `withdrawn` | `help_over` |
| supervisor | `AnswerHelpCall` | she comes; whoever said so before is let go | `not_found` |
| clock | the holder is without a line | nothing more | calls for her: `holder_away` |
| clock | she is back | ends: `holder_back`, unless somebody comes or she called herself | nothing |
| clock | the helper's time | she is away: let go, and it calls again | nothing |
| supervisor | `TakeOver` | hers, whatever her load: ends `taken_over` | `not_found` |
"""

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_facts import ConversationLeft
from server_stub.helpline.conversation_values import Conversation, ConversationState, DueKind
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.help_values import (
    LANGUAGE_HELP,
    AnswerHelpCall,
    CallForHelp,
    HelpAbout,
    HelpAnswered,
    HelpCalled,
    HelpCallEnded,
    HelpEnding,
    HelperGone,
    JoinConversation,
    JoiningEnded,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.holding import not_held
from server_stub.helpline.presence import AWAY_AFTER_MS
from server_stub.helpline.roles import SUPERVISING
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Millis, Problem, customer_address, staff_address


def called(found: Conversation, command: CallForHelp, *, now: Millis) -> Decision | Problem:
    """What calling leads to. `found` is one the actor holds."""
    problem = not_held(found, command.responsibility_version)
    if problem is not None:
        return problem
    if found.help_called_at is not None and not called_by_clock(found):
        return _called_over_barrier(found, command)
    barrier = command.about if command.about in LANGUAGE_HELP else found.language_barrier
    after = found._replace(
        help_called_at=now, help_text=command.text, help_about=command.about, language_barrier=barrier
    )
    return Decision(after, (Addressed(HelpCalled(after), told(after)),))


def _called_over_barrier(found: Conversation, command: CallForHelp) -> Decision | Problem:
    """A call stands. That a language barrier is in the way may be said besides, whatever it is about."""
    if command.about not in LANGUAGE_HELP or found.language_barrier == command.about:
        return Problem("help_called")
    after = found._replace(language_barrier=command.about)
    return Decision(after, (Addressed(HelpCalled(after), told(after)),))


def withdrawn(found: Conversation, command: WithdrawHelpCall) -> Decision | Problem:
    """The holder goes on alone. `found` is one the actor holds."""
    problem = not_held(found, command.responsibility_version)
    if problem is not None:
        return problem
    if found.help_called_at is None:
        return Problem("help_over")
    after, ended = ending_with(found, HelpEnding.WITHDRAWN)
    return Decision(after, ended)


def answered(
    found: Conversation | None, command: AnswerHelpCall, actor: StaffActor, *, now: Millis
) -> Decision | Problem:
    """A supervisor comes: the holder is told her name, and so are the others who were called."""
    if found is None or not is_called(found, command, actor):
        return Problem("not_found")
    if found.helper_id == actor.staff_id:
        return Decision(found, ())
    if found.joined_at is not None:
        return Problem("already_joined", {"by_name": found.helper_name})
    after = found._replace(helper_id=actor.staff_id, helper_name=actor.display_name)
    comes = HelpAnswered(actor.staff_id, actor.display_name)
    return Decision(after, (Addressed(comes, told(after)),), looks(now))


def called_by_clock(found: Conversation) -> bool:
    """Whether a call stands because the holder's line is away, and not because she called."""
    return found.help_called_at is not None and found.help_text is None


def holder_looked_at(found: Conversation | None, *, now: Millis, lease_at: Millis) -> Decision | Problem:
    """A customer must not wait ten minutes for one who is not there: the supervisors are called for her,
    and let go when she is back before anybody comes.
    """
    if found is None or found.state != ConversationState.HELD:
        return Problem("not_found")
    is_away = max(lease_at, found.claimed_at or 0) + AWAY_AFTER_MS <= now
    if is_away and found.help_called_at is None:
        after = found._replace(help_called_at=now, help_text=None, help_about=HelpAbout.QUESTION)
        return Decision(after, (Addressed(HelpCalled(after), told(after)),))
    if not is_away and called_by_clock(found) and found.helper_id is None:
        after, ended = ending_with(found, HelpEnding.HOLDER_BACK)
        return Decision(after, ended)
    return Decision(found, ())


def looks(now: Millis) -> tuple[Due, ...]:
    """When the clock looks whether she who has just said that she comes is still there."""
    return Due(DueKind.HELPER_LAPSES, now + AWAY_AFTER_MS), Due(DueKind.HELPER_LEFT, None)


def timed(found: Conversation, kind: DueKind, *, now: Millis, lease_at: Millis) -> Decision:
    """The clock looks: is she who comes away (`lease_at`: when she was last seen), or has her shift ended?
    Then the call stands with nobody who comes, so that it calls the others again.
    """
    if found.help_called_at is None or found.helper_id is None:
        return Decision(found, (), (Due(kind, None),))
    away_at = lease_at + AWAY_AFTER_MS
    if kind == DueKind.HELPER_LAPSES and away_at > now:
        return Decision(found, (), (Due(kind, away_at),))
    alone, left = without_joined(found)
    after = alone._replace(helper_id=None, helper_name=None)
    gone = HelperGone(found.helper_id, found.helper_name or "")
    due = (Due(DueKind.HELPER_LAPSES, None), Due(DueKind.HELPER_LEFT, None))
    return Decision(after, (*left, Addressed(gone, told(found))), due)


def is_called(
    found: Conversation, command: AnswerHelpCall | TakeOver | JoinConversation, actor: StaffActor
) -> bool:
    """Whether it is there for this supervisor: somebody else's, and she was called."""
    return (
        not actor.roles.isdisjoint(SUPERVISING)
        and found.state == ConversationState.HELD
        and found.help_called_at is not None
        and found.holder_id != actor.staff_id
        and found.responsibility_version == command.responsibility_version
    )


def ending_with(
    found: Conversation, ending: HelpEnding, *, stays: str | None = None
) -> tuple[Conversation, tuple[Addressed, ...]]:
    """What goes before a fact that ends or moves the conversation: its call, if there is one, ends, and
    whoever reads along forgets it, unless she is the one who `stays` and holds it now.
    """
    if found.help_called_at is None:
        return found, ()
    alone, left = without_joined(found, stays=stays)
    after = alone._replace(
        help_called_at=None, help_text=None, help_about=None, helper_id=None, helper_name=None
    )
    return after, (*left, Addressed(HelpCallEnded(ending), told(found)))


def without_joined(
    found: Conversation, *, stays: str | None = None
) -> tuple[Conversation, tuple[Addressed, ...]]:
    """The conversation with nobody reading along: everybody is told, the customer too, and she forgets it."""
    if found.joined_at is None or found.helper_id is None:
        return found, ()
    reader = staff_address(found.helper_id)
    ended = Addressed(JoiningEnded(), (*told(found), customer_address(found.conversation_id)))
    forgets = () if found.helper_id == stays else (Addressed(ConversationLeft(), (reader,)),)
    return found._replace(joined_at=None), (ended, *forgets)


def told(of: Conversation) -> tuple[str, ...]:
    """Who hears of a call: the holder, and the supervisors."""
    return staff_address(of.holder_id or ""), SUPERVISORS_ADDRESS
