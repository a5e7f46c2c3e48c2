"""How a credit line says that it is one."""

import re

CREDIT_LABEL = re.compile(r"\s*(?:(?:nguồn\s+)?ảnh|photo)\s*:\s*", re.IGNORECASE)


def without_credit_label(text: str) -> str:
    """The photographer of a credit line: `Ảnh: Hoàng Gia` names Hoàng Gia."""
    label = CREDIT_LABEL.match(text)
    return text[label.end() :] if label else text
