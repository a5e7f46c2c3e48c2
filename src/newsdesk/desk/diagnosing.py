"""Diagnosing: what IT asks a reporter on the phone, as one report without a secret or anybody's text."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newsdesk.errors import NewsdeskError
from newsdesk.library.check import CheckReport, check
from newsdesk.system.diagnostics import describe_machine, describe_network, describe_storage

Report = Mapping[str, Any]


class Diagnosing:
    """Looks at this installation. `settings` tells what is in force, `secrets_kept` how tokens are kept."""

    def __init__(
        self, library: Path, settings: Callable[[], Mapping[str, Any]], secrets_kept: Callable[[], str]
    ) -> None:
        self._library = library
        self._settings = settings
        self._secrets_kept = secrets_kept

    def library(self) -> CheckReport:
        """Verify pages, photos and revision chains.

        Raises:
            StorageError: the library cannot be opened at all.
        """
        return check(self._library)

    def report(self) -> Report:
        """Environment, storage, network and settings."""
        return {
            "environment": describe_machine(),
            "storage": describe_storage(self._library) | {"library_state": self._library_state()},
            "network": describe_network(),
            "credentials": self._secrets_kept(),
            "settings": dict(self._settings()),
        }

    def _library_state(self) -> str:
        if not self._library.exists():
            return "new"
        try:
            return "damaged" if self.library().damage else "sound"
        except NewsdeskError as problem:
            return problem.code

    def bundle(self, report: Report) -> bytes:
        """A report as a ZIP file that can be mailed to support."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("newsdesk-doctor.json", json.dumps(report, ensure_ascii=False, indent=2))
        return stream.getvalue()

    def as_text(self, report: Report) -> str:
        """A report for reading aloud on the phone."""
        lines = []
        for heading, content in report.items():
            lines.append(f"[{heading}]")
            rows = content.items() if isinstance(content, Mapping) else [("", content)]
            lines.extend(f"  {name + ': ' if name else ''}{value}" for name, value in rows)
        return "\n".join(lines)
