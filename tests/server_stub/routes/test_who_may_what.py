"""The matrix: every route and command by every kind of caller, from the route table (trust.md U01–U05)."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from server_stub.helpline.roles import ALLOWED, CUSTOMERS, STAFF, Action, Role, may
from server_stub.identity.authorisation import Door, door_of
from server_stub.routes.commands import CUSTOMER_ACTIONS, STAFF_ACTIONS
from tests.support.doors_room import (
    OF_A_CONVERSATION,
    ORIGIN,
    OTHER_QUEUE,
    TOPIC_QUEUE,
    Customer,
    DoorsRoom,
    a_doors_room,
)

SOMEBODY = "f" * 32


@dataclass(frozen=True, slots=True)
class Request:
    """How an action is asked for, about a conversation."""

    method: str
    path: str
    body: Callable[[str], dict[str, object]] | None = None
    content: bytes | None = None


def command(side: str, kind: str, **keys: object) -> Request:
    def body(conversation_id: str) -> dict[str, object]:
        is_about_one = side == "staff" or kind in OF_A_CONVERSATION
        about = {"conversation_id": conversation_id} if is_about_one else {}
        return {"type": kind, "command_id": secrets.token_hex(16), **about, **keys}

    return Request("POST", f"/api/v1/{side}/commands", body)


def own_command(kind: str, **keys: object) -> Request:
    """One that is about no conversation."""
    return Request(
        "POST",
        "/api/v1/staff/commands",
        lambda _: {"type": kind, "command_id": secrets.token_hex(16), **keys},
    )


def about_a_callback(kind: str, **keys: object) -> Request:
    """The id is nobody's callback request: it is not there for anybody who may ask."""

    def body(callback_id: str) -> dict[str, object]:
        return {"type": kind, "command_id": secrets.token_hex(16), "callback_id": callback_id, **keys}

    return Request("POST", "/api/v1/staff/commands", body)


def about_a_consultation(kind: str, **keys: object) -> Request:
    """The id is nobody's consultation: it is not there for anybody who may ask."""

    def body(consultation_id: str) -> dict[str, object]:
        about = {"command_id": secrets.token_hex(16), "consultation_id": consultation_id}
        return {"type": kind, **about, **keys}

    return Request("POST", "/api/v1/staff/commands", body)


RIGHTS: dict[str, object] = {"roles": ["advice_counsellor"], "queue_ids": [TOPIC_QUEUE], "capacity": 3}


def about_an_account(kind: str, **keys: object) -> Request:
    """The ids are nobody's account or application: they are not there for anybody who may ask."""
    return Request(
        "POST",
        "/api/v1/staff/commands",
        lambda _: {"type": kind, "command_id": secrets.token_hex(16), **keys},
    )


