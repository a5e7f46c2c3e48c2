"""What a command prints: results to standard output, everything said to people to standard error."""

import json
import os
from dataclasses import dataclass
from typing import Any, TextIO

from newsdesk.errors import StorageError, reason_of


@dataclass(frozen=True, slots=True)
class Output:
    """Two streams that never mix, so that a script can read the one and a person the other."""

    results: TextIO
    messages: TextIO
    as_json: bool

    def result(self, document: Any, text: str = "") -> None:
        """Print a result: the document under --json, the text for a person otherwise."""
        if self.as_json:
            self.document(document)
        elif text:
            self._print(text)

    def document(self, document: Any, *, on_one_line: bool = False) -> None:
        """Print JSON, whatever was asked for; on one line for whoever reads while the command goes on."""
        indent = None if on_one_line else 2
        self._print(json.dumps(document, ensure_ascii=False, indent=indent))

    def say(self, message: str) -> None:
        """Tell the person something."""
        print(message, file=self.messages, flush=True)

    def _print(self, text: str) -> None:
        try:
            print(text, file=self.results, flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            silence(self.results)
            raise StorageError("file.unwritable", file="-", reason=reason_of(error)) from error


def silence(stream: TextIO) -> None:
    """Keep the interpreter from trying once more, when it ends, to write what nothing can take."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
