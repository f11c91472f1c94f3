"""Two Vuoros over one folder: the first one alone is the first, and one that is killed makes way."""

import subprocess
import sys
from pathlib import Path

from app.store.first_process import FirstProcess

ROOT = Path(__file__).resolve().parents[2]
AT_WORK = """
import sys
from pathlib import Path
from app.store.first_process import FirstProcess
here = FirstProcess(Path(sys.argv[1]))
print(here.is_first, flush=True)
sys.stdin.read()
"""


def test_only_the_first_is_first_until_it_closes(tmp_path: Path):
    first, second = FirstProcess(tmp_path), FirstProcess(tmp_path)
    assert (first.is_first, second.is_first) == (True, False)
    second.close()
    first.close()
    third = FirstProcess(tmp_path)
    assert third.is_first
    third.close()


def test_a_process_that_is_killed_makes_way(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        meanwhile = FirstProcess(tmp_path)
        assert not meanwhile.is_first
        process.kill()
        process.wait(timeout=20)
    after = FirstProcess(tmp_path)
    assert after.is_first
    after.close()


def test_where_nothing_can_be_written_nobody_is_first(tmp_path: Path):
    (tmp_path / "folder").write_text("a file stands where the folder should be")
    assert not FirstProcess(tmp_path / "folder").is_first
