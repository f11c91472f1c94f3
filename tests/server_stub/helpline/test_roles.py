"""Nobody may do what the table does not say (trust.md A8)."""

import json
from itertools import combinations

import pytest

from server_stub.helpline.roles import ALLOWED, ANSWERING, CUSTOMERS, STAFF, Action, Role, capabilities, may
from server_stub.settings.resources import find_resources

OPEN_TO_ALL = {
    Action.READ_VERSION,
    Action.READ_HEALTH,
    Action.READ_CUSTOMER_PAGE,
    Action.READ_ENTRY,
    Action.BEGIN_CUSTOMER_SESSION,
    Action.FINISH_IDENTIFICATION,
    Action.STAFF_SIGN_IN,
    Action.STAFF_REFRESH,
    Action.STAFF_OWN_PASSWORD,
}


SUPPORTS = {
    Action.STAFF_ACCOUNTS,
    Action.STAFF_GRANT_ACCESS,
    Action.STAFF_REFUSE_ACCESS,
    Action.STAFF_CHANGE_ACCOUNT,
    Action.STAFF_DISABLE_ACCOUNT,
    Action.STAFF_ONE_TIME_PASSWORD,
}


def test_every_action_has_a_row():
    assert set(ALLOWED) == set(Action)
    assert all(ALLOWED.values())


def test_every_command_of_the_contract_is_an_action():
    schema = json.loads((find_resources() / "contract/v1/schema.json").read_text(encoding="utf-8"))
    commands = {
        definition["properties"]["type"]["const"]
        for definition in schema["$defs"].values()
        if definition.get("x-kind") == "command"
        and "const" in definition.get("properties", {}).get("type", {})
    }
    named = {action.value.replace("_", "") for action in Action}
    assert len(commands) >= 6
    for command in commands:
        assert {f"staff{command.lower()}", f"customer{command.lower()}"} & named, command


def test_no_role_grants_anything_by_default():
    for action in set(Action) - OPEN_TO_ALL:
        assert not may(frozenset(), action), action
        assert not may(frozenset({Role.ANYBODY}), action), action
        assert not may(frozenset({"a role nobody knows"}), action), action


def test_what_is_open_to_all_is_open_to_all():
    assert {action for action in Action if may(frozenset(), action)} == OPEN_TO_ALL


def test_a_customer_never_does_what_staff_do_nor_staff_what_customers_do():
    for action in Action:
        if action.value.startswith("staff_") and action not in OPEN_TO_ALL:
            assert not may(CUSTOMERS, action), action
        if action.value.startswith("customer_"):
            assert not may(STAFF, action), action


@pytest.mark.parametrize(
    "role", [Role.TRAINER, Role.APPLICATION_SUPPORT, Role.PRIVACY_OFFICER, Role.RESEARCHER], ids=str
)
def test_those_who_do_not_answer_see_no_content(role: Role):
    """R140: application support looks after accounts, and none of these after any customer."""
    allowed = {action for action in set(Action) - OPEN_TO_ALL if may(frozenset({role}), action)}
    own_work = SUPPORTS if role is Role.APPLICATION_SUPPORT else set()
    assert allowed == {Action.STAFF_SIGN_OUT, Action.STAFF_SNAPSHOT, Action.STAFF_FACTS} | own_work
    granting = ("grant_access",) if role is Role.APPLICATION_SUPPORT else ()
    assert capabilities(frozenset({role})) == granting


def test_no_one_role_both_applies_for_a_right_and_grants_it():
    """R141: a right takes two roles, and two people where one person has both."""
    for role in Role:
        may_apply = may(frozenset({role}), Action.STAFF_APPLY_FOR_ACCESS)
        assert not (may_apply and may(frozenset({role}), Action.STAFF_GRANT_ACCESS))


@pytest.mark.parametrize("role", sorted(ANSWERING), ids=str)
def test_those_who_answer_can_claim_write_close_transfer_and_call(role: Role):
    assert capabilities(frozenset({role}))[:5] == ("claim", "write", "close", "transfer", "call")


@pytest.mark.parametrize("role", sorted(Role), ids=str)
def test_a_supervisor_alone_sees_the_load_of_others(role: Role):
    assert may(frozenset({role}), Action.STAFF_SITUATION) == (role is Role.SUPERVISOR)
    assert ("supervise" in capabilities(frozenset({role}))) == (role is Role.SUPERVISOR)


def test_two_roles_grant_what_either_grants_and_no_more():
    for one, other in combinations(Role, 2):
        for action in Action:
            together = may(frozenset({one, other}), action)
            assert together == (may(frozenset({one}), action) or may(frozenset({other}), action))


def test_roles_kept_as_words_in_the_database_are_understood():
    assert may(frozenset({"advice_counsellor"}), Action.STAFF_CLAIM_WAITING)


def test_a_person_of_several_roles_may_what_any_of_them_may_and_nothing_beside():
    """R140."""
    both = {Role.APPLICATION_SUPPORT, Role.SUPERVISOR}
    for action in Action:
        assert may(both, action) == any(may({role}, action) for role in both)
    assert "supervise" in capabilities(both)
    assert "supervise" not in capabilities({Role.APPLICATION_SUPPORT, Role.ADVICE_COUNSELLOR})
