"""Consultations on both databases: one answerer, one promise counted once, nothing for a customer."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.calling_time import month_begins
from server_stub.helpline.consultation_values import (
    ClaimConsultation,
    Consultation,
    OpenConsultation,
    RecordConsultationCall,
    WithdrawConsultation,
    WriteToConsultation,
)
from server_stub.helpline.values import Problem, customer_address
from server_stub.records import audit, consultations, tables
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio

ADVICE, SENIORS = "KONSULTAATIO_NEUVONTA", "KONSULTAATIO_SENIORI_INFO"
CANARY = "kanarialintu"
DAY_S = 24 * 3_600
QUESTION = OpenConsultation(
    ADVICE, "non_urgent", f"Aihe {CANARY}", f"Kysymys {CANARY}", None, (), is_identity_allowed=False
)


async def ask(r: Room, by: StaffActor, command: OpenConsultation = QUESTION) -> Consultation:
    """A question that was taken in."""
    answer = await r.consult(by, command)
    assert isinstance(answer, Accepted), answer
    return r.told[-1].addressed.fact.consultation  # type: ignore[union-attr]


async def now(r: Room, consultation_id: str) -> Consultation:
    found = await r.database.read(lambda c: consultations.find(c, consultation_id))
    assert found is not None
    return found


async def the_clock_looks(r: Room) -> None:
    """At every promise that is past."""
    for consultation_id, at in await r.consultations.due(r.clock.now):
        await r.consultations.note_overdue(consultation_id, at)


async def test_ten_claim_one_question_and_nine_are_told_who_was_first(database: Database) -> None:
    async with room(database) as r:
        found = await ask(r, r.counsellor("Sirpa", lines=[SENIORS]))
        staff = [r.counsellor(f"Neuvoja {n}", lines=[ADVICE]) for n in range(10)]
        claim = ClaimConsultation(found.consultation_id)
        outcomes = await asyncio.gather(*(r.consult(one, claim) for one in staff))
        assert [type(each) for each in outcomes].count(Accepted) == 1
        holder = (await now(r, found.consultation_id)).holder_name
        refused = [each for each in outcomes if isinstance(each, Problem)]
        assert {each.code for each in refused} == {"already_claimed"}
        assert {each.details["by_name"] for each in refused} == {holder}


async def test_a_thread_is_kept_to_the_letter_and_a_repeat_is_one_entry(database: Database) -> None:
    async with room(database) as r:
        sirpa, maija = r.counsellor("Sirpa", lines=[SENIORS]), r.counsellor("Maija", lines=[ADVICE])
        found = await ask(r, sirpa)
        about = found.consultation_id
        await r.consult(maija, ClaimConsultation(about))
        answer = WriteToConsultation(about, "Kyllä. Tunnus 010594Y9032.", True, 2)
        first = await r.consult(maija, answer, command_id="7" * 32)
        again = await r.consult(maija, answer, command_id="7" * 32)
        assert first == again
        kept = await now(r, about)
        assert [(entry.kind, entry.text) for entry in kept.entries] == [
            ("question", f"Kysymys {CANARY}"),
            ("answer", "Kyllä. Tunnus █████."),
        ]
        assert (kept.state, kept.promise, kept.from_queue_id) == ("answered", "kept", SENIORS)
        assert kept.entries[1].caused_by == "7" * 32
        with database.reading() as connection:
            assert audit.verify(connection).broken == ()


async def test_a_promise_that_passes_is_told_once_and_counted_as_broken(database: Database) -> None:
    """R124: also when two processes look at the same second; an answer in time is counted as kept."""
    async with room(database) as r:
        sirpa, maija = r.counsellor("Sirpa", lines=[SENIORS]), r.counsellor("Maija", lines=[ADVICE])
        kept, broken = await ask(r, sirpa), await ask(r, sirpa)
        await r.consult(maija, ClaimConsultation(kept.consultation_id))
        await r.consult(maija, WriteToConsultation(kept.consultation_id, "Kyllä.", True, 2))
        assert broken.due_at is not None
        r.clock.now = broken.due_at
        assert await r.consultations.due(r.clock.now) == ()
        r.clock.now += 1
        await asyncio.gather(the_clock_looks(r), the_clock_looks(r))
        await the_clock_looks(r)
        assert list(r.kinds_told()).count("ConsultationOverdue") == 1
        since = month_begins(r.clock.now)
        counted = await database.read(lambda c: consultations.promises_kept(c, maija.queues, since=since))
        assert (counted.kept, counted.broken) == (1, 1)
        elsewhere = await database.read(lambda c: consultations.promises_kept(c, sirpa.queues, since=since))
        assert (elsewhere.kept, elsewhere.broken) == (0, 0)


async def test_only_late_ones_are_a_supervisors_to_see(database: Database) -> None:
    """R124: overdue is listed for her, whatever line was asked; all else is its two lines'."""
    async with room(database) as r:
        sirpa = r.counsellor("Sirpa", lines=[SENIORS])
        chief = r.counsellor("Päivi", role="supervisor")
        found = await ask(r, sirpa)

        async def seen(by: StaffActor, *, supervises: bool) -> list[str]:
            all_seen = await database.read(
                lambda c: consultations.seen_by(
                    c, by.staff_id, by.queues, closed_since=0, supervises=supervises
                )
            )
            return [each.consultation_id for each in all_seen]

        assert await seen(chief, supervises=True) == []
        assert await seen(sirpa, supervises=False) == [found.consultation_id]
        r.clock.advance(seconds=7 * DAY_S)
        await the_clock_looks(r)
        assert await seen(chief, supervises=True) == [found.consultation_id]
        assert await seen(chief, supervises=False) == []
        await r.consult(sirpa, WithdrawConsultation(found.consultation_id))
        assert await seen(chief, supervises=True) == []
        assert await seen(sirpa, supervises=False) == [found.consultation_id]