REQUESTS: dict[Action, Request] = {
    Action.READ_VERSION: Request("GET", "/api/v1/version"),
    Action.READ_HEALTH: Request("GET", "/health/live"),
    Action.READ_CUSTOMER_PAGE: Request("GET", "/"),
    Action.READ_ENTRY: Request("GET", "/api/v1/customer/entry"),
    Action.BEGIN_CUSTOMER_SESSION: Request("POST", "/api/v1/customer/session", lambda _: {}),
    Action.STAFF_SIGN_IN: Request(
        "POST",
        "/api/v1/staff/sign-in",
        lambda _: {"user_name": "nobody", "password": "nothing", "device_id": SOMEBODY},
    ),
    Action.STAFF_OWN_PASSWORD: Request(
        "POST",
        "/api/v1/staff/own-password",
        lambda _: {
            "user_name": "nobody",
            "password": "nothing",
            "own_password": "kolme hiljaista saunaa",
            "device_id": SOMEBODY,
        },
    ),
    Action.STAFF_REFRESH: Request(
        "POST", "/api/v1/staff/refresh", lambda _: {"refresh_token": "x" * 43, "device_id": SOMEBODY}
    ),
    Action.STAFF_SIGN_OUT: Request("POST", "/api/v1/staff/sign-out"),
    Action.STAFF_SNAPSHOT: Request("GET", "/api/v1/staff/snapshot"),
    Action.STAFF_FACTS: Request("GET", "/api/v1/staff/facts?after=0&wait=0"),
    Action.STAFF_MESSAGES: Request("GET", "/api/v1/staff/conversations/{id}/messages"),
    Action.STAFF_ATTACHMENT: Request("GET", f"/api/v1/staff/conversations/{{id}}/attachments/{SOMEBODY}"),
    Action.CUSTOMER_UPLOAD: Request(
        "POST", f"/api/v1/customer/uploads?upload_id={SOMEBODY}", content=b"%PDF-1.7"
    ),
    Action.CUSTOMER_SEND_ATTACHMENT: command(
        "customer", "SendAttachment", upload_id=SOMEBODY, name="lasku.pdf"
    ),
    Action.STAFF_HINTS: Request(
        "POST", "/api/v1/staff/hints", lambda one: {"type": "Typing", "conversation_id": one}
    ),
    Action.STAFF_CLAIM_WAITING: command("staff", "ClaimWaiting"),
    Action.STAFF_WRITE_MESSAGE: command("staff", "WriteMessage", text="hei", responsibility_version=2),
    Action.STAFF_MARK_READ: command("staff", "MarkRead", seq=1),
    Action.STAFF_CLOSE_CONVERSATION: command("staff", "CloseConversation", responsibility_version=2),
    Action.STAFF_END_CONVERSATION: command("staff", "EndConversation", responsibility_version=2),
    Action.STAFF_WRAP_UP: command(
        "staff",
        "WrapUp",
        contact_reasons=["muu"],
        outcome="ohjattu",
        notes="",
        is_test=False,
        marks=[],
        service_model_version=1,
        responsibility_version=2,
    ),
    Action.STAFF_SEND_AGREED_MESSAGE: command(
        "staff",
        "SendAgreedMessage",
        text="hei",
        purpose="confirmation",
        agreed_how="chat",
        agreed_on="2026-11-23",
        is_one_way=True,
    ),
    Action.STAFF_TRANSFER_CONVERSATION: command(
        "staff",
        "TransferConversation",
        queue_id=OTHER_QUEUE,
        internal_message="",
        responsibility_version=2,
        passed_on_to=None,
    ),
    Action.STAFF_REFINE_PRE_INFORMATION: command(
        "staff", "RefinePreInformation", finer_topic_id=None, detail="", responsibility_version=2
    ),
    Action.STAFF_MASK_SPAN: command(
        "staff", "MaskSpan", seq=1, start=0, end=1, masked_before=0, responsibility_version=2
    ),
    Action.STAFF_CORRECT_PRE_INFORMATION: command(
        "staff",
        "CorrectPreInformation",
        service_id="neuvonta",
        topic_id="muu",
        finer_topic_id=None,
        language="fi",
        internal_message="",
        responsibility_version=2,
    ),
    Action.STAFF_WRITE_NOTE: command("staff", "WriteNote", text="Soitettu.", responsibility_version=2),
    Action.STAFF_OFFER_TRANSFER: command(
        "staff", "OfferTransfer", staff_id=SOMEBODY, internal_message="", responsibility_version=2
    ),
    Action.STAFF_ACCEPT_OFFER: command("staff", "AcceptOffer", responsibility_version=2),
    Action.STAFF_DECLINE_OFFER: command("staff", "DeclineOffer", reason="kiire", responsibility_version=2),
    Action.STAFF_CALL_FOR_HELP: command(
        "staff", "CallForHelp", text="", about="question", responsibility_version=2
    ),
    Action.STAFF_BEGIN_PROBLEM_SITUATION: command("staff", "BeginProblemSituation", responsibility_version=2),
    Action.STAFF_TICK_STEP: command(
        "staff", "TickStep", step_id="stay", is_done=True, responsibility_version=2
    ),
    Action.STAFF_END_PROBLEM_SITUATION: command(
        "staff", "EndProblemSituation", wish="later", responsibility_version=2
    ),
    Action.STAFF_WITHDRAW_HELP_CALL: command("staff", "WithdrawHelpCall", responsibility_version=2),
    Action.STAFF_ANSWER_HELP_CALL: command("staff", "AnswerHelpCall", responsibility_version=2),
    Action.STAFF_TAKE_OVER: command("staff", "TakeOver", responsibility_version=2),
    Action.STAFF_JOIN_CONVERSATION: command("staff", "JoinConversation", responsibility_version=2),
    Action.STAFF_LEAVE_CONVERSATION: command("staff", "LeaveConversation", responsibility_version=2),
    Action.STAFF_ASK_IDENTIFICATION: command("staff", "AskIdentification", responsibility_version=2),
    Action.STAFF_ASK_CONSENT: command(
        "staff",
        "AskConsent",
        queue_id="SIIRTO_KOTISAIRAANHOITO_CHAT",
        first_seq=1,
        responsibility_version=2,
    ),
    Action.CUSTOMER_ANSWER_CONSENT: command(
        "customer", "AnswerConsent", number=1, is_given=True, language="fi"
    ),
    Action.CUSTOMER_WITHDRAW_CONSENT: command("customer", "WithdrawConsent", number=1),
    Action.STAFF_IDENTITY_CODE: Request("GET", "/api/v1/staff/conversations/{id}/identity-code"),
    Action.CUSTOMER_BEGIN_IDENTIFICATION: Request(
        "POST", "/api/v1/customer/identification", lambda _: {"return_to": "/", "language": "fi"}
    ),
    Action.CUSTOMER_OPEN_LEFT_MESSAGE: Request(
        "POST", "/api/v1/customer/left-message", lambda _: {"conversation_id": "0" * 32}
    ),
    Action.FINISH_IDENTIFICATION: Request("GET", "/api/v1/customer/identification/openid"),
    Action.CUSTOMER_DECLINE_IDENTIFICATION: command("customer", "DeclineIdentification"),
    Action.CUSTOMER_DECIDE_EARLIER_LINES: command("customer", "DecideEarlierLines", are_joined=True),
    Action.STAFF_WITHDRAW_OFFER: command("staff", "WithdrawOffer", responsibility_version=2),
    Action.STAFF_TRANSFER_TARGETS: Request("GET", "/api/v1/staff/transfer-targets"),
    Action.STAFF_ROSTER: Request("GET", "/api/v1/staff/roster"),
    Action.STAFF_SITUATION: Request("GET", "/api/v1/staff/situation"),
    Action.STAFF_SEARCH_ARCHIVE: Request(
        "POST",
        "/api/v1/staff/archive/search",
        lambda _: {
            **dict.fromkeys(("closed_from", "closed_to", "queue_id", "service_id", "topic_id"), None),
            **{"outcome": None, "contact_reason": None, "who": "", "words": "", "next_from": None},
        },
    ),
    Action.STAFF_OPEN_ARCHIVED: Request("GET", f"/api/v1/staff/archive/{SOMEBODY}"),
    Action.STAFF_MAKE_MATERIAL: Request("GET", f"/api/v1/staff/archive/{SOMEBODY}/material"),
    Action.STAFF_OWN_PLAN: Request("GET", "/api/v1/staff/planned-shifts"),
    Action.STAFF_PLANNED_DAY: Request("GET", "/api/v1/staff/planned-day?day=2026-11-23"),
    Action.STAFF_PLAN_SHIFT: own_command(
        "PlanShift",
        planned_id="5b" * 16,
        staff_id="0a" * 16,
        starts_at="2026-11-23T07:00:00.000Z",
        ends_at="2026-11-23T11:00:00.000Z",
        queue_ids=[],
        place=None,
    ),
    Action.STAFF_REMOVE_PLANNED_SHIFT: own_command("RemovePlannedShift", planned_id="5b" * 16),
    Action.STAFF_ALLOW_OUTSIDE_PLAN: own_command("AllowOutsidePlan", staff_id="0a" * 16),
    Action.STAFF_ACCOUNTS: Request("GET", "/api/v1/staff/accounts"),
    Action.STAFF_ONE_TIME_PASSWORD: Request(
        "POST", "/api/v1/staff/one-time-passwords", lambda _: {"staff_id": SOMEBODY}
    ),
    Action.STAFF_APPLY_FOR_ACCESS: about_an_account(
        "ApplyForAccess", staff_id=SOMEBODY, user_name="", display_name="", **RIGHTS, reason="Uusi jono."
    ),
    Action.STAFF_WITHDRAW_ACCESS: about_an_account("WithdrawAccess", application_id=SOMEBODY),
    Action.STAFF_GRANT_ACCESS: about_an_account("GrantAccess", application_id=SOMEBODY),
    Action.STAFF_REFUSE_ACCESS: about_an_account(
        "RefuseAccess", application_id=SOMEBODY, answer="Ei tarvita."
    ),
    Action.STAFF_CHANGE_ACCOUNT: about_an_account("ChangeAccount", staff_id=SOMEBODY, **RIGHTS),
    Action.STAFF_DISABLE_ACCOUNT: about_an_account("DisableAccount", staff_id=SOMEBODY),
    Action.STAFF_RETURN_TO_QUEUE: command("staff", "ReturnToQueue", responsibility_version=2),
    Action.STAFF_BEGIN_SHIFT: Request(
        "POST",
        "/api/v1/staff/commands",
        lambda _: {"type": "BeginShift", "command_id": secrets.token_hex(16), "queue_ids": [TOPIC_QUEUE]},
    ),
    Action.STAFF_END_SHIFT: Request(
        "POST",
        "/api/v1/staff/commands",
        lambda _: {"type": "EndShift", "command_id": secrets.token_hex(16)},
    ),
    Action.STAFF_SET_PRESENCE: Request(
        "POST",
        "/api/v1/staff/commands",
        lambda _: {"type": "SetPresence", "command_id": secrets.token_hex(16), "presence": "busy"},
    ),
    Action.CUSTOMER_SNAPSHOT: Request("GET", "/api/v1/customer/snapshot"),
    Action.CUSTOMER_FACTS: Request("GET", "/api/v1/customer/facts?after=0&wait=0"),
    Action.CUSTOMER_MESSAGES: Request("GET", "/api/v1/customer/messages"),
    Action.CUSTOMER_CALLBACK_WINDOWS: Request(
        "GET", "/api/v1/customer/callback-windows?service_id=neuvonta&topic_id=perhe&language=fi"
    ),
    Action.CUSTOMER_HINTS: Request(
        "POST", "/api/v1/customer/hints", lambda one: {"type": "Typing", "conversation_id": one}
    ),
    Action.CUSTOMER_OPEN_CONVERSATION: command(
        "customer",
        "OpenConversation",
        service_id="neuvonta",
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="",
        notice_version=1,
    ),
    Action.CUSTOMER_LEAVE_MESSAGE: command(
        "customer",
        "LeaveMessage",
        service_id="neuvonta",
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="hei",
        notice_version=1,
    ),
    Action.CUSTOMER_WRITE_MESSAGE: command("customer", "WriteMessage", text="hei"),
    Action.CUSTOMER_MARK_READ: command("customer", "MarkRead", seq=1),
    Action.CUSTOMER_END_CONVERSATION: command("customer", "EndConversation"),
    Action.STAFF_CLAIM_CALLBACK: about_a_callback("ClaimCallback"),
    Action.STAFF_SEND_AFTER_CALL: about_a_callback(
        "SendAfterCall",
        text="hei",
        purpose="instructions",
        agreed_how="phone",
        agreed_on="2026-11-23",
        is_one_way=True,
    ),
    Action.STAFF_RELEASE_CALLBACK: about_a_callback("ReleaseCallback", responsibility_version=2),
    Action.STAFF_RECORD_ATTEMPT: about_a_callback(
        "RecordAttempt",
        responsibility_version=2,
        outcome="busy",
        dialled_at="2026-11-23T08:00:00.000Z",
        wrap_up=None,
    ),
    Action.STAFF_OPEN_CONSULTATION: command(
        "staff",
        "OpenConsultation",
        queue_id="KONSULTAATIO_NEUVONTA",
        urgency="non_urgent",
        subject="Omaishoidon tuki",
        text="Vaikuttaako se toimeentulotukeen?",
        attached_seqs=[],
        is_identity_allowed=False,
    ),
    Action.STAFF_CLAIM_CONSULTATION: about_a_consultation("ClaimConsultation"),
    Action.STAFF_RELEASE_CONSULTATION: about_a_consultation("ReleaseConsultation", responsibility_version=2),
    Action.STAFF_WRITE_TO_CONSULTATION: about_a_consultation(
        "WriteToConsultation", text="Kyllä.", is_answer=True, responsibility_version=2
    ),
    Action.STAFF_RECORD_CONSULTATION_CALL: about_a_consultation(
        "RecordConsultationCall", called_at="2026-11-23T08:00:00.000Z", outcome="settled", text=""
    ),
    Action.STAFF_CLOSE_CONSULTATION: about_a_consultation("CloseConsultation"),
    Action.STAFF_WITHDRAW_CONSULTATION: about_a_consultation("WithdrawConsultation"),
    Action.CUSTOMER_REQUEST_CALLBACK: command(
        "customer",
        "RequestCallback",
        service_id="neuvonta",
        topic_id="perhe",
        language="fi",
        phone="040 123 4567",
        wish="any",
        may_leave_voicemail=False,
        booked_from=None,
        text="",
    ),
    Action.CUSTOMER_WITHDRAW_CALLBACK: command("customer", "WithdrawCallback"),
    Action.CUSTOMER_GIVE_FEEDBACK: command("customer", "GiveFeedback", score=4, text=""),
    Action.CUSTOMER_REQUEST_TRANSCRIPT: command(
        "customer", "RequestTranscript", address="asiakas@esimerkki.fi", first_seq=None, last_seq=None
    ),
}


