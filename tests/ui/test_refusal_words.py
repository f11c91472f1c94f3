"""Whatever the backend refuses, it is said in words of its own, in the words of what was meant."""

import pytest

from app.desk.notices import Notice
from app.domain.commands import Command
from app.domain.presence import Presence
from app.domain.problems import Problem, ProblemCode
from app.ui.language import Language
from app.ui.refusal_words import refusal_sentence
from app.ui.status.notice_words import notice_words
from app.ui.words import problem_sentence
from app.wire.commands import decode_command
from tests.support import contract
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screens import Screens

NO_REFUSAL_OF_A_DESKS_COMMAND = {
    "sign_in_refused": "of signing in",
    "gone": "of a stream",
    "conversation_exists": "of a customer",
    "service_closed": "of a customer",
    "notice_changed": "of a customer",
    "messages_unavailable": "of a customer",
    "unknown_topic": "of a customer",
    "callback_exists": "of a customer",
    "phone_unreadable": "of a customer",
    "phone_not_called": "of a customer",
    "address_unreadable": "of a customer",
    "transcript_exists": "of a customer",
    "feedback_not_open": "of a customer",
    "feedback_given": "of a customer",
    "nothing_to_send": "of a customer",
    "mail_not_available": "of a customer",
    "attachment_refused": "of a customer",
    "attachments_full": "of a customer",
    "upload_unknown": "of a customer",
}
# Accounts have no view on the desk yet: what the backend takes from other clients, a desk never sends.
NO_COMMAND_OF_A_DESK = {
    "ApplyForAccess",
    "WithdrawAccess",
    "GrantAccess",
    "RefuseAccess",
    "ChangeAccount",
    "DisableAccount",
}
LANGUAGES = list(Language)


def _codes() -> list[str]:
    every = contract.definitions()["ProblemCode"]["enum"]
    assert isinstance(every, list)
    assert set(NO_REFUSAL_OF_A_DESKS_COMMAND) <= set(every)
    return [code for code in every if code not in NO_REFUSAL_OF_A_DESKS_COMMAND]


def _commands() -> dict[str, Command]:
    """One of each command a desk sends, by its name in the contract's schema."""
    union = contract.definitions()["StaffCommand"]["anyOf"]
    assert isinstance(union, list)
    every = [each["$ref"].rpartition("/")[2] for each in union]
    assert set(NO_COMMAND_OF_A_DESK) <= set(every)
    names = [name for name in every if name not in NO_COMMAND_OF_A_DESK]
    found = {name: contract.examples(name, name.removeprefix("Staff")) for name in names}
    made: dict[str, Command] = {}
    for name, examples in found.items():
        fitting = [each for each in examples if not contract.problems_of(name, each.value)]
        assert fitting, f"{name} has no example"
        made[name] = decode_command(fitting[0].raw)[1]
    return made


COMMANDS = _commands()


def _problem(code: str) -> Problem:
    """One that lacks nothing a sentence may ask for."""
    return Problem(
        ProblemCode(code),
        by_name="Sari",
        to_name="Sari",
        capacity=3,
        limit=4000,
        opens_at=NINE_O_CLOCK,
        retry_after_s=20,
        presence=Presence.AWAY,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_refusal_of_every_command_has_a_sentence(
    screens: Screens, name: str, language: Language
) -> None:
    """Not the general one, which says nothing, and nothing in it is left to be filled in."""
    screens.speak(language)
    general = problem_sentence(Problem(ProblemCode.UNKNOWN))
    for code in _codes():
        said = refusal_sentence(COMMANDS[name], _problem(code))
        assert said.strip(), code
        assert said != general, code
        assert "{" not in said, code
        assert "–" not in said.replace("8–16", ""), code


@pytest.mark.parametrize("name", COMMANDS)
def test_what_was_not_done_and_why_stand_in_one_notice(screens: Screens, name: str) -> None:
    screens.speak(Language.FINNISH)
    command = COMMANDS[name]
    leads = set()
    for code in _codes():
        words = notice_words(Notice("1", command, "4812", _problem(code), NINE_O_CLOCK), next_alias=None)
        assert words.lead.strip(), code
        assert words.rest.strip(), code
        leads.add(words.lead)
    # What was not done is told the same way, whatever the reason; a lost claim or offer says it all at once.
    assert len(leads) <= 2


def _finnish(screens: Screens, name: str, code: str) -> str:
    screens.speak(Language.FINNISH)
    return refusal_sentence(COMMANDS[name], _problem(code))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "ClaimWaiting"])
def test_nobody_is_told_of_a_customer_who_waits_where_none_was_meant(screens: Screens, name: str) -> None:
    waits = _finnish(screens, "ClaimWaiting", "not_found")
    assert _finnish(screens, name, "not_found") != waits


@pytest.mark.parametrize("name", ["ClaimCallback", "ReleaseCallback", "RecordAttempt"])
@pytest.mark.parametrize("code", ["not_found", "already_claimed", "responsibility_moved"])
def test_of_a_callback_request_it_is_said_as_of_one(screens: Screens, name: str, code: str) -> None:
    said = _finnish(screens, name, code).lower()
    assert "pyyn" in said
    assert "asiak" not in said
    assert "keskustelu" not in said


def test_who_was_first_is_named(screens: Screens) -> None:
    """Of a customer, and of a callback request."""
    assert _finnish(screens, "ClaimWaiting", "already_claimed").startswith("Sari ")
    assert _finnish(screens, "ClaimCallback", "already_claimed").startswith("Sari ")
