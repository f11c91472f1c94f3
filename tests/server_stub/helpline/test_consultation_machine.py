"""Whatever professionals, supervisors and the clock do, in whatever order: a promise is settled once."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from server_stub.helpline.actors import ClockActor, StaffActor
from server_stub.helpline.consultation import ConsultationSituation, decide, is_late
from server_stub.helpline.consultation_values import (
    AWAITED,
    OVER,
    ClaimConsultation,
    CloseConsultation,
    Consultation,
    ConsultationCommand,
    ConsultationDecision,
    NoteOverdue,
    RecordConsultationCall,
    ReleaseConsultation,
    SettledPromise,
    WithdrawConsultation,
    WriteToConsultation,
)
from server_stub.helpline.values import SUPERVISORS_ADDRESS
from tests.support.consultation_builders import (
    CHIEF,
    DAYS_OFF,
    JOHAN,
    MAIJA,
    SIRKKA,
    SIRPA,
    WEDNESDAY,
    asked,
    situation,
)

PEOPLE = st.sampled_from([MAIJA, JOHAN, SIRPA, SIRKKA, CHIEF])
HOUR_MS = 60 * 60 * 1000


class Consulting(RuleBasedStateMachine):
    """One consultation, five people and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = WEDNESDAY
        self.found: Consultation = asked(urgency="non_urgent")
        self.settled: list[SettledPromise] = []
        self.withdrawn_promise = False

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        self.now += hours * HOUR_MS

    @rule(by=PEOPLE)
    def claims(self, by: StaffActor) -> None:
        self.do(by, ClaimConsultation(self.found.consultation_id))

    @rule(by=PEOPLE)
    def releases(self, by: StaffActor) -> None:
        version = self.found.responsibility_version
        self.do(by, ReleaseConsultation(self.found.consultation_id, version))

    @rule(by=PEOPLE, is_answer=st.booleans(), behind=st.integers(0, 1))
    def writes(self, by: StaffActor, is_answer: bool, behind: int) -> None:
        version = self.found.responsibility_version - behind
        self.do(by, WriteToConsultation(self.found.consultation_id, "sana", is_answer, version))

    @rule(by=PEOPLE, outcome=st.sampled_from(["settled", "goes_on", "no_answer"]))
    def rings(self, by: StaffActor, outcome: str) -> None:
        self.do(by, RecordConsultationCall(self.found.consultation_id, self.now, outcome, ""))

    @rule(by=PEOPLE)
    def closes(self, by: StaffActor) -> None:
        self.do(by, CloseConsultation(self.found.consultation_id))

    @rule(by=PEOPLE)
    def withdraws(self, by: StaffActor) -> None:
        self.do(by, WithdrawConsultation(self.found.consultation_id))

    @precondition(lambda self: self.found.due_at is not None)
    @rule()
    def the_clock_looks(self) -> None:
        note = NoteOverdue(self.found.consultation_id, self.found.due_at or 0)
        self.take(decide(ConsultationSituation(self.now, ClockActor(), DAYS_OFF, self.found), note))

    def do(self, by: StaffActor, command: ConsultationCommand) -> None:
        self.take(decide(situation(self.now, by, self.found), command))

    def take(self, made: object) -> None:
        if not isinstance(made, ConsultationDecision):
            return
        before, self.found = self.found, made.consultation
        assert before.state not in OVER, "what is over stays over"
        assert self.found.entries[: len(before.entries)] == before.entries, "nothing said is unsaid"
        assert self.found.responsibility_version >= before.responsibility_version
        if before.holder_id != self.found.holder_id:
            assert self.found.responsibility_version == before.responsibility_version + 1
        assert not [each for each in made.told.audience if each.startswith(("c:", "p:"))], "no customer"
        if is_late(before) or is_late(self.found):
            assert SUPERVISORS_ADDRESS in made.told.audience
        if made.settled is not None:
            self.settled.append(made.settled)

    @invariant()
    def each_promise_is_settled_at_most_once(self) -> None:
        numbers = [each.number for each in self.settled]
        assert len(numbers) == len(set(numbers))
        assert all(each.outcome in ("kept", "broken") for each in self.settled)

    @invariant()
    def what_was_answered_under_a_promise_has_settled_it(self) -> None:
        if self.found.state == "answered":
            assert self.found.promise in ("kept", "broken")
            assert self.found.promise_number in [each.number for each in self.settled]

    @invariant()
    def exactly_what_is_awaited_can_be_owed(self) -> None:
        if self.found.promise == "running":
            assert self.found.state in AWAITED
        assert (self.found.holder_id is None) == (self.found.claimed_at is None)
        if self.found.state in ("claimed", "answered"):
            assert self.found.holder_id is not None


TestConsulting = Consulting.TestCase
