"""The customer's half of the contract, kept in memory: conversations, facts, the ledger. Spoken by page_http.

It is small but honest: one ledger by (session, command id), dense cursors with `after`, dense seq, snapshots
at a cursor. What a counsellor does is a method here. A restart keeps everything, as a database would.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.customer_page.county import CONSENT, ROLE, Json, make_entry

NOT_ASKED: Json = {"asked_at": None, "declined_at": None, "after_seq": None, "earlier_lines": None}


@dataclass
class Conversation:
    """One conversation and its own numbered facts."""

    view: Json
    messages: list[Json] = field(default_factory=list)
    facts: list[tuple[int, int, Json]] = field(default_factory=list)
    waiting: Json | None = None
    consents: list[Json] = field(default_factory=list)

    @property
    def cursor(self) -> int:
        return self.facts[-1][0] if self.facts else 0


@dataclass
class Session:
    """A cookie's session: at most one conversation that is not over."""

    page_token: str
    conversation: Conversation | None = None
    callback: Json | None = None
    identity: str = "anonymous"
    feedback: Json | None = None
    letter: Json = field(default_factory=lambda: {"can_ask": False, "state": None})


@dataclass
class Fault:
    """What goes wrong with the next requests whose path holds `path`."""

    path: str
    kind: str
    times: int = 1
    problem: Json | None = None


def unchanged(text: str) -> tuple[str, list[str]]:
    return text, []


