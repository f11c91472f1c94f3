"""Pages are read by real processes: of good files as they look, of bad ones with a word why not."""

from __future__ import annotations

import asyncio
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import NamedTuple

import pytest
import pytest_asyncio

from app.desk.attachment_pages import FileKind, PagePicture, WhyUnshowable
from app.papers.exchange import Answer, Verdict
from app.papers.guarded_pages import GuardedPages
from tests.support.attached_files import (
    pdf_of,
    picture_of,
    png_that_claims,
    pressed,
    raw_pdf,
    turned,
    written,
)

PDF, JPEG, PNG = FileKind
UNREADABLE, LOCKED, TOO_LARGE = WhyUnshowable.UNREADABLE, WhyUnshowable.LOCKED, WhyUnshowable.TOO_LARGE
TOO_SLOW, NO_READER = WhyUnshowable.TOO_SLOW, WhyUnshowable.NO_READER
# Two cores that others use as well: what these tests show is not how quick the computer is.
PATIENCE_S = 20.0
THREE_PAGES = pdf_of(3)
PHOTOGRAPH = picture_of("jpeg", 600, 400)


@pytest_asyncio.fixture
async def pages() -> AsyncIterator[GuardedPages]:
    guarded = GuardedPages(answers_within_s=PATIENCE_S)
    yield guarded
    guarded.close()


# --- good files ---------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_each_page_of_a_document_is_shown(pages: GuardedPages) -> None:
    """A document of several pages, as large as it fits."""
    for number in range(3):
        page = await pages.page(THREE_PAGES, PDF, page=number, width=300, height=1000)
        assert isinstance(page, PagePicture)
        assert (page.page, page.pages, page.width) == (number, 3, 300)
        assert page.height == pytest.approx(424, abs=2)
        # The bar at its top: darker or lighter red by its number.
        assert _pixel(page, 150, 10)[2] == pytest.approx(40 * (number + 1), abs=2)
        assert _pixel(page, 150, 400) == (255, 255, 255)


@pytest.mark.asyncio
async def test_letters_of_a_document_are_ink_on_paper(pages: GuardedPages) -> None:
    page = await pages.page(THREE_PAGES, PDF, page=0, width=600, height=1000)
    assert isinstance(page, PagePicture)
    line = [_pixel(page, x, y) for y in range(140, 165) for x in range(60, 330)]
    assert 200 < sum(max(each) < 100 for each in line) < len(line) / 2


@pytest.mark.asyncio
async def test_what_was_written_into_a_form_is_shown(pages: GuardedPages) -> None:
    """An application is a form that was filled in."""
    look = b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Length 24 >>"
    look += b"\nstream\n0 0 1 rg 0 0 100 50 re f\nendstream"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /F 4 /Rect [0 0 100 50]"
    field += b" /AP << /N 6 0 R >> >>"
    filled = raw_pdf(b"", page=b"/Annots [5 0 R]", more=(field, look))
    filled = filled.replace(b"/Type /Catalog", b"/AcroForm << /Fields [5 0 R] >> /Type /Catalog")
    page = await pages.page(filled, PDF, page=0, width=200, height=100)
    assert isinstance(page, PagePicture)
    assert _pixel(page, 50, 75)[0] > 200 > _pixel(page, 50, 75)[1]
    assert _pixel(page, 150, 75) == (255, 255, 255)


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "name"), [(JPEG, "jpeg"), (PNG, "png")])
async def test_a_picture_is_a_document_of_one_page(pages: GuardedPages, kind: FileKind, name: str) -> None:
    page = await pages.page(picture_of(name, 600, 400), kind, page=0, width=300, height=300)
    assert isinstance(page, PagePicture)
    assert (page.pages, page.width, page.height) == (1, 300, 200)
    assert _pixel(page, 150, 100) == pytest.approx((0x99, 0x66, 0x33), abs=3)


@pytest.mark.asyncio
async def test_a_photograph_stands_upright_as_it_was_taken(pages: GuardedPages) -> None:
    page = await pages.page(turned(PHOTOGRAPH, 6), JPEG, page=0, width=300, height=300)
    assert isinstance(page, PagePicture)
    assert (page.width, page.height) == (200, 300)


@pytest.mark.asyncio
async def test_what_can_be_seen_through_is_paper(pages: GuardedPages) -> None:
    page = await pages.page(picture_of("png", 80, 40, alpha=True), PNG, page=0, width=300, height=300)
    assert isinstance(page, PagePicture)
    # Not made larger than it is.
    assert (page.width, page.height) == (80, 40)
    assert _pixel(page, 60, 20) == (255, 255, 255)
    assert _pixel(page, 20, 20) == (0x99, 0x66, 0x33)


