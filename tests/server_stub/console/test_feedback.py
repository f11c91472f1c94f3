"""`vuoro-server feedback`: scores by queue and topic, and words by month, as CSV."""

from server_stub.__main__ import DONE, REFUSED
from server_stub.helpline.feedback import Feedback
from server_stub.records import feedback
from tests.server_stub.console.test_words import QUEUE, Console, console, ready

__all__ = ["console", "ready"]

DAYS = ("--since", "2026-11-01", "--until", "2026-11-30")


def given(ready: Console, *said: tuple[int | None, str]) -> None:
    database = ready.database()
    try:
        with database.writing() as connection:
            for number, (score, text) in enumerate(said):
                row = Feedback("customer", "conversation", "2026-11-23", QUEUE, "perhe", "fi", score, text)
                feedback.keep(connection, f"{number:032x}", row, conversation_id=f"{number:032x}")
    finally:
        database.close()


def test_scores_are_counted_and_few_are_hidden(ready: Console) -> None:
    """R139."""
    given(ready, (5, ""), (5, "Kiitos"), (1, ""), (None, "Hei"))
    heading = "source,subject,queue,topic,language,given,score_1,score_2,score_3,score_4,score_5,with_words\n"
    kind = f"customer,conversation,{QUEUE},perhe,fi"
    assert ready.say("feedback", "counts", *DAYS)[:2] == (DONE, f"{heading}{kind},<5,,,,,,\n")
    assert (
        ready.say("feedback", "counts", "--hide-below", "2", *DAYS)[1] == f"{heading}{kind},4,1,0,0,0,2,2\n"
    )
    assert ready.say("feedback", "counts", "--since", "2026-12-01", "--until", "2026-12-31")[1] == heading
    assert ready.say("feedback", "counts", "--since", "tänään", "--until", "2026-12-31")[0] == REFUSED


def test_words_are_told_by_month_and_are_never_a_formula(ready: Console) -> None:
    """R139."""
    given(ready, (2, "=HYPERLINK(1)"), (4, ' +1, "hyvä"'), (5, ""))
    said = ready.say("feedback", "words", *DAYS)[1].splitlines()
    assert said == [
        "month,source,subject,queue,topic,language,score,words",
        f"2026-11,customer,conversation,{QUEUE},perhe,fi,2,'=HYPERLINK(1)",
        f'2026-11,customer,conversation,{QUEUE},perhe,fi,4,"\' +1, ""hyvä"""',
    ]
