"""Customers and counsellors who do as CONTRACT.md says a sender and a reader must, and log what they try.

They keep a command's bytes and send the very same until the outcome is known; they resume a stream at their
cursor and start afresh from a snapshot when a fact does not follow or the cursor is gone.
"""

import asyncio
import json
import random
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import httpx

from tests.history.operations import Operation, OperationLog
from tests.history.view import CustomerView, StaffView, Torn, View
from tests.support.events import Event, Parser

T = TypeVar("T")
Json = dict[str, Any]
RETRY_S = 0.03
ANSWER_S = 2.0


class NotAnswered(Exception):
    """Nobody answered in all that time."""


def command_id() -> str:
    """128 bits beginning with 48 of the clock, version digit 7 (RFC 9562)."""
    clock = int(time.time() * 1000)  # noqa: TID251 (a sender's own clock)
    return f"{clock:012x}7{secrets.token_hex(16)[:19]}"


class Person:
    """Somebody at the end of a line: sends commands, follows a stream."""

    side = ""
    view: View

    def __init__(self, name: str, client: httpx.AsyncClient, log: OperationLog, seed: int = 0) -> None:
        """`client` is her own; its base_url is the backend or a line to it."""
        self.name = name
        self.client = client
        self.log = log
        self.random = random.Random(seed)
        self._following: asyncio.Task[None] | None = None
        self._moved = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self.is_leaving = False
        self.restarts = 0

    # ---------------------------------------------------------------- sending

    async def send(
        self, kind: str, keys: Json, *, conversation_id: str | None, text: str | None = None
    ) -> Operation:
        """Send a command until its outcome is known or she leaves (then it stays unknown)."""
        async with self._one_at_a_time:
            body: Json = {"type": kind, "command_id": command_id(), **keys}
            if text is not None:
                body["text"] = text
            if conversation_id is not None:
                body["conversation_id"] = conversation_id
            kept = json.dumps(body, ensure_ascii=False).encode()
            operation = self.log.invoke(
                who=self.name,
                kind=kind,
                command_id=body["command_id"],
                conversation_id=conversation_id,
                text=text or None,
            )
            while not self.is_leaving:
                if await self._tried(operation, kept):
                    break
                await asyncio.sleep(RETRY_S * (0.5 + self.random.random()))
            return operation

    async def _tried(self, operation: Operation, kept: bytes) -> bool:
        """Whether the outcome is known now."""
        try:
            answer = await self.client.post(
                f"/api/v1/{self.side}/commands",
                content=kept,
                headers={"Content-Type": "application/json", **self.headers()},
                timeout=ANSWER_S,
            )
            told = answer.json()
        except (httpx.HTTPError, ValueError):
            return False
        if answer.status_code == 200 and told.get("outcome") == "accepted":
            self.log.ok(
                operation, seq=told["seq"], cursor=told["cursor"], conversation_id=told["conversation_id"]
            )
            return True
        if told.get("outcome") == "refused":
            self.log.fail(operation, told["problem"]["code"])
            return True
        if answer.status_code == 401:
            await self.come_in_again()
        return False

    async def ask(
        self, method: str, path: str, *, params: Json | None = None, body: Json | None = None
    ) -> Json:
        """A request outside commands, again until it is answered 200. Raises NotAnswered after a minute."""
        give_up, last = time.monotonic() + 60, "no answer"
        while time.monotonic() < give_up and not self.is_leaving:
            with suppress(httpx.HTTPError, ValueError):
                answer = await self.client.request(
                    method, path, params=params, json=body, headers=self.headers(), timeout=ANSWER_S
                )
                if answer.status_code == 200:
                    told: Json = answer.json()
                    return told
                last = f"{answer.status_code}"
            await asyncio.sleep(RETRY_S)
        raise NotAnswered(f"{path}: {last}")

    def headers(self) -> dict[str, str]:
        """What shows who asks."""
        return {}

    async def come_in_again(self) -> None:
        """After 401."""

    # ---------------------------------------------------------------- following

    def follow(self) -> None:
        """Keep a stream open until she leaves."""
        self._following = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        needs_snapshot = self.view.cursor < 0
        while not self.is_leaving:
            try:
                if needs_snapshot:
                    self.restarts += 1
                    self.view.start(await self.snapshot())
                    needs_snapshot = False
                    self._tell()
                needs_snapshot = await self._stream()
            except Torn:
                needs_snapshot = True
            except (httpx.HTTPError, NotAnswered):
                await asyncio.sleep(RETRY_S * (0.5 + self.random.random()))

    async def _stream(self) -> bool:
        """Read one stream to its end; whether she must start afresh."""
        headers = {
            **self.headers(),
            "Accept": "text/event-stream",
            "Last-Event-ID": str(self.view.cursor),
        }
        timeout = httpx.Timeout(ANSWER_S, read=45)
        path = f"/api/v1/{self.side}/facts"
        async with self.client.stream("GET", path, headers=headers, timeout=timeout) as answer:
            if answer.status_code == 401:
                await self.come_in_again()
                return False
            if answer.status_code != 200:
                await asyncio.sleep(RETRY_S)
                return answer.status_code == 410
            parser = Parser()
            async for piece in answer.aiter_raw():
                for event in parser.feed(piece):
                    if self._heard(event):
                        return True
        return False

    def _heard(self, event: Event) -> bool:
        if event.name == "gone":
            return True
        if event.name == "hint":
            self.view.hints.append(json.loads(event.data[0]))
        elif event.name == "" and event.id is not None:
            after, fact = event.data
            self.view.take(int(event.id), int(after), json.loads(fact))
        self._tell()
        return False

    def _tell(self) -> None:
        self._moved.set()
        self._moved = asyncio.Event()

    async def until(self, is_so: Callable[[], T], *, within_s: float = 60) -> T:
        """Wait until what she sees is so. Raises TimeoutError."""
        async with asyncio.timeout(within_s):
            while not (result := is_so()):
                await self._moved.wait()
        return result

    async def snapshot(self) -> Json:
        """A fresh one."""
        return await self.ask("GET", f"/api/v1/{self.side}/snapshot")

    async def stop_following(self) -> None:
        """The stream is gone; she can still ask."""
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following

    async def leave(self) -> None:
        """Close the window, whatever is under way."""
        self.is_leaving = True
        await self.stop_following()
        await self.client.aclose()


