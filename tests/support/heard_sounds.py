"""Sounds that a test hears: what was played and how loud, on a device that is there or not."""

from __future__ import annotations

from app.desk.sounds import Sound


class HeardSounds:
    """`desk.announcing.Sounds`, heard by a test."""

    def __init__(self, *, has_device: bool = True) -> None:
        self.has_device = has_device
        self.heard: list[tuple[Sound, float]] = []
        self.looked_for_device = 0
        self.is_closed = False

    async def is_there(self) -> bool:
        self.looked_for_device += 1
        return self.has_device

    async def play(self, sound: Sound, *, volume: float) -> bool:
        if self.has_device:
            self.heard.append((sound, volume))
        return self.has_device

    async def close(self) -> None:
        self.is_closed = True
