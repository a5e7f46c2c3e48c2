"""Wakes the event loop on Ctrl+C: while it waits, Python hears nothing."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget

from newsdesk.system.interrupt import Interrupt


@contextmanager
def closing(window: QWidget, interrupt: Interrupt) -> Iterator[None]:
    """Close `window` as soon as `interrupt` has heard something and the event loop runs."""
    near, far = socket.socketpair()
    with near, far:
        far.setblocking(False)
        notifier = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read)

        def close() -> None:
            near.recv(64)
            window.close()

        notifier.activated.connect(close)
        before = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
        if interrupt.heard:
            far.send(b"!")
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
