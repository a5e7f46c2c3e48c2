"""What the editor was given, kept in the file itself: a custom XML part that is found by its namespace."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree
from lxml.etree import SubElement, _Element

from newsdesk.article.codec import from_json, to_json
from newsdesk.article.fields import FieldError
from newsdesk.article.model import Article
from newsdesk.errors import BadInput
from newsdesk.word.package import Package
from newsdesk.word.wordml import office

NAMESPACE: Final = "urn:newsdesk:article:1"

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was exported. `base` is the article as the file shows it, without what stays with the reporter.

    `pictures` maps figure ids to the SHA-256 of the picture bytes in the file; `at` is the revision's moment.
    """

    export_id: str
    revision: int
    at: str
    base: Article
    pictures: Mapping[str, str]


def to_xml(manifest: Manifest) -> _Element:
    """The custom XML part."""
    root = etree.Element(f"{{{NAMESPACE}}}article", nsmap={"nd": NAMESPACE})
    root.set("id", manifest.base.id)
    root.set("revision", str(manifest.revision))
    root.set("export", manifest.export_id)
    root.set("at", manifest.at)
    SubElement(root, f"{{{NAMESPACE}}}base").text = to_json(manifest.base)
    for block_id, sha256 in manifest.pictures.items():
        SubElement(root, f"{{{NAMESPACE}}}picture", block=block_id, sha256=sha256)
    return root


def from_xml(root: _Element) -> Manifest | None:
    """Read the custom XML part; None when it is not ours, or when somebody changed it beyond use."""
    if root.tag != f"{{{NAMESPACE}}}article":
        return None
    try:
        base = from_json(root.findtext(f"{{{NAMESPACE}}}base") or "")
        revision = int(root.get("revision", "0"))
    except (FieldError, ValueError, RecursionError):
        return None
    if base.id != root.get("id"):
        return None
    pictures = {block_id: sha256 for block_id, sha256 in _pictures(root) if _SHA256.fullmatch(sha256)}
    return Manifest(root.get("export", ""), revision, root.get("at", ""), base, pictures)


def manifest_of(package: Package) -> Manifest | None:
    """The manifest of a file; None when it is not ours. Other people's damaged parts are passed over."""
    for part in package.related(package.main_part(), office("customXml")):
        try:
            manifest = from_xml(package.tree(part))
        except BadInput:
            continue
        if manifest is not None:
            return manifest
    return None


def shared(article: Article) -> Article:
    """The article without what stays with the reporter: notes, embargo, shares of the fee."""
    bylines = tuple(replace(byline, share=None) for byline in article.bylines)
    return replace(article, notes="", embargo=None, bylines=bylines)


def _pictures(root: _Element) -> Iterator[tuple[str, str]]:
    for item in root.iter(f"{{{NAMESPACE}}}picture"):
        yield item.get("block", ""), item.get("sha256", "")
