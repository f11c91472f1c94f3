"""The backend's half: it reads commands strictly, and writes facts, snapshots and answers to the letter."""

import json

import msgspec
import pytest

from server_stub.fanout.outgoing import page
from server_stub.helpline.limits import Limits
from server_stub.wire import (
    accounts,
    agreed_messages,
    answers,
    archive,
    attachments,
    callback_commands,
    callbacks,
    commands,
    consents,
    consultation_commands,
    consultations,
    doors,
    entry,
    facts,
    feedback,
    handbook,
    heads,
    identification_commands,
    identifications,
    left_messages,
    notes,
    openings,
    planned_shifts,
    problem_situations,
    shifts,
    situation,
    snapshots,
    transcripts,
)
from tests.support import contract
from tests.support.contract import Example

CLASSES: dict[str, type] = {
    "ByLanguage": dict[str, str],
    "Person": heads.StaffRef,
    "Topic": heads.TopicRef,
    "Transfer": heads.Transfer,
    "PreInformation": heads.PreInformation,
    "ChosenPreInformation": heads.ChosenPreInformation,
    "PreInformationChange": heads.PreInformationChange,
    "Offer": heads.Offer,
    "Limits": Limits,
    "Opening": openings.Opening,
    "Queue": snapshots.Queue,
    "Attachment": attachments.Attachment,
    "Uploaded": attachments.Uploaded,
    "SendAttachment": attachments.SendAttachment,
    "Message": facts.Message,
    "Head": heads.Head,
    "Waiting": snapshots.Waiting,
    "CustomerView": heads.CustomerView,
    "Window": snapshots.Window,
    "StaffTexts": snapshots.Texts,
    "Code": snapshots.Code,
    "TopicReasons": snapshots.TopicReasons,
    "ServiceCodes": snapshots.ServiceCodes,
    "ServiceTopics": snapshots.ServiceTopics,
    "ServiceTopic": snapshots.ServiceTopic,
    "QueueRef": snapshots.QueueRef,
    "CannedAnswer": snapshots.CannedAnswer,
    "CannedText": snapshots.CannedText,
    "ContractVersion": doors.ContractVersion,
    "OpenConversation": commands.OpenConversation,
    "LeaveMessage": commands.LeaveMessage,
    "CustomerWriteMessage": commands.CustomerWriteMessage,
    "CustomerMarkRead": commands.CustomerMarkRead,
    "CustomerEndConversation": commands.CustomerEndConversation,
    "ClaimWaiting": commands.ClaimWaiting,
    "StaffWriteMessage": commands.StaffWriteMessage,
    "StaffMarkRead": commands.StaffMarkRead,
    "CloseConversation": commands.CloseConversation,
    "StaffEndConversation": commands.StaffEndConversation,
    "WrapUp": commands.WrapUp,
    "SendAgreedMessage": agreed_messages.SendAgreedMessage,
    "SendAfterCall": agreed_messages.SendAfterCall,
    "RequestCallback": callback_commands.RequestCallback,
    "WithdrawCallback": callback_commands.WithdrawCallback,
    "RequestTranscript": transcripts.RequestTranscript,
    "GiveFeedback": feedback.GiveFeedback,
    "CustomerTranscript": transcripts.CustomerTranscript,
    "ClaimCallback": callback_commands.ClaimCallback,
    "ReleaseCallback": callback_commands.ReleaseCallback,
    "RecordAttempt": callback_commands.RecordAttempt,
    "CallWrapUp": callback_commands.CallWrapUp,
    "Attempt": callbacks.Attempt,
    "Callback": callbacks.Callback,
    "CustomerCallback": callbacks.CustomerCallback,
    "CallbackWindow": callbacks.CallbackWindow,
    "CallbackWindows": callbacks.CallbackWindows,
    "CallbackRequested": callbacks.CallbackRequested,
    "CallbackClaimed": callbacks.CallbackClaimed,
    "CallbackNumberShown": callbacks.CallbackNumberShown,
    "AttemptRecorded": callbacks.AttemptRecorded,
    "CallbackReturned": callbacks.CallbackReturned,
    "CallbackClosed": callbacks.CallbackClosed,
    "OnCall": consultations.OnCall,
    "ConsultationQueue": consultations.ConsultationQueue,
    "AttachedLine": consultations.AttachedLine,
    "ConsultationEntry": consultations.ConsultationEntry,
    "Consultation": consultations.Consultation,
    "ConsultationThread": consultations.ConsultationThread,
    "PromisesKept": consultations.PromisesKept,
    "ConsultationOpened": consultations.ConsultationOpened,
    "ConsultationClaimed": consultations.ConsultationClaimed,
    "ConsultationReturned": consultations.ConsultationReturned,
    "ConsultationWritten": consultations.ConsultationWritten,
    "ConsultationAnswered": consultations.ConsultationAnswered,
    "ConsultationReopened": consultations.ConsultationReopened,
    "ConsultationCallRecorded": consultations.ConsultationCallRecorded,
    "ConsultationOverdue": consultations.ConsultationOverdue,
    "ConsultationClosed": consultations.ConsultationClosed,
    "ConsultationWithdrawn": consultations.ConsultationWithdrawn,
    "OpenConsultation": consultation_commands.OpenConsultation,
    "ClaimConsultation": consultation_commands.ClaimConsultation,
    "ReleaseConsultation": consultation_commands.ReleaseConsultation,
    "WriteToConsultation": consultation_commands.WriteToConsultation,
    "RecordConsultationCall": consultation_commands.RecordConsultationCall,
    "CloseConsultation": consultation_commands.CloseConsultation,
    "WithdrawConsultation": consultation_commands.WithdrawConsultation,
    "TransferConversation": commands.TransferConversation,
    "WriteNote": commands.WriteNote,
    "MaskSpan": commands.MaskSpan,
    "RefinePreInformation": commands.RefinePreInformation,
    "CorrectPreInformation": commands.CorrectPreInformation,
    "OfferTransfer": commands.OfferTransfer,
    "AcceptOffer": commands.AcceptOffer,
    "DeclineOffer": commands.DeclineOffer,
    "WithdrawOffer": commands.WithdrawOffer,
    "CallForHelp": commands.CallForHelp,
    "WithdrawHelpCall": commands.WithdrawHelpCall,
    "AnswerHelpCall": commands.AnswerHelpCall,
    "TakeOver": commands.TakeOver,
    "JoinConversation": commands.JoinConversation,
    "LeaveConversation": commands.LeaveConversation,
    "StaffConversationJoined": facts.ConversationJoined,
    "CustomerConversationJoined": facts.ConversationJoinedToCustomer,
    "JoiningEnded": facts.JoiningEnded,
    "AskIdentification": identification_commands.AskIdentification,
    "DeclineIdentification": identification_commands.DeclineIdentification,
    "DecideEarlierLines": identification_commands.DecideEarlierLines,
    "MovedOften": facts.MovedOften,
    "OftenMoved": situation.MovedOften,
    "AskConsent": consents.AskConsent,
    "AnswerConsent": consents.AnswerConsent,
    "WithdrawConsent": consents.WithdrawConsent,
    "Consent": consents.Consent,
    "CustomerConsent": consents.CustomerConsent,
    "StaffConsentAsked": facts.ConsentAsked,
    "CustomerConsentAsked": facts.ConsentAskedToCustomer,
    "ConsentChanged": facts.ConsentChanged,
    "IdentificationAsked": facts.IdentificationAsked,
    "IdentificationDeclined": facts.IdentificationDeclined,
    "CustomerIdentified": facts.CustomerIdentified,
    "EarlierLinesDecided": facts.EarlierLinesDecided,
    "Identification": heads.Identification,
    "IdentifiedPerson": identifications.IdentifiedPerson,
    "OnBehalfOf": identifications.OnBehalfOf,
    "IdentityCodes": identifications.IdentityCodes,
    "BeginIdentification": doors.BeginIdentification,
    "OpenLeftMessage": doors.OpenLeftMessage,
    "LeftMessage": left_messages.LeftMessage,
    "IdentificationBegun": doors.IdentificationBegun,
    "HelpCall": heads.HelpCall,
    "HelpCalled": facts.HelpCalled,
    "HelpAnswered": facts.HelpAnswered,
    "HelperGone": facts.HelperGone,
    "HelpCallEnded": facts.HelpCallEnded,
    "StaffConversationTakenOver": facts.ConversationTakenOver,
    "CustomerConversationTakenOver": facts.ConversationTakenOverToCustomer,
    "Accepted": answers.Accepted,
    "Refused": answers.Refused,
    "ProblemAnswer": answers.ProblemAnswer,
    "SignIn": doors.SignIn,
    "Refresh": doors.Refresh,
    "SignedIn": doors.SignedIn,
    "SessionRequest": doors.SessionRequest,
    "CustomerSession": doors.CustomerSession,
    "Version": doors.Version,
    "StaffTyping": doors.StaffTyping,
    "CustomerTyping": doors.CustomerTyping,
    "StaffTypingHint": doors.StaffTypingHint,
    "CustomerTypingHint": doors.CustomerTypingHint,
    "StaffConversationOpened": facts.ConversationOpened,
    "CustomerConversationOpened": facts.ConversationOpenedToCustomer,
    "MessageWritten": facts.MessageWritten,
    "ReadMarked": facts.ReadMarked,
    "StaffWaitingClaimed": facts.WaitingClaimed,
    "CustomerWaitingClaimed": facts.WaitingClaimedToCustomer,
    "ConversationLeft": facts.ConversationLeft,
    "ConversationReturned": facts.ConversationReturned,
    "StaffConversationTransferred": facts.ConversationTransferred,
    "CustomerConversationTransferred": facts.ConversationTransferredToCustomer,
    "PreInformationRefined": facts.PreInformationRefined,
    "StaffPreInformationCorrected": facts.PreInformationCorrected,
    "CustomerPreInformationCorrected": facts.PreInformationCorrectedToCustomer,
    "Note": notes.Note,
    "NoteWritten": facts.NoteWritten,
    "SpanMasked": facts.SpanMasked,
    "TransferOffered": facts.TransferOffered,
    "StaffOfferAccepted": facts.OfferAccepted,
    "CustomerOfferAccepted": facts.OfferAcceptedToCustomer,
    "OfferEnded": facts.OfferEnded,
    "ConversationEnded": facts.ConversationEnded,
    "ConversationWrappedUp": facts.ConversationWrappedUp,
    "ConversationClosed": facts.ConversationClosed,
    "ServiceModelActivated": facts.ServiceModelActivated,
    "StaffSnapshot": snapshots.StaffSnapshot,
    "CustomerSnapshot": snapshots.CustomerSnapshot,
    "MessagesPage": snapshots.MessagePage,
    "TransferTarget": snapshots.TransferTarget,
    "TransferTargets": snapshots.TransferTargets,
    "ApplicationQueue": snapshots.ApplicationQueue,
    "SetPresence": shifts.SetPresence,
    "BeginShift": shifts.BeginShift,
    "EndShift": shifts.EndShift,
    "PlanShift": planned_shifts.PlanShift,
    "RemovePlannedShift": planned_shifts.RemovePlannedShift,
    "AllowOutsidePlan": planned_shifts.AllowOutsidePlan,
    "PlannedShift": planned_shifts.PlannedShift,
    "OwnPlan": planned_shifts.OwnPlan,
    "DutySpell": planned_shifts.DutySpell,
    "PlannedPerson": planned_shifts.PlannedPerson,
    "PlannedDay": planned_shifts.PlannedDay,
    "SearchArchive": doors.SearchArchive,
    "ArchivedHead": archive.ArchivedHead,
    "ArchiveTotals": archive.ArchiveTotals,
    "ArchivePage": archive.ArchivePage,
    "ArchiveStep": archive.ArchiveStep,
    "ArchivedConversation": archive.ArchivedConversation,
    "MaterialLine": archive.MaterialLine,
    "ArchiveMaterial": archive.ArchiveMaterial,
    "ApplyForAccess": accounts.ApplyForAccess,
    "WithdrawAccess": accounts.WithdrawAccess,
    "GrantAccess": accounts.GrantAccess,
    "RefuseAccess": accounts.RefuseAccess,
    "ChangeAccount": accounts.ChangeAccount,
    "DisableAccount": accounts.DisableAccount,
    "StaffAccount": accounts.StaffAccount,
    "AccessApplication": accounts.AccessApplication,
    "Accounts": accounts.Accounts,
    "ChooseOwnPassword": doors.ChooseOwnPassword,
    "MakeOneTimePassword": doors.MakeOneTimePassword,
    "OneTimePassword": accounts.OneTimePassword,
    "ShiftBegan": shifts.ShiftBegan,
    "ShiftEnded": shifts.ShiftEnded,
    "ReturnToQueue": commands.ReturnToQueue,
    "PresenceChanged": shifts.PresenceChanged,
    "Shift": shifts.Shift,
    "RosterPerson": shifts.RosterPerson,
    "Roster": shifts.Roster,
    "HalfHour": situation.HalfHour,
    "QueueSituation": situation.QueueSituation,
    "PersonSituation": situation.PersonSituation,
    "Situation": situation.Situation,
    "Professional": snapshots.Professional,
    "AwayProfessional": snapshots.AwayProfessional,
    "OtherChannel": entry.OtherChannel,
    "QueueNow": entry.QueueNow,
    "EntryTopic": entry.EntryTopic,
    "Announcement": entry.Announcement,
    "Instruction": entry.Instruction,
    "SitePage": entry.SitePage,
    "Notice": entry.Notice,
    "EntryHours": entry.EntryHours,
    "EntryService": entry.EntryService,
    "CallingWords": entry.CallingWords,
    "CallingHours": snapshots.CallingHours,
    "CustomerEntry": entry.CustomerEntry,
    "BeginProblemSituation": problem_situations.BeginProblemSituation,
    "TickStep": problem_situations.TickStep,
    "EndProblemSituation": problem_situations.EndProblemSituation,
    "Debrief": problem_situations.Debrief,
    "Contact": problem_situations.Contact,
    "Step": problem_situations.Step,
    "ProblemGuide": problem_situations.ProblemGuide,
    "WorkGuide": handbook.WorkGuide,
    "GuidanceRule": handbook.GuidanceRule,
    "Support": handbook.Support,
    "Handbook": handbook.Handbook,
    "Pilot": snapshots.Pilot,
    "Concern": heads.Concern,
    "ProblemSituation": heads.ProblemSituation,
    "AnswerPromised": facts.AnswerPromised,
    "ConcernMarked": facts.ConcernMarked,
    "ProblemSituationBegan": facts.ProblemSituationBegan,
    "StepTicked": facts.StepTicked,
    "ProblemSituationEnded": facts.ProblemSituationEnded,
}
WRITTEN_BY_A_FUNCTION = {
    *("ConversationEntered", "IdentityShown", "WaitingHint", "Beat", "Problem"),
    *("StaffStreamedFact", "CustomerStreamedFact", "StaffFacts", "CustomerFacts"),
}
PLAIN = {
    *(
        "Id",
        "CommandId",
        "Time",
        "Day",
        "ClockTime",
        "Cursor",
        "Seq",
        "QueueId",
        "Language",
        "Token",
        "MaskedKind",
    ),
    *("CodeId", "ProblemCode", "Wish", "AttemptOutcome", "CallbackReason", "Duty", "Presence"),
    *("PlannedPlace", "PlanRule"),
    *("ProblemCode", "Wish", "AttemptOutcome", "CallbackReason", "Duty", "OfferEnding", "AtClosing"),
    *(
        "HelpEnding",
        "HelpAbout",
        "ConcernKind",
        "Channel",
        "Direction",
        "ContactMark",
        "DebriefWish",
        "StepId",
        "StaffRole",
    ),
    *("AttachmentKind", "AttachmentRefusal", "PassOnTarget"),
}
STAFF_COMMANDS = [
    *("ClaimWaiting", "StaffWriteMessage", "StaffMarkRead", "CloseConversation", "TransferConversation"),
]
STAFF_COMMANDS += ["StaffEndConversation", "WrapUp"]
STAFF_COMMANDS += ["ClaimCallback", "ReleaseCallback", "RecordAttempt", "SetPresence"]
STAFF_COMMANDS += ["BeginShift", "EndShift", "ReturnToQueue"]
STAFF_COMMANDS += ["PlanShift", "RemovePlannedShift", "AllowOutsidePlan"]
STAFF_COMMANDS += ["OpenConsultation", "ClaimConsultation", "ReleaseConsultation", "WriteToConsultation"]
STAFF_COMMANDS += ["RecordConsultationCall", "CloseConsultation", "WithdrawConsultation"]
STAFF_COMMANDS += ["SendAfterCall"]
STAFF_COMMANDS += ["ApplyForAccess", "WithdrawAccess", "GrantAccess", "RefuseAccess"]
STAFF_COMMANDS += ["ChangeAccount", "DisableAccount"]
CUSTOMER_COMMANDS = ["OpenConversation", "CustomerWriteMessage", "CustomerMarkRead"]
CUSTOMER_COMMANDS += ["CustomerEndConversation", "LeaveMessage"]
STAFF_COMMANDS += ["CallForHelp", "WithdrawHelpCall", "AnswerHelpCall", "TakeOver"]
STAFF_COMMANDS += ["JoinConversation", "LeaveConversation"]
STAFF_COMMANDS += ["BeginProblemSituation", "TickStep", "EndProblemSituation"]
STAFF_COMMANDS += [
    "SendAgreedMessage",
    "WriteNote",
    "OfferTransfer",
    "AcceptOffer",
    "DeclineOffer",
    "WithdrawOffer",
]
STAFF_COMMANDS += ["ClaimCallback", "ReleaseCallback", "RecordAttempt"]
CUSTOMER_COMMANDS = ["OpenConversation", "CustomerWriteMessage", "CustomerMarkRead", "EndConversation"]
CUSTOMER_COMMANDS += ["LeaveMessage", "RequestCallback", "WithdrawCallback", "RequestTranscript"]
CUSTOMER_COMMANDS += ["SendAttachment", "GiveFeedback"]
OTHER_REQUESTS = ["SignIn", "Refresh", "SessionRequest", "StaffTyping", "CustomerTyping"]
OTHER_REQUESTS += ["OpenLeftMessage", "SearchArchive"]