async def ask(
    browser: httpx.AsyncClient, action: Action, about: str, headers: dict[str, str]
) -> httpx.Response:
    request = REQUESTS[action]
    body = request.body(about) if request.body else None
    if request.content is not None:
        headers = {**headers, "Content-Type": "application/octet-stream"}
    return await browser.request(
        request.method,
        request.path.replace("{id}", about),
        json=body,
        content=request.content,
        headers=headers,
    )


@pytest.mark.asyncio
async def test_every_route_names_its_action_and_every_action_has_a_request(room: DoorsRoom) -> None:
    named: set[Action] = set()
    for route in room.backend.litestar.routes:
        assert isinstance(route, HTTPRoute), f"{route.path} passes the guards by"
        for handler in route.route_handlers:
            assert isinstance(handler, HTTPRouteHandler)
            if handler.http_methods == {"OPTIONS"}:
                continue
            assert isinstance(handler.opt.get("action"), Action), f"{route.path} has no rule"
            assert handler.resolve_guards(), f"{route.path} has no guard"
            named.add(handler.opt["action"])
    # These admit their callers themselves; the requests below show that they do.
    assert set(room.backend.gate.entries) == {
        *(f"/api/v1/{side}/{name}" for side in ("staff", "customer") for name in ("commands", "facts")),
        "/api/v1/customer/uploads",
    }
    named |= {*STAFF_ACTIONS.values(), *CUSTOMER_ACTIONS.values(), Action.STAFF_FACTS, Action.CUSTOMER_FACTS}
    named.add(Action.CUSTOMER_UPLOAD)
    assert named == set(Action) == set(REQUESTS) == set(ALLOWED)


