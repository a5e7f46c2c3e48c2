"""A DOCX as it goes out: parts, what they are, how they point to each other; the same bytes every time."""

import posixpath
import zipfile
from io import BytesIO

from lxml import etree
from lxml.etree import SubElement, _Element

from newsdesk.word.package import Package, part_name
from newsdesk.word.wordml import CONTENT_TYPES, RELATIONSHIPS

TYPES_PART = "[Content_Types].xml"
XML_TYPE = "application/xml"
ALREADY_COMPRESSED = (".jpeg", ".jpg", ".png")


class Parcel:
    """The parts of a file in the making; it starts from the parts of a template."""

    def __init__(self, template: Package) -> None:
        self._parts: dict[str, bytes | _Element] = {
            name: template.tree(name) if name.endswith((".xml", ".rels")) else template.read(name)
            for name in template.names
        }
        self._types = self.tree(TYPES_PART)

    def tree(self, name: str) -> _Element:
        """The root of an XML part; changes to it go into the file.

        Raises:
            KeyError: there is no such XML part.
        """
        part = self._parts[name]
        if isinstance(part, bytes):
            raise KeyError(name)
        return part

    def put(self, name: str, content: bytes | _Element, content_type: str) -> str:
        """Add or replace a part; gives back its name."""
        self._parts[name] = content
        ending = name.rpartition(".")[2]
        if content_type.startswith("image/"):
            self._declare("Default", "Extension", ending, content_type)
        elif content_type != XML_TYPE:
            self._declare("Override", "PartName", f"/{name}", content_type)
        return name

    def remove(self, name: str) -> None:
        """Take a part and its content type out; nothing may point to it any more."""
        self._parts.pop(name, None)
        for item in self._types.findall(f"{{{CONTENT_TYPES}}}Override"):
            if item.get("PartName") == f"/{name}":
                self._types.remove(item)

    def free_name(self, pattern: str) -> str:
        """The first of `pattern` with 1, 2, 3 … that no part has yet: templates bring parts of their own."""
        taken = {name.lower() for name in self._parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def links(self, part: str = "") -> "Links":
        """The relationships of a part, or of the package."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._parts:
            self._parts[name] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
        return Links(self.tree(name), folder)

    def to_bytes(self) -> bytes:
        """The file. Pictures are stored as they are; compressing them again costs time and saves nothing."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name in sorted(self._parts, key=lambda name: (name != TYPES_PART, name)):
                entry = zipfile.ZipInfo(name)
                entry.create_system = 0
                stored = name.endswith(ALREADY_COMPRESSED)
                entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                archive.writestr(entry, _encoded(self._parts[name]))
        return buffer.getvalue()

    def _declare(self, kind: str, key: str, value: str, content_type: str) -> None:
        for item in self._types.findall(f"{{{CONTENT_TYPES}}}{kind}"):
            if item.get(key, "").lower() == value.lower():
                item.set("ContentType", content_type)
                return
        SubElement(self._types, f"{{{CONTENT_TYPES}}}{kind}", {key: value, "ContentType": content_type})


class Links:
    """The relationships of one part; the same target gets one relationship."""

    def __init__(self, root: _Element, folder: str) -> None:
        self._root = root
        self._folder = folder
        self._known = {(item.get("Type"), item.get("Target")): item.get("Id", "") for item in root}
        self._taken = set(self._known.values())

    def to_part(self, kind: str, name: str) -> str:
        """Point to a part; gives back the relationship id."""
        return self._add(kind, posixpath.relpath(name, self._folder or "."), {})

    def to_address(self, kind: str, address: str) -> str:
        """Point outside the file; gives back the relationship id."""
        return self._add(kind, address, {"TargetMode": "External"})

    def find(self, kind: str) -> str | None:
        """The part that the first relationship of this kind points to."""
        for known, target in self._known:
            if known == kind and target is not None:
                return part_name(target, self._folder)
        return None

    def _add(self, kind: str, target: str, more: dict[str, str]) -> str:
        key = (kind, target)
        if key not in self._known:
            number = len(self._taken) + 1
            while f"rId{number}" in self._taken:
                number += 1
            self._known[key] = f"rId{number}"
            self._taken.add(self._known[key])
            attributes = {"Id": self._known[key], "Type": kind, "Target": target, **more}
            SubElement(self._root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
        return self._known[key]


def _encoded(part: bytes | _Element) -> bytes:
    if isinstance(part, bytes):
        return part
    return etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