class Customer(Person):
    """A customer with a browser: a cookie, a page token, one conversation."""

    side = "customer"

    def __init__(self, name: str, client: httpx.AsyncClient, log: OperationLog, seed: int = 0) -> None:
        super().__init__(name, client, log, seed)
        self.view: CustomerView = CustomerView(cursor=-1)
        self._page_token = ""
        self._opened_id: str | None = None

    def headers(self) -> dict[str, str]:
        """The page token; the cookie is the client's."""
        return {"X-Page-Token": self._page_token} if self._page_token else {}

    @property
    def conversation_id(self) -> str | None:
        """Of her conversation, once it is opened."""
        seen = self.view.conversation
        return self._opened_id if seen is None else str(seen["conversation_id"])

    async def enter(self) -> None:
        """A session, no more."""
        session = await self.ask("POST", "/api/v1/customer/session", body={})
        self._page_token = session["page_token"]

    async def arrive(self, service_id: str, topic_id: str, language: str, text: str) -> Operation:
        """A session if there is none, then the conversation, then its stream."""
        if not self._page_token:
            await self.enter()
        entry = await self.ask("GET", "/api/v1/customer/entry")
        notices = {each["service_id"]: each["notice"]["notice_version"] for each in entry["services"]}
        asked = {
            "service_id": service_id,
            "topic_id": topic_id,
            "finer_topic_id": None,
            "language": language,
            "notice_version": notices[service_id],
        }
        if not text:
            asked["text"] = ""
        opened = await self.send("OpenConversation", asked, conversation_id=None, text=text or None)
        self._opened_id = opened.conversation_id
        self.follow()
        return opened

    async def write(self, text: str) -> Operation:
        """One message."""
        return await self.send("WriteMessage", {}, conversation_id=self.conversation_id, text=text)

    async def mark_read(self) -> Operation:
        """She has seen all that is there."""
        seq = max(self.view.messages, default=0)
        return await self.send("MarkRead", {"seq": seq}, conversation_id=self.conversation_id)

    async def give_consent(self) -> Operation:
        """She gives the permission that is asked for."""
        return await self._answer_consent(is_given=True)

    async def refuse_consent(self) -> Operation:
        """She does not."""
        return await self._answer_consent(is_given=False)

    async def _answer_consent(self, *, is_given: bool) -> Operation:
        keys = {"number": self.view.consents[-1]["number"], "is_given": is_given, "language": "sv"}
        return await self.send("AnswerConsent", keys, conversation_id=self.conversation_id)

    async def withdraw_consent(self) -> Operation:
        """She takes back the newest permission."""
        keys = {"number": self.view.consents[-1]["number"]}
        return await self.send("WithdrawConsent", keys, conversation_id=self.conversation_id)

    async def end(self) -> Operation:
        """She ends it, or leaves the queue."""
        return await self.send("EndConversation", {}, conversation_id=self.conversation_id)


