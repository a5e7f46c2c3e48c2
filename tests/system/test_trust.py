"""Whom this machine trusts."""

import ssl
from pathlib import Path

import pytest
import truststore

from making.raw_server import TLS
from newsdesk.errors import BadInput
from newsdesk.system.trust import tls_context


def test_servers_are_verified_by_the_system() -> None:
    context = tls_context()
    assert isinstance(context, truststore.SSLContext)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_an_authority_of_the_organisation() -> None:
    assert tls_context(str(TLS / "server.pem"))


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_an_unusable_authority_file(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadInput, match=r"cms\.ca_file_unusable") as caught:
        tls_context(str(file))
    assert caught.value.parameters["file"] == str(file)