class PageBackend:
    """Everything a customer page can ask for. Safe to call from the test's thread."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.entry = make_entry()
        self.sessions: dict[str, Session] = {}
        self.ledger: dict[tuple[str, str], tuple[int, Json]] = {}
        self.commands: list[Json] = []
        self.windows: list[Json] = []
        self.requests: list[str] = []
        self.hints: list[Json] = []
        self.faults: list[Fault] = []
        self.holes: int = 0
        self.is_consent_over = False
        self.cover: Callable[[str], tuple[str, list[str]]] = unchanged
        self._listeners: list[Callable[[Json | None], None]] = []
        self._listened = threading.Condition(self.lock)
        self._second = 0

    # ---- faults

    def fail(self, path: str, kind: str, *, times: int = 1, problem: Json | None = None) -> None:
        with self.lock:
            self.faults.append(Fault(path, kind, times, problem))

    def mend(self) -> None:
        with self.lock:
            self.faults.clear()

    def fault_for(self, path: str) -> Fault | None:
        with self.lock:
            for fault in self.faults:
                if fault.path in path and fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    # ---- what the counsellor and the clock do

    @property
    def conversation(self) -> Conversation:
        """The newest conversation of all."""
        with self.lock:
            found = [session.conversation for session in self.sessions.values() if session.conversation]
            return found[-1]

    def claim(self) -> None:
        conversation = self.conversation
        conversation.view.update(state="held", counsellor_role=ROLE)
        conversation.waiting = None
        self.tell(conversation, {"type": "WaitingClaimed", "role": ROLE})

    def say(self, text: str, *, by: str = "counsellor") -> None:
        self.write(self.conversation, text, by=by, caused_by=None)

    def mask(self, seq: int, text: str) -> None:
        """A professional masks a span of a message by hand."""
        conversation = self.conversation
        message = next(message for message in conversation.messages if message["seq"] == seq)
        message.update(text=text, masked=[*message["masked"], "by_hand"])
        masked = {"type": "SpanMasked", "seq": seq, "text": text, "masked": message["masked"]}
        self.tell(conversation, masked)

    def read_all(self) -> None:
        conversation = self.conversation
        seq = conversation.view["last_seq"]
        conversation.view["read_by_counsellor"] = seq
        self.tell(conversation, {"type": "ReadMarked", "by": "counsellor", "seq": seq})

    def close(self, reason: str = "answered") -> None:
        conversation = self.conversation
        conversation.view.update(state="closed", reason=reason)
        if reason == "answered" and conversation.view["ended_by"] is None:
            conversation.view["ended_by"] = "counsellor"
        self.tell(conversation, {"type": "ConversationClosed", "reason": reason})

    def transfer(self, queue: Json) -> None:
        conversation = self.conversation
        conversation.view.update(state="waiting", counsellor_role=None, transferred_to=queue)
        self.tell(conversation, {"type": "ConversationTransferred", "transferred_to": queue})

    def hand_over(self) -> None:
        """Another counsellor goes on, without a queue between."""
        conversation = self.conversation
        conversation.view.update(counsellor_role=ROLE, transferred_to=None, is_continued=True)
        self.tell(conversation, {"type": "OfferAccepted", "role": ROLE})

    def ask_identification(self) -> None:
        conversation = self.conversation
        conversation.view["identification"] = {**NOT_ASKED, "asked_at": "2026-11-23T07:05:00.000Z"}
        self.tell(conversation, {"type": "IdentificationAsked"})

    def identify(self) -> None:
        """Her provider has spoken."""
        conversation = self.conversation
        seq = conversation.view["last_seq"]
        conversation.view["identity"] = "identified"
        parts = {"after_seq": seq, "earlier_lines": "undecided" if seq else None}
        conversation.view["identification"] = {**NOT_ASKED, **parts}
        self.tell(conversation, {"type": "CustomerIdentified", **parts})

    def ask_consent(self, *, first_seq: int = 1) -> None:
        conversation = self.conversation
        number = len(conversation.consents) + 1
        consent = {**CONSENT, "number": number, "first_seq": first_seq, "asked_at": self.at()}
        conversation.consents.append(consent)
        self.tell(conversation, {"type": "ConsentAsked", "consent": dict(consent)})

    def consent(self, state: str, language: str | None = None, caused_by: str | None = None) -> int:
        """The newest permission stands otherwise."""
        conversation = self.conversation
        consent = conversation.consents[-1]
        stamped = {"given": "answered_at", "refused": "answered_at"}.get(state, f"{state}_at")
        consent.update({"state": state, "language": language or consent["language"], stamped: self.at()})
        changed = {"type": "ConsentChanged", "number": consent["number"], "state": state}
        return self.tell(conversation, {**changed, "language": language}, caused_by)

    def return_to_queue(self) -> None:
        conversation = self.conversation
        conversation.view.update(state="waiting", counsellor_role=None, is_continued=False)
        returned = {"type": "ConversationReturned", "queue_id": "#q", "responsibility_version": 2}
        self.tell(conversation, {**returned, "waiting_since": self.at(), "reason": "counsellor_away"})

    def place(self, place: int, low: int | None, high: int | None, *, duty: str = "busy") -> None:
        waiting = {"place": place, "duty": duty, "low_min": low, "high_min": high}
        self.conversation.waiting = waiting
        self.hint({"type": "Waiting", **waiting})

    def hint(self, hint: Json) -> None:
        """To whoever listens: a hint nobody hears is gone, so it waits for the page's stream."""
        with self._listened:
            assert self._listened.wait_for(lambda: self._listeners, timeout=15), "nobody listens"
            listeners = list(self._listeners)
        for listener in listeners:
            listener(hint)

    # ---- facts

    def at(self) -> str:
        """The next moment: every fact a second after the one before, from 9.05 in Finland."""
        self._second += 1
        minute, second = divmod(self._second, 60)
        return f"2026-11-23T07:{5 + minute:02}:{second:02}.000Z"

    def tell(self, conversation: Conversation, fact: Json, caused_by: str | None = None) -> int:
        with self.lock:
            after = conversation.cursor
            cursor = after + 1
            whole = {
                "at": self.at(), "caused_by": caused_by,
                "conversation_id": conversation.view["conversation_id"], **fact,
            }  # fmt: skip
            conversation.facts.append((cursor, after, whole))
            listeners = list(self._listeners)
        for listener in listeners:
            listener(None)
        return cursor

    def write(
        self, conversation: Conversation, text: str, *, by: str, caused_by: str | None
    ) -> tuple[int, Json]:
        covered, kinds = self.cover(text) if by == "customer" else (text, [])
        with self.lock:
            seq = conversation.view["last_seq"] + 1
            conversation.view["last_seq"] = seq
            mark = {"customer": "read_by_customer", "counsellor": "read_by_counsellor"}.get(by)
            if mark and conversation.view[mark] == seq - 1:
                conversation.view[mark] = seq
            parts = {"seq": seq, "by": by, "text": covered, "masked": kinds, "attachment": None}
            cursor = self.tell(conversation, {"type": "MessageWritten", **parts}, caused_by)
            message = {**parts, "at": conversation.facts[-1][2]["at"], "caused_by": caused_by}
            conversation.messages.append(message)
        return cursor, message

    def listen(self, listener: Callable[[Json | None], None]) -> Callable[[], None]:
        with self._listened:
            self._listeners.append(listener)
            self._listened.notify_all()
        return lambda: self._listeners.remove(listener)

    # ---- what the page asks

    def new_session(self) -> tuple[str, Json]:
        """Always a new one, never one the caller brought along."""
        with self.lock:
            cookie = secrets.token_hex(32)
            self.sessions[cookie] = Session(secrets.token_urlsafe(24))
            return cookie, {"page_token": self.sessions[cookie].page_token}

    def snapshot(self, session: Session) -> Json:
        with self.lock:
            conversation = session.conversation
            return {
                "cursor": conversation.cursor if conversation else 0,
                "now": "2026-11-23T07:05:00.000Z",
                "page_token": session.page_token,
                "identity": session.identity,
                "is_practice": self.entry["is_practice"],
                "limits": self.entry["limits"],
                "conversation": dict(conversation.view) if conversation else None,
                "messages": list(conversation.messages[-50:]) if conversation else [],
                "consents": [dict(each) for each in conversation.consents] if conversation else [],
                "waiting": conversation.waiting if conversation else None,
                "callback": session.callback,
                "transcript": session.letter,
                "can_give_feedback": session.feedback is None and _is_over(conversation),
            }

    def older(self, session: Session, before: int) -> Json:
        messages = session.conversation.messages if session.conversation else []
        return {"messages": [m for m in messages if m["seq"] < before][-200:], "first_seq": 1}

    def handle(self, cookie: str, session: Session, command: Json) -> tuple[int, Json]:
        """A status and an answer; the same command id always the same."""
        with self.lock:
            key = (cookie, command["command_id"])
            if key not in self.ledger:
                self.commands.append(command)
                self.ledger[key] = self._decide(session, command)
            return self.ledger[key]

    def _decide(self, session: Session, command: Json) -> tuple[int, Json]:
        if "Callback" in command["type"]:
            return decide_callback(session, command, self.windows)
        if command["type"] == "GiveFeedback":
            return decide_feedback(session, command)
        if command["type"] == "RequestTranscript":
            return decide_letter(session, command)
        conversation = session.conversation
        state = conversation.view["state"] if conversation else None
        if command["type"] == "OpenConversation":
            return self._open(session, command)
        if conversation is None:
            return refused(command, {"code": "not_found"}, 404)
        if state in {"ended", "closed"}:
            return refused(command, {"code": f"conversation_{state}"})
        return self._in_conversation(conversation, command)

    def _in_conversation(self, conversation: Conversation, command: Json) -> tuple[int, Json]:
        caused_by = command["command_id"]
        match command["type"]:
            case "WriteMessage":
                cursor, message = self.write(
                    conversation, command["text"], by="customer", caused_by=caused_by
                )
                return accepted(command, conversation, cursor, message)
            case "MarkRead":
                conversation.view["read_by_customer"] = command["seq"]
                mark = {"type": "ReadMarked", "by": "customer", "seq": command["seq"]}
                return accepted(command, conversation, self.tell(conversation, mark, caused_by))
            case "DeclineIdentification":
                conversation.view["identification"] = {**NOT_ASKED, "declined_at": self.at()}
                fact = {"type": "IdentificationDeclined"}
                return accepted(command, conversation, self.tell(conversation, fact, caused_by))
            case "DecideEarlierLines":
                answer = "joined" if command["are_joined"] else "apart"
                conversation.view["identification"]["earlier_lines"] = answer
                fact = {"type": "EarlierLinesDecided", "earlier_lines": answer}
                return accepted(command, conversation, self.tell(conversation, fact, caused_by))
            case "AnswerConsent" if self.is_consent_over:
                return refused(command, {"code": "consent_over"})
            case "AnswerConsent":
                state = "given" if command["is_given"] else "refused"
                return accepted(command, conversation, self.consent(state, command["language"], caused_by))
            case "WithdrawConsent":
                return accepted(command, conversation, self.consent("withdrawn", None, caused_by))
            case "EndConversation" if conversation.view["state"] == "waiting":
                conversation.view.update(state="closed", reason="left_queue")
                fact = {"type": "ConversationClosed", "reason": "left_queue"}
                return accepted(command, conversation, self.tell(conversation, fact, caused_by))
            case "EndConversation":
                conversation.view.update(state="ended", ended_by="customer")
                fact = {"type": "ConversationEnded", "by": "customer"}
                return accepted(command, conversation, self.tell(conversation, fact, caused_by))
        return refused(command, {"code": "malformed", "detail": "type"}, 400)

    def _open(self, session: Session, command: Json) -> tuple[int, Json]:
        service = next(s for s in self.entry["services"] if s["service_id"] == command["service_id"])
        version = service["notice"]["notice_version"]
        if session.conversation and session.conversation.view["state"] in {"waiting", "held"}:
            return refused(command, {"code": "conversation_exists"})
        if not service["is_open"]:
            return refused(command, {"code": "service_closed", "opens_at": service["opens_at"]})
        if command["notice_version"] != version:
            return refused(command, {"code": "notice_changed", "notice_version": version})
        topic = next((t for t in service["topics"] if t["topic_id"] == command["topic_id"]), None)
        if topic is None:
            return refused(command, {"code": "unknown_topic"})
        named = {"topic_id": topic["topic_id"], "name": topic["name"]}
        conversation = Conversation(make_view(command, named, self.at()))
        conversation.waiting = {"place": 3, "duty": "busy", "low_min": 7, "high_min": 11}
        session.conversation = conversation
        fact = {"type": "ConversationOpened", "customer": dict(conversation.view)}
        cursor = self.tell(conversation, fact, command["command_id"])
        message = None
        if command["text"]:
            cursor, message = self.write(
                conversation, command["text"], by="customer", caused_by=command["command_id"]
            )
        return accepted(command, conversation, cursor, message)


