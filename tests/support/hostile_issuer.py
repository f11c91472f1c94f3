"""An OpenID Connect issuer on loopback that says what a test wants it to say, true or not."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

LEVEL = "http://ftn.ficora.fi/2017/loa2"


@dataclass
class HostileIssuer:
    """What it answers; `asked` are the paths it was asked for, in order."""

    issuer: str
    key: RSAKey
    answers: dict[str, tuple[int, bytes, dict[str, str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str, value: object, *, status: int = 200, **headers: str) -> None:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.answers[path] = (status, body, headers)

    def says_of_itself(self, **other: object) -> None:
        self.answer(
            "/.well-known/openid-configuration",
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/auth",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                **other,
            },
        )

    def signs_with(self, *keys: RSAKey) -> None:
        self.answer("/jwks", {"keys": [key.as_dict(private=False) for key in keys]})

    def claims(self, way: str, now_s: int, **other: object) -> dict[str, Any]:
        return {
            "iss": self.issuer,
            "aud": "vuoro",
            "sub": "aino",
            "exp": now_s + 300,
            "iat": now_s,
            "nonce": way,
            "acr": LEVEL,
            "name": "Aino Esimerkki",
            **other,
        }

    def gives(self, token: object) -> None:
        self.answer("/token", {"token_type": "Bearer", "access_token": "x", "id_token": token})

    def token(
        self, claims: dict[str, Any], *, key: RSAKey | None = None, header: dict[str, Any] | None = None
    ) -> str:
        signing = key or self.key
        return jwt.encode({"alg": "RS256", "kid": signing.kid, **(header or {})}, claims, signing)


def a_key(name: str) -> RSAKey:
    """A signing key of that name."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig", "alg": "RS256"}, private=True)


@contextmanager
def a_hostile_issuer() -> Iterator[HostileIssuer]:
    """It listens for as long as the block runs, and at first it is honest."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            status, body, headers = made.answers.get(self.path, (404, b"{}", {}))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = HostileIssuer(f"http://127.0.0.1:{server.server_port}", a_key("first"))
    made.says_of_itself()
    made.signs_with(made.key)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
