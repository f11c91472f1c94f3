"""A counsellor's day at a real workstation that is killed over and over, over one real backend (F01, F02).

    maija ── Desktop ── TollLine ── Rig            two customers are hers from the beginning to the end

Each kill is one life: what she had typed or sent is followed to where the next start of the program finds it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.support.caller import Caller
from tests.support.desktop import Desktop, Typed, a_session
from tests.support.rig import PASSWORD, QUEUES, Account, a_new_rig
from tests.support.toll_line import Place, TollLine, a_toll_line

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],))
WORDS = ("hei", "kiitos", "vuokra", "päätös", "hakemus", "liitteet", "täydennä", "maanantaina", "Kela")
MOST_KEYS = 400
LOST_AT_MOST_S = 1.0
# A quick typist and a slow one, from key to key.
QUICK_S, SLOW_S = 0.02, 0.1
# The text goes on after the key of death: she is in the middle of it.
STILL_TO_COME = 40


@dataclass(frozen=True, slots=True)
class Typing:
    """How a kill while typing ended. `lost_s` is the age, at the kill, of the oldest letter that is gone;
    `stalled_s` is for how long the program did not get to run just before.
    """

    typed: str
    back: str
    lost_s: float
    stalled_s: float
    back_after_s: float
    elsewhere: str
    sent: int

    def wrong(self) -> list[str]:
        """What should not be (trust.md F01); empty when all is well."""
        found = {
            "the draft is not what was typed": not self.typed.startswith(self.back),
            # A program that gets no time can keep nothing: what others took is not counted.
            f"typing of the last {self.lost_s:.2f} s is gone": self.lost_s > LOST_AT_MOST_S + self.stalled_s,
            "the draft is in another conversation": self.elsewhere != "",
            "something was sent by itself": self.sent > 0,
        }
        return [sentence for sentence, is_so in found.items() if is_so]


@dataclass(frozen=True, slots=True)
class Sending:
    """How a kill around sending ended: the command's id before it and in the backend, and what is shown."""

    was_id: str
    has_left: bool
    asked: bool
    ids_stored: list[str]
    lines: list[str]
    text: str
    unsent: list[list[str]]

    def wrong(self) -> list[str]:
        """What should not be (trust.md F02); empty when all is well."""
        found = {
            f"stored under {self.ids_stored}, not once under {self.was_id}": self.ids_stored != [self.was_id],
            f"shown {len(self.lines)} times": len(self.lines) != 1,
            "asked, though it had left" if self.has_left else "left without asking": self.asked
            is self.has_left,
            "the text is a draft as well": self.text != "",
            "something is still on its way": self.unsent != [],
        }
        return [sentence for sentence, is_so in found.items() if is_so]


class DeskToKill:
    """The workstation, its customers, and what is done to it."""

    def __init__(self, desktop: Desktop, line: TollLine, customers: dict[str, Caller]) -> None:
        """`customers` by the name the counsellor sees; she is at work with both before her."""
        self.desktop = desktop
        self._line = line
        self._customers = customers
        self._sent = 0

    def killed_while_typing(self, seed: int) -> Typing:
        """Type to one of the two; SIGKILL at one of the first 400 keys; come back and see."""
        chance, desktop = random.Random(seed), self.desktop
        name, other = chance.sample(sorted(self._customers), 2)
        last_key = chance.randint(1, MOST_KEYS)
        text = _words(chance, last_key + STILL_TO_COME)
        pauses = [chance.uniform(QUICK_S, SLOW_S) for _ in text]
        sent_before = self._sent_to(name)
        self._front(name)
        typed: list[Typed] = []
        for letter in desktop.type(text, pauses):
            typed.append(letter)
            if letter.number == last_key:
                break
        killed_at = time.monotonic()
        typed += desktop.kill()
        self._come_back()
        back_after_s = time.monotonic() - killed_at
        back = self._front(name)["text"]
        oldest_lost = next((letter.at for letter in typed if letter.number > len(back)), killed_at)
        elsewhere = self._front(other)["text"]
        self._front(name)
        self._clear()
        return Typing(
            typed=text[: typed[-1].number],
            back=back,
            lost_s=max(0.0, killed_at - oldest_lost),
            stalled_s=_stalled(typed, pauses, killed_at),
            back_after_s=back_after_s,
            elsewhere=elsewhere,
            sent=self._sent_to(name) - sent_before + len(desktop.do("unsent")),
        )

    def killed_while_sending(self, seed: int, at: Place | None) -> Sending:
        """Type and press Enter; SIGKILL with the command at that place, or (None) while it can be undone."""
        chance, desktop = random.Random(seed), self.desktop
        name = chance.choice(sorted(self._customers))
        self._sent += 1
        text = f"{_words(chance, chance.randint(3, 60))} ({seed}/{self._sent})"
        self._front(name)
        for _ in desktop.type(text, [0.0] * len(text)):
            continue
        desktop.until(lambda seen: seen["front"]["text"] == text)
        if at is not None:
            self._line.stop(text, at)
        desktop.do("key", on="composer", key="Return")
        [[was_id, _stage]] = desktop.do("unsent")
        self._wait_for(at, text, chance)
        desktop.kill()
        self._line.mend()
        self._come_back()
        asked = self._sent_after_all(name, text)
        lines = desktop.until(lambda seen: _sent_lines(seen["front"]["lines"], text))
        return Sending(
            was_id=was_id,
            has_left=at is not None,
            asked=asked,
            ids_stored=[m["caused_by"] for m in self._customers[name].messages if m["text"] == text],
            lines=[line for line in lines if text in line],
            text=desktop.look()["front"]["text"],
            unsent=desktop.do("unsent"),
        )

    def _wait_for(self, at: Place | None, text: str, chance: random.Random) -> None:
        """Until the moment of death has come."""
        if at is None:
            # One of the five seconds is over: what is younger than a second may be lost (I4). And on a busy
            # machine no look may fall into one certain second.
            most_s = chance.randint(1, 4)
            self.desktop.until(
                lambda seen: any(
                    _has(seen["front"]["lines"], text, f"(Lähtee {left_s} s")
                    for left_s in range(1, most_s + 1)
                )
            )
            return
        self._line.wait_until_stopped()
        if at is Place.TOLD:
            self.desktop.until(lambda seen: _sent_lines(seen["front"]["lines"], text))

    def _sent_after_all(self, name: str, text: str) -> bool:
        """What had never left asks first, and she says yes; what had left goes by itself."""
        self._front(name)
        is_asked = self.desktop.until(lambda seen: [_is_asked(seen, text)] if _is_known(seen, text) else [])[
            0
        ]
        if is_asked:
            assert not [m for m in self._customers[name].messages if m["text"] == text], "sent before asked"
            self.desktop.do("press", name="askBeforeSendingAction")
        return is_asked

    def _come_back(self) -> None:
        self.desktop.start()
        self.desktop.come_in(MAIJA.user_name, PASSWORD)

    def _front(self, name: str) -> dict[str, Any]:
        """Turn to her tab; what the conversation shows then, with the strips around it."""
        self.desktop.until(lambda seen: [tab for tab in seen["tabs"] if name in tab])
        self.desktop.do("turn", part=name)
        seen = self.desktop.until(lambda seen: seen if name in seen["front"]["name"] else None)
        assert seen is not None
        return {**seen["front"], "strips": seen["strips"]}

    def _clear(self) -> None:
        self.desktop.do("key", on="composer", key="A", modifier="ControlModifier")
        self.desktop.do("key", on="composer", key="Delete")
        self.desktop.until(lambda seen: seen["front"]["text"] == "")

    def _sent_to(self, name: str) -> int:
        return len(self._customers[name].messages)


