"""Build hook: a wheel carries compiled message catalogues."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Compiles the .po files before the wheel's contents are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        script = Path(self.root, "packaging", "catalogues.py")
        subprocess.check_call([sys.executable, script, "compile"])
