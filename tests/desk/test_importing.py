"""A file becomes a piece with its photos, whole, or the library stays as it was."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from making.photos import caption_xmp, corners, encoded, exif
from newsdesk.article.blocks import Figure, Paragraph, figures
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline
from newsdesk.article.photo import Photo
from newsdesk.article.text import runs_of
from newsdesk.desk.arrivals import docx_reader, package_reader, text_reader
from newsdesk.desk.checking import Checking
from newsdesk.desk.darkroom import Darkroom
from newsdesk.desk.illustrating import Illustrating
from newsdesk.desk.importing import Imported, Importing, kind_of
from newsdesk.desk.work import Step, Work
from newsdesk.desk.writing import Writing
from newsdesk.errors import BadInput, Cancelled, NewsdeskError
from newsdesk.interchange.decoding import decode, decode_html
from newsdesk.interchange.html import read_html
from newsdesk.interchange.markdown import read_markdown
from newsdesk.interchange.plain import read_text
from newsdesk.interchange.recognition import recognise_article
from newsdesk.library.database import Database
from newsdesk.library.handoff import read_package, write_package
from newsdesk.library.photos import PhotoRows
from newsdesk.photos.originals import Originals
from newsdesk.photos.worker import PhotoWorker
from newsdesk.word.foreign import read_docx

READERS = {
    "text": lambda: text_reader(decode, read_text),
    "html": lambda: text_reader(decode_html, read_html),
    "markdown": lambda: text_reader(decode, read_markdown),
    "docx": lambda: docx_reader(read_docx, recognise_article),
    "package": lambda: package_reader(read_package),
}
PIECE = (
    "Chợ phiên đá xám họp sớm\n"
    "Từ sáng sớm chủ nhật, hàng nghìn người dân các xã vùng cao đã đổ về chợ phiên.\n"
    "Chợ họp trên một khoảng sân rộng lát đá, nằm giữa hai dãy núi dựng đứng.\n"
    "Góc chợ lanh |\n"
    "Ban quản lý bố trí thêm điểm thu gom rác.\n"
    "Dãy rau cải. Ảnh: Lò Minh |\n"
    "Vừ Sính – Lò Minh\n"
)


@dataclass(frozen=True)
class Newsroom:
    """A library with what importing needs, and the folder that it lies in."""

    importing: Importing
    illustrating: Illustrating
    writing: Writing
    folder: Path

    def article(self, imported: Imported) -> Article:
        return self.writing.open(imported.id).article

    def contents(self) -> set[str]:
        """The names of the originals and the ids of the pieces."""
        return {path.name for path in (self.folder / "originals").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def worker() -> Iterator[PhotoWorker]:
    running = PhotoWorker(processes=1)
    yield running
    running.close()


@pytest.fixture
def room(writing: Writing, database: Database, worker: PhotoWorker, tmp_path: Path) -> Newsroom:
    library, darkroom = tmp_path / "library", Darkroom(lambda: worker)
    illustrating = Illustrating(PhotoRows(database), Originals(library), library / "previews", darkroom)
    importing = Importing(writing, illustrating, darkroom, READERS)
    return Newsroom(importing, illustrating, writing, library)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "bai.txt"
    file.write_text(PIECE, encoding="utf-8")
    return file


def photo(width: int = 96, note: str = "", **options: object) -> bytes:
    extra = {"xmp": caption_xmp(note)} if note else {}
    return encoded(corners(width=width), **extra, **options)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    folder = tmp_path / "ảnh"
    folder.mkdir()
    for number in (10, 2, 1):
        (folder / f"anh {number}.jpg").write_bytes(photo(width=90 + 2 * number))
    (folder / "ghi chú.txt").write_text("không phải ảnh", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / "._anh 1.jpg").write_bytes(b"\0\5\x16\7")
    (folder / "thư mục.jpg").mkdir()
    return folder


def widths(room: Newsroom, article: Article) -> list[int | None]:
    known = room.illustrating.photos_of(article)
    return [known[one.photo].width if one.photo else None for one in figures(article.blocks)]


def codes(imported: Imported) -> set[str]:
    return {note.code for note in imported.notes}


def test_text_alone_leaves_placeholders(room: Newsroom, text: Path) -> None:
    imported = room.importing.import_file(text)
    article = room.article(imported)
    assert (imported.headline, article.headline) == ("Chợ phiên đá xám họp sớm",) * 2
    assert [byline.name for byline in article.bylines] == ["Vừ Sính", "Lò Minh"]
    assert widths(room, article) == [None, None]
    assert imported.recognised["figures"] == 2
    assert {note.params["count"] for note in imported.notes if note.code == "import.placeholders"} == {2}
    assert [row.event for row in room.writing.revisions(article.id)] == ["imported"]


def test_photos_fill_the_figures_in_the_order_of_their_numbers(
    room: Newsroom, text: Path, album: Path
) -> None:
    imported = room.importing.import_file(text, album)
    article = room.article(imported)
    assert widths(room, article) == [92, 94, 110]
    captions = [(one.caption, one.credit) for one in figures(article.blocks)]
    assert captions == [("Góc chợ lanh", ""), ("Dãy rau cải.", "Lò Minh"), ("", "")]
    assert isinstance(article.blocks[-1], Figure)
    assert "import.photos_added" in codes(imported)
    assert "import.placeholders" not in codes(imported)
    assert imported.recognised["figures"] == 3


def test_what_the_text_does_not_say_of_a_photo_its_metadata_says(
    room: Newsroom, text: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(photo(note="Lời của máy ảnh"))
    (folder / "2.jpg").write_bytes(photo(94, exif=exif({315: "Sùng Mí Lử"})))
    (folder / "3.jpg").write_bytes(photo(98, note="Chú thích của ảnh thừa"))
    first, second, third = figures(room.article(room.importing.import_file(text, folder)).blocks)
    assert first.caption == "Góc chợ lanh"
    assert second.credit == "Lò Minh"
    assert third.caption == "Chú thích của ảnh thừa"


def test_an_empty_folder_is_told(room: Newsroom, text: Path, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    assert "import.no_photos_in_folder" in codes(room.importing.import_file(text, tmp_path / "trống"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bai.txt", b"", "text.empty"),
        ("bai.txt", b"\0\1\2", "text.binary"),
        ("bai.txt", "Chợ phiên".encode("utf-16-le"), "text.binary"),
        ("bai.txt", b"Ch\xf2 phi\xean", "text.not_utf8"),
        ("bai.md", b"Ch\xf2 phi\xean", "text.not_utf8"),
        ("bai.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "text.foreign"),
        ("bai.pdf", b"%PDF-1.7", "text.foreign"),
        ("bai.html", b"<html><body></body></html>", "html.nothing_in_it"),
        ("bai.newsdesk", b"PK\x03\x04 newsdesk.handoff", "handoff.not_a_package"),
        ("bai.newsdesk", b"not a zip", "handoff.not_a_package"),
    ],
)
def test_bad_files_are_named_and_change_nothing(
    room: Newsroom, tmp_path: Path, album: Path, name: str, content: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    refuse(room, file, album, code, str(file))


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"not a zip at all"])
def test_a_broken_docx_changes_nothing(room: Newsroom, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bai.docx"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=r"docx\."):
        room.importing.import_file(file)


def test_what_is_not_there_is_named(room: Newsroom, text: Path, tmp_path: Path) -> None:
    missing = tmp_path / "không có"
    refuse(room, missing, None, "file.missing", str(missing))
    refuse(room, tmp_path, None, "file.not_a_file", str(tmp_path))
    refuse(room, text, missing, "photos.folder_missing", str(missing))
    refuse(room, text, text, "photos.not_a_folder", str(text))
    refuse(room, tmp_path / "a\0b", None, "file.unreadable", str(tmp_path / "a\0b"))


@pytest.mark.parametrize(
    "content", [b"", b"not a photo", photo()[:-200], b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_one_bad_photo_changes_nothing(room: Newsroom, text: Path, album: Path, content: bytes) -> None:
    (album / "anh 3.jpg").write_bytes(content)
    with pytest.raises(BadInput) as caught:
        room.importing.import_file(text, album)
    assert caught.value.code.startswith("photo.")
    assert "anh 3.jpg" in caught.value.parameters["file"]
    assert room.contents() == set()


def refuse(room: Newsroom, file: Path, photos: Path | None, code: str, named: str) -> None:
    with pytest.raises(NewsdeskError) as caught:
        room.importing.import_file(file, photos)
    assert caught.value.code == code
    assert caught.value.parameters["file"] == named
    assert room.contents() == set()


def test_stopping_changes_nothing(room: Newsroom, text: Path, album: Path) -> None:
    steps: list[Step] = []

    def report(step: Step) -> None:
        steps.append(step)
        if step.item == 2:
            work.cancel()

    work = Work(report)
    with pytest.raises(Cancelled):
        room.importing.import_file(text, album, work)
    assert [(step.code, step.item, step.items) for step in steps][:2] == [
        ("import.read", 0, 0),
        ("import.photo", 1, 3),
    ]
    assert room.contents() == set()


def test_a_page_finds_its_photos_beside_it_and_never_outside(room: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "trang"
    (folder / "bai_files").mkdir(parents=True)
    (folder / "bai_files" / "1.jpg").write_bytes(photo(100))
    (tmp_path / "mật.jpg").write_bytes(photo(50))
    inside = base64.b64encode(photo(60, note="Trong trang")).decode()
    file = folder / "bai.html"
    file.write_text(
        "<h1>Chợ phiên họp sớm</h1><p>Một.</p><img src='bai_files/1.jpg'><img src='../mật.jpg'>"
        f"<img src='data:image/jpeg;base64,{inside}'><img src='https://x.example/2.jpg'>"
        "<img src='data:image/svg+xml,<svg/>'>",
        encoding="utf-8",
    )
    imported = room.importing.import_file(file)
    article = room.article(imported)
    assert widths(room, article) == [100, None, 60, None, None]
    assert [one.caption for one in figures(article.blocks)] == ["", "", "Trong trang", "", ""]
    assert {"import.picture_missing", "import.picture_remote", "import.picture_unusable"} <= codes(imported)


def test_a_folder_fills_what_the_page_could_not(room: Newsroom, tmp_path: Path, album: Path) -> None:
    file = tmp_path / "bai.md"
    file.write_text(
        "# Chợ phiên họp sớm\n\nMột.\n\n![](https://x.example/up/anh%202.jpg)\n\n![](mất.jpg)\n",
        encoding="utf-8",
    )
    article = room.article(room.importing.import_file(file, album))
    assert widths(room, article) == [94, 92, 110]


def package_of() -> tuple[Article, bytes]:
    data = photo(72)
    digest = sha256(data).hexdigest()
    article = Article(
        new_id(),
        headline="Chợ phiên họp sớm",
        blocks=(Paragraph(new_id(), runs_of("Một.")), Figure(new_id(), photo=digest, caption="Góc chợ")),
        bylines=(Byline("Vừ Sính"),),
    )
    facts = make_facts(digest, data)
    return article, write_package(article, {digest: (facts, data)})


def make_facts(digest: str, data: bytes) -> Photo:
    return Photo(digest, "goc.jpg", "image/jpeg", 72, 64, len(data))


def test_a_package_goes_on_under_its_own_id(room: Newsroom, tmp_path: Path) -> None:
    article, data = package_of()
    file = tmp_path / "bai.newsdesk"
    file.write_bytes(data)
    imported = room.importing.import_file(file)
    assert imported.id == article.id
    assert room.article(imported) == article
    assert widths(room, article) == [72]
    assert "import.package_replaced" not in codes(imported)


def test_a_package_of_a_piece_that_is_here_becomes_its_newest_revision(
    room: Newsroom, tmp_path: Path
) -> None:
    article, data = package_of()
    mine = Article(article.id, headline="Bản của tôi")
    room.writing.create(mine)
    file = tmp_path / "khác tên.zip"
    file.write_bytes(data)
    imported = room.importing.import_file(file)
    assert "import.package_replaced" in codes(imported)
    assert room.article(imported) == article
    assert room.writing.revision(article.id, 1) == mine


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("bai.txt", b"abc", "text"),
        ("bai.TXT", b"abc", "text"),
        ("bai", b"abc", "text"),
        ("bai.htm", b"abc", "html"),
        ("bai.txt", b"\xef\xbb\xbf<!-- a --> <!DOCTYPE html>", "html"),
        ("bai.md", b"<html>", "markdown"),
        ("bai.docx", b"PK\x03\x04", "docx"),
        ("bai.txt", b"PK\x03\x04", "docx"),
        ("bai.docx", b"PK\x03\x04 mimetypeapplication/vnd.newsdesk.handoff+zip", "package"),
        ("bai.newsdesk", b"abc", "package"),
        ("bai.newsdesk", b"PK\x03\x04", "package"),
    ],
)
def test_kinds_of_files(name: str, head: bytes, kind: str) -> None:
    assert kind_of(name, head) == kind


def test_an_imported_piece_can_be_checked_against_its_photos(room: Newsroom, text: Path, album: Path) -> None:
    article = room.article(room.importing.import_file(text, album))
    found = {finding.id for finding in Checking(room.illustrating).check(article)}
    assert "photo.too_small" in found and "section.missing" in found
    assert "figure.photo_missing" not in found and "figure.photo_unknown" not in found
