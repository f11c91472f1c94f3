"""The boundary between social and health care: nothing crosses it, whatever the command (R070, I11)."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.actors import Actor, ClockActor, StaffActor
from server_stub.helpline.consultation import ConsultationSituation
from server_stub.helpline.consultation import decide as ask
from server_stub.helpline.consultation_values import AttachedLine, OpenConsultation
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
    WriteMessage,
)
from server_stub.helpline.conversation_situation import Situation, may_see
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.help_values import AnswerHelpCall, CallForHelp, JoinConversation, TakeOver
from server_stub.helpline.joining import reader
from server_stub.helpline.offer import Receiver
from server_stub.helpline.offer_values import AcceptOffer, OfferTransfer
from server_stub.helpline.pre_information_values import CorrectPreInformation
from server_stub.helpline.register import is_of, register_of
from server_stub.helpline.service_model import ConsultationQueue, QueueId, QueueKind, Register
from server_stub.helpline.values import Problem
from server_stub.helpline.wording import Wording
from tests.server_stub.helpline.test_conversation import CONVERSATION_ID, CUSTOMER, QUEUE, a_conversation

FAMILY, SENIORS, NURSING, UNSAID = (
    *("#soshON_perheasiat_chat", "SIIRTO_SENIORI_INFO_CHAT"),
    *("SIIRTO_KOTISAIRAANHOITO_CHAT", "SIIRTO_MUU_CHAT"),
)
REGISTERS: dict[str, Register | None] = {
    QUEUE: "social",
    FAMILY: "social",
    SENIORS: "social",
    NURSING: "health",
    UNSAID: None,
}
SOCIAL = {QUEUE, FAMILY, SENIORS}
ROLES = frozenset({"advice_counsellor", "supervisor"})


def somebody(name: str, *queues: str) -> StaffActor:
    return StaffActor(name * 32, name, ROLES, frozenset(queues), 3)


AINO, BERTTA = somebody("a", QUEUE, FAMILY), somebody("b", QUEUE, SENIORS)
NURSE, BOTH, NOBODY = somebody("c", NURSING), somebody("d", QUEUE, NURSING), somebody("e")
OTHER = somebody("f", UNSAID)
STAFF = (AINO, BERTTA, NURSE, BOTH, NOBODY, OTHER)
OF_SOCIAL_CARE = {AINO.staff_id, BERTTA.staff_id, BOTH.staff_id, NOBODY.staff_id}


def held(by: StaffActor = AINO, **parts: Any) -> Conversation:
    return a_conversation("held")._replace(
        holder_id=by.staff_id, holder_name=by.display_name, identity="identified", **parts
    )


def outcome(found: Conversation, actor: Actor, command: Command, **parts: Any) -> str:
    led = decide(Situation(50, actor, found, registers=REGISTERS, **parts), command)
    return led.code if isinstance(led, Problem) else "goes"


def offered_to(receiver: StaffActor) -> Receiver:
    return Receiver(receiver.staff_id, receiver.display_name, True, True, receiver.queues)


def test_a_transfer_stays_within_its_register():
    """R070: between social and health care only with permission, and there is none yet."""

    def moved(to: str, start: str = QUEUE) -> str:
        kind: QueueKind = "transfer" if to.startswith("SIIRTO") else "topic"
        command = TransferConversation(CONVERSATION_ID, to, "", 2)
        return outcome(held(queue_id=start), AINO, command, target=kind)

    assert (moved(FAMILY), moved(SENIORS)) == ("goes", "goes")
    assert (moved(NURSING), moved(UNSAID)) == ("consent_needed", "consent_needed")
    assert (moved(QUEUE, NURSING), moved(NURSING, NURSING)) == ("consent_needed", "goes")
    assert moved(FAMILY, UNSAID) == "consent_needed"
    assert moved(FAMILY, "#soshON_poistettu_chat") == "goes"


def test_corrected_pre_information_that_leads_across_is_refused():
    corrects = CorrectPreInformation(CONVERSATION_ID, "neuvonta", "perhe", None, "fi", "", 2)
    assert outcome(held(), AINO, corrects, leads_to=FAMILY) == "goes"
    assert outcome(held(), AINO, corrects, leads_to=NURSING) == "consent_needed"


def test_an_offer_is_for_somebody_who_serves_the_register():
    def offers(to: StaffActor) -> str:
        return outcome(
            held(), AINO, OfferTransfer(CONVERSATION_ID, to.staff_id, "", 2), receiver=offered_to(to)
        )

    assert (offers(BERTTA), offers(BOTH)) == ("goes", "goes")
    assert (offers(NURSE), offers(OTHER)) == ("consent_needed", "consent_needed")


def test_an_offer_whose_receiver_changed_her_queues_meanwhile_is_not_accepted():
    found = held(offered_to_id=NURSE.staff_id, offered_to_name="c", offered_at=1, offer_lapses_at=99)
    accepts = AcceptOffer(CONVERSATION_ID, 2)
    assert outcome(found, NURSE, accepts) == "consent_needed"
    assert outcome(found, NURSE.__class__(NURSE.staff_id, "c", ROLES, AINO.queues, 3), accepts) == "goes"


def test_help_comes_from_the_same_register():
    found = held(help_called_at=1, help_text="", help_about="question")
    for command in (TakeOver(CONVERSATION_ID, 2), JoinConversation(CONVERSATION_ID, 2)):
        assert outcome(found, NURSE, command) == "consent_needed"
        assert outcome(found, BERTTA, command) == "goes"
        assert outcome(found, NOBODY, command) == "goes", "who answers nobody herself is of the house"


def test_what_the_service_model_does_not_say_is_nobodys():
    assert register_of(REGISTERS, UNSAID) is None
    assert register_of({}, "SIIRTO_POISTETTU_CHAT") is None
    assert not is_of(REGISTERS, None, frozenset({UNSAID}))


def test_who_serves_only_queues_that_have_left_the_model_is_of_what_they_were():
    """A nurse whose one queue was dropped is no social worker by that."""
    without = {queue_id: of for queue_id, of in REGISTERS.items() if queue_id != NURSING}
    assert not is_of(without, "social", NURSE.queues)
    assert is_of({}, "social", AINO.queues)
    assert is_of(without, "social", frozenset({"KONSULTAATIO_NEUVONTA"})), "she answers no customer"


COMMANDS = st.sampled_from(
    [
        ClaimWaiting(CONVERSATION_ID),
        *(TransferConversation(CONVERSATION_ID, queue, "", 0) for queue in REGISTERS),
        *(OfferTransfer(CONVERSATION_ID, one.staff_id, "", 0) for one in STAFF),
        AcceptOffer(CONVERSATION_ID, 0),
        CallForHelp(CONVERSATION_ID, "", 0),
        AnswerHelpCall(CONVERSATION_ID, 0),
        JoinConversation(CONVERSATION_ID, 0),
        TakeOver(CONVERSATION_ID, 0),
        ReturnToQueue(CONVERSATION_ID, 0),
        WriteMessage(CONVERSATION_ID, "hei", 0),
        CorrectPreInformation(CONVERSATION_ID, "neuvonta", "perhe", None, "fi", "", 0),
        TimedAct(CONVERSATION_ID, DueKind.HOLD_LAPSES, 50),
    ]
)


ACTORS = st.sampled_from((*[None] * 6, *STAFF, CUSTOMER, ClockActor()))


@given(
    st.lists(
        st.tuples(
            COMMANDS,
            st.sampled_from((None, None, None, None, *STAFF, CUSTOMER, ClockActor())),
            st.sampled_from([*REGISTERS]),
        )
    )
)
def test_in_any_order_of_commands_nobody_beyond_the_boundary_ever_holds_or_reads(
    steps: list[tuple[Command, Actor | None, str]],
):
    """I11: over any order of commands the conversation stays with social care, where it began."""
    found = held()
    by_id = {one.staff_id: one for one in STAFF}
    for command, acting, leads_to in steps:
        # Most of what happens is done by whoever may: else hardly any walk would come to the boundary.
        actor = acting or by_id.get(found.holder_id or found.offered_to_id or "", AINO)
        if hasattr(command, "responsibility_version") and isinstance(actor, StaffActor):
            command = command.__class__(
                **{name: getattr(command, name) for name in command.__dataclass_fields__}
                | {"responsibility_version": found.responsibility_version}
            )
        receiver = next((one for one in STAFF if one.staff_id == getattr(command, "staff_id", "")), None)
        situation = Situation(
            50,
            actor,
            found,
            due_at=50,
            target="topic" if getattr(command, "queue_id", "#").startswith("#") else "transfer",
            receiver=offered_to(receiver) if receiver is not None else None,
            leads_to=leads_to,
            registers=REGISTERS,
            hold_lapses_ms=0,
        )
        led = decide(situation, command)
        if not isinstance(led, Decision):
            continue
        found = led.conversation
        queues = {at.removeprefix("q:") for told in led.facts for at in told.audience if at.startswith("q:")}
        assert queues <= SOCIAL
        assert found.queue_id in SOCIAL
        assert {found.holder_id, found.offered_to_id, *(at[2:] for at in reader(found))} <= {
            None,
            *OF_SOCIAL_CARE,
        }
        assert not may_see(found, NURSE)


def test_lines_of_a_conversation_stay_in_their_register_when_a_line_is_asked():
    """I11: asking is free in one's own words."""
    asked = ConsultationQueue(QueueId("KONSULTAATIO_X"), Wording("", "", ""), 1, register="health")
    line = AttachedLine(1, "customer", 1, "Tarvitsen apua haavan hoitoon.")
    command = OpenConsultation(
        "KONSULTAATIO_X", "non_urgent", "Haavat", "Kuka hoitaa?", CONVERSATION_ID, (1,), False
    )
    situation = ConsultationSituation(50, AINO, frozenset(), queue=asked, attached=(line,))
    table: dict[Register | None, str] = {
        "social": "consent_needed",
        None: "consent_needed",
        "health": "goes",
    }
    for register, expected in table.items():
        led = ask(replace(situation, attached_from=register), command)
        assert (led.code if isinstance(led, Problem) else "goes") == expected
    assert not isinstance(ask(replace(situation, attached=()), command), Problem)
