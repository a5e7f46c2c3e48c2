"""The inside of a decoding process: it takes calls from a pipe and answers them, one after the other."""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
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
    with suppress(OSError):
        _silence_codecs()
    _limit_memory(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send((True, None))
        while True:
            job, arguments, named = pipe.recv()
            pipe.send(_answer(_JOBS[job], arguments, named))


def _answer(job: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any]) -> tuple[Any, ...]:
    try:
        return True, job(*arguments, **named)
    except BadInput as refusal:
        return False, refusal.code, refusal.parameters


def _silence_codecs() -> None:
    """C libraries write their complaints to the output the program shares; only Python's own faults may show.

    Raises:
        OSError: there is no such output, as in a program without a console.
    """
    sys.stderr = os.fdopen(os.dup(2), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(nowhere, output)
    os.close(nowhere)


def _limit_memory(memory: int) -> None:
    """Bound the address space where the system can; elsewhere the pixel limit alone protects the machine."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
