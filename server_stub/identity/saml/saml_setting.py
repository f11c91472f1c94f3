"""saml_setting: What the settings say of a SAML provider; apart, as its library is loaded only with one."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SamlSetting:
    """The provider's metadata, what we are called there, and our key and certificate."""

    metadata_file: Path
    provider_id: str
    entity_id: str
    key_file: Path
    certificate_file: Path
