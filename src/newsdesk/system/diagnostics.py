"""Facts about this machine for a support report. Passwords inside proxy addresses are left out."""

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import ssl
import sys
import urllib.request
from pathlib import Path

import newsdesk

LIBRARIES = ("PySide6-Essentials", "lxml", "pillow", "pi-heif", "requests", "keyring", "truststore")


def describe_machine() -> dict[str, str]:
    """Versions of newsdesk, of what it stands on, and of the system."""
    versions = {name: _version(name) for name in LIBRARIES}
    return {
        "newsdesk": newsdesk.__version__,
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "openssl": ssl.OPENSSL_VERSION,
        "frozen": str(bool(getattr(sys, "frozen", False))),
        **versions,
    }


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def describe_storage(library: Path) -> dict[str, str]:
    """Where the library lies and how much room is left there, in MB."""
    place = next(folder for folder in (library, *library.parents) if folder.exists())
    return {
        "library": str(library),
        "free_mb": str(shutil.disk_usage(place).free // 1_000_000),
        "writable": str(os.access(place, os.W_OK)),
    }


def describe_network() -> dict[str, str]:
    """The proxies in force and the variables that change which certificates are trusted."""
    proxies = {f"proxy_{scheme}": _without_login(url) for scheme, url in urllib.request.getproxies().items()}
    trust = {name: os.environ[name] for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE") if name in os.environ}
    return {**proxies, **trust} or {"proxy": "none"}


def _without_login(url: str) -> str:
    """Everything up to the last @ but the scheme goes: people write addresses that no parser takes apart."""
    scheme, mark, rest = url.partition("://")
    return scheme + mark + rest.rpartition("@")[2] if mark else url.rpartition("@")[2]
