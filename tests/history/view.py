"""What a reader knows: a snapshot with the facts that followed laid on it, by the words of CONTRACT.md alone.

Written against the document, over plain JSON, sharing no code with the workstation, the page or the backend:
where it and they disagree, one of them is wrong.
"""

from dataclasses import dataclass, field
from typing import Any

Fact = dict[str, Any]
WINDOW = 50


class Torn(Exception):
    """A fact does not follow on the reader's cursor: she must start afresh."""


@dataclass(slots=True)
class Taken:
    """A fact as this reader got it, kept for the checker."""

    cursor: int
    after: int
    fact: Fact


@dataclass(slots=True)
class View:
    """Common to both kinds of reader: the cursor, and all that was ever taken."""

    cursor: int = 0
    taken: list[Taken] = field(default_factory=list)
    hints: list[Fact] = field(default_factory=list)

    def start(self, snapshot: Fact) -> None:
        """Forget all and begin with a snapshot."""
        raise NotImplementedError

    def take(self, cursor: int, after: int, fact: Fact) -> None:
        """Lay a fact on. Raises `Torn` when it does not follow."""
        if after != self.cursor:
            raise Torn
        self.cursor = cursor
        self.taken.append(Taken(cursor, after, fact))
        apply = getattr(self, "_on_" + str(fact.get("type")), None)
        if apply is not None:
            apply(fact)


