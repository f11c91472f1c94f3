"""letter: A letter as bytes: exactly one recipient, and no header that anybody's text could reach (B12)."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from server_stub.helpline.calling_time import moment
from server_stub.helpline.mail_address import one_address
from server_stub.helpline.values import Millis

_SAFE: Final = SMTP.clone(max_line_length=78)


def letter_bytes(
    *, letter_id: str, sender: str, recipient: str, subject: str, text: str, at: Millis
) -> bytes:
    """The whole letter. Its Message-ID is made of `letter_id`: every try of it bears the same one.

    Raises `ValueError` where the recipient is not one plain address; the rules have seen to it already.
    """
    if one_address(recipient) != recipient:
        raise ValueError("not one plain address")
    letter = EmailMessage(_SAFE)
    letter["From"] = sender
    letter["To"] = recipient
    letter["Subject"] = subject
    letter["Date"] = format_datetime(moment(at))
    letter["Message-ID"] = f"<{letter_id}@{sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text, subtype="plain", charset="utf-8", cte="base64")
    return letter.as_bytes()
