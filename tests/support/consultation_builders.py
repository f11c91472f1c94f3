"""Consultations for tests of the rules: two lines, who asks, who answers, and moments in Helsinki."""

from dataclasses import replace
from datetime import datetime

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.calling_time import millis_of
from server_stub.helpline.consultation import ConsultationSituation, decide
from server_stub.helpline.consultation_values import (
    Consultation,
    ConsultationDecision,
    OpenConsultation,
)
from server_stub.helpline.hours import ALWAYS, HELSINKI
from server_stub.helpline.service_model import ConsultationQueue, OnCall, QueueId
from server_stub.helpline.wording import Wording
from server_stub.settings.days_off import days_off

DAYS_OFF = days_off([2026, 2027])
ADVICE, SENIORS = QueueId("KONSULTAATIO_NEUVONTA"), QueueId("KONSULTAATIO_SENIORI_INFO")
_NAME = Wording("Neuvonta", "Rådgivning", "Advice")
LINE = ConsultationQueue(ADVICE, _NAME, 3, on_call=OnCall("040 555 0142", ALWAYS, _NAME))


def _staff(letter: str, name: str, role: str, *queues: str) -> StaffActor:
    return StaffActor(letter * 32, name, frozenset({role}), frozenset(queues), 3)


MAIJA = _staff("a", "Maija", "advice_counsellor", ADVICE)
JOHAN = _staff("b", "Johan", "advice_counsellor", ADVICE)
SIRPA = _staff("c", "Sirpa", "line_professional", SENIORS)
SIRKKA = _staff("d", "Sirkka", "line_professional", SENIORS)
AINO = _staff("e", "Aino", "line_professional", "#muu")
CHIEF = _staff("f", "Päivi", "supervisor", "#muu")


def at(text: str) -> int:
    """`2026-11-23 09:00` on a wall in Helsinki."""
    return millis_of(datetime.fromisoformat(text).replace(tzinfo=HELSINKI))


WEDNESDAY = at("2026-11-18 09:40")


def situation(
    now: int,
    actor: StaffActor,
    consultation: Consultation | None = None,
    *,
    line: ConsultationQueue | None = LINE,
) -> ConsultationSituation:
    """What the rules are told; a new consultation asks the line, on behalf of Senior Info."""
    return ConsultationSituation(
        now=now,
        actor=actor,
        days_off=DAYS_OFF,
        consultation=consultation,
        queue=line,
        from_queue_id=SENIORS,
        new_consultation_id="9" * 32,
        command_id="1" * 32,
    )


def asked(now: int = WEDNESDAY, *, urgency: str = "non_urgent", days: int = 3) -> Consultation:
    """A question of Sirpa's to the advice line, with its row."""
    command = OpenConsultation(
        ADVICE, urgency, "Omaishoidon tuki", "Vaikuttaako se?", None, (), is_identity_allowed=False
    )
    made = decide(situation(now, SIRPA, line=replace(LINE, promise_days=days)), command)
    assert isinstance(made, ConsultationDecision), made
    return made.consultation._replace(row=1)