def decide_callback(session: Session, command: Json, windows: Sequence[Json] = ()) -> tuple[int, Json]:
    """Leave a request, or take it back; a number is one that begins with a nought or a plus."""
    booked = command.get("booked_from")
    window = next((each for each in windows if each["begins_at"] == booked), None)
    if command["type"] == "WithdrawCallback" and session.callback:
        session.callback.update(state="closed", reason="withdrawn")
    elif session.callback and session.callback["state"] == "open":
        return refused(command, {"code": "callback_exists"})
    elif command["phone"].startswith("0600"):
        return refused(command, {"code": "phone_not_called"}, 422)
    elif booked is not None and window is None:
        return refused(command, {"code": "booked_time_gone"})
    elif not command["phone"].startswith(("0", "+")):
        return refused(command, {"code": "phone_unreadable"}, 422)
    else:
        session.callback = {
            "callback_id": secrets.token_hex(16), "state": "open", "reason": None, "attempts": 0,
            "service_id": command["service_id"], "topic": {"topic_id": command["topic_id"], "name": {}},
            "masked_phone": f"040 ••• ••{command['phone'][-2:]}", "wish": command["wish"],
            "may_leave_voicemail": command["may_leave_voicemail"],
            "requested_at": "2026-11-23T07:05:00.000Z",
            "booked_from": None if window is None else window["begins_at"],
            "booked_until": None if window is None else window["ends_at"],
        }  # fmt: skip
    return 200, {
        "outcome": "accepted", "command_id": command["command_id"], "cursor": None, "conversation_id": None,
        "seq": None, "text": None, "masked": [],
    }  # fmt: skip


