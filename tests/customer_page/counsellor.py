"""A counsellor at the other end of a real backend, over its HTTP doors: claims, answers, reads, closes."""

from __future__ import annotations

import secrets
from typing import Any

import httpx

from tests.support import backend as support


class Counsellor:
    """One account, signed in. It holds one conversation at a time: the newest."""

    def __init__(self, running: support.RunningBackend) -> None:
        self._running = running
        self._account = running.counsellors[0]
        self._headers: dict[str, str] = {}

    def sign_in(self) -> Counsellor:
        answer = self._ask(
            "POST", "sign-in", user_name=self._account.user_name, password=self._account.password,
            device_id=secrets.token_hex(16),
        )  # fmt: skip
        self._headers = {"Authorization": f"Bearer {answer['access_token']}"}
        return self

    def heads(self) -> list[dict[str, Any]]:
        return list(self._ask("GET", "snapshot")["heads"])

    def callbacks(self) -> list[dict[str, Any]]:
        return list(self._ask("GET", "snapshot")["callbacks"])

    def head(self) -> dict[str, Any]:
        return max(self.heads(), key=lambda head: head["opened_at"])

    def window(self) -> list[dict[str, Any]]:
        [window] = self._ask("GET", "snapshot")["windows"]
        return list(window["messages"])

    def claim(self) -> None:
        self._command("ClaimWaiting", conversation_id=self.head()["conversation_id"])

    def person(self) -> dict[str, Any] | None:
        """Who the customer is, as far as she has identified."""
        [window] = self._ask("GET", "snapshot")["windows"]
        return dict(window["person"]) if window["person"] is not None else None

    def ask_identification(self) -> None:
        self._command("AskIdentification", **self._held())

    def say(self, text: str) -> None:
        self._command("WriteMessage", text=text, **self._held())

    def read_all(self) -> None:
        head = self.head()
        self._command("MarkRead", conversation_id=head["conversation_id"], seq=head["last_seq"])

    def close(self) -> None:
        self._command("CloseConversation", **self._held())

    def transfer(self, queue_id: str, internal_message: str) -> None:
        self._command(
            "TransferConversation",
            queue_id=queue_id,
            internal_message=internal_message,
            passed_on_to=None,
            **self._held(),
        )

    def correct(self, topic_id: str, language: str, internal_message: str) -> None:
        self._command(
            "CorrectPreInformation", service_id="neuvonta", topic_id=topic_id, finer_topic_id=None,
            language=language, internal_message=internal_message, **self._held(),
        )  # fmt: skip

    def send_agreed(self, text: str, *, is_one_way: bool) -> None:
        """To the customer of the contact it holds, as agreed today."""
        self._command(
            "SendAgreedMessage", conversation_id=self.head()["conversation_id"], text=text,
            purpose="confirmation", agreed_how="chat", is_one_way=is_one_way,
            agreed_on=self._ask("GET", "snapshot")["now"][:10],
        )  # fmt: skip

    def typing(self) -> None:
        body = {"type": "Typing", "conversation_id": self.head()["conversation_id"]}
        httpx.post(self._url("hints"), json=body, headers=self._headers).raise_for_status()

    def _held(self) -> dict[str, Any]:
        head = self.head()
        keys = ("conversation_id", "responsibility_version")
        return {key: head[key] for key in keys}

    def _command(self, kind: str, **keys: object) -> None:
        answer = self._ask("POST", "commands", type=kind, command_id=secrets.token_hex(16), **keys)
        assert answer["outcome"] == "accepted"

    def _ask(self, method: str, path: str, **body: object) -> dict[str, Any]:
        answer = httpx.request(method, self._url(path), json=body or None, headers=self._headers, timeout=20)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def _url(self, path: str) -> str:
        return f"{self._running.base_url}/api/v1/staff/{path}"