@pytest.mark.asyncio
async def test_no_action_stands_behind_a_shut_door() -> None:
    assert [action for action in Action if door_of(action) is Door.SHUT] == []


@pytest.mark.asyncio
@pytest.mark.parametrize("action", [action for action in Action if door_of(action) is not Door.OPEN])
async def test_nobody_and_the_other_kind_of_caller_are_signed_out(action: Action, room: DoorsRoom) -> None:
    customer = await room.waiting()
    staff = await room.bearer(room.account())
    stranger = await ask(room.browser(), action, customer.conversation_id, {"Origin": ORIGIN})
    assert stranger.status_code == 401
    assert stranger.json() == {"problem": {"code": "signed_out"}}
    if door_of(action) is Door.STAFF:
        other = await ask(customer.browser, action, customer.conversation_id, customer.headers)
    else:
        other = await ask(room.browser(), action, customer.conversation_id, {"Origin": ORIGIN, **staff})
    assert other.status_code == 401


@pytest.mark.asyncio
@pytest.mark.parametrize("role", sorted(STAFF))
async def test_each_role_of_staff_may_what_the_table_says_and_no_more(role: Role, room: DoorsRoom) -> None:
    """R140: every role of staff at every route and command."""
    customer = await room.waiting()
    name = room.account(roles=[role])
    for action in Action:
        if door_of(action) is not Door.STAFF:
            continue
        answer = await ask(room.browser(), action, customer.conversation_id, await room.bearer(name))
        if role in ALLOWED[action]:
            assert answer.status_code not in (401, 403, 500), (action, answer.text)
        else:
            assert answer.status_code == 403, (action, answer.text)
            assert answer.json()["problem"] == {"code": "not_allowed"}


