import pytest

from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.edits import edit_figure, find_figure, index_of
from newsdesk.article.model import Article, Byline, byline_text

PIECE = Article("x", blocks=(Paragraph("p"), Figure("f", caption="Chợ phiên"), Paragraph("q")))


def test_a_figure_is_edited_in_place() -> None:
    edited = edit_figure(PIECE, "f", credit="Minh Tú", alt="Người bán thổ cẩm")
    assert find_figure(edited, "f") == Figure(
        "f", caption="Chợ phiên", credit="Minh Tú", alt="Người bán thổ cẩm"
    )
    assert edited.blocks[0] is PIECE.blocks[0]


def test_what_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        index_of(PIECE, "z")
    with pytest.raises(KeyError):
        find_figure(PIECE, "p")


def test_bylines_keep_the_order_they_are_given() -> None:
    signed = Article("x", bylines=(Byline("Sùng Mí Lử"), Byline("Anh Tú"), Byline("Bích Hợp")))
    assert byline_text(signed) == "Sùng Mí Lử – Anh Tú – Bích Hợp"