def decide_feedback(session: Session, command: Json) -> tuple[int, Json]:
    """Say once how a conversation that is over went."""
    if not _is_over(session.conversation):
        return refused(command, {"code": "feedback_not_open"})
    if session.feedback is not None:
        return refused(command, {"code": "feedback_given"})
    session.feedback = {"score": command["score"], "text": command["text"]}
    return 200, {
        "outcome": "accepted", "command_id": command["command_id"], "cursor": None, "conversation_id": None,
        "seq": None, "text": None, "masked": [],
    }  # fmt: skip


def _is_over(conversation: Conversation | None) -> bool:
    view = conversation.view if conversation is not None else {}
    return view.get("state") in {"ended", "closed"} and view.get("reason") not in {"left_queue", "abandoned"}


def decide_letter(session: Session, command: Json) -> tuple[int, Json]:
    """Ask for the conversation by e-mail, once; an address is what has an at sign and no space."""
    if not session.letter["can_ask"]:
        return refused(command, {"code": "transcript_exists"})
    if "@" not in command["address"] or " " in command["address"]:
        return refused(command, {"code": "address_unreadable"}, 422)
    session.letter = {"can_ask": False, "state": "waiting"}
    return 200, {
        "outcome": "accepted", "command_id": command["command_id"], "cursor": None, "conversation_id": None,
        "seq": None, "text": None, "masked": [],
    }  # fmt: skip


def make_view(command: Mapping[str, Any], topic: Json, at: str) -> Json:
    return {
        "conversation_id": secrets.token_hex(16), "state": "waiting", "reason": None,
        "ended_by": None, "language": command["language"], "service_id": command["service_id"],
        "topic": topic, "opened_at": at, "last_seq": 0, "read_by_counsellor": 0,
        "read_by_customer": 0, "counsellor_role": None,
        "identity": "anonymous", "identification": dict(NOT_ASKED),
    }  # fmt: skip


def accepted(
    command: Json, conversation: Conversation, cursor: int, message: Json | None = None
) -> tuple[int, Json]:
    return 200, {
        "outcome": "accepted", "command_id": command["command_id"], "cursor": cursor,
        "conversation_id": conversation.view["conversation_id"], "seq": message["seq"] if message else None,
        "text": message["text"] if message else None, "masked": message["masked"] if message else [],
    }  # fmt: skip


def refused(command: Json, problem: Json, status: int = 409) -> tuple[int, Json]:
    return status, {"outcome": "refused", "command_id": command["command_id"], "problem": problem}
