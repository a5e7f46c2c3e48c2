"""The handoff package (.newsdesk): one article with its photos in one file, for a stick or a local network.

A package is a ZIP archive (APPNOTE 6.3) with exactly these members, in this order:

    mimetype               the media type below, stored, so that the file can be told by its head
    manifest.json          version, the SHA-256 and size of the article, the facts of each photo
    article.json           the article as its codec writes it
    photos/<SHA-256>       the original of each photo, stored as it is

Whatever else an archive holds, or whatever differs from what the manifest says, is refused.
"""

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsdesk.article.codec import from_json, to_json
from newsdesk.article.fields import FieldError, Fields
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import BadInput
from newsdesk.library.facts import from_dict, to_dict, whole

VERSION = 1
MEDIA_TYPE = b"application/vnd.newsdesk.handoff+zip"
MIMETYPE, MANIFEST, ARTICLE, PHOTOS = "mimetype", "manifest.json", "article.json", "photos/"

MOST_MEMBERS = 2_000
LARGEST_TEXT = 32 * 1024 * 1024
LARGEST_PHOTO = 200 * 1024 * 1024
LARGEST_TOTAL = 1024 * 1024 * 1024
"""Bytes after unpacking, as the archive declares them; a declaration that is not kept is refused too."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAME = re.compile(r"mimetype|manifest\.json|article\.json|photos/[0-9a-f]{64}")
_REFUSALS = {"newer_version": "handoff.newer", "not_json": "handoff.not_a_package"}
"""By reason of a field that cannot be read: what is said instead of naming the field."""

_SHOWN = 80
"""Characters of a hostile name that a message shows."""


@dataclass(frozen=True, slots=True)
class Package:
    """What came in. The bytes are those the sender had; the facts of a photo are only the sender's word."""

    article: Article
    photos: Mapping[str, tuple[Photo, bytes]]


def write_package(article: Article, photos: Mapping[str, tuple[Photo, bytes]]) -> bytes:
    """Pack an article with its photos, given by digest. Equal input gives equal bytes.

    Raises:
        ValueError: a photo is not what its digest says.
    """
    for sha256, (photo, data) in photos.items():
        if not photo.sha256 == sha256 == hashlib.sha256(data).hexdigest():
            raise ValueError(f"photo {sha256} does not have this digest")
    text = to_json(article).encode()
    manifest = {
        "version": VERSION,
        "article": {"sha256": hashlib.sha256(text).hexdigest(), "size": len(text)},
        "photos": [to_dict(photo) for photo, _ in photos.values()],
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        _put(archive, MIMETYPE, MEDIA_TYPE, zipfile.ZIP_STORED)
        _put(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False).encode(), zipfile.ZIP_DEFLATED)
        _put(archive, ARTICLE, text, zipfile.ZIP_DEFLATED)
        for sha256, (_, data) in photos.items():
            _put(archive, PHOTOS + sha256, data, zipfile.ZIP_STORED)
    return target.getvalue()


def read_package(data: bytes, file: str) -> Package:
    """Unpack and verify a package; `file` names it in errors.

    Raises:
        BadInput: `handoff.*`: it is no package, is damaged, of a newer version, or holds what it should not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reader(archive, file).package()
    except FieldError as error:
        code = _REFUSALS.get(error.reason, "handoff.field")
        raise BadInput(code, file=file, field=error.path, reason=error.reason) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        struct.error,
    ) as error:
        # zipfile and json report hostile bytes with all of these, RecursionError among them.
        raise BadInput("handoff.not_a_package", file=file) from error


class _Reader:
    """Reads one open archive and believes nothing that it has not checked."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._file = file
        self._members = {member.filename: member for member in archive.infolist()}

    def package(self) -> Package:
        """All of it, verified."""
        self._check_members()
        if self._bytes(MIMETYPE, len(MEDIA_TYPE)) != MEDIA_TYPE:
            raise self._refusal("handoff.not_a_package")
        manifest = Fields.of(json.loads(self._bytes(MANIFEST, LARGEST_TEXT)), "manifest")
        version = whole(manifest, "version")
        if version != VERSION:
            raise self._refusal("handoff.newer", field="manifest.version", reason=str(version))
        facts = Fields.of(manifest.values.get("article"), "manifest.article")
        text = self._verified(ARTICLE, facts.sha256("sha256"), LARGEST_TEXT)
        photos = {photo.sha256: (photo, data) for photo, data in self._photos(manifest)}
        return Package(from_json(text.decode()), photos)

    def _photos(self, manifest: Fields) -> Iterator[tuple[Photo, bytes]]:
        listed = [from_dict(item.values, item.place) for item in manifest.items("photos")]
        names = [PHOTOS + photo.sha256 for photo in listed]
        self._refuse_any("handoff.duplicate", _repeated(names))
        self._refuse_any("handoff.unexpected", self._members.keys() - {MIMETYPE, MANIFEST, ARTICLE, *names})
        for photo, name in zip(listed, names, strict=True):
            data = self._verified(name, photo.sha256, LARGEST_PHOTO)
            yield replace(photo, byte_size=len(data)), data

    def _check_members(self) -> None:
        members = self._archive.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_TOTAL:
            raise self._refusal("handoff.too_large", limit=LARGEST_TOTAL)
        self._refuse_any("handoff.duplicate", _repeated([member.filename for member in members]))
        self._refuse_any("handoff.unexpected", [name for name in self._members if not _NAME.fullmatch(name)])
        for member in members:
            if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
                raise self._refusal("handoff.packed_otherwise", name=member.filename)

    def _verified(self, name: str, sha256: str | None, limit: int) -> bytes:
        data = self._bytes(name, limit)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise self._refusal("handoff.digest", name=name)
        return data

    def _bytes(self, name: str, limit: int) -> bytes:
        member = self._members.get(name)
        if member is None:
            raise self._refusal("handoff.incomplete", name=name)
        if member.file_size > limit:
            raise self._refusal("handoff.too_large", limit=limit)
        return self._archive.read(member)

    def _refuse_any(self, code: str, names: Iterable[str]) -> None:
        for name in sorted(names):
            raise self._refusal(code, name="".join(filter(str.isprintable, name))[:_SHOWN])

    def _refusal(self, code: str, **parameters: Any) -> BadInput:
        return BadInput(code, file=self._file, **parameters)


def _repeated(names: Sequence[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _put(archive: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = method
    archive.writestr(member, data)
