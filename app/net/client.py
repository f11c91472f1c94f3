"""The HTTP client, made once: whom it trusts, how long it waits, and that it follows nobody elsewhere."""

from dataclasses import dataclass
from pathlib import Path

import httpx

from app.net.trust import trust

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


def open_client(line: Line) -> httpx.AsyncClient:
    """A client for this line. Raises `UntrustedAuthority` (`net.trust`).

    Redirects are not followed: a token would go along to wherever a portal points.
    """
    return httpx.AsyncClient(
        base_url=line.base_url,
        verify=trust(line.ca_file),
        trust_env=line.uses_system_proxy,
        follow_redirects=False,
        timeout=httpx.Timeout(line.answer_s, connect=line.connect_s, pool=line.connect_s),
        headers={"User-Agent": USER_AGENT},
    )
