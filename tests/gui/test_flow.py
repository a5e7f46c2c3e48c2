"""Chips in lines: they wrap, keep their order, and the height follows the width."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.gui.flow import Flow

GAP = 8


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    Flow(made, GAP)
    return made


def flow_of(host: QWidget) -> Flow:
    found = host.layout()
    assert isinstance(found, Flow)
    return found


def add(host: QWidget, width: int, height: int = 20, index: int | None = None) -> QWidget:
    widget = QWidget(host)
    widget.setFixedSize(width, height)
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    flow = flow_of(host)
    flow.insert(flow.count() if index is None else index, widget)
    return widget


def areas(host: QWidget, width: int) -> list[tuple[int, int]]:
    flow = flow_of(host)
    flow.setGeometry(QRect(0, 0, width, 500))
    corners = []
    for index in range(flow.count()):
        item = flow.itemAt(index)
        assert item is not None
        corners.append((item.geometry().x(), item.geometry().y()))
    return corners


def test_widgets_stand_in_lines(host: QWidget) -> None:
    for _ in range(3):
        add(host, 100)
    assert areas(host, 316) == [(0, 0), (108, 0), (216, 0)]
    assert areas(host, 315) == [(0, 0), (108, 0), (0, 28)]
    assert areas(host, 150) == [(0, 0), (0, 28), (0, 56)]


def test_height_follows_the_width(host: QWidget) -> None:
    for _ in range(3):
        add(host, 100)
    flow = flow_of(host)
    assert [flow.heightForWidth(width) for width in (316, 315, 150)] == [20, 48, 76]
    assert flow.hasHeightForWidth()


def test_a_line_is_as_high_as_its_highest(host: QWidget) -> None:
    add(host, 100, 20)
    add(host, 100, 40)
    add(host, 100, 20)
    assert areas(host, 210) == [(0, 0), (108, 0), (0, 48)]


def test_nothing_takes_no_room(host: QWidget) -> None:
    assert flow_of(host).heightForWidth(300) == 0


def test_what_is_wider_than_the_line_is_cut_to_it(host: QWidget) -> None:
    label = QLabel("Nguyễn Thị Minh Khai " * 9)
    flow_of(host).addWidget(label)
    assert areas(host, 120) == [(0, 0)]
    assert label.width() == 120


def test_inserting_and_removing_keeps_the_order(host: QWidget) -> None:
    last = add(host, 50)
    first = add(host, 100, index=0)
    flow = flow_of(host)
    assert flow.indexOf(first) == 0
    assert areas(host, 300) == [(0, 0), (108, 0)]
    flow.removeWidget(first)
    assert flow.count() == 1
    assert flow.indexOf(last) == 0
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