@pytest.mark.asyncio
async def test_a_person_without_a_role_may_nothing(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account(roles=[]))
    for action in Action:
        if door_of(action) is Door.STAFF:
            assert (await ask(room.browser(), action, SOMEBODY, headers)).status_code == 403


ACCOUNTS = {
    Action.STAFF_APPLY_FOR_ACCESS,
    Action.STAFF_WITHDRAW_ACCESS,
    Action.STAFF_GRANT_ACCESS,
    Action.STAFF_REFUSE_ACCESS,
    Action.STAFF_CHANGE_ACCOUNT,
    Action.STAFF_DISABLE_ACCOUNT,
}
OWN_WORK = {Action.STAFF_SET_PRESENCE, Action.STAFF_BEGIN_SHIFT, Action.STAFF_END_SHIFT}
PLANNING = {Action.STAFF_PLAN_SHIFT, Action.STAFF_REMOVE_PLANNED_SHIFT, Action.STAFF_ALLOW_OUTSIDE_PLAN}


def about_a_conversation(door: Door) -> list[Action]:
    return [
        action
        for action in Action
        if door_of(action) is door
        and action not in OWN_WORK | PLANNING | ACCOUNTS
        and ("{id}" in REQUESTS[action].path or action in STAFF_ACTIONS.values() or "hints" in action)
    ]


