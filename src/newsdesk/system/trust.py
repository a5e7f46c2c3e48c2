"""Whom this machine trusts: the system's own authorities, and those of the organisation."""

import ssl

import truststore

from newsdesk.errors import BadInput


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """A context that verifies servers as the operating system does. `ca_file` (PEM) adds authorities.

    Raises:
        BadInput: `cms.ca_file_unusable`, the file is missing or holds no certificate.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError):
            raise BadInput("cms.ca_file_unusable", file=ca_file) from None
    return context
