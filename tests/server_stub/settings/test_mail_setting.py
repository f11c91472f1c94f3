"""The mail host in the settings: none unless named, protected unless on this computer, one sender."""

import pytest

from server_stub.letters.mail_host import Security
from server_stub.settings.mail_setting import MailSetting
from server_stub.settings.settings import Settings, read_settings

HOST = {"mail.host": "posti.esimerkki.fi", "mail.sender": "chat@esimerkki.fi"}


def mail_of(**flags: str) -> MailSetting | None:
    found = read_settings(file=None, environment={}, flags=flags)
    assert isinstance(found, Settings), found
    return found.mail


def errors_of(**flags: str) -> tuple[str, ...]:
    found = read_settings(file=None, environment={}, flags=flags)
    assert isinstance(found, tuple), found
    return found


def test_without_a_host_there_is_no_mail():
    assert mail_of() is None
    assert mail_of(**{"mail.sender": "chat@esimerkki.fi"}) is None


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465)])
def test_the_line_is_protected_and_the_port_follows(security: str, port: int):
    mail = mail_of(**HOST, **{"mail.security": security})
    assert mail is not None
    assert (mail.host.security, mail.host.port) == (Security(security), port)
    usual = mail_of(**HOST)
    assert usual is not None
    assert usual.host.security == Security.STARTTLS
    assert (usual.letters_a_day, usual.usual_a_day) == (200, 20)


def test_an_open_line_is_for_this_computer_only():
    assert mail_of(**{**HOST, "mail.host": "127.0.0.1", "mail.security": "none"}) is not None
    (error,) = errors_of(**HOST, **{"mail.security": "none"})
    assert "on this computer only" in error


def test_what_is_wrong_is_told():
    (error,) = errors_of(**{"mail.host": "posti.esimerkki.fi"})
    assert "mail.sender" in error
    (error,) = errors_of(**{**HOST, "mail.sender": "Chat <chat@esimerkki.fi>"})
    assert "one e-mail address" in error
    (error,) = errors_of(**HOST, **{"mail.security": "ssl"})
    assert "starttls" in error


def test_the_password_is_never_shown():
    mail = mail_of(**HOST, **{"mail.user": "chat", "mail.password": "kolme hiljaista saunaa"})
    assert mail is not None
    assert mail.host.password == "kolme hiljaista saunaa"
    assert "sauna" not in repr(mail)
