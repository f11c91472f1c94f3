"""identifying: The provider of strong identification and the key of people, made once from the settings."""

import shutil
from collections.abc import Callable

from server_stub.bootstrap.opening import Refused
from server_stub.helpline.values import Millis
from server_stub.identity.openid.openid_setting import OpenIdSetting
from server_stub.identity.person_keys import PersonKeys
from server_stub.identity.practice_provider import PracticeProvider, PracticeSetting
from server_stub.identity.provider import IdentityProvider
from server_stub.identity.saml.saml_setting import SamlSetting
from server_stub.identity.tokens import new_token
from server_stub.ports import Alarm
from server_stub.records import creation
from server_stub.records.database import Database
from server_stub.routes.identification import OPENID_RETURN, SAML_RETURN
from server_stub.routes.practice_identification import PRACTICE_PAGE
from server_stub.settings.identification_settings import IdentificationSetting
from server_stub.settings.key_file import KeyFileRefused, make_key_file, read_key_file


def person_keys(setting: IdentificationSetting, database: Database) -> PersonKeys:
    """The key, made where there is none yet and the database knows of none. Raises `Refused`.

    A key that was lost is never replaced in silence: nobody would be known again, and no code readable.
    """
    path = setting.key_file
    with database.reading() as connection:
        known = creation.identities_fingerprint(connection)
    try:
        is_new = known is None and not path.exists()
        keys = PersonKeys(make_key_file(path) if is_new else read_key_file(path))
    except KeyFileRefused as error:
        raise Refused(str(error)) from error
    if known is None:
        with database.writing() as connection:
            creation.keep_identities_fingerprint(connection, keys.fingerprint)
    elif known != keys.fingerprint:
        raise Refused(
            f"The key {path} is not the one that the people in this database are known by. "
            "Nothing was changed; put the right key file in its place."
        )
    return keys


def provider(
    setting: IdentificationSetting,
    *,
    origin: str,
    now: Callable[[], Millis],
    monotonic: Callable[[], float],
    alarm: Alarm,
) -> IdentityProvider:
    """The one that is configured; browsers come back to `origin`. Raises `Refused`."""
    if isinstance(setting.provider, PracticeSetting):
        return PracticeProvider(page_url=f"{origin}{PRACTICE_PAGE}", new_id=new_token, now=now)
    if isinstance(setting.provider, SamlSetting):
        return _saml(setting.provider, origin=origin, now=now, alarm=alarm)
    return _openid(setting.provider, origin=origin, now=now, monotonic=monotonic, alarm=alarm)


def _openid(
    setting: OpenIdSetting,
    *,
    origin: str,
    now: Callable[[], Millis],
    monotonic: Callable[[], float],
    alarm: Alarm,
) -> IdentityProvider:
    # Loaded here: it brings a client of HTTP and all of JOSE, a quarter of what a backend loads without it.
    from server_stub.identity.openid.openid_provider import OpenIdProvider

    return OpenIdProvider(
        setting, redirect_uri=f"{origin}{OPENID_RETURN}", now=now, monotonic=monotonic, alarm=alarm
    )


def _saml(setting: SamlSetting, *, origin: str, now: Callable[[], Millis], alarm: Alarm) -> IdentityProvider:
    # Loaded here: it costs half a second, and most backends need none of it.
    from server_stub.identity.saml.saml_provider import SamlProvider

    xmlsec = shutil.which("xmlsec1")
    if xmlsec is None:
        raise Refused("SAML needs the programme xmlsec1 (Debian: apt install xmlsec1). Nothing was started.")
    try:
        return SamlProvider(
            setting, consumer_url=f"{origin}{SAML_RETURN}", now=now, alarm=alarm, xmlsec=xmlsec
        )
    except Exception as error:
        raise Refused(
            f"The SAML provider could not be set up ({type(error).__name__}). Nothing was started; see that "
            "the metadata, the key and the certificate are what they should be."
        ) from error
