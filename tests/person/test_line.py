"""A reporter's whole line of work by keyboard alone: write, sign, illustrate, undo, export, publish."""

import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from person.program import Program
from person.screen import Screen, wait_for

pytestmark = [pytest.mark.real, pytest.mark.person]

PHOTOS = Path(__file__).resolve().parents[2] / "resources" / "sample" / "photos"
HEADLINE = "Chợ phiên cuối năm trên cao nguyên đá Đồng Văn"
STANDFIRST = "Mưa ngớt từ sáng sớm, hàng nghìn người xuống chợ sắm Tết."
BEFORE, BOLD, AFTER = "Từ bốn giờ sáng, ", "những gùi hàng đầu tiên", " đã về tới chợ."
SECOND = "“Năm nay được mùa, nhà nào cũng gùi ra thứ ngon nhất”, bà Lò Thị Mẩy kể."
SECTION = "Văn hóa"
LAST = "Chợ tan khi nắng đã lên."


def test_a_reporter_writes_illustrates_exports_and_publishes(
    screen: Screen, program: Program, tmp_path: Path
) -> None:
    article = begin(screen, program)
    write_head(screen, program, article)
    write_body(screen, program, article)
    choose_section(screen, program, article)
    insert_photos(screen, program, article)
    undo_and_redo(screen, program, article)
    export(screen, program, tmp_path / "bài.docx")
    path = publish(screen, program)
    assert_public(program.page(path))
    close_in_the_middle_of_a_sentence(screen, program, article)


def begin(screen: Screen, program: Program) -> str:
    sample = [row["id"] for row in program.rows()]
    assert len(sample) == 1
    screen.picture("1-sample")
    screen.press("ctrl+n")
    rows = wait_for("a new article", lambda: [row for row in program.rows() if row["id"] not in sample])
    return str(rows[0]["id"])


def write_head(screen: Screen, program: Program, article: str) -> None:
    screen.write(HEADLINE)
    screen.press("Return")
    screen.write(STANDFIRST)
    screen.press("Return")
    screen.write("nma")
    wait_for("names to pick from", lambda: len(program.windows()) > 1)
    screen.picture("2-names")
    screen.press("Down", "Return")
    screen.write("Lò Thị Mẩy – Trần Thu Hà")
    screen.press("Return", "Return")
    saved = on_disk(program, article, lambda piece: len(piece["bylines"]) == 3)
    assert (saved["headline"], saved["standfirst"]) == (HEADLINE, STANDFIRST)
    assert [byline["name"] for byline in saved["bylines"]] == ["Nguyễn Minh An", "Lò Thị Mẩy", "Trần Thu Hà"]
    assert [bool(byline["person"]) for byline in saved["bylines"]] == [True, False, True]


def write_body(screen: Screen, program: Program, article: str) -> None:
    screen.write(BEFORE)
    screen.press("ctrl+b")
    screen.write(BOLD)
    screen.press("ctrl+b")
    screen.write(AFTER)
    screen.press("Return")
    screen.write(SECOND + " Thừa")
    screen.press("ctrl+z", "BackSpace")
    screen.picture("3-written")
    saved = on_disk(program, article, lambda piece: texts(piece)[-1:] == [SECOND])
    assert texts(saved) == [BEFORE + BOLD + AFTER, SECOND]
    runs = [(run["text"], run["marks"]) for run in saved["blocks"][0]["runs"]]
    assert runs == [(BEFORE, []), (BOLD, ["bold"]), (AFTER, [])]


def choose_section(screen: Screen, program: Program, article: str) -> None:
    screen.press("Tab", "Tab")
    screen.write("van hoa")
    wait_for("sections to pick from", lambda: len(program.windows()) > 1)
    screen.press("Down", "Return")
    on_disk(program, article, lambda piece: piece["section"] == SECTION)
    screen.press("shift+Tab", "shift+Tab")


def insert_photos(screen: Screen, program: Program, article: str) -> None:
    screen.press("ctrl+shift+p")
    screen.other_window(program.window)
    screen.write(" ".join(f'"{photo}"' for photo in sorted(PHOTOS.glob("*.jpg"))[:3]))
    screen.picture("4-choosing-photos")
    screen.press("Return")
    saved = on_disk(program, article, lambda piece: len(figures(piece)) == 3)
    screen.picture("5-illustrated")
    assert all(figure["caption"] and figure["credit"] for figure in figures(saved))
    assert texts(saved) == [BEFORE + BOLD + AFTER, SECOND]


def undo_and_redo(screen: Screen, program: Program, article: str) -> None:
    screen.press("ctrl+z")
    on_disk(program, article, lambda piece: figures(piece) == [])
    screen.press("ctrl+y")
    on_disk(program, article, lambda piece: len(figures(piece)) == 3)


def export(screen: Screen, program: Program, target: Path) -> None:
    screen.press("ctrl+e")
    screen.other_window(program.window)
    screen.press("ctrl+a")
    screen.write(str(target))
    screen.press("Return")
    wait_for("the document", target.exists)
    with zipfile.ZipFile(target) as document:
        words = document.read("word/document.xml").decode()
        pictures = [name for name in document.namelist() if name.startswith("word/media/")]
    assert HEADLINE in words
    assert len(pictures) == 3


def publish(screen: Screen, program: Program) -> str:
    """Send from the sheet; its button is on when the checks have been made, so it may take another try."""
    for _ in range(4):
        screen.press("ctrl+Return")
        screen.picture("6-sending")
        screen.press(*["Tab"] * 3, "Down", *["shift+Tab"] * 5, "space")
        try:
            path = wait_for("the public page", lambda: program.address_of(HEADLINE), patience=8)
        except AssertionError:
            screen.press("Escape")
        else:
            wait_for("the status", lambda: program.rows()[0]["status"] == "published")
            screen.picture("7-receipt")
            screen.press("Escape")
            return path
    raise AssertionError(f"nothing was published; the program said: {program.log}")


def assert_public(page: str) -> None:
    seen = unescape(re.sub(r"<[^>]+>", "", page))
    for words in (HEADLINE, STANDFIRST, BEFORE + BOLD + AFTER, SECOND, "Lò Thị Mẩy"):
        assert words in seen
    assert re.search(rf"<(strong|b)>{BOLD}</", page)
    assert page.count("<figure") >= 3


def close_in_the_middle_of_a_sentence(screen: Screen, program: Program, article: str) -> None:
    screen.press("ctrl+Home", "End", "Return")
    screen.write(LAST)
    assert program.close() == 0
    assert LAST in texts(program.article(article))


def on_disk(program: Program, article: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The article as soon as it is stored as wanted."""

    def stored() -> dict[str, Any] | None:
        piece = program.article(article)
        return piece if wanted(piece) else None

    return wait_for("the disk", stored)


def texts(piece: dict[str, Any]) -> list[str]:
    return [block["text"] for block in piece["blocks"] if block["type"] == "paragraph"]


def figures(piece: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in piece["blocks"] if block["type"] == "figure"]
