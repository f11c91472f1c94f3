"""The workstation's half: it reads every fact, snapshot and answer, and writes commands to the letter."""

import json
import pkgutil
from datetime import datetime
from importlib import import_module

import msgspec
import pytest

from app.domain.facts import UnknownFact, UnknownHint
from app.domain.outcomes import Accepted, Later, Refused, SignedOutOutcome, Unknown
from app.wire import shapes
from app.wire.answers import decode_older, decode_outcome, decode_signed_in
from app.wire.commands import decode_command, encode_command
from app.wire.facts import decode_fact, decode_facts, decode_hint, decode_streamed
from app.wire.problems import decode_problem
from app.wire.reading import WireError
from app.wire.snapshot import decode_snapshot
from app.wire.version import fits
from tests.support import contract
from tests.support.contract import Example, Json

# Read as parts of other values, or given a name of Python's own.
WITHOUT_A_CLASS = {
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
    *(
        "CodeId",
        "ProblemCode",
        "ByLanguage",
        "StaffFact",
        "StaffHint",
        "Wish",
        "AttemptOutcome",
        "CallbackReason",
    ),
    *("Presence", "PlannedPlace", "PlanRule"),
    "AtClosing",
    "Channel",
    "Direction",
    "ContactMark",
    "AttachmentKind",
    "AttachmentRefusal",
    "PassOnTarget",
}
STAFF = {
    str(name)
    for row in contract.traffic()
    if "/staff/" in str(row["path"]) or str(row["path"]).endswith("/version")
    for name in (row["asks"], row["gives"], "ProblemAnswer", "Refused", "Beat")
    if name is not None
}
READ = [name for name in sorted(contract.reachable(list(STAFF))) if name not in WITHOUT_A_CLASS]
SHAPES = {
    name: shape
    for module in pkgutil.iter_modules(shapes.__path__, f"{shapes.__name__}.")
    for name, shape in vars(import_module(module.name)).items()
    if not name.startswith("_")
}
FACTS = [name for name in contract.kinds("fact") if not name.startswith("Customer")]
COMMANDS = ["ClaimWaiting", "StaffWriteMessage", "StaffMarkRead", "CloseConversation"]
COMMANDS += ["TransferConversation", "StaffEndConversation", "WrapUp"]
COMMANDS += ["ClaimCallback", "ReleaseCallback", "RecordAttempt", "SetPresence"]
COMMANDS += ["BeginShift", "EndShift", "ReturnToQueue"]
COMMANDS += ["PlanShift", "RemovePlannedShift", "AllowOutsidePlan"]
COMMANDS += ["OpenConsultation", "ClaimConsultation", "ReleaseConsultation", "WriteToConsultation"]
COMMANDS += ["RecordConsultationCall", "CloseConsultation", "WithdrawConsultation"]
COMMANDS += ["CallForHelp", "WithdrawHelpCall", "AnswerHelpCall", "TakeOver"]
COMMANDS += ["JoinConversation", "LeaveConversation", "AskIdentification", "AskConsent"]
COMMANDS += ["SendAgreedMessage", "SendAfterCall"]
COMMANDS += ["BeginProblemSituation", "TickStep", "EndProblemSituation"]
COMMANDS += ["RefinePreInformation", "CorrectPreInformation", "MaskSpan"]
COMMANDS += ["WriteNote", "OfferTransfer", "AcceptOffer", "DeclineOffer", "WithdrawOffer"]


def test_every_type_that_staff_meet_has_a_class_in_the_workstation():
    assert [name for name in READ if name not in SHAPES] == []


def of(names: list[str]) -> list[Example]:
    return contract.examples(*names)


@pytest.mark.parametrize("example", of(READ), ids=lambda example: example.name)
def test_every_example_comes_back_as_it_was_as_far_as_the_workstation_reads_it(example: Example):
    shape = SHAPES[example.type_name]
    read = msgspec.json.decode(example.raw, type=shape)
    written = msgspec.json.encode(read)
    assert msgspec.json.decode(written, type=shape) == read
    assert is_within(json.loads(written), example.value)


@pytest.mark.parametrize("example", of(FACTS), ids=lambda example: example.name)
def test_every_fact_is_read_also_with_keys_of_a_later_version(example: Example):
    assert isinstance(example.value, dict)
    streamed = decode_streamed(4711, 4698, example.raw)
    assert (streamed.cursor, streamed.after) == (4711, 4698)
    assert type(streamed.fact).__name__ == example.value["type"]
    assert decode_fact(with_later_keys(example.value)) == streamed.fact


def test_a_fact_of_an_unknown_type_is_one_without_effect():
    fact = decode_fact(b'{"type":"ConversationPainted","at":"2026-11-23T09:05:07.123Z","caused_by":null}')
    assert fact == UnknownFact("ConversationPainted", None)


