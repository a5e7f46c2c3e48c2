"""Whether there is a screen to open a window on."""

import os
import sys


def has_screen() -> bool:
    """Whether Qt will find a display; it ends the process when it does not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