def test_every_type_has_a_class_in_the_backend_or_is_written_by_a_function():
    unions = set(contract.kinds("union"))
    assert set(contract.definitions()) == set(CLASSES) | WRITTEN_BY_A_FUNCTION | PLAIN | unions


@pytest.mark.parametrize("example", contract.examples(*CLASSES), ids=lambda example: example.name)
def test_every_example_comes_back_to_the_letter(example: Example):
    value: object = msgspec.json.decode(example.raw, type=CLASSES[example.type_name])
    assert json.loads(msgspec.json.encode(value)) == example.value


@pytest.mark.parametrize("example", contract.examples("ConversationEntered"), ids=lambda each: each.name)
def test_the_messages_of_an_entered_conversation_are_filled_in_at_delivery(example: Example):
    assert isinstance(example.value, dict)
    messages, notes = example.value["messages"], example.value["notes"]
    assert isinstance(messages, list)
    assert isinstance(notes, list)
    emptied = {**example.value, "messages": [], "notes": [], "person": None}
    stored = msgspec.json.decode(json.dumps(emptied).encode(), type=facts.ConversationEntered)
    filled = facts.with_slice(
        msgspec.json.encode(stored),
        messages=[json.dumps(message).encode() for message in messages],
        notes=[json.dumps(note).encode() for note in notes],
        person=json.dumps(example.value["person"]).encode(),
    )
    assert json.loads(filled) == example.value