@dataclass(slots=True)
class StaffView(View):
    """What one member of staff sees."""

    staff_id: str = ""
    queues: list[Fact] = field(default_factory=list)
    heads: dict[str, Fact] = field(default_factory=dict)
    windows: dict[str, dict[int, Fact]] = field(default_factory=dict)
    offers: dict[str, Fact] = field(default_factory=dict)
    help_calls: dict[str, Fact] = field(default_factory=dict)
    notes: dict[str, list[Fact]] = field(default_factory=dict)
    consents: dict[str, list[Fact]] = field(default_factory=dict)
    texts: Fact = field(default_factory=dict)
    service_model_version: int = 0
    shift: Fact = field(default_factory=dict)
    debriefs: list[Fact] = field(default_factory=list)
    supervises: bool = False

    def start(self, snapshot: Fact) -> None:
        """Forget all and begin with a snapshot."""
        self.cursor = snapshot["cursor"]
        self.staff_id = snapshot["staff"]["staff_id"]
        self.queues = snapshot["queues"]
        self.heads = {head["conversation_id"]: dict(head) for head in snapshot["heads"]}
        self.windows = {
            window["conversation_id"]: {message["seq"]: message for message in window["messages"]}
            for window in snapshot["windows"]
        }
        self.notes = {window["conversation_id"]: list(window["notes"]) for window in snapshot["windows"]}
        self.consents = {
            window["conversation_id"]: [dict(one) for one in window["consents"]]
            for window in snapshot["windows"]
        }
        self.offers = {offer["conversation_id"]: offer for offer in snapshot["offers"]}
        self.help_calls = {call["conversation_id"]: dict(call) for call in snapshot["help_calls"]}
        self.supervises = "supervise" in snapshot["capabilities"]
        self.debriefs = list(snapshot["debriefs"])
        self.texts = snapshot["texts"]
        self.service_model_version = snapshot["service_model_version"]
        self.shift = dict(snapshot["shift"])

    def seen(self) -> Fact:
        """What the screen would show, for comparing with a fresh snapshot."""
        return {
            "queues": self.queues,
            "heads": self.heads,
            "windows": {
                conversation_id: [window[seq] for seq in sorted(window)][-WINDOW:]
                for conversation_id, window in self.windows.items()
            },
            "offers": self.offers,
            "help_calls": self.help_calls,
            "debriefs": self.debriefs,
            "notes": self.notes,
            "consents": self.consents,
            "texts": self.texts,
            "service_model_version": self.service_model_version,
            "shift": self.shift,
        }

    def _on_ConversationOpened(self, fact: Fact) -> None:
        self.heads[fact["conversation_id"]] = dict(fact["head"])

    def _on_MessageWritten(self, fact: Fact) -> None:
        head = self.heads.get(fact["conversation_id"])
        if head is None or fact["seq"] <= head["last_seq"]:
            return
        write_on(head, fact)
        window = self.windows.get(fact["conversation_id"])
        if window is not None:
            window[fact["seq"]] = message_of(fact)

    def _on_AnswerPromised(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head["due_at"] = fact["due_at"]

    def _on_SpanMasked(self, fact: Fact) -> None:
        head = self.heads.get(fact["conversation_id"])
        if head is not None and head["last_seq"] == fact["seq"]:
            head["last_line"] = fact["text"][:200]
        mask_in(self.windows.get(fact["conversation_id"], {}), fact)

    def _on_ReadMarked(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            mark = f"read_by_{fact['by']}"
            head[mark] = max(head[mark], fact["seq"])

    def _on_WaitingClaimed(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head.update(
                state="held",
                holder=fact["holder"],
                claimed_at=fact["at"],
                responsibility_version=fact["responsibility_version"],
            )

    def _on_ConversationEntered(self, fact: Fact) -> None:
        conversation_id = fact["conversation_id"]
        self.heads[conversation_id] = dict(fact["head"])
        holder = fact["head"]["holder"]
        if (holder and holder["staff_id"] == self.staff_id) or self._reads_along(conversation_id):
            self.windows[conversation_id] = {message["seq"]: message for message in fact["messages"]}
            self.notes[conversation_id] = list(fact["notes"])
            self.consents[conversation_id] = [dict(one) for one in fact["consents"]]

    def _on_ConversationLeft(self, fact: Fact) -> None:
        self.heads.pop(fact["conversation_id"], None)
        self.windows.pop(fact["conversation_id"], None)
        self.notes.pop(fact["conversation_id"], None)
        self.consents.pop(fact["conversation_id"], None)

    def _on_ConversationReturned(self, fact: Fact) -> None:
        self.windows.pop(fact["conversation_id"], None)
        self.notes.pop(fact["conversation_id"], None)
        self.consents.pop(fact["conversation_id"], None)
        if head := self.heads.get(fact["conversation_id"]):
            head.update(
                state="waiting",
                holder=None,
                claimed_at=None,
                queue_id=fact["queue_id"],
                waiting_since=fact["waiting_since"],
                responsibility_version=fact["responsibility_version"],
            )

    def _on_ConversationTransferred(self, fact: Fact) -> None:
        self._on_ConversationReturned(fact)
        if head := self.heads.get(fact["conversation_id"]):
            head.update(hand_overs=fact["hand_overs"], transfer=fact["transfer"])

    def _on_PreInformationRefined(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head.update(pre_information=fact["pre_information"])

    def _on_PreInformationCorrected(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head.update({key: fact[key] for key in ("service_id", "topic", "language", "pre_information")})

    def _on_PresenceChanged(self, fact: Fact) -> None:
        if fact["staff_id"] == self.staff_id:
            self.shift["presence"] = fact["presence"]

    def _on_ShiftBegan(self, fact: Fact) -> None:
        self.shift = {"presence": "available", "began_at": fact["at"], "queue_ids": fact["queue_ids"]}

    def _on_ShiftEnded(self, _fact: Fact) -> None:
        self.shift = {"presence": "away", "began_at": None, "queue_ids": []}

    def _on_NoteWritten(self, fact: Fact) -> None:
        if (notes := self.notes.get(fact["conversation_id"])) is not None:
            keys = ("number", "after_seq", "by", "at", "text", "caused_by")
            notes.append({key: fact[key] for key in keys})

    def _on_ConsentAsked(self, fact: Fact) -> None:
        if (consents := self.consents.get(fact["conversation_id"])) is not None:
            consents.append(dict(fact["consent"]))

    def _on_ConsentChanged(self, fact: Fact) -> None:
        change_in(self.consents.get(fact["conversation_id"], []), fact)

    def _on_TransferOffered(self, fact: Fact) -> None:
        self.offers[fact["conversation_id"]] = fact["offer"]

    def _on_OfferEnded(self, fact: Fact) -> None:
        self.offers.pop(fact["conversation_id"], None)

    def _on_OfferAccepted(self, fact: Fact) -> None:
        self.offers.pop(fact["conversation_id"], None)
        if head := self.heads.get(fact["conversation_id"]):
            keys = ("holder", "responsibility_version", "hand_overs", "transfer")
            head.update({key: fact[key] for key in keys}, claimed_at=fact["at"])

    def _on_HelpCalled(self, fact: Fact) -> None:
        call = self.help_calls[fact["conversation_id"]] = dict(fact["call"])
        if (head := self.heads.get(fact["conversation_id"])) and call["language_barrier"]:
            head["language_barrier"] = call["language_barrier"]

    def _on_ConcernMarked(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head["concern"] = {"kind": fact["kind"], "seq": fact["seq"]}

    def _on_ProblemSituationBegan(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head["problem_situation"] = dict(fact["problem_situation"])

    def _on_StepTicked(self, fact: Fact) -> None:
        head = self.heads.get(fact["conversation_id"])
        if head and head["problem_situation"]:
            done = [step for step in head["problem_situation"]["done"] if step != fact["step_id"]]
            head["problem_situation"]["done"] = [*done, fact["step_id"]] if fact["is_done"] else done

    def _on_ProblemSituationEnded(self, fact: Fact) -> None:
        if self.supervises:
            self.debriefs.append(fact["debrief"])
        if head := self.heads.get(fact["conversation_id"]):
            head["problem_situation"] = None

    def _on_HelpAnswered(self, fact: Fact) -> None:
        self.help_calls[fact["conversation_id"]]["helper"] = fact["helper"]

    def _reads_along(self, conversation_id: str) -> bool:
        call = self.help_calls.get(conversation_id)
        return bool(call and call["joined_at"] and call["helper"]["staff_id"] == self.staff_id)

    def _on_HelperGone(self, fact: Fact) -> None:
        self.help_calls[fact["conversation_id"]]["helper"] = None

    def _on_ConversationJoined(self, fact: Fact) -> None:
        self.help_calls[fact["conversation_id"]].update(helper=fact["helper"], joined_at=fact["at"])

    def _on_JoiningEnded(self, fact: Fact) -> None:
        self.help_calls[fact["conversation_id"]]["joined_at"] = None

    def _on_HelpCallEnded(self, fact: Fact) -> None:
        self.help_calls.pop(fact["conversation_id"], None)

    def _on_ConversationTakenOver(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            keys = ("holder", "responsibility_version", "hand_overs", "transfer")
            head.update({key: fact[key] for key in keys}, claimed_at=fact["at"])

    def _on_ConversationEnded(self, fact: Fact) -> None:
        if head := self.heads.get(fact["conversation_id"]):
            head.update(state="ended", ended_by=fact["by"])

    def _on_ConversationClosed(self, fact: Fact) -> None:
        self._on_ConversationLeft(fact)

    def _on_ServiceModelActivated(self, fact: Fact) -> None:
        self.queues = fact["queues"]
        self.texts = fact["texts"]
        self.service_model_version = fact["service_model_version"]


@dataclass(slots=True)
class CustomerView(View):
    """What one customer sees."""

    conversation: Fact | None = None
    messages: dict[int, Fact] = field(default_factory=dict)
    consents: list[Fact] = field(default_factory=list)

    def start(self, snapshot: Fact) -> None:
        """Forget all and begin with a snapshot."""
        self.cursor = snapshot["cursor"]
        self.conversation = dict(snapshot["conversation"]) if snapshot["conversation"] else None
        self.messages = {message["seq"]: message for message in snapshot["messages"]}
        self.consents = [dict(one) for one in snapshot["consents"]]

    def seen(self) -> Fact:
        """What the page would show."""
        newest = [self.messages[seq] for seq in sorted(self.messages)][-WINDOW:]
        return {"conversation": self.conversation, "messages": newest, "consents": self.consents}

    def _on_ConsentAsked(self, fact: Fact) -> None:
        self.consents.append(dict(fact["consent"]))

    def _on_ConsentChanged(self, fact: Fact) -> None:
        change_in(self.consents, fact)

    def _on_ConversationOpened(self, fact: Fact) -> None:
        self.conversation = dict(fact["customer"])

    def _on_MessageWritten(self, fact: Fact) -> None:
        if fact["seq"] in self.messages:
            return
        self.messages[fact["seq"]] = message_of(fact)
        if self.conversation is not None and fact["seq"] > self.conversation["last_seq"]:
            self.conversation["last_seq"] = fact["seq"]
            mark_own(self.conversation, fact)
            if fact["by"] == "counsellor":
                self._becomes(due_at=None)

    def _on_AnswerPromised(self, fact: Fact) -> None:
        self._becomes(due_at=fact["due_at"])

    def _on_SpanMasked(self, fact: Fact) -> None:
        mask_in(self.messages, fact)

    def _on_ReadMarked(self, fact: Fact) -> None:
        if self.conversation is not None:
            mark = f"read_by_{fact['by']}"
            self.conversation[mark] = max(self.conversation[mark], fact["seq"])

    def _on_WaitingClaimed(self, fact: Fact) -> None:
        self._becomes(state="held", counsellor_role=fact["role"])

    def _on_ConversationReturned(self, fact: Fact) -> None:
        self._becomes(state="waiting", counsellor_role=None, is_continued=False)
        if fact["reason"] == "consent_withdrawn":
            self._becomes(transferred_to=None)

    def _on_ConversationTransferred(self, fact: Fact) -> None:
        moved = {"transferred_to": fact["transferred_to"], "is_continued": False}
        moved |= {"channel": fact["channel"], "due_at": fact["due_at"]}
        self._becomes(state="waiting", counsellor_role=None, **moved)

    def _on_PreInformationCorrected(self, fact: Fact) -> None:
        known = ("service_id", "topic", "language")
        self._becomes(**{key: fact[key] for key in known if key in (self.conversation or {})})

    def _on_ConversationTakenOver(self, fact: Fact) -> None:
        self._on_OfferAccepted(fact)

    def _on_ConversationJoined(self, fact: Fact) -> None:
        self._becomes(is_joined=True)

    def _on_JoiningEnded(self, fact: Fact) -> None:
        self._becomes(is_joined=False)

    def _on_OfferAccepted(self, fact: Fact) -> None:
        self._becomes(counsellor_role=fact["role"], transferred_to=None, is_continued=True)

    def _on_ConversationEnded(self, fact: Fact) -> None:
        self._becomes(state="ended", ended_by=fact["by"])

    def _on_ConversationClosed(self, fact: Fact) -> None:
        self._becomes(state="closed", reason=fact["reason"])
        # A counsellor ends by closing; nobody has ended it before.
        if fact["reason"] == "answered" and self.conversation and self.conversation["ended_by"] is None:
            self._becomes(ended_by="counsellor")

    def _becomes(self, **changes: object) -> None:
        if self.conversation is not None:
            self.conversation.update(changes)


def staff_seen(snapshot: Fact) -> Fact:
    """What a snapshot alone shows a member of staff."""
    view = StaffView()
    view.start(snapshot)
    return view.seen()


def customer_seen(snapshot: Fact) -> Fact:
    """What a snapshot alone shows a customer."""
    view = CustomerView()
    view.start(snapshot)
    return view.seen()


def message_of(fact: Fact) -> Fact:
    """The message inside a `MessageWritten`."""
    return {key: fact[key] for key in ("seq", "by", "at", "text", "masked", "caused_by", "attachment")}


def change_in(consents: list[Fact], fact: Fact) -> None:
    """How one of them stands from then on (CONTRACT.md section 5)."""
    stamped = {"given": "answered_at", "refused": "answered_at", "moved": "moved_at", "opened": "opened_at"}
    stamped["withdrawn"] = "withdrawn_at"
    for one in consents:
        if one["number"] == fact["number"]:
            one["state"] = fact["state"]
            one["language"] = fact["language"] or one["language"]
            if fact["state"] in stamped:
                one[stamped[fact["state"]]] = fact["at"]


def mask_in(messages: dict[int, Fact], fact: Fact) -> None:
    """What a masking by hand leaves of a message that is at hand (CONTRACT.md section 7)."""
    message = messages.get(fact["seq"])
    if message is not None and fact["masked"].count("by_hand") > message["masked"].count("by_hand"):
        messages[fact["seq"]] = message | {"text": fact["text"], "masked": fact["masked"]}


def write_on(head: Fact, fact: Fact) -> None:
    """What a message moves in a head (CONTRACT.md section 4)."""
    head.update(last_seq=fact["seq"], last_line=fact["text"][:200], last_by=fact["by"], last_at=fact["at"])
    if fact["by"] == "customer" and head["customer_wrote_at"] is None:
        head["customer_wrote_at"] = fact["at"]
    if fact["by"] == "counsellor":
        head["customer_wrote_at"] = head["due_at"] = None
    mark_own(head, fact)


def mark_own(marks: Fact, fact: Fact) -> None:
    """Writing marks one's own message read, only where all before it was."""
    mark = f"read_by_{fact['by']}"
    if marks.get(mark) == fact["seq"] - 1:
        marks[mark] = fact["seq"]
