"""Tokens: in the system's keyring, in an environment variable for scripts, or in memory. Never in a file."""

import os
from collections.abc import Callable, Mapping
from typing import Protocol

from newsdesk.errors import CmsRefused

VARIABLE = "NEWSDESK_CMS_TOKEN"
SERVICE = "newsdesk"


class Keyring(Protocol):
    """A keyring of the system that encrypts what it keeps."""

    @property
    def name(self) -> str:
        """What the system calls it."""

    def get(self, service: str, account: str) -> str | None:
        """A secret, None when there is none or the keyring is locked."""

    def put(self, service: str, account: str, secret: str) -> bool:
        """Keep a secret; False when the keyring will not."""

    def forget(self, service: str, account: str) -> None:
        """Remove a secret, if there is one."""


class Credentials:
    """The tokens of destinations. `open_keyring` gives the system's keyring, None when there is no safe one.

    It is called late, when a token is first asked for or kept: keyrings are slow to load.
    """

    def __init__(
        self,
        open_keyring: Callable[[], Keyring | None] = lambda: None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._open_keyring = open_keyring
        self._environment = environment
        self._held: dict[tuple[str, str], str] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._held)} held)"

    def token(self, destination: str, user: str) -> str:
        """The token of a user at a destination: from the environment, from memory, from the keyring.

        Raises:
            CmsRefused: `cms.no_token`.
        """
        given = self._environment.get(VARIABLE, "").strip() or self._held.get((destination, user))
        if given:
            return given
        keyring = self._open_keyring()
        kept = keyring.get(SERVICE, _account(destination, user)) if keyring else None
        if not kept:
            raise CmsRefused("cms.no_token", destination=destination, user=user)
        self._held[destination, user] = kept
        return kept

    def hold(self, destination: str, user: str, token: str) -> None:
        """Keep a token in memory, for as long as the program runs."""
        self._held[destination, user] = token

    def keep(self, destination: str, user: str, token: str) -> bool:
        """Keep a token in the keyring and in memory; False when it is in memory only."""
        self.hold(destination, user, token)
        keyring = self._open_keyring()
        return keyring is not None and keyring.put(SERVICE, _account(destination, user), token)

    def forget(self, destination: str, user: str) -> None:
        """Forget a token everywhere."""
        self._held.pop((destination, user), None)
        keyring = self._open_keyring()
        if keyring is not None:
            keyring.forget(SERVICE, _account(destination, user))

    def describe(self) -> str:
        """Where tokens are kept here, for a diagnosis; says nothing of the tokens."""
        if self._environment.get(VARIABLE, "").strip():
            return f"environment ({VARIABLE})"
        keyring = self._open_keyring()
        return f"keyring ({keyring.name})" if keyring else "memory only (no keyring)"


def _account(destination: str, user: str) -> str:
    return f"{destination}/{user}"
