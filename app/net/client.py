"""The HTTP client, made once: whom it trusts, how long it waits, and that it follows nobody elsewhere."""

import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx

# Says what calls, not which version: a log of the line tells nothing to aim at.
USER_AGENT = "Vuoro"


@dataclass(frozen=True, slots=True)
class Line:
    """How this workstation reaches its backend.

    ``base_url`` is scheme, host and port; ``ca_file`` holds further authorities to trust beside those of
    the operating system; ``uses_system_proxy`` follows HTTPS_PROXY and the like.
    """

    base_url: str
    ca_file: Path | None = None
    uses_system_proxy: bool = True
    connect_s: float = 5.0
    answer_s: float = 15.0


class UntrustedAuthority(Exception):
    """The file of authorities cannot be read; the message is a sentence for whoever set it."""


def open_client(line: Line) -> httpx.AsyncClient:
    """A client for this line. Raises `UntrustedAuthority`.

    Redirects are not followed: a token would go along to wherever a portal points.
    """
    return httpx.AsyncClient(
        base_url=line.base_url,
        verify=_trust(line),
        trust_env=line.uses_system_proxy,
        follow_redirects=False,
        timeout=httpx.Timeout(line.answer_s, connect=line.connect_s, pool=line.connect_s),
        headers={"User-Agent": USER_AGENT},
    )


def _trust(line: Line) -> ssl.SSLContext:
    """The operating system's authorities and the county's own; TLS 1.2 at least, never "continue anyway"."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if line.ca_file is not None:
        try:
            context.load_verify_locations(cafile=line.ca_file)
        except (OSError, ssl.SSLError) as error:
            raise UntrustedAuthority(
                f"The file of certificate authorities {line.ca_file} cannot be read "
                f"({type(error).__name__}). "
                "Nothing was sent. Give a file in PEM format, or leave the setting out."
            ) from error
    return context
