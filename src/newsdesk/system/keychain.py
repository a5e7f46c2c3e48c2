"""The system's own keyring: Windows Credential Manager, macOS Keychain, Secret Service, KWallet."""

import contextlib
from typing import Self

import keyring
import keyring.errors
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

SAFE = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)
"""Modules of keyrings that encrypt; any other may write plain text and is not used."""


class Keychain:
    """One safe keyring."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    @classmethod
    def open(cls) -> Self | None:
        """The system's keyring, None when it has none that is safe."""
        backend = keyring.get_keyring()
        candidates = backend.backends if isinstance(backend, ChainerBackend) else [backend]
        safe = (one for one in candidates if type(one).__module__ in SAFE)
        return next((cls(one) for one in safe), None)

    @property
    def name(self) -> str:
        """What the system calls it."""
        return str(self._backend.name)

    def get(self, service: str, account: str) -> str | None:
        """A secret, None when there is none or the keyring is locked."""
        try:
            return self._backend.get_password(service, account)
        except keyring.errors.KeyringError:
            return None

    def put(self, service: str, account: str, secret: str) -> bool:
        """Keep a secret; False when the keyring will not (Windows takes about 1,280 characters)."""
        try:
            self._backend.set_password(service, account, secret)
        except (keyring.errors.KeyringError, OSError):
            return False
        return True

    def forget(self, service: str, account: str) -> None:
        """Remove a secret, if there is one."""
        with contextlib.suppress(keyring.errors.KeyringError):
            self._backend.delete_password(service, account)
