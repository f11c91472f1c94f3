"""Who comes during the tour: a few of the shipped scenarios, and one customer who leaves too soon."""

import shutil
from pathlib import Path

# One whose identity code is masked, one in Swedish, one in English, and two more for the queues.
SCENARIOS = ("tunnus_viestissa", "forsta_hyran", "new_in_town", "pesukone", "vuokra_myohassa")

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


def gather(shipped: Path, into: Path) -> Path:
    """A folder with the tour's scenarios, copied from those shipped. Raises OSError."""
    into.mkdir(parents=True, exist_ok=True)
    for name in SCENARIOS:
        shutil.copy(shipped / f"{name}.yaml", into)
    (into / "ehti_jo.yaml").write_text(LEAVES_TOO_SOON, encoding="utf-8")
    return into


def words_for(scenarios: Path) -> tuple[str, ...]:
    """What the simulated customers are told on their command line: all at once, and ten times as fast."""
    count = len(SCENARIOS) + 1
    return ("--scenarios", str(scenarios), "--customers", str(count), "--pace", "10", "--seed", "3")
