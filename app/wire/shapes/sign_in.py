"""Signing in: what is asked, and the tokens that come of it."""

from __future__ import annotations

from msgspec import Struct

from app.wire.shapes.values import Person, Time


class SignIn(Struct, frozen=True, forbid_unknown_fields=True):
    """Name and password, from this computer."""

    user_name: str
    password: str
    device_id: str


class ChooseOwnPassword(Struct, frozen=True, forbid_unknown_fields=True):
    """The one-time password for the last time, and her own in its place."""

    user_name: str
    password: str
    own_password: str
    device_id: str


class Refresh(Struct, frozen=True, forbid_unknown_fields=True):
    """The refresh token, from the computer it is bound to."""

    refresh_token: str
    device_id: str


class SignedIn(Struct, frozen=True):
    """Tokens, and whose they are."""

    access_token: str
    access_expires_at: Time
    refresh_token: str
    refresh_expires_at: Time
    staff: Person
    device_secret: str
