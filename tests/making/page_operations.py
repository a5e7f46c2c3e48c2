"""Random work on a page through real events, and what must hold after every bit of it."""

import random
from dataclasses import replace

from PySide6.QtCore import QMimeData

from making.pages import ALT, CTRL, SHIFT, Key, compose, press, type_text
from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.edits import index_of
from newsdesk.article.identity import new_id
from newsdesk.article.splice import Splice
from newsdesk.article.text import Mark, Run, Runs, normalised
from newsdesk.gui.editor.formats import Formats
from newsdesk.gui.editor.lines import OBJECT_KINDS, TEXT_KINDS, Kind, to_blocks
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.repair import broken

TEXT = "Hà Nội đường phố người dân cho biết sáng nay lực lượng chức năng 😀 đã có mặt tại hiện trường"
WORDS = TEXT.split()
HTML = """<html><body><!--StartFragment--><p class=MsoNormal>Xin <b>chào</b> <a href="https://x.y">đây</a></p>
<table><tr><td>A</td><td>B</td></tr></table><h2>Mục</h2><ul><li>một<li>hai</ul>
<img src="file:///x.png"><p>hết</p></body></html>"""


def random_runs(rng: random.Random) -> Runs:
    """A few runs with marks and links."""
    return normalised(
        Run(
            " ".join(rng.choices(WORDS, k=rng.randrange(0, 8))),
            rng.choice([frozenset(), frozenset({Mark.BOLD}), frozenset({Mark.ITALIC, Mark.SUPERSCRIPT})]),
            rng.choice([None, None, "https://a.b/"]),
        )
        for _ in range(3)
    )


def random_block(rng: random.Random) -> Block:
    """Any block; a third of them figures."""
    own, level = new_id(), rng.choice((1, 2))
    if rng.random() < 0.3:
        photo = rng.choice([None, "a" * 64])
        return Figure(own, photo, " ".join(rng.choices(WORDS, k=4)), "Ảnh: An", alt="cầu")
    return rng.choice(
        [
            Paragraph(own, random_runs(rng)),
            Paragraph(own),
            Heading(own, random_runs(rng), level),
            Quote(own, random_runs(rng)),
            ListItem(own, random_runs(rng), rng.random() < 0.5, level),
            Box(own, random_runs(rng)),
            Embed(own, "https://v.example/1", "Phóng sự"),
            Divider(own),
        ]
    )


