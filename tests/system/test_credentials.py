"""Tokens: where they come from, where they are kept, and that nobody sees them."""

import subprocess
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends import SecretService
from keyring.backends.chainer import ChainerBackend

from newsdesk.errors import CmsRefused
from newsdesk.system.credentials import VARIABLE, Credentials
from newsdesk.system.keychain import Keychain


class Ring:
    """A keyring in memory."""

    name = "ring"

    def __init__(self, willing: bool = True) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.willing = willing

    def get(self, service: str, account: str) -> str | None:
        return self.secrets.get((service, account))

    def put(self, service: str, account: str, secret: str) -> bool:
        if self.willing:
            self.secrets[service, account] = secret
        return self.willing

    def forget(self, service: str, account: str) -> None:
        self.secrets.pop((service, account), None)


def test_a_token_is_kept_in_the_keyring_for_the_next_start() -> None:
    ring = Ring()
    assert Credentials(lambda: ring, {}).keep("đài", "an", "bi-mat")
    assert Credentials(lambda: ring, {}).token("đài", "an") == "bi-mat"
    assert ring.secrets == {("newsdesk", "đài/an"): "bi-mat"}


@pytest.mark.parametrize("ring", [None, Ring(willing=False)])
def test_without_a_keyring_it_lasts_as_long_as_the_program_and_that_is_said(ring: Ring | None) -> None:
    credentials = Credentials(lambda: ring, {})
    assert not credentials.keep("đài", "an", "bi-mat")
    assert credentials.token("đài", "an") == "bi-mat"
    with pytest.raises(CmsRefused, match=r"cms\.no_token"):
        Credentials(lambda: ring, {}).token("đài", "an")


def test_the_environment_comes_first() -> None:
    credentials = Credentials(lambda: None, {VARIABLE: " from-script\n"})
    credentials.hold("đài", "an", "held")
    assert credentials.token("đài", "an") == "from-script"


def test_the_keyring_is_opened_late_and_asked_once() -> None:
    opened: list[Ring] = []

    def open_ring() -> Ring:
        opened.append(Ring())
        opened[-1].secrets["newsdesk", "đài/an"] = "bi-mat"
        return opened[-1]

    credentials = Credentials(open_ring, {})
    assert opened == []
    assert credentials.token("đài", "an") == credentials.token("đài", "an") == "bi-mat"
    assert len(opened) == 1


def test_a_forgotten_token_is_gone_everywhere() -> None:
    ring = Ring()
    credentials = Credentials(lambda: ring, {})
    credentials.keep("đài", "an", "bi-mat")
    credentials.forget("đài", "an")
    assert ring.secrets == {}
    with pytest.raises(CmsRefused):
        credentials.token("đài", "an")


def test_nobody_sees_a_token() -> None:
    credentials = Credentials(lambda: Ring(), {})
    credentials.hold("đài", "an", "bi-mat")
    assert "bi-mat" not in repr(credentials) + credentials.describe()


@pytest.mark.parametrize(
    ("credentials", "words"),
    [
        (Credentials(lambda: None, {}), "memory only (no keyring)"),
        (Credentials(lambda: Ring(), {}), "keyring (ring)"),
        (Credentials(lambda: Ring(), {VARIABLE: "x"}), f"environment ({VARIABLE})"),
    ],
)
def test_a_diagnosis_says_where_tokens_are_kept(credentials: Credentials, words: str) -> None:
    assert credentials.describe() == words


class PlainText(keyring.backend.KeyringBackend):
    """A keyring that would write to a file."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("a token was handed to a keyring that writes plain text")


class Locked(SecretService.Keyring):
    """A Secret Service whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.PasswordSetError

    def delete_password(self, service: str, username: str) -> None:
        raise keyring.errors.PasswordDeleteError


def test_a_keyring_of_plain_text_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", PlainText)
    assert Keychain.open() is None


def test_no_keyring_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.fail.Keyring)
    assert Keychain.open() is None


def test_a_locked_keyring_is_no_crash() -> None:
    keychain = Keychain(Locked())
    assert keychain.get("newsdesk", "đài/an") is None
    assert not keychain.put("newsdesk", "đài/an", "bi-mat")
    keychain.forget("newsdesk", "đài/an")


def test_the_safe_one_of_a_chain_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    safe = SecretService.Keyring.__new__(SecretService.Keyring)

    class Chain(ChainerBackend):
        backends = [PlainText(), safe]  # noqa: RUF012 - as the library has it

    monkeypatch.setattr(keyring, "get_keyring", Chain)
    keychain = Keychain.open()
    assert keychain is not None
    assert keychain.name.startswith("SecretService")


def test_credentials_alone_load_no_keyring() -> None:
    code = "import sys, newsdesk.system.credentials; print('keyring' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


def test_keeping_a_token_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(keyring, "get_keyring", PlainText)
    assert not Credentials(Keychain.open, {}).keep("đài", "an", "bi-mat")
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
