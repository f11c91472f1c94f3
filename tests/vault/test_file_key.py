"""A counsellor's key against a real GNOME keyring: the same every day, and hers alone."""

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.backends.SecretService import Keyring as SecretService

from app.domain.memory_only import Cause
from app.vault.file_key import INSTALL_SECRET, derive_file_key, file_key
from app.vault.keyring_secrets import SERVICE, KeyringSecrets, NoKeyring
from tests.vault.keyrings import ForgetfulKeyring

pytestmark = pytest.mark.asyncio

ANNA, BEN = "a" * 32, "b" * 32
ANNAS_DEVICE_SECRET, BENS_DEVICE_SECRET = "11" * 32, "22" * 32


@pytest.mark.usefixtures("real_keyring")
async def test_the_key_of_a_counsellor_is_the_same_every_day_on_this_computer():
    today = await file_key(KeyringSecrets(), staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET)
    tomorrow = await file_key(KeyringSecrets(), staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET)
    assert today == tomorrow
    assert len(today) == 32


@pytest.mark.usefixtures("real_keyring")
async def test_two_counsellors_on_one_computer_have_different_keys():
    secrets = KeyringSecrets()
    anna = await file_key(secrets, staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET)
    ben = await file_key(secrets, staff_id=BEN, device_secret=BENS_DEVICE_SECRET)
    assert anna != ben


@pytest.mark.usefixtures("real_keyring")
async def test_neither_the_keyring_nor_the_device_secret_alone_is_the_key():
    key = await file_key(KeyringSecrets(), staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET)
    kept = SecretService().get_password(SERVICE, INSTALL_SECRET)
    assert kept is not None
    assert kept != key.hex()
    assert key.hex() != ANNAS_DEVICE_SECRET
    assert ANNAS_DEVICE_SECRET not in kept


async def test_the_derivation_is_hkdf_as_another_library_computes_it():
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=b"salt" * 8, info=b"vuoro/store/1/" + ANNA.encode())
    expected = hkdf.derive(b"secret" * 6)
    assert derive_file_key(install_secret=b"salt" * 8, device_secret=b"secret" * 6, staff_id=ANNA) == expected


async def test_a_keyring_that_forgets_gives_no_key_rather_than_a_key_of_one_day():
    with pytest.raises(NoKeyring) as caught:
        await file_key(
            KeyringSecrets(choose=ForgetfulKeyring), staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET
        )
    assert caught.value.cause is Cause.KEYRING_FAILED


@pytest.mark.usefixtures("no_keyring")
async def test_without_a_trusted_keyring_there_is_no_key_and_a_reason():
    with pytest.raises(NoKeyring) as caught:
        await file_key(KeyringSecrets(), staff_id=ANNA, device_secret=ANNAS_DEVICE_SECRET)
    assert caught.value.cause is Cause.NO_KEYRING