async def test_chosen_lines_go_along_covered_and_only_from_ones_own_conversation(database: Database) -> None:
    """R123: what of it is attached is chosen, and of the customer's identity nothing unless she allows it."""
    async with room(database) as r:
        maija, johan = r.counsellor("Maija", lines=[ADVICE]), r.counsellor("Johan", lines=[ADVICE])
        customer = await r.customer("Vuokrani on myöhässä.")
        about = await r.claimed(customer, maija)
        # As in an identified conversation, where a customer's own words are stored as they are.
        await r.send(maija, answers(about, "Soitan numeroon 040 123 4567."))
        command = replace(QUESTION, queue_id=SENIORS, conversation_id=about, attached_seqs=(2,))
        assert await r.consult(johan, command) == Problem("not_found")
        assert await r.consult(maija, replace(command, attached_seqs=(9,))) == Problem("not_found")
        covered = await ask(r, maija, command)
        (line,) = covered.entries[0].attached
        assert (line.seq, line.by, line.text) == (2, "counsellor", "Soitan numeroon █████.")
        allowed = await ask(r, maija, replace(command, is_identity_allowed=True))
        assert allowed.entries[0].attached[0].text == "Soitan numeroon 040 123 4567."
        told = [each.body.decode() for each in r.told if each.about is not None]
        assert told
        assert not [each for each in told if "myöhässä" in each], "a line that was not chosen stays"
        alias = await database.read(lambda c: c.execute(select(tables.conversations.c.alias)).scalar_one())
        assert not [each for each in told if f'"{alias}"' in each]
        assert (await now(r, covered.consultation_id)).entries[0].attached == (line,)


async def test_an_urgent_question_is_rung_and_the_call_told_of(database: Database) -> None:
    """R125."""
    async with room(database) as r:
        sirpa = r.counsellor("Sirpa", lines=[SENIORS])
        found = await ask(r, sirpa, replace(QUESTION, urgency="urgent"))
        assert found.due_at is None
        r.clock.advance(seconds=600)
        call = RecordConsultationCall(found.consultation_id, r.clock.now - 60_000, "settled", "")
        assert isinstance(await r.consult(sirpa, call), Accepted)
        kept = await now(r, found.consultation_id)
        assert (kept.state, kept.entries[-1].call_outcome) == ("closed", "settled")
        assert kept.entries[-1].called_at == r.clock.now - 60_000
        refused = await r.consult(sirpa, replace(QUESTION, queue_id=SENIORS, urgency="urgent"))
        assert refused == Problem("nobody_on_call")


async def test_no_fact_of_a_consultation_has_a_customers_copy_or_address(database: Database) -> None:
    """R123: also where it is about her very conversation."""
    async with room(database) as r:
        maija = r.counsellor("Maija", lines=[ADVICE])
        customer = await r.customer("Mistä haen tukea?")
        about = await r.claimed(customer, maija)
        command = replace(QUESTION, queue_id=SENIORS, conversation_id=about, attached_seqs=(1,))
        await ask(r, maija, command)
        with database.reading() as connection:
            facts = connection.execute(select(tables.facts)).all()
        canaries = [fact for fact in facts if CANARY in bytes(fact.body).decode()]
        assert [fact.kind for fact in canaries] == ["ConsultationOpened"]
        for fact in canaries:
            assert fact.customer_body is None
            assert fact.conversation is None
            assert customer_address(about) not in fact.audience.split("\n")
        assert await r.consult(CustomerActor(1, about), command) == Problem("not_found")
        with database.reading() as connection:
            ledger = str(connection.execute(select(tables.ledger)).all())
        assert CANARY not in ledger
