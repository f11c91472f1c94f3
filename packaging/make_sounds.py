"""Make the sounds of new work: soft tones like a small bell, calculated, not recorded, so they are ours."""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"
RATE = 22_050
LOUDEST = 0.55 * 32_767
# Name: for each tone when it begins (s), its pitch (Hz) and how fast it fades (1/s). A fifth up for new work;
# one shorter tone for a line in a conversation that is already hers.
SOUNDS = {
    "new_work": ((0.0, 523.25, 5.0), (0.16, 783.99, 4.5)),
    "new_message": ((0.0, 659.26, 9.0),),
}
LENGTHS_S = {"new_work": 0.95, "new_message": 0.45}
# Overtones of the tone and how strong they are: few and weak ones sound soft.
OVERTONES = ((1.0, 1.0), (2.0, 0.22), (3.0, 0.06))
RISE_S, FALL_S = 0.012, 0.06


def samples(name: str) -> array.array[int]:
    """The sound as 16-bit samples of one channel."""
    length = round(LENGTHS_S[name] * RATE)
    heights = [_height(name, number / RATE) for number in range(length)]
    highest = max(abs(height) for height in heights)
    return array.array("h", (round(height / highest * LOUDEST) for height in heights))


def _height(name: str, at_s: float) -> float:
    height = 0.0
    for begins_s, pitch, fades in SOUNDS[name]:
        since_s = at_s - begins_s
        if since_s < 0:
            continue
        rise = min(1.0, since_s / RISE_S)
        tone = sum(share * math.sin(2 * math.pi * pitch * over * since_s) for over, share in OVERTONES)
        height += rise * math.exp(-fades * since_s) * tone
    # Down to nothing at the end, or it would click.
    return height * min(1.0, (LENGTHS_S[name] - at_s) / FALL_S)


def main() -> int:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in SOUNDS:
        made = samples(name)
        if sys.byteorder == "big":
            made.byteswap()
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
            file.writeframes(made.tobytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
