"""A customer over HTTP alone, for tests whose eyes are elsewhere: she opens, writes and reads back."""

from __future__ import annotations

import secrets
from types import TracebackType
from typing import Any

import httpx

Json = dict[str, Any]


class Caller:
    """One customer with a session of her own and one conversation."""

    def __init__(self, url: str) -> None:
        """`url` is the backend's address."""
        self._client = httpx.Client(base_url=f"{url}/api/v1/customer/", headers={"Origin": url}, timeout=30)
        token = self._ask("POST", "session", {})["page_token"]
        self._client.headers["X-Page-Token"] = token
        self._conversation_id = ""

    def __enter__(self) -> Caller:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def open(
        self,
        first_words: str,
        *,
        topic_id: str = "toimeentulo",
        finer_topic_id: str | None = None,
        language: str = "fi",
    ) -> None:
        """Begin a conversation."""
        notice = self._ask("GET", "entry")["notice"]["notice_version"]
        asked = {"service_id": "neuvonta", "topic_id": topic_id, "language": language}
        self._conversation_id = self._command(
            "OpenConversation",
            **asked,
            finer_topic_id=finer_topic_id,
            notice_version=notice,
            text=first_words,
        )

    def write(self, text: str) -> None:
        """One message."""
        self._command("WriteMessage", conversation_id=self._conversation_id, text=text)

    @property
    def messages(self) -> list[Json]:
        """The conversation as the backend has it."""
        return list(self._ask("GET", "snapshot")["messages"])

    @property
    def state(self) -> str:
        """Where the conversation stands: waiting, held, ended, closed."""
        return str(self._ask("GET", "snapshot")["conversation"]["state"])

    @property
    def transferred_to(self) -> str | None:
        """Where she was told that she was transferred, in Finnish."""
        told = self._ask("GET", "snapshot")["conversation"]["transferred_to"]
        return None if told is None else str(told["fi"])

    def _command(self, kind: str, **keys: object) -> str:
        answer = self._ask("POST", "commands", {"type": kind, "command_id": secrets.token_hex(16), **keys})
        assert answer["outcome"] == "accepted"
        return str(answer["conversation_id"])

    def _ask(self, method: str, path: str, body: Json | None = None) -> Json:
        answer = self._client.request(method, path, json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())
