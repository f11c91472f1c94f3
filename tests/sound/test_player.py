"""The sounds are played by the real library; a computer without a device says so and goes on."""

from __future__ import annotations

import array
import asyncio
import subprocess
import sys
import wave
from pathlib import Path

import miniaudio
import pytest

import make_sounds
from app.desk.sounds import Sound
from app.sound import player
from app.sound.player import DEVICES, SoundPlayer
from tests.house.sources import ROOT

FOLDER = ROOT / "resources" / "sounds"
# The library's own device that plays to nobody: it asks for samples as a real one does.
NOBODY = ("NULL",)
NO_DEVICE = ()


@pytest.mark.asyncio
@pytest.mark.parametrize("sound", list(Sound))
async def test_a_sound_is_played_to_its_end(sound: Sound, monkeypatch: pytest.MonkeyPatch):
    heard = array.array("h")
    frames = player._frames

    def overheard(samples, is_over):
        heard.extend(samples)
        return frames(samples, is_over)

    monkeypatch.setattr(player, "_frames", overheard)
    sounds = SoundPlayer(FOLDER, devices=NOBODY)
    assert await sounds.play(sound, volume=0.5)
    loudest = max(abs(each) for each in make_sounds.samples(sound))
    assert max(abs(each) for each in heard) == pytest.approx(loudest / 2, abs=1)
    assert sounds._is_over.is_set()


@pytest.mark.asyncio
async def test_without_a_device_the_answer_is_no_and_nothing_is_raised():
    sounds = SoundPlayer(FOLDER, devices=NO_DEVICE)
    assert not await sounds.is_there()
    assert not await sounds.play(Sound.WORK, volume=1.0)
    await sounds.close()


@pytest.mark.asyncio
async def test_a_device_that_comes_later_is_used():
    sounds = SoundPlayer(FOLDER, devices=NO_DEVICE)
    assert not await sounds.is_there()
    sounds._devices = NOBODY
    assert await sounds.is_there()


@pytest.mark.asyncio
async def test_a_sound_that_is_not_there_is_no_crash(tmp_path: Path):
    assert not await SoundPlayer(tmp_path, devices=NOBODY).play(Sound.WORK, volume=1.0)


@pytest.mark.asyncio
async def test_closing_breaks_off_what_is_heard(monkeypatch: pytest.MonkeyPatch):
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def endless(_samples, _is_over):
        count = yield array.array("h")
        while True:
            loop.call_soon_threadsafe(asked.set)
            count = yield array.array("h", bytes(2 * count))

    monkeypatch.setattr(player, "_frames", endless)
    sounds = SoundPlayer(FOLDER, devices=NOBODY)
    async with asyncio.TaskGroup() as group:
        playing = group.create_task(sounds.play(Sound.WORK, volume=1.0))
        await asked.wait()
        await sounds.close()
    # Left to itself, a sound without an end is a device that hangs, and the answer no.
    assert playing.result()


def test_what_plays_to_nobody_is_never_taken_for_a_device():
    # Left to choose, the library falls back on it, and every sound would be played into nothing.
    assert "NULL" not in DEVICES
    assert set(DEVICES) <= {backend.name for backend in miniaudio.Backend}


def test_a_computer_without_a_sound_card_is_not_complained_of_on_standard_error():
    ask = (
        "import asyncio, pathlib, sys; from app.sound.player import SoundPlayer;"
        "asyncio.run(SoundPlayer(pathlib.Path(sys.argv[1])).is_there())"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask, str(FOLDER)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_the_library_is_imported_with_the_first_sound_only():
    ask = (
        "import sys, pathlib; from app.sound.player import SoundPlayer;"
        "SoundPlayer(pathlib.Path('.')); print('miniaudio' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("sound", list(Sound))
def test_the_files_are_what_our_script_makes_short_and_without_a_click(sound: Sound):
    with wave.open(str(FOLDER / f"{sound}.wav")) as file:
        assert file.getparams()[:3] == (1, 2, make_sounds.RATE)
        kept = array.array("h", file.readframes(file.getnframes()))
        assert file.getnframes() / file.getframerate() < 1.0
    made = make_sounds.samples(sound)
    # The last bit is the mathematics library's.
    assert len(kept) == len(made)
    assert all(abs(one - other) <= 1 for one, other in zip(kept, made, strict=True))
    assert abs(kept[0]) < 50
    assert abs(kept[-1]) < 50


def test_every_sound_has_its_file_and_every_file_its_sound():
    assert {file.stem for file in FOLDER.glob("*.wav")} == {sound.value for sound in Sound}