def test_a_hint_of_an_unknown_type_is_one_without_effect():
    assert decode_hint(b'{"type":"Humming"}') == UnknownHint("Humming")


@pytest.mark.parametrize("example", of(["StaffSnapshot"]), ids=lambda example: example.name)
def test_a_snapshot_is_read_also_with_keys_of_a_later_version(example: Example):
    assert decode_snapshot(with_later_keys(example.value)) == decode_snapshot(example.raw)


@pytest.mark.parametrize("example", of(["StaffFacts"]), ids=lambda example: example.name)
def test_a_long_polling_answer_is_read(example: Example):
    assert isinstance(example.value, dict)
    facts, hints, _ = decode_facts(with_later_keys(example.value))
    told, typed = example.value["facts"], example.value["hints"]
    assert isinstance(told, list)
    assert isinstance(typed, list)
    assert (len(facts), len(hints)) == (len(told), len(typed))


@pytest.mark.parametrize("example", of(COMMANDS), ids=lambda example: example.name)
def test_every_command_is_written_to_the_letter(example: Example):
    command_id, command = decode_command(example.raw)
    assert json.loads(encode_command(command, command_id)) == example.value


@pytest.mark.parametrize("example", of(COMMANDS), ids=lambda example: example.name)
def test_the_same_command_is_the_same_bytes_again(example: Example):
    command_id, command = decode_command(example.raw)
    kept = encode_command(command, command_id)
    again_id, again = decode_command(kept)
    assert encode_command(again, again_id) == kept


def test_outcomes_are_told_apart():
    accepted = contract.examples("Accepted")[0].raw
    refused = contract.examples("Refused")[0].raw
    problem = contract.examples("ProblemAnswer")[-1].raw
    assert isinstance(decode_outcome(200, accepted), Accepted)
    assert isinstance(decode_outcome(409, refused), Refused)
    assert isinstance(decode_outcome(401, problem), SignedOutOutcome)
    assert decode_outcome(429, problem, retry_after_s=7) == Later(7)
    assert isinstance(decode_outcome(200, b"<html>Sign in to the guest network</html>"), Unknown)
    assert isinstance(decode_outcome(200, refused), Unknown)
    assert isinstance(decode_outcome(502, problem), Unknown)


@pytest.mark.parametrize("example", of(["Problem"]), ids=lambda example: example.name)
def test_every_problem_is_read(example: Example):
    assert isinstance(example.value, dict)
    problem = decode_problem(json.dumps({"problem": example.value}).encode())
    known = contract.definitions()["ProblemCode"]["enum"]
    assert isinstance(known, list)
    if example.value["code"] in known:
        assert problem.code.value == example.value["code"]
    else:
        assert problem.code.name == "UNKNOWN"


def test_older_pages_sign_ins_and_versions_are_read():
    for example in of(["MessagesPage"]):
        assert isinstance(example.value, dict)
        messages, first_seq = decode_older(example.raw)
        assert [message.seq for message in messages] == sorted(message.seq for message in messages)
        assert first_seq == 1
    assert decode_signed_in(contract.examples("SignedIn")[0].raw).staff.display_name == "Maija Lehtonen"
    assert fits(contract.examples("Version")[0].raw)


@pytest.mark.parametrize("name", ["StaffSnapshot", "MessageWritten", "ConversationEntered"])
def test_what_does_not_follow_the_contract_is_an_error_that_quotes_nothing(name: str):
    example = contract.examples(name)[0]
    assert isinstance(example.value, dict)
    wrong = {key: ["salaisuus"] if key != "type" else value for key, value in example.value.items()}
    body = json.dumps(wrong).encode()
    with pytest.raises(WireError) as caught:
        decode_snapshot(body) if name == "StaffSnapshot" else decode_fact(body)
    assert "salaisuus" not in str(caught.value)


def with_later_keys(value: Json) -> bytes:
    """The same with a key more in every object: a reader of today must not mind."""

    def grow(part: Json) -> Json:
        if isinstance(part, dict) and set(part) != {"fi", "sv", "en"}:
            return {**{key: grow(each) for key, each in part.items()}, "of_a_later_version": [1, {"x": None}]}
        return [grow(each) for each in part] if isinstance(part, list) else part

    return json.dumps(grow(value)).encode()


def is_within(written: object, original: object) -> bool:
    """Whether all that was written back stands in the original; times may be spelt to the microsecond."""
    if isinstance(written, dict) and isinstance(original, dict):
        return all(
            is_within(value, original[key]) if key in original else value is None
            for key, value in written.items()
        )
    if isinstance(written, list) and isinstance(original, list):
        return len(written) == len(original) and all(map(is_within, written, original))
    if isinstance(written, str) and isinstance(original, str) and written != original:
        return datetime.fromisoformat(written) == datetime.fromisoformat(original)
    return written == original