class Counsellor(Person):
    """A counsellor at a workstation."""

    side = "staff"

    def __init__(
        self,
        name: str,
        client: httpx.AsyncClient,
        log: OperationLog,
        seed: int = 0,
        *,
        user_name: str,
        password: str,
    ) -> None:
        super().__init__(name, client, log, seed)
        self.view: StaffView = StaffView(cursor=-1)
        self._user_name, self._password = user_name, password
        self._device_id = secrets.token_hex(16)
        self._access_token = ""
        self.queues: frozenset[str] = frozenset()

    def headers(self) -> dict[str, str]:
        """The access token."""
        return {"Authorization": f"Bearer {self._access_token}"} if self._access_token else {}

    async def come_in_again(self) -> None:
        """Sign in anew."""
        self._access_token = ""
        signed_in = await self.ask(
            "POST",
            "/api/v1/staff/sign-in",
            body={"user_name": self._user_name, "password": self._password, "device_id": self._device_id},
        )
        self._access_token = signed_in["access_token"]

    async def begin(self) -> None:
        """Sign in and follow; returns when the first snapshot is there."""
        await self.come_in_again()
        self.follow()
        await self.until(lambda: self.view.cursor >= 0)

    def waiting(self) -> list[Json]:
        """Those who wait, oldest first."""
        heads = [head for head in self.view.heads.values() if head["state"] == "waiting"]
        return sorted(heads, key=lambda head: (head["waiting_since"], head["conversation_id"]))

    def offered(self) -> list[Json]:
        """What is offered to her."""
        return [offer for offer in self.view.offers.values() if offer["to"]["staff_id"] == self.view.staff_id]

    def held(self) -> list[Json]:
        """Her own, in the order of claiming; ended ones too."""
        heads = [head for head in self.view.heads.values() if head["state"] in ("held", "ended")]
        mine = [head for head in heads if head["holder"]["staff_id"] == self.view.staff_id]
        return sorted(mine, key=lambda head: (head["claimed_at"], head["conversation_id"]))

    async def claim(self, conversation_id: str) -> Operation:
        """Take somebody who waits."""
        return await self.send(
            "ClaimWaiting", {"conversation_id": conversation_id}, conversation_id=conversation_id
        )

    async def write(self, head: Json, text: str) -> Operation:
        """Answer."""
        keys = self._under(head)
        return await self.send("WriteMessage", keys, conversation_id=head["conversation_id"], text=text)

    async def mark_read(self, head: Json) -> Operation:
        """She has seen all that is there."""
        keys = {"conversation_id": head["conversation_id"], "seq": max(1, head["last_seq"])}
        return await self.send("MarkRead", keys, conversation_id=head["conversation_id"])

    async def transfer(self, head: Json, queue_id: str) -> Operation:
        """Move it to another queue."""
        return await self.send(
            "TransferConversation",
            self._under(head)
            | {"queue_id": queue_id, "internal_message": "Tuttu asia.", "passed_on_to": None},
            conversation_id=head["conversation_id"],
        )

    async def begin_shift(self, queue_ids: list[str]) -> Operation:
        """Choose the queues of the shift."""
        return await self.send("BeginShift", {"queue_ids": queue_ids}, conversation_id=None)

    async def end_shift(self) -> Operation:
        """Go."""
        return await self.send("EndShift", {}, conversation_id=None)

    async def say(self, presence: str) -> Operation:
        """Say whether she is there for customers."""
        return await self.send("SetPresence", {"presence": presence}, conversation_id=None)

    async def note(self, head: Json, text: str) -> Operation:
        """Write for professionals only."""
        return await self.send(
            "WriteNote", self._under(head) | {"text": text}, conversation_id=head["conversation_id"]
        )

    async def mask(self, head: Json, seq: int, span: tuple[int, int], *, before: int) -> Operation:
        """Mask a span of a message for good."""
        keys = {"seq": seq, "start": span[0], "end": span[1], "masked_before": before}
        return await self.send("MaskSpan", self._under(head) | keys, conversation_id=head["conversation_id"])

    async def ask_consent(self, head: Json, queue_id: str, *, first_seq: int) -> Operation:
        """Ask for permission to move it."""
        asked = {"queue_id": queue_id, "first_seq": first_seq}
        return await self.send(
            "AskConsent", self._under(head) | asked, conversation_id=head["conversation_id"]
        )

    async def refine(self, head: Json, detail: str) -> Operation:
        """Add a detail to the pre-information."""
        refined = {"finer_topic_id": None, "detail": detail}
        return await self.send(
            "RefinePreInformation", self._under(head) | refined, conversation_id=head["conversation_id"]
        )

    async def correct(self, head: Json, topic_id: str) -> Operation:
        """Correct the topic within its service and language."""
        corrected = {
            "service_id": head["service_id"],
            "topic_id": topic_id,
            "finer_topic_id": None,
            "language": head["language"],
            "internal_message": "",
        }
        return await self.send(
            "CorrectPreInformation", self._under(head) | corrected, conversation_id=head["conversation_id"]
        )

    async def offer(self, head: Json, staff_id: str) -> Operation:
        """Offer it to one professional."""
        return await self.send(
            "OfferTransfer",
            self._under(head) | {"staff_id": staff_id, "internal_message": "Ehditkö sinä?"},
            conversation_id=head["conversation_id"],
        )

    async def accept(self, offer: Json) -> Operation:
        """Take what is offered to her."""
        return await self.send("AcceptOffer", self._under(offer), conversation_id=offer["conversation_id"])

    async def decline(self, offer: Json) -> Operation:
        """Do not take what is offered to her."""
        keys = self._under(offer) | {"reason": "Olen lähdössä."}
        return await self.send("DeclineOffer", keys, conversation_id=offer["conversation_id"])

    async def call_for_help(self, head: Json) -> Operation:
        """Call the supervisors."""
        return await self.send(
            "CallForHelp",
            self._under(head) | {"about": "interpreter"},
            conversation_id=head["conversation_id"],
            text="Voisitko tulla?",
        )

    async def begin_problem_situation(self, head: Json) -> Operation:
        """Be in one."""
        keys = self._under(head)
        return await self.send("BeginProblemSituation", keys, conversation_id=head["conversation_id"])

    async def tick_step(self, head: Json, *, is_done: bool) -> Operation:
        """A step is done, or is not after all."""
        keys = self._under(head) | {"step_id": "stay", "is_done": is_done}
        return await self.send("TickStep", keys, conversation_id=head["conversation_id"])

    async def end_problem_situation(self, head: Json) -> Operation:
        """It is over."""
        keys = self._under(head) | {"wish": "wanted"}
        return await self.send("EndProblemSituation", keys, conversation_id=head["conversation_id"])

    async def withdraw_help_call(self, head: Json) -> Operation:
        """Go on alone."""
        keys = self._under(head)
        return await self.send("WithdrawHelpCall", keys, conversation_id=head["conversation_id"])

    async def join(self, call: Json) -> Operation:
        """Read along."""
        return await self.send("JoinConversation", self._under(call), conversation_id=call["conversation_id"])

    async def leave_conversation(self, call: Json) -> Operation:
        """Read along no more."""
        keys = self._under(call)
        return await self.send("LeaveConversation", keys, conversation_id=call["conversation_id"])

    async def answer_help_call(self, call: Json) -> Operation:
        """Say that she comes."""
        return await self.send("AnswerHelpCall", self._under(call), conversation_id=call["conversation_id"])

    async def take_over(self, call: Json) -> Operation:
        """Take the conversation she was called to."""
        return await self.send("TakeOver", self._under(call), conversation_id=call["conversation_id"])

    async def close(self, head: Json) -> Operation:
        """End and let go."""
        return await self.send(
            "CloseConversation", self._under(head), conversation_id=head["conversation_id"]
        )

    async def end(self, head: Json) -> Operation:
        """End it for the customer; the wrap-up follows."""
        return await self.send("EndConversation", self._under(head), conversation_id=head["conversation_id"])

    async def wrap_up(self, head: Json) -> Operation:
        """Say what an ended one was about and what came of it."""
        return await self.send(
            "WrapUp",
            self._under(head)
            | {
                "contact_reasons": ["ttt_ehk"],
                "outcome": "ohjattu",
                "notes": "",
                "is_test": False,
                "marks": [],
            }
            | {"service_model_version": 1},
            conversation_id=head["conversation_id"],
        )

    @staticmethod
    def _under(head: Json) -> Json:
        return {
            "conversation_id": head["conversation_id"],
            "responsibility_version": head["responsibility_version"],
        }
