"""Whom the line trusts: the operating system's authorities, and those in the county's own file."""

import ssl
from pathlib import Path


class UntrustedAuthority(Exception):
    """The file of authorities cannot be read; the message is a sentence for whoever set it."""


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.2 at least, never "continue anyway". Raises `UntrustedAuthority`."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        _add(context, ca_file)
    return context


def check_authorities(ca_file: Path) -> None:
    """Raise `UntrustedAuthority` when the file cannot be used. Cheap: asked before a window opens."""
    _add(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ca_file)


def _add(context: ssl.SSLContext, ca_file: Path) -> None:
    try:
        context.load_verify_locations(cafile=ca_file)
    except (OSError, ssl.SSLError) as error:
        raise UntrustedAuthority(
            f"The file of certificate authorities {ca_file} cannot be read ({type(error).__name__}). "
            "Nothing was sent. Give a file in PEM format, or leave the setting out."
        ) from error