@pytest.mark.parametrize("example", contract.examples("IdentityShown"), ids=lambda each: each.name)
def test_who_a_customer_is_is_filled_in_at_delivery(example: Example):
    assert isinstance(example.value, dict)
    emptied = json.dumps({**example.value, "person": None}).encode()
    stored = msgspec.json.encode(msgspec.json.decode(emptied, type=facts.IdentityShown))
    filled = facts.with_person(stored, json.dumps(example.value["person"]).encode())
    assert json.loads(filled) == example.value


def test_a_message_is_read_out_of_its_fact():
    for example in contract.examples("MessageWritten"):
        message = json.loads(facts.message_of(example.raw))
        assert contract.problems_of_ours("Message", message) == []


@pytest.mark.parametrize(
    "example", contract.examples("StaffFacts", "CustomerFacts"), ids=lambda each: each.name
)
def test_a_long_polling_answer_is_put_together_from_bytes(example: Example):
    value = example.value
    assert isinstance(value, dict)
    told, hints, now = value["facts"], value["hints"], value["now"]
    assert isinstance(told, list)
    assert isinstance(hints, list)
    body = page(
        [json.dumps(each).encode() for each in told], [json.dumps(h).encode() for h in hints], str(now)
    )
    assert json.loads(body) == value


def test_the_hint_of_a_place_in_the_queue_is_to_the_letter():
    for example in contract.examples("WaitingHint"):
        assert isinstance(example.value, dict)
        place = {key: value for key, value in example.value.items() if key != "type"}
        waiting = msgspec.convert(place, type=snapshots.Waiting)
        assert json.loads(snapshots.encode_waiting_hint(waiting)) == example.value


