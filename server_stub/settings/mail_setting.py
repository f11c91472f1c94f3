"""mail_setting: The mail host by which customers are sent their conversations, from the settings; or none."""

from dataclasses import dataclass
from typing import Final

from server_stub.helpline.mail_address import one_address
from server_stub.letters.mail_host import MailHost, Security
from server_stub.settings.setting_values import Values

MAIL_KEYS: Final = (
    "mail.host",
    "mail.port",
    "mail.security",
    "mail.sender",
    "mail.user",
    "mail.password",
    "mail.timeout_s",
    "mail.letters_a_day",
    "mail.usual_a_day",
)
_PORTS: Final = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class MailSetting:
    """The host, how many letters may go out a day, and how many usually do (twice as many raise an alarm)."""

    host: MailHost
    letters_a_day: int
    usual_a_day: int


def mail_setting(values: Values) -> MailSetting | None:
    """What the settings say of mail; None where they name no host: then no letters are offered."""
    host = values.text("mail.host", "")
    if not host:
        return None
    security = _security(values, host)
    return MailSetting(
        MailHost(
            host=host,
            port=values.whole_number("mail.port", _PORTS[security], least=1, most=65_535),
            security=security,
            sender=_sender(values),
            user=values.text("mail.user", ""),
            timeout_s=values.whole_number("mail.timeout_s", 10, least=1, most=120),
            password=values.text("mail.password", ""),
        ),
        letters_a_day=values.whole_number("mail.letters_a_day", 200, least=1, most=100_000),
        usual_a_day=values.whole_number("mail.usual_a_day", 20, least=1, most=100_000),
    )


def _security(values: Values, host: str) -> Security:
    written = values.text("mail.security", "starttls")
    if written not in tuple(Security):
        values.wrong("mail.security", "starttls, tls or none is expected")
        return Security.STARTTLS
    if written == Security.NONE and host not in _LOOPBACK:
        values.wrong("mail.security", "none is for a mail host on this computer only")
    return Security(written)


def _sender(values: Values) -> str:
    written = values.text("mail.sender", "")
    address = one_address(written)
    if address is None:
        values.wrong("mail.sender" if written else "mail.host", "mail.sender is to be one e-mail address")
    return address or ""
