"""Windows without a screen; a message of the toolkit that nobody expected fails the test."""

import os
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """The application with the shipped typefaces."""
    from newsdesk.gui.theme import load_fonts

    load_fonts(ROOT / "resources" / "fonts")
    return qapp


HARMLESS = {
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
}
"""Said by the screenless platform whenever a window or a menu is shown."""


@pytest.fixture(autouse=True)
def no_unexpected_qt_messages(qapp: Any, qtlog: Any) -> Any:
    """A warning of the toolkit is a failure; clear `qtlog` where it is expected."""
    yield
    loud = {record.message for record in qtlog.records if record.log_type_name != "DEBUG"} - HARMLESS
    assert not loud, f"unexpected messages: {loud}"
