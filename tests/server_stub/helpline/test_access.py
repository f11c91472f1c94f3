"""Who may give whom which rights: two people for every right that is new (R141)."""

from dataclasses import replace

import pytest

from server_stub.helpline.access import decide, plain_name, rights_of
from server_stub.helpline.access_values import (
    AccessDecision,
    AccessSituation,
    AccountCommand,
    Application,
    ApplyForAccess,
    ChangeAccount,
    DisableAccount,
    GrantAccess,
    MakeOneTimePassword,
    OpenAccount,
    RefuseAccess,
    Rights,
    WithdrawAccess,
)
from server_stub.helpline.accounts import Account
from server_stub.helpline.actors import ConsoleActor, StaffActor
from server_stub.helpline.values import Problem

NOW = 1_764_000_000_000
QUEUE, OTHER = "#soshON_perheasiat_chat", "#soshON_vammaispalvelut_chat"
NEW_ID = "a" * 32


def account(name: str, *roles: str, queues: frozenset[str] = frozenset(), row: int = 1) -> Account:
    return Account(
        row=row,
        staff_id=(name * 32)[:32],
        user_name=name,
        display_name=name.capitalize(),
        password_hash="$argon2id$x",
        is_disabled=False,
        capacity=3,
        entitled_from=0,
        roles=frozenset(roles),
        queues=queues,
    )


SUPERVISOR = account("esi", "supervisor")
SUPPORT = account("tuki", "application_support", row=2)
BOTH = account("kumpikin", "supervisor", "application_support", row=3)
MAIJA = account("maija", "advice_counsellor", queues=frozenset({QUEUE}), row=4)
WANTED = Rights(frozenset({"supervisor"}), frozenset({OTHER}), 4)


def actor(of: Account) -> StaffActor:
    return StaffActor(of.staff_id, of.display_name, of.roles, of.queues, of.capacity)


def situation(
    by: Account | None,
    *,
    person: Account | None = None,
    application: Application | None = None,
    is_name_taken: bool = False,
) -> AccessSituation:
    return AccessSituation(
        now=NOW,
        by=ConsoleActor("ylläpito") if by is None else actor(by),
        own=by,
        person=person,
        application=application,
        is_name_taken=is_name_taken,
        known_queues=frozenset({QUEUE, OTHER}),
    )


def decided(seen: AccessSituation, command: AccountCommand) -> AccessDecision:
    decision = decide(seen, command, new_id=NEW_ID)
    assert isinstance(decision, AccessDecision), decision
    return decision


def refused(seen: AccessSituation, command: AccountCommand) -> str:
    decision = decide(seen, command, new_id=NEW_ID)
    assert isinstance(decision, Problem), decision
    return decision.code


def application(by: Account = SUPERVISOR, of: Account | None = MAIJA) -> Application:
    staff_id = None if of is None else of.staff_id
    command = ApplyForAccess(staff_id, "uusi", "Uusi", WANTED, "Vaihtaa tehtävää.")
    made = decided(situation(by, person=of), command).application
    assert made is not None
    return made


GRANT = GrantAccess(NEW_ID)
REFUSE = RefuseAccess(NEW_ID, "Ei kuulu tehtävään.")


def test_what_one_applied_for_another_grants_on_top_of_what_she_has():
    granted = decided(situation(SUPPORT, person=MAIJA, application=application()), GRANT)
    assert granted.entitles == Rights(
        frozenset({"advice_counsellor", "supervisor"}), frozenset({QUEUE, OTHER}), 4
    )
    assert granted.application is not None
    assert (granted.application.state, granted.application.decided_by) == ("granted", SUPPORT.staff_id)
    assert granted.word == f"access_granted {NEW_ID} roles=supervisor queues={OTHER} capacity=4"


@pytest.mark.parametrize("command", [GRANT, REFUSE], ids=["grant", "refuse"])
def test_whoever_applied_does_not_decide_though_she_is_application_support_as_well(command: AccountCommand):
    seen = situation(BOTH, person=MAIJA, application=application(by=BOTH))
    assert refused(seen, command) == "another_person_needed"


@pytest.mark.parametrize("command", [GRANT, REFUSE], ids=["grant", "refuse"])
def test_nobody_decides_of_her_own_right(command: AccountCommand):
    seen = situation(SUPPORT, person=SUPPORT, application=application(of=SUPPORT))
    assert refused(seen, command) == "another_person_needed"


@pytest.mark.parametrize(
    "command",
    [
        ChangeAccount(SUPPORT.staff_id, Rights(frozenset(), frozenset(), 0)),
        DisableAccount(SUPPORT.staff_id),
        MakeOneTimePassword(SUPPORT.staff_id, "hash", NOW),
    ],
    ids=["change", "disable", "password"],
)
def test_nobody_touches_her_own_account(command: AccountCommand):
    assert refused(situation(SUPPORT, person=SUPPORT), command) == "another_person_needed"