class Worker:
    """Does one random thing after another to a page."""

    def __init__(self, page: Page, rng: random.Random) -> None:
        self.page = page
        self.rng = rng
        self._deeds = [getattr(self, name) for name in sorted(vars(Worker)) if name.startswith("do_")]

    def step(self) -> str:
        """One deed somewhere; return its name."""
        if self.rng.random() < 0.75:
            self._go_somewhere()
        deed = self.rng.choice(self._deeds)
        deed()
        if len(self.page.lines) > 90:
            self._select(self.page.document().findBlockByNumber(30).position(), self._end())
            press(self.page, Key.Key_Delete)
        return str(deed.__name__)

    def _end(self) -> int:
        return self.page.document().characterCount() - 1

    def _select(self, anchor: int, position: int) -> None:
        show, cursor = self.page.projection, self.page.textCursor()
        # There and back: no caret stands inside a character of two UTF-16 units.
        cursor.setPosition(show.position(show.place(anchor)))
        cursor.setPosition(show.position(show.place(position)), cursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    def _go_somewhere(self) -> None:
        rng, end = self.rng, self._end()
        anchor = rng.randint(0, end)
        reach = rng.choice([rng.randrange(-6, 7), rng.randrange(-200, 201)])
        position = anchor if rng.random() < 0.55 else min(end, max(0, anchor + reach))
        if rng.random() < 0.35:
            block = self.page.document().findBlockByNumber(rng.randrange(len(self.page.lines)))
            anchor = position = rng.choice([block.position(), block.position() + block.length() - 1])
        if rng.random() < 0.01:
            anchor, position = 0, end
        self._select(anchor, position)

    def do_type(self) -> None:
        type_text(self.page, self.rng.choice(["a", "bạn", "x y", "😀", "e\u0301"]))

    do_type_more = do_type

    def do_unikey(self) -> None:
        type_text(self.page, "toa\b\bọa")

    def do_erase(self) -> None:
        key = self.rng.choice([Key.Key_Backspace, Key.Key_Delete])
        for _ in range(self.rng.choice([1, 1, 2, 5])):
            press(self.page, key)

    do_erase_more = do_erase

    def do_erase_word(self) -> None:
        press(self.page, self.rng.choice([Key.Key_Backspace, Key.Key_Delete]), CTRL)

    def do_enter(self) -> None:
        press(self.page, Key.Key_Return)

    do_enter_more = do_enter

    def do_break(self) -> None:
        press(self.page, Key.Key_Return, SHIFT)

    def do_tab(self) -> None:
        press(self.page, Key.Key_Tab, self.rng.choice([SHIFT, SHIFT & ~SHIFT]))

    def do_walk(self) -> None:
        keys = [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]
        for _ in range(5):
            press(self.page, self.rng.choice(keys), self.rng.choice([SHIFT, CTRL, CTRL & SHIFT]))

    def do_cut(self) -> None:
        press(self.page, Key.Key_X, CTRL)

    def do_copy(self) -> None:
        press(self.page, Key.Key_C, CTRL)

    def do_paste(self) -> None:
        press(self.page, Key.Key_V, CTRL)

    def do_paste_html(self) -> None:
        mime = QMimeData()
        mime.setHtml(HTML)
        self.page.insertFromMimeData(mime)

    def do_paste_text(self) -> None:
        mime = QMimeData()
        mime.setText("một\nhai\ufffc\n\nba")
        self.page.insertFromMimeData(mime)

    def do_compose(self) -> None:
        compose(self.page, "v", "vi", "việ", commit="việt")

    def do_replace_around(self) -> None:
        compose(self.page, commit="đ", replace=(-2, 2))

    def do_give_up_composing(self) -> None:
        compose(self.page, "ng", "ngu")
        compose(self.page, "")

    def do_insert_figure(self) -> None:
        self.page.insert_figures([Figure(new_id(), "b" * 64, "mới", "")])

    def do_insert_divider(self) -> None:
        self.page.insert_divider()

    def do_insert_embed(self) -> None:
        self.page.insert_embed("https://v.example/2")

    def do_move(self) -> None:
        press(self.page, self.rng.choice([Key.Key_Up, Key.Key_Down]), ALT)

    do_move_more = do_move

    def do_kind(self) -> None:
        self.page.set_kind(self.rng.choice(sorted(TEXT_KINDS)))

    def do_mark(self) -> None:
        self.page.toggle_mark(self.rng.choice(list(Mark)))

    def do_link(self) -> None:
        self.page.set_link(self.rng.choice([None, "https://c.d/"]))

    def do_drag(self) -> None:
        if self.page.textCursor().hasSelection():
            mime = self.page.createMimeDataFromSelection()
            target = self.page.document().findBlockByNumber(self.rng.randrange(len(self.page.lines)))
            area = self.page.document().documentLayout().blockBoundingRect(target)
            point = area.center().toPoint()
            self.page.drop_at(point, mime, move=self.rng.random() < 0.6)

    def do_panel_edit(self) -> None:
        """Another view changes a figure."""
        blocks = self.page.manuscript.article.blocks
        figures = [block for block in blocks if isinstance(block, Figure)]
        if figures:
            old = self.rng.choice(figures)
            new = replace(old, alt=f"alt {self.rng.randrange(99)}", caption=self.rng.choice(WORDS))
            index = index_of(self.page.manuscript.article, old.id)
            if old != new:
                self.page.manuscript.push(Splice(index, (old,), (new,)), origin=self)

    def do_undo(self) -> None:
        press(self.page, Key.Key_Z, CTRL)

    do_undo_more = do_undo

    def do_redo(self) -> None:
        press(self.page, Key.Key_Z, CTRL | SHIFT)

    do_redo_more = do_redo


def assert_sound(page: Page, what: object = "", *, dressed: bool = True) -> None:
    """The document shows the lines, the lines are the article, and no structure is broken."""
    shown = page.projection.read(0, page.document().blockCount())
    wanted = [replace(line, object=None) for line in page.lines]
    assert shown == wanted, (
        what,
        next(pair for pair in zip(shown, wanted, strict=False) if pair[0] != pair[1]),
    )
    assert broken(page.lines) == "", what
    blocks = page.manuscript.article.blocks
    assert blocks == to_blocks(page.lines) or (not blocks and len(page.lines) == 1), what
    if dressed:
        assert_dressed(page, what)


def assert_dressed(page: Page, what: object) -> None:
    """Every line wears the formats of its kind: none kept the face of what it was joined to."""
    formats: Formats = page.projection.formats
    block = page.document().begin()
    for line in page.lines:
        assert block.blockFormat() == formats.block(line), (what, line)
        fragments = block.begin()
        while line.kind not in OBJECT_KINDS and not fragments.atEnd():
            size = fragments.fragment().charFormat().fontPointSize()
            assert size == formats.text(Kind(line.kind)).fontPointSize(), (what, line, size)
            fragments += 1
        block = block.next()
