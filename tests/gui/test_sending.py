"""Sending from the window to a real demonstration CMS: the form, the progress, the receipt, the outbox."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from making.photos import corners, encoded
from making.windows import Bench, bench, window_on
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Status
from newsdesk.article.text import runs_of
from newsdesk.demo.server import RunningServer
from newsdesk.desk.delivering import Destination
from newsdesk.desk.work import Step
from newsdesk.gui.sending import share_done
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        yield shown


@pytest.fixture
def cms(made: Bench, tmp_path: Path) -> Iterator[RunningServer]:
    server = made.newsroom.demonstration_cms(tmp_path / "cms", 0)
    made.desk.delivering.add(Destination("demo", "station", server.url, server.user), server.token)
    made.desk.delivering.sync("demo")
    yield server
    server.close()


@pytest.fixture
def piece(made: Bench, window: Window, qtbot: Any) -> Article:
    """An article that is ready to be sent but for its section, on the page."""
    photo = made.desk.illustrating.take_in_bytes(encoded(corners(1600, 1200)), "DSC_1.jpg")
    article = Article(
        new_id(),
        headline="Bến sông cũ thành công viên",
        standfirst="Sau mười tám tháng cải tạo, bãi bồi mở cửa đón người dân.",
        blocks=(
            Paragraph(new_id(), runs_of("Sáng 21/11, hàng trăm người dân đi bộ dọc bãi sông.")),
            Figure(new_id(), photo.sha256, "Bến sông lúc rạng sáng.", "Lê Quốc Đạt", "Bến sông"),
        ),
        bylines=(Byline("Hoàng Gia"),),
    )
    made.desk.writing.create(article)
    window.opening.open(article.id)
    qtbot.waitUntil(lambda: window.opening.current == article.id)
    return article


def choose_section(window: Window, qtbot: Any) -> None:
    sheet = window.delivery.sheet
    window.commands["piece.send"].trigger()
    qtbot.waitUntil(lambda: sheet.form.section.count() > 1)
    sheet.form.section.setCurrentIndex(1)
    sheet.form.section.activated.emit(1)
    qtbot.waitUntil(lambda: sheet.go.isEnabled())


def send(window: Window, qtbot: Any, status: Status) -> None:
    choose_section(window, qtbot)
    sheet = window.delivery.sheet
    sheet.form._statuses[status].setChecked(True)
    sheet.go.click()
    qtbot.waitUntil(lambda: sheet.receipt.isVisible(), timeout=20_000)


def shown_words(window: Window) -> str:
    return "\n".join(label.text() for label in window.delivery.sheet.receipt.findChildren(QLabel))


def test_without_a_destination_the_sheet_leads_to_setting_one_up(
    window: Window, piece: Article, qtbot: Any
) -> None:
    window.commands["piece.send"].trigger()
    form = window.delivery.sheet.form
    qtbot.waitUntil(lambda: form._set_up.isVisible())
    assert not window.delivery.sheet.go.isEnabled()
    form._set_up.click()
    assert window.preferences.isVisible()
    assert window.delivery.sheet.isHidden()


def test_errors_forbid_sending(window: Window, cms: RunningServer, piece: Article, qtbot: Any) -> None:
    window.commands["piece.send"].trigger()
    sheet = window.delivery.sheet
    qtbot.waitUntil(lambda: "error" in sheet.form.verdict.text())
    assert not sheet.go.isEnabled()
    choose_section(window, qtbot)
    assert "Ready" in sheet.form.verdict.text()
    window.manuscript.undo()
    assert window.manuscript.article.section == ""


def test_published_article_gets_a_receipt_with_its_address(
    window: Window, made: Bench, cms: RunningServer, piece: Article, qtbot: Any
) -> None:
    send(window, qtbot, Status.PUBLISHED)
    sheet = window.delivery.sheet
    assert "The article is on the CMS." in shown_words(window)
    sheet.receipt.copy.click()
    address = QGuiApplication.clipboard().text()
    assert address.startswith(cms.url)
    assert address in sheet.receipt.address.text()
    qtbot.waitUntil(lambda: window.manuscript.article.status is Status.PUBLISHED)
    sheet.away.click()
    assert sheet.isHidden()


def test_submitted_article_has_no_public_address_yet(
    window: Window, cms: RunningServer, piece: Article, qtbot: Any
) -> None:
    send(window, qtbot, Status.SUBMITTED)
    assert "public address once it is published" in shown_words(window)
    assert not window.delivery.sheet.receipt.copy.isVisible()


def test_writing_goes_on_while_it_is_sent(
    window: Window, made: Bench, cms: RunningServer, piece: Article, qtbot: Any
) -> None:
    choose_section(window, qtbot)
    sheet = window.delivery.sheet
    sheet.go.click()
    assert "Continue writing" in sheet.away.text()
    sheet.away.click()
    with qtbot.waitSignal(window.delivery.ended, timeout=20_000):
        window.editing.page.setFocus()
    assert window.editing.page.hasFocus()
    assert window.toasts.kept[0].text == "The article is on the CMS."


def test_unreachable_cms_makes_the_article_wait(
    window: Window, made: Bench, cms: RunningServer, piece: Article, qtbot: Any
) -> None:
    cms.close()
    send(window, qtbot, Status.SUBMITTED)
    assert "as soon as the CMS can be reached" in shown_words(window)
    qtbot.waitUntil(lambda: "Offline" in window.status._queue.text())
    window.delivery.sheet.close_sheet()
    window.commands["view.outbox"].trigger()
    qtbot.waitUntil(lambda: "Remove from the queue" in buttons(window))
    buttons(window)["Remove from the queue"].click()
    qtbot.waitUntil(lambda: "Nothing waiting" in window.status._queue.text())


def buttons(window: Window) -> dict[str, QPushButton]:
    found = window.delivery.outbox.findChildren(QPushButton)
    return {button.text(): button for button in found if button.isVisible()}


def test_outbox_lists_what_was_sent(window: Window, cms: RunningServer, piece: Article, qtbot: Any) -> None:
    send(window, qtbot, Status.SUBMITTED)
    window.delivery.sheet.close_sheet()
    window.commands["view.outbox"].trigger()
    qtbot.waitUntil(lambda: "Open the article" in buttons(window))
    texts = [label.text() for label in window.delivery.outbox.findChildren(QLabel)]
    assert piece.headline in texts


def test_share_done_never_goes_back_within_a_photo() -> None:
    steps = [Step("photo", done, 100, item, 3) for item in (1, 2, 3) for done in (0, 50, 100)]
    shares = [share_done(step) for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1000
    assert share_done(Step("text", 5, 10)) == 500
    assert share_done(Step("look")) == 0
