"""identification_settings: Which provider of strong identification there is, and where its secrets lie.

A secret is never a setting itself, for settings may be read by many: a setting names a file of mode 0600.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from server_stub.identity.openid.openid_setting import OpenIdSetting
from server_stub.identity.practice_provider import PracticeSetting
from server_stub.identity.saml.saml_setting import SamlSetting
from server_stub.settings.setting_values import Values

_ISSUER: Final = "identification.openid_issuer"
_CLIENT: Final = "identification.openid_client_id"
_SECRET_FILE: Final = "identification.openid_client_secret_file"  # noqa: S105
_KEY_FILE: Final = "identification.key_file"
_METADATA: Final = "identification.saml_metadata_file"
_PROVIDER: Final = "identification.saml_provider_id"
_ENTITY: Final = "identification.saml_entity_id"
_SAML_KEY: Final = "identification.saml_key_file"
_CERTIFICATE: Final = "identification.saml_certificate_file"
_SAML: Final = (_METADATA, _PROVIDER, _ENTITY, _SAML_KEY, _CERTIFICATE)
_PRACTICE: Final = "identification.practice"
IDENTIFICATION: Final = (_PRACTICE, _ISSUER, _CLIENT, _SECRET_FILE, *_SAML, _KEY_FILE)
_LONGEST_SECRET: Final = 1_000
_HERE: Final = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class IdentificationSetting:
    """The provider, and the file of the key under which people are known and codes are sealed."""

    provider: OpenIdSetting | SamlSetting | PracticeSetting
    key_file: Path


def read_identification(values: Values, *, is_practice: bool) -> IdentificationSetting | None:
    """The provider in force; None where none is named. There is one, or the page would have to ask which.

    Made-up people are for practice alone: where somebody real could come, nobody is asked who she plays.
    """
    issuer = values.text(_ISSUER, "")
    client_id = values.text(_CLIENT, "")
    key_file = values.path(_KEY_FILE, Path("vuoro.identities.key"))
    if values.text(_METADATA, ""):
        if issuer:
            values.wrong(_METADATA, f"one provider is expected; {_ISSUER} names another")
        return IdentificationSetting(_saml(values), key_file)
    if values.yes_or_no(_PRACTICE, is_yes=False):
        if issuer:
            values.wrong(_PRACTICE, f"one provider is expected; {_ISSUER} names another")
        if not is_practice:
            values.wrong(_PRACTICE, "made-up people are for practice: say is_practice as well")
        return IdentificationSetting(PracticeSetting(), key_file)
    if not issuer:
        return None
    if not _is_safe(issuer):
        values.wrong(_ISSUER, "an https address is expected, as the provider writes it")
    if not client_id:
        values.wrong(_ISSUER, f"{_CLIENT} is missing: what the provider calls this service")
    return IdentificationSetting(OpenIdSetting(issuer, client_id, _secret(values)), key_file)


def _saml(values: Values) -> SamlSetting:
    missing = [name for name in _SAML if not values.text(name, "")]
    if missing:
        values.wrong(_METADATA, f"{', '.join(missing)} is missing")
    files = {name: values.path(name, Path()) for name in (_METADATA, _SAML_KEY, _CERTIFICATE)}
    for name, path in files.items():
        if values.text(name, "") and not path.is_file():
            values.wrong(name, "a file is expected; there is none")
    key = files[_SAML_KEY]
    if key.is_file() and key.stat().st_mode & 0o077:
        values.wrong(_SAML_KEY, "the file can be read by others; say chmod 600")
    return SamlSetting(
        metadata_file=files[_METADATA],
        provider_id=values.text(_PROVIDER, ""),
        entity_id=values.text(_ENTITY, ""),
        key_file=key,
        certificate_file=files[_CERTIFICATE],
    )


def _secret(values: Values) -> str | None:
    if not values.text(_SECRET_FILE, ""):
        return None
    path = values.path(_SECRET_FILE, Path())
    try:
        secret = path.read_text(encoding="utf-8").strip()
        is_open = path.stat().st_mode & 0o077
    except (OSError, UnicodeDecodeError):
        values.wrong(_SECRET_FILE, "a file that holds the secret is expected; it could not be read")
        return None
    if is_open:
        values.wrong(_SECRET_FILE, "the file can be read by others; say chmod 600")
    if not 0 < len(secret) <= _LONGEST_SECRET:
        values.wrong(_SECRET_FILE, "the file does not hold a secret")
    return secret


def _is_safe(issuer: str) -> bool:
    """TLS, or this very computer: nothing that is believed may be put in on the way."""
    try:
        split = urlsplit(issuer)
    except ValueError:
        return False
    if not split.hostname or split.query or split.fragment or split.username:
        return False
    return split.scheme == "https" or (split.scheme == "http" and split.hostname in _HERE)
