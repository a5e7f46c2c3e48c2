"""Who may sign in, and what they may do."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsdesk.demo.problem import Problem, forbidden

CHALLENGE = 'Bearer realm="newsdesk"'


@dataclass(frozen=True, slots=True)
class Account:
    """One user. `person` is the id of their entry in the directory of people."""

    user: str
    name: str
    person: str | None
    capabilities: tuple[str, ...]

    def may(self, capability: str) -> bool:
        """Whether the user has a capability; "" is one that everybody has."""
        return not capability or capability in self.capabilities

    def need(self, capability: str) -> None:
        """Raise the 403 problem when the capability is lacking."""
        if not self.may(capability):
            raise forbidden(capability)


class Accounts:
    """The accounts of one CMS. Tokens are made from its secret: they outlive a restart, stored nowhere."""

    def __init__(self, accounts: Iterable[Account], secret: bytes) -> None:
        self._by_user: Mapping[str, Account] = {account.user: account for account in accounts}
        self._secret = secret

    def all(self) -> tuple[Account, ...]:
        """Every account, in the order of the site's file."""
        return tuple(self._by_user.values())

    def of(self, user: str) -> Account | None:
        """The account of a user."""
        return self._by_user.get(user)

    def token(self, user: str) -> str:
        """The token of a user."""
        return hmac.new(self._secret, f"token {user}".encode(), hashlib.sha256).hexdigest()[:40]

    def holder(self, token: str) -> Account | None:
        """Whose token this is."""
        for account in self._by_user.values():
            if hmac.compare_digest(self.token(account.user).encode(), token.encode("utf-8", "replace")):
                return account
        return None

    def signed_in(self, authorization: str | None) -> Account:
        """The account behind an Authorization header. Raises the 401 problem."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise _unauthorized("token_missing", "a bearer token is needed", CHALLENGE)
        account = self.holder(token.strip())
        if account is None:
            challenge = f'{CHALLENGE}, error="invalid_token"'
            raise _unauthorized("token_invalid", "the token is not known", challenge)
        return account


def _unauthorized(code: str, detail: str, challenge: str) -> Problem:
    return Problem(401, code, detail, headers={"WWW-Authenticate": challenge})