def _is_asked(seen: dict[str, Any], text: str) -> bool:
    return "askBeforeSending" in seen["strips"] and not _sent_lines(seen["front"]["lines"], text)


def _is_known(seen: dict[str, Any], text: str) -> bool:
    """Whether it shows by now which of the two becomes of the message: it asks, or it has gone."""
    return _is_asked(seen, text) or bool(_sent_lines(seen["front"]["lines"], text))


@contextmanager
def a_desk_to_kill(folder: Path) -> Iterator[DeskToKill]:
    """Backend, line, session, desktop; two customers taken by the keys a counsellor has."""
    with ExitStack() as open_things:
        rig = a_new_rig(folder / "data", [MAIJA])
        line = open_things.enter_context(a_toll_line(lambda: rig.port))
        address = f"http://127.0.0.1:{line.port}"
        rig.settings += (f"public_origin={address}",)
        rig.start()
        open_things.callback(rig.kill)
        session = open_things.enter_context(a_session())
        desktop = Desktop(folder / "desk", server=address, session=session)
        desktop.start()
        open_things.callback(desktop.close)
        desktop.come_in(MAIJA.user_name, PASSWORD)
        customers = {}
        for first_words in ("Vuokra on myöhässä", "Sähkölasku on maksamatta"):
            caller = open_things.enter_context(Caller(rig.url))
            caller.open(first_words)
            desktop.until(lambda seen, words=first_words: _has(seen["waiting"], words))  # type: ignore[misc]
            desktop.do("choose", list="waitingList", part=first_words)
            desktop.do("key", on="waitingList", key="Return")
            front = desktop.until(lambda seen, words=first_words: _front_of(seen, words))  # type: ignore[misc]
            customers[str(front["name"])] = caller
        yield DeskToKill(desktop, line, customers)


def _front_of(seen: dict[str, Any], first_words: str) -> dict[str, Any]:
    front: dict[str, Any] = seen["front"]
    return front if _has(front["lines"], first_words) else {}


def _has(lines: list[str], *parts: str) -> bool:
    return any(all(part in line for part in parts) for line in lines)


def _sent_lines(lines: list[str], text: str) -> list[str]:
    """The transcript, once the text stands in it as sent."""
    return lines if _has(lines, text, "(lähetetty)") or _has(lines, text, "(nähty)") else []


def _words(chance: random.Random, length: int) -> str:
    words = " ".join(chance.choice(WORDS) for _ in range(length))
    return words[:length].rstrip().ljust(length, ".")


def _stalled(typed: list[Typed], pauses: list[float], killed_at: float) -> float:
    """For how long the program did not get to run in its last two seconds: the machine was busy."""
    late = 0.0
    for before, letter in pairwise(typed):
        if killed_at - letter.at < 2.0:
            late += max(0.0, letter.at - before.at - pauses[letter.number - 1] - QUICK_S)
    return late
