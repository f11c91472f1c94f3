"""Who comes during the tour: some of the shipped scenarios, and one customer who leaves too soon."""

import shutil
from pathlib import Path

# One whose identity code is masked, one in Swedish, one in English, one with a long question, and one more.
CHATS = ("s04_hetu", "s08_sv_utkomststod", "s10_en_newcomer", "s05_pitka", "s01_ehkaiseva")
# They only ask to be called.
CALLS = ("soitto_sahkolasku", "samtal_sonens_assistent", "soitto_vaimon_muisti", "call_new_baby")

# She asks once more and is gone while the counsellor is still writing: a text comes back.
LEAVES_TOO_SOON = """\
format: 1
id: ehti_jo
title: {fi: Ehti jo, sv: Hann redan, en: Found it already}
language: fi
service: neuvonta
topic: vammaispalvelut
first_words: Mistä löydän vammaispalvelujen hakemuksen? Etsin sitä jo tunnin.
turns:
  - Löytyykö se etusivulta?
ending:
  by: customer
  text: Löysin sen juuri, kiitos!
"""
HER_FIRST_WORDS = "Mistä löydän vammaispalvelujen hakemuksen?"
_PACE = 10.0
LONG_QUESTION = "Hei, yritän nyt selittää tämän kerralla"


def gather(shipped: Path, into: Path) -> Path:
    """A folder with the tour's scenarios, copied from those shipped. Raises OSError."""
    into.mkdir(parents=True, exist_ok=True)
    for name in (*CHATS, *CALLS):
        shutil.copy(shipped / f"{name}.yaml", into)
    (into / "ehti_jo.yaml").write_text(LEAVES_TOO_SOON, encoding="utf-8")
    return into


def words_for(scenarios: Path) -> tuple[str, ...]:
    """What the simulated customers are told on their command line: all at once, and ten times as fast."""
    count = len(CHATS) + 1
    return ("--scenarios", str(scenarios), "--customers", str(count), *at_pace(_PACE), "--seed", "3")


def at_pace(pace: float) -> tuple[str, ...]:
    """What the simulated customers are told, so that they are this many times as fast as people."""
    return ("--pace", f"{pace:g}")
