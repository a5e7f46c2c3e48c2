"""Makes the house template, resources/word/house.docx, from the plain XML parts in packaging/template/.

Run it after editing a part; the same parts always give the same file.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
PARTS = PACKAGING / "template"
TARGET = PACKAGING.parent / "resources" / "word" / "house.docx"
FIRST = "[Content_Types].xml"
"""Readers may look for the content types at the start of the file."""


def template() -> bytes:
    """The whole template file."""
    names = sorted(path.relative_to(PARTS).as_posix() for path in PARTS.rglob("*") if path.is_file())
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names, key=lambda name: name != FIRST):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, (PARTS / name).read_bytes())
    return buffer.getvalue()


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(template())
    print(TARGET)
