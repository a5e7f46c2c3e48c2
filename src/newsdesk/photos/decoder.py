"""The inside of a decoding process: it takes calls from a pipe and answers them, one after the other."""

import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any

from newsdesk.errors import BadInput
from newsdesk.photos.decoding import probe
from newsdesk.photos.previews import preview
from newsdesk.photos.renditions import render

if sys.platform == "linux":
    import resource

_JOBS: Mapping[str, Callable[..., Any]] = {"probe": probe, "render": render, "preview": preview}


def serve(pipe: Connection, memory: int) -> None:
    """Say that the process is ready, then answer calls until the other end closes the pipe.

    A call is (job, arguments, named arguments); an answer is (True, result) or (False, code, parameters).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    pipe.send((True, None))
    while True:
        try:
            job, arguments, named = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(_JOBS[job], arguments, named))


def _answer(job: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any]) -> tuple[Any, ...]:
    try:
        return True, job(*arguments, **named)
    except BadInput as refusal:
        return False, refusal.code, refusal.parameters


def _limit_memory(memory: int) -> None:
    """Bound the address space where the system can; elsewhere the pixel limit alone protects the machine."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
