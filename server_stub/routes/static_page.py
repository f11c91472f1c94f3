"""static_page: The customer page: files read once at start, under a strict policy (trust.md U15, P16)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler

from server_stub.helpline.roles import Action
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised

# Named here, not asked of the system: what a machine calls `.js` must not decide whether the page works.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file of the page, as it is sent."""

    body: bytes
    media_type: str
    etag: str


def read_page(folder: Path, personal_data: Path) -> Mapping[str, PageFile]:
    """Every file of the page by its path under `/page/`; a file of an unknown kind is left out.

    Read once: no path from outside ever reaches the disk.
    """
    found = {
        path.relative_to(folder).as_posix(): _page_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in MEDIA_TYPES and not path.name.startswith(".")
    }
    if personal_data.is_file():
        found["personal_data.json"] = _page_file(personal_data)
    return found


def page_policy(allowed_origins: Iterable[str]) -> str:
    """The content security policy of the page; our own and the allowed sites may show it in a frame."""
    frames = " ".join(("'self'", *allowed_origins))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        f"font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {frames}"
    )


def page_routes(files: Mapping[str, PageFile], policy: str) -> list[HTTPRouteHandler]:
    """`/` and `/page/…`."""

    @get("/", opt={"action": Action.READ_CUSTOMER_PAGE})
    async def index(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _answer(files.get("index.html"), request, policy)

    @get("/page/{path:path}", opt={"action": Action.READ_CUSTOMER_PAGE})
    async def page_file(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _answer(files.get(str(request.path_params["path"]).lstrip("/")), request, policy)

    return [index, page_file]


def _answer(file: PageFile | None, request: Request[Any, Any, Any], policy: str) -> Response[bytes]:
    if file is None:
        raise ProblemRaised(NOT_FOUND)
    headers = {
        # Names never change, so a browser asks each time whether what it has is still the same.
        "Cache-Control": "no-cache",
        "ETag": file.etag,
        "Content-Security-Policy": policy,
    }
    if request.headers.get("if-none-match") == file.etag:
        return Response(b"", status_code=304, headers=headers, media_type=file.media_type)
    return Response(file.body, headers=headers, media_type=file.media_type)


def _page_file(path: Path) -> PageFile:
    body = path.read_bytes()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return PageFile(body, MEDIA_TYPES[path.suffix], etag)