@pytest.mark.asyncio
@pytest.mark.parametrize("action", about_a_conversation(Door.STAFF))
async def test_a_foreign_conversation_is_not_there_for_a_counsellor(action: Action, room: DoorsRoom) -> None:
    customer = await room.waiting("salaisuus")
    holder = await room.bearer(room.account())
    await room.claimed(customer, holder)
    # Somebody whose role may do it at all: what only supervisors do is asked for by one whom nobody called.
    role = Role.ADVICE_COUNSELLOR if may({Role.ADVICE_COUNSELLOR}, action) else Role.SUPERVISOR
    elsewhere = await room.bearer(room.account(queues=[OTHER_QUEUE], roles=[role]))
    unknown = await ask(room.browser(), action, SOMEBODY, elsewhere)
    foreign = await ask(room.browser(), action, customer.conversation_id, elsewhere)
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert foreign.json()["problem"] == unknown.json()["problem"] == {"code": "not_found"}


@pytest.mark.asyncio
async def test_a_colleague_of_the_same_queue_reads_no_held_conversation(room: DoorsRoom) -> None:
    customer = await room.waiting("salaisuus")
    holder, colleague = await room.bearer(room.account()), await room.bearer(room.account())
    await room.claimed(customer, holder)
    own = await ask(room.browser(), Action.STAFF_MESSAGES, customer.conversation_id, holder)
    foreign = await ask(room.browser(), Action.STAFF_MESSAGES, customer.conversation_id, colleague)
    snapshot = await ask(room.browser(), Action.STAFF_SNAPSHOT, "", colleague)
    assert own.json()["messages"][0]["text"] == "salaisuus"
    assert foreign.status_code == 404
    assert "salaisuus" not in snapshot.text


@pytest.mark.asyncio
async def test_a_counsellor_of_another_queue_sees_nothing_of_those_who_wait(room: DoorsRoom) -> None:
    elsewhere = await room.bearer(room.account(queues=[OTHER_QUEUE]))
    here = await room.bearer(room.account(queues=[TOPIC_QUEUE]))
    await room.waiting("salaisuus")
    seen_elsewhere = await ask(room.browser(), Action.STAFF_SNAPSHOT, "", elsewhere)
    seen_here = await ask(room.browser(), Action.STAFF_SNAPSHOT, "", here)
    assert seen_elsewhere.json()["heads"] == []
    assert [head["last_line"] for head in seen_here.json()["heads"]] == ["salaisuus"]
    facts_elsewhere = await ask(room.browser(), Action.STAFF_FACTS, "", elsewhere)
    facts_here = await ask(room.browser(), Action.STAFF_FACTS, "", here)
    assert facts_elsewhere.json()["facts"] == []
    assert [one["fact"]["type"] for one in facts_here.json()["facts"]] == [
        "ConversationOpened",
        "MessageWritten",
    ]


@pytest.mark.asyncio
async def test_a_customer_reads_her_own_conversation_and_no_other(room: DoorsRoom) -> None:
    one, other, newcomer = (
        await room.waiting("ensimmäinen"),
        await room.waiting("toinen"),
        await room.session(),
    )
    for customer, words in ((one, ["ensimmäinen"]), (other, ["toinen"]), (newcomer, [])):
        snapshot = await ask(customer.browser, Action.CUSTOMER_SNAPSHOT, "", {})
        assert [message["text"] for message in snapshot.json()["messages"]] == words
    assert (await ask(newcomer.browser, Action.CUSTOMER_MESSAGES, "", {})).status_code == 404
    hint = await ask(newcomer.browser, Action.CUSTOMER_HINTS, one.conversation_id, newcomer.headers)
    assert hint.status_code == 404


