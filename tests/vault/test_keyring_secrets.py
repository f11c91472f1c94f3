"""The keyring, real and broken: secrets stay until forgotten, and only a trusted one is ever used."""

import threading

import pytest
from keyring.backends.SecretService import Keyring as SecretService

from app.domain.memory_only import Cause
from app.vault.backends import ALLOWED, NoTrustedKeyring, trusted_backend
from app.vault.keyring_secrets import SERVICE, KeyringSecrets, NoKeyring
from tests.vault.keyrings import LockedKeyring, SilentKeyring

pytestmark = pytest.mark.asyncio

TOKEN = "refresh-token@https://vuoro.example.fi"


@pytest.mark.usefixtures("real_keyring")
async def test_a_secret_is_kept_until_it_is_forgotten_and_then_it_is_gone():
    secrets = KeyringSecrets()
    await secrets.put(TOKEN, "first")
    await secrets.put(TOKEN, "second å ä ö")
    assert await KeyringSecrets().get(TOKEN) == "second å ä ö"
    await secrets.forget(TOKEN)
    assert await KeyringSecrets().get(TOKEN) is None
    assert SecretService().get_password(SERVICE, TOKEN) is None


@pytest.mark.usefixtures("real_keyring")
async def test_forgetting_what_is_not_there_is_no_trouble():
    secrets = KeyringSecrets()
    await secrets.forget("never kept")
    assert await secrets.get("never kept") is None


@pytest.mark.usefixtures("real_keyring")
async def test_the_keyring_is_asked_in_a_thread_of_its_own_and_always_the_same_one():
    seen: set[str] = set()

    def choose():
        seen.add(threading.current_thread().name)
        return trusted_backend()

    secrets = KeyringSecrets(choose=choose)
    await secrets.get("a")
    await secrets.get("b")
    secrets.close()
    assert seen == {"vault"}


@pytest.mark.usefixtures("no_keyring")
async def test_no_setting_of_the_computer_can_smuggle_in_a_keyring_of_plain_text(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(NoTrustedKeyring):
        trusted_backend()


async def test_the_list_of_trusted_keyrings_names_no_file_and_no_chain():
    assert {module.rpartition(".")[2] for module, _ in ALLOWED} == {
        "SecretService",
        "libsecret",
        "kwallet",
        "Windows",
    }


async def test_a_keyring_left_locked_is_no_keyring_and_says_so():
    with pytest.raises(NoKeyring) as caught:
        await KeyringSecrets(choose=LockedKeyring).get(TOKEN)
    assert caught.value.cause is Cause.KEYRING_LOCKED
    assert "cancel" not in str(caught.value)


async def test_a_keyring_that_waits_for_ever_does_not_keep_the_counsellor_waiting():
    silent = SilentKeyring()
    with pytest.raises(NoKeyring) as caught:
        await KeyringSecrets(choose=lambda: silent, answers_within_s=0.01).get(TOKEN)
    silent.let_go.set()
    assert caught.value.cause is Cause.KEYRING_SILENT
