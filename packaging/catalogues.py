#!/usr/bin/env python3
"""Message catalogues: `update` collects the texts from the source, `compile` makes the .mo files.

The .po files under `resources/locale` are the source; the .mo files are built and not kept in git.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "resources" / "locale"
LANGUAGES = ("vi", "en")
KEYWORDS = {"tr": None, "_tr": None, "N_": None, "plural": (1, 2), "NP_": (1, 2)}


def po_file(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "newsdesk.po"


def load(language: str) -> Catalog:
    """Read one .po file; a missing one is an empty catalogue."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language, ignore_obsolete=True)


def extracted() -> Catalog:
    """Collect every marked text of the source."""
    catalog = Catalog(project="newsdesk", charset="utf-8")
    found = extract_from_dir(str(ROOT / "src"), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def texts(catalog: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(
        stream,
        catalog,
        sort_output=True,
        no_location=True,
        omit_header=False,
        width=120,
        ignore_obsolete=True,
    )
    return stream.getvalue()


def update() -> None:
    """Bring both .po files up to the source; English repeats the source text."""
    template = extracted()
    for language in LANGUAGES:
        catalog = load(language)
        catalog.update(template, no_fuzzy_matching=True)
        if language == "en":
            for message in catalog:
                if message.id and not message.string:
                    message.string = message.id
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts(catalog))


def compile_all() -> None:
    """Write each .mo that is older than its .po; whoever reads meanwhile gets the old one or the new one."""
    for language in LANGUAGES:
        source = po_file(language)
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = target.with_suffix(f".{os.getpid()}.mo")
        with unfinished.open("wb") as stream:
            write_mo(stream, load(language))
        unfinished.replace(target)


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
