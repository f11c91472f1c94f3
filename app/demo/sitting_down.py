"""Sitting down to practise: the one-use secret signs the trainee in, and from then on it is her desk."""

from typing import Protocol

from app.demo.backend import Practice


class Ended(Protocol):
    """Is set when the workstation has ended."""

    async def wait(self) -> object:
        """Wait until it is."""


class Picture(Protocol):
    """A picture of a window."""

    def save(self, file_name: str, /) -> bool:
        """Whether it was written."""


class Grabbed(Protocol):
    """A window."""

    def grab(self) -> Picture:
        """How it looks now."""


class SignInWindow(Grabbed, Protocol):
    """What is filled in at sign-in."""

    def fill(self, user_name: str, secret: str) -> None:
        """Fill in both fields."""

    def submit(self) -> None:
        """Press the button."""


class PracticeWorkstation(Protocol):
    """As much of the workstation as this needs."""

    @property
    def sign_in_window(self) -> SignInWindow | None:
        """The sign-in window while it is shown."""

    @property
    def ended(self) -> Ended:
        """Set at the end."""


async def sit_down(workstation: PracticeWorkstation, *, practice: Practice) -> None:
    """Sign in with the secret, which is good for this once, and stay until the last window is closed."""
    window = workstation.sign_in_window
    if window is not None:
        window.fill(practice.user_name, practice.secret)
        window.submit()
    await workstation.ended.wait()