def test_every_problem_comes_back_from_the_ledger_with_its_status():
    statuses = {}
    for example in contract.examples("Problem"):
        assert isinstance(example.value, dict)
        kept = answers.decode_problem(example.raw)
        assert json.loads(answers.encode_problem(kept)) == example.value
        statuses[str(example.value["code"])] = answers.STATUS_OF.get(kept.code)
    known = contract.definitions()["ProblemCode"]["enum"]
    assert isinstance(known, list)
    assert set(answers.STATUS_OF) == set(known)
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    for code, status in answers.STATUS_OF.items():
        assert f"| `{code}` | {status} |" in document


@pytest.mark.parametrize("example", contract.examples(*STAFF_COMMANDS), ids=lambda each: each.name)
def test_staff_commands_are_understood_and_anything_strange_refused(example: Example):
    assert type(commands.decode_staff(example.raw)).__name__ == example.type_name
    for wrong in strange(example):
        with pytest.raises(commands.Malformed):
            commands.decode_staff(wrong)


@pytest.mark.parametrize("example", contract.examples(*CUSTOMER_COMMANDS), ids=lambda each: each.name)
def test_customer_commands_are_understood_and_anything_strange_refused(example: Example):
    assert type(commands.decode_customer(example.raw)).__name__ == example.type_name
    for wrong in strange(example):
        with pytest.raises(commands.Malformed):
            commands.decode_customer(wrong)