@pytest.mark.asyncio
async def test_a_large_photograph_is_made_smaller_while_it_is_read(pages: GuardedPages) -> None:
    """Its forty-eight million pixels would take more memory than reading may have."""
    page = await pages.page(picture_of("jpeg", 8000, 6000), JPEG, page=0, width=800, height=800)
    assert isinstance(page, PagePicture)
    assert (page.width, page.height) == (800, 600)


# --- bad files ----------------------------------------------------------------------------------------------


class Bad(NamedTuple):
    """A file, what the backend took it for, and what is said of it."""

    content: bytes
    kind: FileKind
    why: set[WhyUnshowable]


_MIXED = bytearray(THREE_PAGES)
for _place in range(60, len(_MIXED), 97):
    _MIXED[_place] ^= 0x55
_ITSELF = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Length 5 >>"
    b"\nstream\n/A Do\nendstream"
)
DAMAGED = {
    "bytes changed": bytes(_MIXED),
    "end cut off": THREE_PAGES[:-700],
    "no size": raw_pdf(b"", media=b"0 0 0 0"),
    "a line as long as the sea": raw_pdf(b"", media=b"0 0 9e9 1e-9"),
    "draws itself": raw_pdf(b"/A Do", page=b"/Resources << /XObject << /A 5 0 R >> >>", more=(_ITSELF,)),
}
_PASSWORD = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >> "
    b"/ID [(0123456789abcdef) (0123456789abcdef)]"
)
_HUGE = 200 * 1024 * 1024
BAD = {
    "nothing": Bad(b"", PDF, {UNREADABLE}),
    "a document cut off": Bad(THREE_PAGES[:300], PDF, {UNREADABLE}),
    "only a document's head": Bad(b"%PDF-1.7\n", PDF, {UNREADABLE}),
    "a page that is not there": Bad(written((b"<< /Type /Catalog >>",)), PDF, {UNREADABLE}),
    "a password": Bad(written((b"<< /Type /Catalog >>",), trailer=_PASSWORD), PDF, {LOCKED, UNREADABLE}),
    "a document that is enormous inside": Bad(
        written(
            (
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
                b"<< /Filter [/FlateDecode /FlateDecode] /Length 9999 >>\nstream\n"
                + pressed(2, bytes(_HUGE))
                + b"\nendstream",
            )
        ),
        PDF,
        {UNREADABLE, TOO_LARGE},
    ),
    "html": Bad(b"<html><script>alert(1)</script></html>", PDF, {UNREADABLE}),
    "a drawing with a script": Bad(
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", PNG, {UNREADABLE}
    ),
    "a picture of another kind": Bad(PHOTOGRAPH, PNG, {UNREADABLE}),
    "a photograph cut off in its head": Bad(PHOTOGRAPH[:100], JPEG, {UNREADABLE}),
    "noise": Bad(b"\xff\xd8\xff" + bytes(range(256)) * 40, JPEG, {UNREADABLE}),
    "a picture of twenty thousand by twenty thousand": Bad(png_that_claims(20_000, 20_000), PNG, {TOO_LARGE}),
    "a picture with more pixels than memory": Bad(png_that_claims(6_000, 6_000), PNG, {TOO_LARGE}),
    "a picture of more pixels than there are": Bad(
        png_that_claims(0x7FFFFFFF, 0x7FFFFFFF), PNG, {TOO_LARGE, UNREADABLE}
    ),
    "a picture without its rows": Bad(png_that_claims(300, 300), PNG, {UNREADABLE}),
    "a picture of no size": Bad(png_that_claims(0, 0), PNG, {UNREADABLE}),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_is_a_word(pages: GuardedPages, name: str) -> None:
    bad = BAD[name]
    assert await pages.page(bad.content, bad.kind, page=0, width=400, height=400) in bad.why


@pytest.mark.asyncio
@pytest.mark.parametrize("name", DAMAGED)
async def test_a_damaged_document_is_shown_or_a_word(pages: GuardedPages, name: str) -> None:
    """How much of it can be mended is the library's; that the desk goes on is ours."""
    assert isinstance(
        await pages.page(DAMAGED[name], PDF, page=0, width=400, height=400), PagePicture | WhyUnshowable
    )
    assert isinstance(await pages.page(THREE_PAGES, PDF, page=0, width=40, height=40), PagePicture)


@pytest.mark.asyncio
async def test_a_page_after_the_last_is_not_there(pages: GuardedPages) -> None:
    assert await pages.page(THREE_PAGES, PDF, page=3, width=40, height=40) is UNREADABLE


@pytest.mark.asyncio
async def test_more_pixels_than_are_answered_are_not_asked_for(pages: GuardedPages) -> None:
    page = await pages.page(THREE_PAGES, PDF, page=0, width=100_000, height=100_000)
    assert isinstance(page, PagePicture)
    assert page.width * page.height <= 9_000_000


# --- processes that go wrong --------------------------------------------------------------------------------

# Ready as a good one is, and then it reads, says something, and does something.
READIES = "import os, sys; sys.stdin.buffer.read(20); os.write(1, b'VuRd'); "
SAYS = READIES + "sys.stdin.buffer.read(); sys.stdout.buffer.write({!r}); sys.stdout.flush(); {}"
_SHOWN = Answer(Verdict.SHOWN, 1, 10, 10).packed()
WRONG = {
    "says nothing": (SAYS.format(b"", ""), UNREADABLE),
    "is not ready": ("import sys; sys.stdin.buffer.read(20); print('oops')", NO_READER),
    "crashes": (SAYS.format(b"", "os.abort()"), UNREADABLE),
    "crashes in the middle of the pixels": (SAYS.format(_SHOWN + bytes(100), "os.abort()"), UNREADABLE),
    "says something else": (SAYS.format(b"HTTP/1.1 200 OK\r\n\r\n0123456789", ""), UNREADABLE),
    "answers with a picture larger than was asked for": (
        SAYS.format(Answer(Verdict.SHOWN, 1, 60_000, 60_000).packed(), ""),
        UNREADABLE,
    ),
    "knows another verdict": (SAYS.format(struct.pack("<4sHHIII", b"VuP1", 9, 0, 1, 1, 1), ""), UNREADABLE),
    "ends before it has read": ("raise SystemExit(1)", NO_READER),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("name", WRONG)
async def test_a_process_that_goes_wrong_is_a_word(name: str) -> None:
    script, why = WRONG[name]
    guarded = GuardedPages(command=[sys.executable, "-c", script], answers_within_s=PATIENCE_S)
    assert await guarded.page(PHOTOGRAPH, JPEG, page=0, width=40, height=40) is why
    guarded.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("then", ["", "sys.stdin.buffer.read()"], ids=["never reads", "never answers"])
async def test_a_process_that_hangs_is_ended(then: str) -> None:
    """A file of ten megabytes, which does not fit into a pipe, to a process that takes none of it."""
    script = f"{READIES}{then}\nwhile True: pass"
    guarded = GuardedPages(command=[sys.executable, "-c", script], answers_within_s=0.3)
    assert await guarded.page(bytes(10_000_000), PDF, page=0, width=40, height=40) is TOO_SLOW
    guarded.close()


@pytest.mark.asyncio
async def test_a_program_that_is_not_there_is_said_to_be_missing() -> None:
    guarded = GuardedPages(command=["/nowhere/vuoro-papers"])
    assert await guarded.page(PHOTOGRAPH, JPEG, page=0, width=40, height=40) is NO_READER
    guarded.close()


@pytest.mark.asyncio
async def test_whoever_stops_waiting_leaves_no_reading_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    is_begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    start = subprocess.Popen

    def noted(*words, **named):
        process = start(*words, **named)
        begun.append(process)
        loop.call_soon_threadsafe(is_begun.set)
        return process

    monkeypatch.setattr(subprocess, "Popen", noted)
    guarded = GuardedPages(
        command=[sys.executable, "-c", READIES + "\nwhile True: pass"], answers_within_s=PATIENCE_S
    )
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(guarded.page(bytes(10_000_000), PDF, page=0, width=40, height=40))
        await is_begun.wait()
        waiting.cancel()
    assert waiting.cancelled()
    guarded.close()
    assert await asyncio.to_thread(begun[0].wait) < 0


@pytest.mark.asyncio
async def test_nothing_of_the_desks_own_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No address, no secret, no display: what it does not have it cannot give away."""
    monkeypatch.setenv("VUORO_SERVER", "https://county.invalid")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus")
    told = (
        f"{READIES}from app.papers.exchange import *; sys.stdin.buffer.read(); "
        "has = sorted(set(os.environ) - {'PYTHONPATH', 'LC_CTYPE'}); "
        "sys.stdout.buffer.write(Answer(Verdict.LOCKED if not has else Verdict.UNREADABLE).packed())"
    )
    guarded = GuardedPages(command=[sys.executable, "-c", told], answers_within_s=PATIENCE_S)
    assert await guarded.page(b"x", PDF, page=0, width=4, height=4) is LOCKED
    guarded.close()


def _pixel(page: PagePicture, x: int, y: int) -> tuple[int, int, int]:
    """Blue, green and red."""
    at = (y * page.width + x) * 4
    blue, green, red = page.pixels[at : at + 3]
    return blue, green, red
