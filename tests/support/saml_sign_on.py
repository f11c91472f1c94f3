"""The page of a SAML provider that a browser can go to: one button for each answer, posted from its own site.

    with a_sign_on(folder, {"Aino": SamlIdp.answer}) as idp:
        idp.settings(folder)

It listens at `localhost`, and the backend of the tests at 127.0.0.1: to a browser these are two sites, as
they are in earnest, and what it does with cookies is what it would do there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.support.saml_idp import SamlIdp, Told, asked

Answers = Mapping[str, Callable[[SamlIdp, Told], str]]
HEADING = "Koetunnistus"


@contextmanager
def a_sign_on(folder: Path, answers: Answers) -> Iterator[SamlIdp]:
    """The provider, for as long as the block runs; `answers` by what their buttons say."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    origin = f"http://localhost:{listening.server_port}"
    idp = SamlIdp(folder, sign_on=f"{origin}/sso")
    listening.RequestHandlerClass = _page_of(idp, answers)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield idp
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def _page_of(idp: SamlIdp, answers: Answers) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith("/sso?"):
                self.send_error(404)
                return
            body = _page(idp, answers, self.path).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said."""

    return Page


def _page(idp: SamlIdp, answers: Answers, path: str) -> str:
    request = asked(path, ours=idp.ours)
    told = Told(
        datetime.now(UTC).replace(microsecond=0),
        request.request,
        recipient=request.consumer,
        destination=request.consumer,
    )
    forms = "".join(
        f'<form method="post" action="{escape(request.consumer)}">'
        f'<input type="hidden" name="SAMLResponse" value="{escape(make(idp, told))}">'
        f'<input type="hidden" name="RelayState" value="{escape(request.relay_state)}">'
        f"<button>{escape(label)}</button></form>"
        for label, make in answers.items()
    )
    return f'<!doctype html><html lang="fi"><title>{HEADING}</title><h1>{HEADING}</h1>{forms}'
