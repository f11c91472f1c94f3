"""Who may say how a conversation went, and what is kept of it."""

import pytest

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.feedback import Feedback, GiveFeedback, decide, is_open
from server_stub.helpline.values import Problem
from tests.server_stub.helpline.test_conversation import a_conversation

DAY = "2026-11-23"


def over(**more: object) -> Conversation:
    return a_conversation("ended")._replace(**more)  # type: ignore[arg-type]


def says(score: int | None = 4, text: str = "") -> GiveFeedback:
    return GiveFeedback(over().conversation_id, score, text)


def test_what_is_kept_names_neither_her_nor_the_conversation():
    """R139."""
    kept = decide(over(), says(text="Sain avun."), is_given=False, day=DAY)
    assert isinstance(kept, Feedback)
    assert (kept.day, kept.score, kept.text, kept.queue_id) == (DAY, 4, "Sain avun.", over().queue_id)
    names = (over().conversation_id, over().alias, over().holder_id, over().holder_name)
    assert not set(kept) & {name for name in names if name is not None}


@pytest.mark.parametrize(
    ("about", "command", "is_given", "code"),
    [
        (a_conversation("held"), says(), False, "feedback_not_open"),
        (over(closed_reason="left_queue"), says(), False, "feedback_not_open"),
        (over(closed_reason="abandoned"), says(), False, "feedback_not_open"),
        (over(), says(), True, "feedback_given"),
        (over(), says(score=None), False, "text_empty"),
        (None, says(), False, "not_found"),
    ],
)
def test_what_cannot_be_said(about: Conversation | None, command: GiveFeedback, is_given: bool, code: str):
    """R139: of a conversation that is over and was answered, once."""
    assert decide(about, command, is_given=is_given, day=DAY) == Problem(code)
    assert is_open(about, is_given=is_given) is (command.score is None)


def test_words_without_a_score_and_a_score_without_words_are_both_something():
    assert isinstance(decide(over(), says(score=None, text="Hei"), is_given=False, day=DAY), Feedback)
    assert isinstance(decide(over(closed_reason="answered"), says(), is_given=False, day=DAY), Feedback)
