"""A DOCX as it comes in: a zip of parts, hostile until checked.

Nothing of it is written to disk, nothing outside it is fetched, and every limit is checked before a part is
parsed. Part names follow ECMA-376 part 2: with a leading slash in relationships, without one here.
"""

import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from newsdesk.errors import BadInput
from newsdesk.word.wordml import RELATIONSHIPS, STRICT, office, w


@dataclass(frozen=True, slots=True)
class Limits:
    """What is still taken for a document. Sizes are bytes; `ratio` counts only above `ratio_from` bytes.

    `tags` bounds the elements of one part: small elements cost far more memory than their bytes.
    """

    file: int = 200 * 2**20
    inflated: int = 400 * 2**20
    entries: int = 5_000
    xml: int = 50 * 2**20
    tags: int = 2_000_000
    ratio: int = 200
    ratio_from: int = 20 * 2**20


LIMITS = Limits()

CHUNK = 1 << 20
OLE_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another (`target` is a part name) or, when `external`, to an address."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file, inflated one by one and within limits.

    Raises:
        BadInput: `docx.too_large`, `docx.old_format`, `docx.protected`, `docx.not_word`, `docx.damaged`
            or `docx.suspicious`; `reason` of the last one says what was found.
    """

    def __init__(self, data: bytes, file: str, limits: Limits = LIMITS) -> None:
        self._file = file
        self._limits = limits
        self._taken = 0
        self._trees: dict[str, _Element] = {}
        self._zip = self._opened(data)

    @property
    def names(self) -> tuple[str, ...]:
        """Every part, in the order of the file."""
        return tuple(name for name in self._zip.namelist() if not name.endswith("/"))

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part, counted while they are inflated: stated sizes are not believed."""
        pieces: list[bytes] = []
        try:
            with self._zip.open(name) as stream:
                while piece := stream.read(CHUNK):
                    self._taken += len(piece)
                    if self._taken > self._limits.inflated:
                        raise self._suspicious("inflated_size")
                    pieces.append(piece)
        except (KeyError, *BROKEN_ZIP) as error:
            raise BadInput("docx.damaged", file=self._file, part=name) from error
        return b"".join(pieces)

    def tree(self, name: str) -> _Element:
        """The root of an XML part, parsed once; Strict namespaces become transitional ones."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def relationships(self, part: str = "") -> Mapping[str, Relationship]:
        """The relationships of a part by their id; of the whole package for the empty name."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(name):
            return {}
        found = (
            _relationship(item, folder) for item in self.tree(name).iter(f"{{{RELATIONSHIPS}}}Relationship")
        )
        return {link.id: link for link in found}

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts that `part` points to with relationships of one kind and that are there."""
        for link in self.relationships(part).values():
            if link.kind == kind and not link.external and self.has(link.target):
                yield link.target

    def main_part(self) -> str:
        """The document itself, found by its relationship and not by its name."""
        name = next(self.related("", office("officeDocument")), None)
        if name is None or self.tree(name).tag != w("document"):
            raise BadInput("docx.not_word", file=self._file)
        return name

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if len(data) > self._limits.file:
            raise BadInput("docx.too_large", file=self._file, limit=self._limits.file)
        if data.startswith(OLE_FILE):
            code = "docx.protected" if ENCRYPTED_STREAM in data else "docx.old_format"
            raise BadInput(code, file=self._file)
        if not data.startswith(b"PK"):
            raise BadInput("docx.not_word", file=self._file)
        try:
            opened = zipfile.ZipFile(BytesIO(data))
        except BROKEN_ZIP as error:
            raise BadInput("docx.damaged", file=self._file, part="") from error
        self._check(opened.infolist())
        return opened

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > self._limits.entries:
            raise self._suspicious("entries")
        if max(Counter(entry.filename.lower() for entry in entries).values(), default=0) > 1:
            raise self._suspicious("duplicate_names")
        if sum(entry.file_size for entry in entries) > self._limits.inflated:
            raise self._suspicious("inflated_size")
        for entry in entries:
            swollen = entry.file_size > self._limits.ratio * max(1, entry.compress_size)
            if swollen and entry.file_size > self._limits.ratio_from:
                raise self._suspicious("ratio")
            if entry.flag_bits & 1:
                raise BadInput("docx.protected", file=self._file)

    def _parsed(self, name: str) -> _Element:
        data = self.read(name)
        if len(data) > self._limits.xml:
            raise self._suspicious("xml_size")
        if data.count(b"<") > self._limits.tags:
            raise self._suspicious("elements")
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
        try:
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise BadInput("docx.damaged", file=self._file, part=name) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._suspicious("dtd")
        return root

    def _suspicious(self, reason: str) -> BadInput:
        return BadInput("docx.suspicious", file=self._file, reason=reason)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def part_name(target: str, folder: str) -> str:
    """The part that a relationship of a part in `folder` means by `target`."""
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def _relationship(item: _Element, folder: str) -> Relationship:
    target = item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        target = part_name(unquote(target), folder)
    return Relationship(item.get("Id", ""), item.get("Type", ""), target, external)
