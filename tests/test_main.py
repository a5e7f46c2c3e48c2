"""The program's door: what stands behind it is loaded only by whoever goes in."""

import subprocess
import sys

LOADED = "import sys, newsdesk.__main__; print(*sorted(name for name in sys.modules if 'newsdesk' in name))"


def test_a_photo_worker_that_imports_the_door_loads_nothing_of_the_rest() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["newsdesk", "newsdesk.__main__"]