def writes_of_customers() -> list[Action]:
    return [
        action for action in Action if door_of(action) is Door.CUSTOMER and REQUESTS[action].method == "POST"
    ]


FORGERIES: dict[str, Callable[[Customer, Customer], dict[str, str]]] = {
    "without an origin": lambda own, _: {"X-Page-Token": own.page_token},
    "from another site": lambda own, _: {"X-Page-Token": own.page_token, "Origin": "https://evil.example"},
    "from a null origin": lambda own, _: {"X-Page-Token": own.page_token, "Origin": "null"},
    "without a page token": lambda _, __: {"Origin": ORIGIN},
    "with somebody else's page token": lambda _, other: {"Origin": ORIGIN, "X-Page-Token": other.page_token},
}


@pytest.mark.asyncio
@pytest.mark.parametrize("how", FORGERIES)
async def test_no_other_site_can_write_for_a_customer(how: str, room: DoorsRoom) -> None:
    own, other = await room.waiting(), await room.waiting()
    for action in writes_of_customers():
        answer = await ask(own.browser, action, "", FORGERIES[how](own, other))
        assert answer.status_code == 403, action
        assert answer.json()["problem"] == {"code": "not_allowed"}


@pytest.mark.asyncio
async def test_a_session_is_not_begun_from_another_site(room: DoorsRoom) -> None:
    for headers in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        answer = await room.browser().post("/api/v1/customer/session", json={}, headers=headers)
        assert answer.status_code == 403


@pytest.mark.asyncio
async def test_an_allowed_site_may_begin_a_session(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "allowed_origins=https://www.esimerkki.fi", template=template) as room:
        headers = {"Origin": "https://www.esimerkki.fi"}
        answer = await room.browser().post("/api/v1/customer/session", json={}, headers=headers)
        assert answer.status_code == 200


def test_customers_and_staff_are_never_the_same_role() -> None:
    assert not CUSTOMERS & STAFF


@pytest.mark.asyncio
async def test_a_revoked_counsellor_is_out_within_five_seconds_by_the_clock(room: DoorsRoom) -> None:
    name = room.account()
    headers = await room.bearer(name)
    assert (await ask(room.browser(), Action.STAFF_SNAPSHOT, "", headers)).status_code == 200
    room.disable(name)
    room.clock.advance(seconds=4.9)
    assert (await ask(room.browser(), Action.STAFF_SNAPSHOT, "", headers)).status_code == 401


@pytest.mark.asyncio
async def test_another_role_bites_within_five_seconds_and_an_old_cursor_is_gone(room: DoorsRoom) -> None:
    name = room.account()
    headers = await room.bearer(name)
    cursor = (await ask(room.browser(), Action.STAFF_SNAPSHOT, "", headers)).json()["cursor"]
    await room.waiting()
    room.entitle(name, roles=["advice_counsellor"], queues=[OTHER_QUEUE])
    room.clock.advance(seconds=4.9)
    answer = await room.browser().get(f"/api/v1/staff/facts?after={cursor}&wait=0", headers=headers)
    assert (answer.status_code, answer.json()) == (410, {"problem": {"code": "gone"}})
    room.entitle(name, roles=[], queues=[OTHER_QUEUE])
    room.clock.advance(seconds=4.9)
    assert (await ask(room.browser(), Action.STAFF_SNAPSHOT, "", headers)).status_code == 403


@pytest.mark.asyncio
async def test_who_answers_nobody_has_a_desk_without_a_word_of_any_customer(room: DoorsRoom) -> None:
    """R140: queues that are left from an earlier role open neither a head nor a fact."""
    name = room.account(roles=["application_support"], queues=[TOPIC_QUEUE])
    headers = await room.bearer(name)
    colleague = await room.bearer(room.account())
    await room.waiting("salaisuus")
    seen = await ask(room.browser(), Action.STAFF_SNAPSHOT, "", headers)
    told = await ask(room.browser(), Action.STAFF_FACTS, "", headers)
    assert (seen.status_code, told.status_code) == (200, 200)
    assert "salaisuus" not in seen.text + told.text
    assert (seen.json()["heads"], seen.json()["queues"], told.json()["facts"]) == ([], [], [])
    assert seen.json()["capabilities"] == ["grant_access"]
    # The very same person is told as soon as she answers customers.
    assert "salaisuus" in (await ask(room.browser(), Action.STAFF_SNAPSHOT, "", colleague)).text
