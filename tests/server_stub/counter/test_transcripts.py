"""Transcripts on their way: a queue that outlives mail host and process, and never sends twice (U20)."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import func, select, update

from server_stub.counter.transcripts import LetterLimits
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.conversation_commands import EndConversation
from server_stub.helpline.transcript import LetterState
from server_stub.helpline.values import Problem
from server_stub.records import letters, tables
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.support.counter_room import says
from tests.support.mail_sink import MailSink, a_mail_sink, closed_port
from tests.support.post_room import ADDRESS, PAGE, SENDER, PostRoom, post_room

pytestmark = pytest.mark.asyncio

SENT = [(LetterState.SENT, None)]


class _KilledHere(BaseException):
    """The process ends at a named point."""


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with a_mail_sink() as made:
        yield made


async def asked(r: PostRoom) -> CustomerActor:
    customer = await r.answered()
    answer = await r.asks(customer)
    assert isinstance(answer, Accepted), answer
    return customer


async def test_the_conversation_is_sent_in_its_layout_and_the_address_is_gone(
    database: Database, sink: MailSink
):
    """R099, R102."""
    async with post_room(database, sink.port) as r:
        await asked(r)
        assert r.letters() == [(LetterState.WAITING, ADDRESS)]
        await r.postman().go_round()
        (taken,) = sink.taken()
        assert (taken.sender, taken.recipients) == (SENDER, (ADDRESS,))
        assert taken.text == (
            "Aihe: Chat keskustelu\n\nAsiakas 10:00:00\nMistä haen tukea?\n\n"
            "Asiakaspalvelija 10:00:00\nAutan mielelläni.\n"
        )
        assert taken.letter["To"] == ADDRESS
        assert taken.letter["Subject"] == "Pyytämäsi keskustelu"
        assert [name for name in taken.letter if name in ("Cc", "Bcc", "Reply-To")] == []
        assert r.letters() == SENT
        assert ADDRESS not in r.everything_kept()
        await r.postman().go_round()
        assert sink.taken() == []


async def test_a_part_is_sent_and_no_word_beside_it(database: Database, sink: MailSink):
    """R101."""
    async with post_room(database, sink.port) as r:
        customer = await r.answered()
        for number in range(3, 7):
            await r.room.send(customer, says(customer, f"viesti {number}"))
        assert isinstance(await r.asks(customer, part=(4, 5)), Accepted)
        await r.postman().go_round()
        (taken,) = sink.taken()
        assert [line for line in taken.text.splitlines() if line.startswith("viesti")] == [
            "viesti 4",
            "viesti 5",
        ]
        assert "Mistä haen" not in taken.text


async def test_it_is_had_before_and_after_the_end(database: Database, sink: MailSink):
    """R099: asked for while the conversation goes on, and when it is over."""
    async with post_room(database, sink.port) as r:
        during = await asked(r)
        after = await r.answered()
        await r.room.send(after, EndConversation(after.conversation_id))
        assert isinstance(await r.asks(after), Accepted)
        await r.postman().go_round()
        assert len(sink.taken()) == 2
        assert isinstance(await r.asks(during), Problem)


async def test_personal_data_of_both_sides_is_covered(database: Database, sink: MailSink):
    async with post_room(database, sink.port) as r:
        customer = await r.answered("Numeroni on 040 123 4567.", "Soitan numeroon 040 123 4567.")
        await r.asks(customer)
        await r.postman().go_round()
        (taken,) = sink.taken()
        assert "123" not in taken.text
        assert taken.text.count("█████") == 2


async def test_an_identified_customer_is_sent_a_link(database: Database, sink: MailSink):
    async with post_room(database, sink.port) as r:
        await asked(r)
        with database.writing() as connection:
            connection.execute(update(tables.conversations).values(identity="identified"))
        await r.postman().go_round()
        (taken,) = sink.taken()
        assert PAGE in taken.text
        assert "Mistä haen" not in taken.text
        assert "Autan" not in taken.text


async def test_what_a_customer_writes_reaches_no_header(database: Database, sink: MailSink):
    """B12."""
    async with post_room(database, sink.port) as r:
        customer = await r.answered("Aihe\r\nBcc: x@y.fi\r\n\r\n.\r\nMAIL FROM:<x@y.fi>")
        await r.asks(customer)
        await r.postman().go_round()
        (taken,) = sink.taken()
        assert taken.recipients == (ADDRESS,)
        assert set(taken.letter.keys()) == {
            *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
            *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
        }


@pytest.mark.parametrize(
    "trouble", [("hello", "421"), ("rcpt", "450"), ("data", "451"), ("end", "452"), ("rcpt", "die")]
)
async def test_a_host_that_cannot_now_is_asked_again(
    database: Database, sink: MailSink, trouble: tuple[str, str]
):
    sink.troubles.append(trouble)
    async with post_room(database, sink.port) as r:
        await asked(r)
        postman = r.postman()
        await postman.go_round()
        assert (sink.taken(), r.letters()) == ([], [(LetterState.WAITING, ADDRESS)])
        await postman.go_round()
        assert sink.taken() == []
        r.room.clock.advance(seconds=60)
        await postman.go_round()
        assert len(sink.taken()) == 1
        assert r.letters() == SENT


async def test_a_host_that_hangs_is_left_in_time(database: Database, sink: MailSink):
    sink.troubles.append(("mail", "hang"))
    async with post_room(database, sink.port, timeout_s=1) as r:
        await asked(r)
        await r.postman().go_round()
        assert r.letters() == [(LetterState.WAITING, ADDRESS)]


async def test_a_host_that_never_comes_back_is_given_up_and_the_address_erased(database: Database):
    async with post_room(database, closed_port()) as r:
        customer = await asked(r)
        postman = r.postman()
        for _ in range(5):
            await postman.go_round()
            r.room.clock.advance(seconds=3_600)
        assert r.letters() == [(LetterState.FAILED, None)]
        assert ADDRESS not in r.everything_kept()
        assert isinstance(await r.asks(customer), Accepted)


@pytest.mark.parametrize("step", ["rcpt", "end"])
async def test_a_host_that_says_never_is_not_asked_again(database: Database, sink: MailSink, step: str):
    sink.troubles.append((step, "550"))
    async with post_room(database, sink.port) as r:
        await asked(r)
        await r.postman().go_round()
        assert r.letters() == [(LetterState.FAILED, None)]


@pytest.mark.parametrize("step", ["text", "end"])
async def test_a_line_that_breaks_in_the_text_is_never_tried_again_by_itself(
    database: Database, sink: MailSink, step: str
):
    sink.troubles.append((step, "die"))
    async with post_room(database, sink.port) as r:
        customer = await asked(r)
        postman = r.postman()
        await postman.go_round()
        r.room.clock.advance(seconds=7_200)
        await postman.go_round()
        assert r.letters() == [(LetterState.UNKNOWN, None)]
        assert len(sink.taken()) == (1 if step == "end" else 0)
        # Her own press is another letter.
        assert isinstance(await r.asks(customer), Accepted)


@pytest.mark.parametrize(("point", "arrived"), [("letter_taken", 0), ("letter_given", 1)])
async def test_killed_with_the_letter_in_hand_it_is_never_given_twice(
    database: Database, sink: MailSink, point: str, arrived: int
):
    def points(name: str) -> None:
        if name == point:
            raise _KilledHere

    async with post_room(database, sink.port) as r:
        await asked(r)
        with pytest.raises(_KilledHere):
            await r.postman(points=points).go_round()
        assert r.letters() == [(LetterState.HANDING_OVER, ADDRESS)]
        r.room.clock.advance(seconds=601)
        after = r.postman()
        await after.go_round()
        await after.go_round()
        assert r.letters() == [(LetterState.UNKNOWN, None)]
        assert len(sink.taken()) == arrived
        assert ADDRESS not in r.everything_kept()


async def test_two_postmen_give_one_letter_once(database: Database, sink: MailSink):
    async with post_room(database, sink.port) as r:
        await asked(r)
        await asyncio.gather(r.postman().go_round(), r.postman().go_round())
        assert len(sink.taken()) == 1
        assert r.letters() == SENT


async def test_every_try_bears_the_same_message_id(database: Database, sink: MailSink):
    sink.troubles.append(("end", "452"))
    async with post_room(database, sink.port) as r:
        await asked(r)
        postman = r.postman()
        first = await postman._written(_due(database, r.room.clock.now))
        await postman.go_round()
        r.room.clock.advance(seconds=60)
        await postman.go_round()
        (taken,) = sink.taken()
        assert f"Message-ID: {taken.letter['Message-ID']}".encode() in first


async def test_the_same_press_again_is_the_same_letter(database: Database, sink: MailSink):
    async with post_room(database, sink.port) as r:
        customer = await r.answered()
        command_id = r.room.command_id()
        first = await r.asks(customer, command_id=command_id)
        assert await r.asks(customer, command_id=command_id) == first
        await r.postman().go_round()
        assert len(sink.taken()) == 1
        assert await r.asks(customer, command_id=command_id) == first
        assert r.letters() == SENT
        # An address is with its letter alone: the ledger cannot tell that this is another.
        assert await r.asks(customer, "toinen@example.fi", command_id=command_id) == first
    with database.reading() as connection:
        assert connection.execute(select(func.sum(tables.ledger.c.repeats_differing))).scalar_one() == 0


async def test_nobody_sends_before_both_have_written(database: Database, sink: MailSink):
    async with post_room(database, sink.port) as r:
        waiting = await r.room.customer()
        assert await r.asks(waiting) == Problem("nothing_to_send")
        assert await r.asks(r.room.stranger()) == Problem("not_found")
        assert r.letters() == []


async def test_the_days_number_is_kept_to_and_twice_the_usual_is_told_once(
    database: Database, sink: MailSink
):
    async with post_room(database, sink.port, limits=LetterLimits(most=4, usual=1)) as r:
        for _ in range(4):
            await asked(r)
        assert await r.asks(await r.answered()) == Problem("mail_not_available")
        assert r.events.named("letters_above_usual") == [{"today": 3, "usual": 1}]
        r.room.clock.advance(seconds=86_400)
        assert isinstance(await r.asks(await r.answered()), Accepted)


async def test_without_a_mail_host_nothing_is_offered(database: Database):
    async with post_room(database, 1, limits=None) as r:
        assert await r.asks(await r.answered()) == Problem("mail_not_available")


def _due(database: Database, now: int) -> letters.Letter:

    with database.reading() as connection:
        (letter,) = letters.due(connection, now)
    return letter