def test_a_right_is_only_taken_away_without_an_application():
    more = Rights(MAIJA.roles | {"supervisor"}, MAIJA.queues, 3)
    assert refused(situation(SUPPORT, person=MAIJA), ChangeAccount(MAIJA.staff_id, more)) == (
        "must_be_applied_for"
    )
    elsewhere = Rights(MAIJA.roles, frozenset({OTHER}), 3)
    assert refused(situation(SUPPORT, person=MAIJA), ChangeAccount(MAIJA.staff_id, elsewhere)) == (
        "must_be_applied_for"
    )
    fewer = Rights(MAIJA.roles, frozenset(), 1)
    assert decided(situation(SUPPORT, person=MAIJA), ChangeAccount(MAIJA.staff_id, fewer)).entitles == fewer


def test_an_account_that_was_shut_comes_back_with_what_was_applied_for_and_nothing_it_once_had():
    shut = replace(MAIJA, is_disabled=True)
    granted = decided(situation(SUPPORT, person=shut, application=application()), GRANT)
    assert granted.entitles == WANTED
    fewer = ChangeAccount(shut.staff_id, Rights(frozenset(), frozenset(), 0))
    assert refused(situation(SUPPORT, person=shut), fewer) == "account_disabled"
    assert refused(situation(SUPPORT, person=shut), MakeOneTimePassword(shut.staff_id, "hash", NOW)) == (
        "account_disabled"
    )


def test_somebody_new_gets_an_account_when_it_is_granted_unless_the_name_was_taken_meanwhile():
    asked = application(of=None)
    opens = decided(situation(SUPPORT, application=asked), GRANT).opens
    assert opens is not None
    assert (opens.user_name, opens.rights, opens.password_hash) == ("uusi", WANTED, None)
    assert refused(situation(SUPPORT, application=asked, is_name_taken=True), GRANT) == "name_taken"
    again = ApplyForAccess(None, "uusi", "Uusi", WANTED, "Aloittaa.")
    assert refused(situation(SUPERVISOR, is_name_taken=True), again) == "name_taken"


def test_an_application_is_decided_once():
    over = application()._replace(state="refused")
    for by, command in ((SUPPORT, GRANT), (SUPPORT, REFUSE), (SUPERVISOR, WithdrawAccess(NEW_ID))):
        assert refused(situation(by, person=MAIJA, application=over), command) == "application_over"


def test_only_she_who_applied_withdraws():
    seen = situation(BOTH, person=MAIJA, application=application())
    assert refused(seen, WithdrawAccess(NEW_ID)) == "another_person_needed"
    mine = situation(SUPERVISOR, person=MAIJA, application=application())
    settled = decided(mine, WithdrawAccess(NEW_ID)).application
    assert settled is not None
    assert settled.state == "withdrawn"


def test_nothing_new_unknown_queues_and_people_who_are_not_there_are_refused():
    held = ApplyForAccess(MAIJA.staff_id, "", "", rights_of(MAIJA), "Sama kuin ennen.")
    assert refused(situation(SUPERVISOR, person=MAIJA), held) == "rights_held"
    nothing = replace(held, rights=Rights(frozenset(), frozenset(), 3))
    assert refused(situation(SUPERVISOR, person=MAIJA), nothing) == "rights_held"
    unknown = replace(held, rights=Rights(frozenset(), frozenset({"#ei_ole_chat"}), 3))
    assert refused(situation(SUPERVISOR, person=MAIJA), unknown) == "unknown_queue"
    assert refused(situation(SUPERVISOR), held) == "not_found"
    assert refused(situation(SUPPORT), DisableAccount(MAIJA.staff_id)) == "not_found"
    assert refused(situation(SUPPORT), GRANT) == "not_found"


def test_whoever_lost_her_right_meanwhile_does_nothing_any_more():
    """Two of application support who shut each other's accounts at once do not both succeed."""
    seen = situation(SUPPORT, person=MAIJA)._replace(own=replace(SUPPORT, is_disabled=True))
    assert refused(seen, DisableAccount(MAIJA.staff_id)) == "not_allowed"
    lost = situation(SUPPORT, person=MAIJA)._replace(own=replace(SUPPORT, roles=frozenset({"trainer"})))
    assert refused(lost, DisableAccount(MAIJA.staff_id)) == "not_allowed"


def test_accounts_with_rights_at_once_are_the_consoles_word_alone():
    opens = OpenAccount("b" * 32, "eka", "Eka", "hash", WANTED)
    for by in (SUPERVISOR, SUPPORT, BOTH):
        assert refused(situation(by), opens) == "not_allowed"
    assert decided(situation(None), opens).opens is not None
    more = ChangeAccount(MAIJA.staff_id, Rights(MAIJA.roles | {"supervisor"}, MAIJA.queues, 3))
    assert decided(situation(None, person=MAIJA), more).entitles == more.rights


@pytest.mark.parametrize("given", ["", "  ", "a\nb", "a\u202eb", "x" * 201])
def test_a_name_hides_nothing(given: str):
    assert plain_name(given) is None
