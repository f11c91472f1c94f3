"""openid_setting: Which OpenID Connect provider is asked, without what asking it takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenIdSetting:
    """One provider; `client_secret` is None where only PKCE proves that it is us."""

    issuer: str
    client_id: str
    client_secret: str | None = None

    def __repr__(self) -> str:
        return f"OpenIdSetting({self.issuer!r}, {self.client_id!r}, …)"
