"""How dev.py speaks: one line at a time, at once, and a sentence when it cannot go on."""


class CannotGoOn(Exception):
    """Something a person must do first; the text is the sentence to show her."""


def say(line: str) -> None:
    """Print a line now, so that it stands before the output of the programme started next."""
    print(line, flush=True)
