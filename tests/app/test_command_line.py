"""The command line: a mistake is a sentence and an exit code, and no window opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import make_parser

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_of_authorities_that_cannot_be_used_is_told_at_the_start(tmp_path: Path):
    ca_file = tmp_path / "county.pem"
    ca_file.write_text("no certificate is in here\n")
    done = subprocess.run(
        [sys.executable, "-m", "app", "--server", "https://127.0.0.1:9", "--ca-file", str(ca_file)],
        cwd=ROOT,
        env=os.environ | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert str(ca_file) in done.stderr
    assert "Give a file in PEM format" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".local").exists()


@pytest.mark.parametrize("pace", ["0", "-1", "1000", "nan", "fast"])
def test_a_pace_nobody_can_practise_at_is_refused(pace: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(["demo", f"--pace={pace}"])
    assert ended.value.code == 2
    assert "--pace" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("words", [["--server", "https://127.0.0.1:9"], ["demo"]])
def test_without_a_display_it_is_told_so_before_qt_aborts(tmp_path: Path, words: list[str]):
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    variables = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env=variables | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display here")
    assert done.stderr.count("\n") == 1
