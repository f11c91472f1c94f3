"""mail_host: One letter's way into the mail host, in two steps with the database's word between them.

    open ─► EHLO, STARTTLS, sign in, MAIL FROM, RCPT TO     nothing is handed over: a failure is tried again
    give ─► DATA … .                                        from here on the host may have it

Blocking, by the standard library's client: the caller runs it beside the loop.
"""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum


class Security(StrEnum):
    """How the line to the mail host is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailHost:
    """Where letters are handed in, and by whom. `repr` leaves the password out."""

    host: str
    port: int
    security: Security
    sender: str
    user: str
    timeout_s: int
    password: str = field(repr=False)


class PutOff(Exception):
    """Not now: the host is away, or says so itself (4xx). It does not have the letter."""


class Declined(Exception):
    """Never: the host will not take this letter (5xx)."""


class LostInHand(Exception):
    """The line broke after the text had begun: nobody knows whether the host has it."""


class Opened:
    """A line to the host, up to the point where a letter's text would begin."""

    def __init__(self, client: smtplib.SMTP) -> None:
        """`client` has been told sender and recipient."""
        self._client = client

    def give(self, letter: bytes) -> None:
        """The text. Raises `PutOff` or `Declined` where the host says so, else `LostInHand`."""
        try:
            code, _ = self._client.data(letter)
        except smtplib.SMTPDataError as error:
            # It answered DATA itself with no: the text has not begun.
            raise _answered(error.smtp_code) from None
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise LostInHand(type(error).__name__) from None
        if code == 250:
            return
        if 400 <= code <= 599:
            raise _answered(code)
        raise LostInHand(str(code))

    def close(self) -> None:
        """Say goodbye; how it is taken no longer matters."""
        with suppress(OSError, smtplib.SMTPException):
            self._client.quit()
        self._client.close()


def opened(host: MailHost, recipient: str) -> Opened:
    """A line on which the host has agreed to take a letter to this one recipient."""
    client = signed_in(host)
    try:
        _agreed(client.mail(host.sender))
        _agreed(client.rcpt(recipient))
    except (OSError, smtplib.SMTPException) as error:
        client.close()
        raise PutOff(type(error).__name__) from None
    except (PutOff, Declined):
        Opened(client).close()
        raise
    return Opened(client)


def signed_in(host: MailHost) -> smtplib.SMTP:
    """A line to the host, protected and signed in as the settings say. Raises `PutOff`."""
    context = ssl.create_default_context()
    # Not this computer's own name, which is nobody's business and may be asked for far away.
    name = host.sender.rpartition("@")[2]
    client: smtplib.SMTP | None = None
    try:
        if host.security == Security.TLS:
            client = smtplib.SMTP_SSL(host.host, host.port, name, timeout=host.timeout_s, context=context)
        else:
            client = smtplib.SMTP(host.host, host.port, name, timeout=host.timeout_s)
        if host.security == Security.STARTTLS:
            client.starttls(context=context)
        if host.user:
            client.login(host.user, host.password)
        client.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException) as error:
        # A wrong password or certificate is the county's to mend: letters wait, as for a host that is away.
        if client is not None:
            client.close()
        raise PutOff(type(error).__name__) from None
    return client


def _agreed(answer: tuple[int, bytes]) -> None:
    if answer[0] not in (250, 251):
        raise _answered(answer[0])


def _answered(code: int) -> PutOff | Declined:
    """What a no means. The host's own words are not kept: they name the recipient."""
    return Declined(str(code)) if 500 <= code <= 599 else PutOff(str(code))