@pytest.mark.parametrize("example", contract.examples(*OTHER_REQUESTS), ids=lambda each: each.name)
def test_other_requests_are_understood_and_anything_strange_refused(example: Example):
    kind = CLASSES[example.type_name]
    assert json.loads(msgspec.json.encode(doors.decode(kind, example.raw))) == example.value
    for wrong in strange(example):
        with pytest.raises(commands.Malformed):
            doors.decode(kind, wrong)


def strange(example: Example) -> list[bytes]:
    """The request with a key more or less, in itself and in each of its parts, a key of another shape, of an
    unknown type; and no JSON.
    """
    value = example.value
    assert isinstance(value, dict)
    missing = [{k: v for k, v in value.items() if k != key} for key in value]
    reshaped = [{**value, key: {"salaisuus": 1}} for key in value]
    parts = {key: part for key, part in value.items() if isinstance(part, dict)}
    grown = [{**value, key: {**part, "of_a_later_version": 1}} for key, part in parts.items()]
    less = [{**value, key: dict(list(part.items())[1:])} for key, part in parts.items()]
    made = [{**value, "of_a_later_version": 1}, *missing, *reshaped, *grown, *less, [value]]
    if "type" in value:
        made.append({**value, "type": "PaintConversation"})
    return [*(json.dumps(each).encode() for each in made), example.raw[:-3], b"", b"\xff\xfe", b"null"]


def test_a_refusal_says_where_and_never_what():
    with pytest.raises(commands.Malformed) as caught:
        commands.decode_customer(b'{"type":"MarkRead","command_id":"salaisuus","seq":1}')
    assert "salaisuus" not in caught.value.detail
    with pytest.raises(commands.Malformed) as caught:
        commands.decode_customer(b'{"type":"salaisuus","command_id":"0","seq":1}')
    assert "salaisuus" not in caught.value.detail
