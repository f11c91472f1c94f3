"""A colleague at another desk, over HTTP alone: for tests whose eyes are on somebody else's screen.

    with Colleague(url, "maija", password) as maija:
        maija.claim(); maija.offer(staff_id, "Tuttu asia")
        maija.does("EndShift") == {"outcome": "refused", "problem": {…}}

`does` gives the answer whatever it is; the other deeds insist on being accepted.
"""

from __future__ import annotations

import secrets
from types import TracebackType
from typing import Any

import httpx

Json = dict[str, Any]


class Colleague:
    """One account, signed in."""

    def __init__(self, url: str, user_name: str, password: str) -> None:
        """`url` is the backend's address."""
        self._client = httpx.Client(base_url=f"{url}/api/v1/staff/", timeout=30)
        keys = {"user_name": user_name, "password": password, "device_id": secrets.token_hex(16)}
        answer = self._client.post("sign-in", json=keys)
        assert answer.status_code == 200, answer.text
        self._client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def __enter__(self) -> Colleague:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    @property
    def snapshot(self) -> Json:
        """All that she may see now."""
        answer = self._client.get("snapshot")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def held(self) -> Json:
        """The head of the newest conversation she holds."""
        held = [window["conversation_id"] for window in self.snapshot["windows"]]
        heads = [head for head in self.snapshot["heads"] if head["conversation_id"] in held]
        return dict(max(heads, key=lambda head: head["opened_at"]))

    def does(self, kind: str, **keys: object) -> Json:
        """Give a command; what the backend answers."""
        body = {"type": kind, "command_id": secrets.token_hex(16), **keys}
        return dict(self._client.post("commands", json=body).json())

    def with_held(self, kind: str, **keys: object) -> Json:
        """Give a command about the conversation she holds; what the backend answers."""
        head = self.held()
        named = {key: head[key] for key in ("conversation_id", "responsibility_version")}
        return self.does(kind, **named, **keys)

    def claim(self) -> None:
        """Take the customer who came last."""
        waiting = [head for head in self.snapshot["heads"] if head["state"] == "waiting"]
        newest = max(waiting, key=lambda head: head["opened_at"])
        _insist(self.does("ClaimWaiting", conversation_id=newest["conversation_id"]))

    def offer(self, staff_id: str, along: str) -> None:
        """Offer the conversation she holds."""
        _insist(self.with_held("OfferTransfer", staff_id=staff_id, internal_message=along))

    def withdraw(self) -> None:
        """Take the offer back."""
        _insist(self.with_held("WithdrawOffer"))


def _insist(answer: Json) -> None:
    assert answer.get("outcome") == "accepted", answer
