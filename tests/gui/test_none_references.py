"""PySide6 6.12.0 on Python before 3.12 loses a reference to None with each call that returns it.

The process then dies sooner or later. This counts them over the calls that were hit, so that such a pair is
never shipped.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QObject, QUrl
from PySide6.QtGui import QStandardItem, QTextBlockFormat, QTextCharFormat, QTextDocument, QTextFormat

USER = QTextFormat.Property.UserProperty.value + 1
TIMES = 200


def calls() -> dict[str, Callable[[], object]]:
    text_format, block_format, thing = QTextCharFormat(), QTextBlockFormat(), QObject()
    document, item, index, mime = QTextDocument(), QStandardItem(), QModelIndex(), QMimeData()
    text_format.setProperty(USER, "x")
    return {
        "QTextFormat.property, missing": lambda: text_format.property(USER + 1),
        "QTextFormat.property, present": lambda: text_format.property(USER),
        "QTextBlockFormat.property, missing": lambda: block_format.property(USER),
        "QTextFormat.stringProperty, missing": lambda: text_format.stringProperty(USER + 1),
        "QTextFormat.hasProperty": lambda: text_format.hasProperty(USER + 1),
        "QObject.property, missing": lambda: thing.property("zz"),
        "QMimeData.colorData": mime.colorData,
        "QTextBlock.userData": lambda: document.begin().userData(),
        "QTextBlock.textList": lambda: document.begin().textList(),
        "QTextDocument.resource, missing": lambda: document.resource(2, QUrl("x")),
        "QStandardItem.data, missing": lambda: item.data(300),
        "QModelIndex.data, invalid": index.data,
        "QObject.parent": thing.parent,
    }


@pytest.mark.parametrize("name", calls())
def test_a_call_that_returns_none_keeps_its_references(name: str) -> None:
    call = calls()[name]
    call()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        call()
    # A lost reference for each call would be -TIMES; other threads may move the count by a few.
    assert abs(sys.getrefcount(None) - before) < TIMES // 4
