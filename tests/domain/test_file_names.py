"""Names that are offered for saving harm no system, whatever the file was called (trust.md B09)."""

import pytest

from app.domain.conversation import AttachmentKind
from app.domain.file_names import LONGEST, middle_shortened, offered_name

PDF = AttachmentKind.PDF


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Hakemus (äiti) 1.pdf", "Hakemus (äiti) 1.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Windows\\win.ini.pdf", "win.ini.pdf"),
        ("x:stream.pdf", "x_stream.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("aux", "_aux.pdf"),
        ("kuva\u202efdp.exe", "kuva_fdp.exe.pdf"),
        ("a\nb\x00.pdf", "a_b_.pdf"),
        ("--help.pdf", "help.pdf"),
        ("a. .pdf", "a.pdf"),
        ("\u2588\u2588\u2588\u2588\u2588.pdf", "liite.pdf"),
        ("", "liite.pdf"),
        ("<img src=x>.PDF", "_img src=x_.PDF"),
    ],
)
def test_a_name_is_offered_without_harm(name: str, offered: str):
    assert offered_name(name, PDF) == offered


def test_the_ending_is_that_of_what_is_in_it_and_the_name_is_bounded():
    assert offered_name("kuva.pdf", AttachmentKind.JPEG) == "kuva.pdf.jpg"
    long = offered_name("ä" * 300 + ".pdf", PDF)
    assert len(long) == LONGEST
    assert long.endswith("ä.pdf")


def test_a_long_name_loses_its_middle_and_keeps_its_ending():
    assert middle_shortened("a" * 40 + ".pdf", 20) == "aaaaaaaaa…aaaaaa.pdf"
    assert middle_shortened("a.pdf", 20) == "a.pdf"
