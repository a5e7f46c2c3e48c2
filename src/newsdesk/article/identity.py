"""Identifiers made on the reporter's machine, so that a lost answer can be asked about later."""

import secrets
import time
import uuid


def new_id() -> str:
    """Make a UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def is_id(text: str) -> bool:
    """Whether a text is a UUID in its one canonical form, lower-case with hyphens."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
