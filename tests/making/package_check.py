"""The rules of a sound DOCX package that Word insists on, as far as they can be checked without schemas."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from newsdesk.word.wordml import CONTENT_TYPES, RELATIONSHIPS, WP, r, w


def problems_in(data: bytes) -> list[str]:
    """Everything that is wrong; empty for a sound file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = [f"twice: {name}" for name, times in Counter(names).items() if times > 1]
    found += _types(names, trees["[Content_Types].xml"])
    for name, tree in trees.items():
        if name.endswith(".rels"):
            found += _targets(name, tree, set(names))
    found += _document(trees["word/document.xml"], trees)
    return found


def _types(names: list[str], types: etree._Element) -> Iterator[str]:
    overrides = {item.get("PartName") for item in types.iter(f"{{{CONTENT_TYPES}}}Override")}
    defaults = {item.get("Extension") for item in types.iter(f"{{{CONTENT_TYPES}}}Default")}
    for name in names[1:]:
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"no content type: {name}"
    yield from (f"type of a missing part: {name}" for name in overrides if (name or "")[1:] not in names)


def _targets(name: str, tree: etree._Element, names: set[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    links = list(tree.iter(f"{{{RELATIONSHIPS}}}Relationship"))
    if len({link.get("Id") for link in links}) != len(links):
        yield f"relationship ids repeat: {name}"
    for link in links:
        target = posixpath.normpath(posixpath.join(folder, link.get("Target", "")))
        if link.get("TargetMode") != "External" and target not in names:
            yield f"points nowhere: {name} {target}"


def _document(document: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    starts = [(item.get(w("id")), item.get(w("name"), "")) for item in document.iter(w("bookmarkStart"))]
    ends = [item.get(w("id")) for item in document.iter(w("bookmarkEnd"))]
    if sorted(map(str, ends)) != sorted(str(number) for number, _ in starts):
        yield "bookmarks are not paired"
    yield from _repeated("bookmark name", [name for _, name in starts])
    yield from _repeated("bookmark id", [str(number) for number, _ in starts])
    yield from (f"long bookmark name: {name}" for _, name in starts if len(name) > 40)
    yield from _repeated("drawing id", [item.get("id", "") for item in document.iter(f"{{{WP}}}docPr")])
    styles = {item.get(w("styleId")) for item in trees["word/styles.xml"].iter(w("style"))}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        used = {item.get(w("val")) for item in document.iter(w(tag))}
        yield from (f"unknown style: {style}" for style in used - styles)
    numbers = {item.get(w("numId")) for item in trees["word/numbering.xml"].iter(w("num"))}
    used = {item.get(w("val")) for item in document.iter(w("numId"))}
    yield from (f"unknown numbering: {number}" for number in used - numbers)
    links = {item.get("Id") for item in trees["word/_rels/document.xml.rels"]}
    asked = {item.get(r(name)) for item in document.iter() for name in ("id", "embed") if item.get(r(name))}
    yield from (f"unknown relationship: {link}" for link in asked - links)


def _repeated(what: str, values: list[str]) -> Iterator[str]:
    yield from (f"{what} repeats: {value}" for value, times in Counter(values).items() if times > 1)
