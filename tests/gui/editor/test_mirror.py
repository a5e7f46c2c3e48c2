"""The mirror's bookkeeping against a plain recount."""

import random

import pytest

from making.page_operations import random_block
from newsdesk.article.blocks import Block, Figure, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.splice import apply, inverse
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.edit import block_end, block_start
from newsdesk.gui.editor.lines import to_blocks, to_lines
from newsdesk.gui.editor.mirror import Mirror


def a_mirror(*blocks: Block) -> Mirror:
    mirror = Mirror()
    mirror.load(blocks)
    return mirror


def replaced_somewhere(mirror: Mirror, rng: random.Random) -> None:
    """Put other whole blocks in the place of some."""
    start = block_start(mirror.lines, rng.randrange(len(mirror.lines)))
    end = start
    for _ in range(rng.randrange(3)):
        if end < len(mirror.lines):
            end = block_end(mirror.lines, end)
    new = to_lines(random_block(rng) for _ in range(rng.randrange(3)))
    if end - start < len(mirror.lines) or new:
        mirror.replace(start, end - start, new)


@pytest.mark.parametrize("seed", range(30))
def test_one_splice_tells_all_that_changed(seed: int) -> None:
    rng = random.Random(seed)
    article = Article("a", blocks=tuple(random_block(rng) for _ in range(rng.randrange(1, 12))))
    mirror, follower = a_mirror(*article.blocks), a_mirror(*article.blocks)
    for _ in range(30):
        for _ in range(rng.randrange(1, 4)):
            replaced_somewhere(mirror, rng)
        splice = mirror.take(article.blocks)
        if splice is not None:
            before, article = article, apply(article, splice)
            follower.follow(splice)
            assert apply(article, inverse(splice)) == before
        assert article.blocks == to_blocks(mirror.lines)
        assert follower.lines == mirror.lines
        recount = a_mirror(*article.blocks)
        for line in range(len(mirror.lines) + 1):
            assert mirror.block_at(line) == recount.block_at(line)
        for block in range(len(article.blocks) + 1):
            assert mirror.line_at(block) == recount.line_at(block)
        assert mirror.objects == follower.objects == recount.objects


def test_a_caption_is_its_figures_change() -> None:
    figure = Figure("f", None, "một")
    mirror = a_mirror(Paragraph("p"), figure, Paragraph("q"))
    (line,) = to_lines([Figure("f", None, "hai")])[1:2]
    mirror.replace(2, 1, [line])
    splice = mirror.take((Paragraph("p"), figure, Paragraph("q")))
    assert splice is not None
    assert (splice.index, splice.old, splice.new) == (1, (figure,), (Figure("f", None, "hai"),))


def test_an_empty_body_is_a_line_to_write_in_and_no_block() -> None:
    mirror = a_mirror()
    (line,) = mirror.lines
    assert mirror.take(()) is None
    mirror.replace(0, 1, [*to_lines([Paragraph(line.id, runs_of("a"))])])
    splice = mirror.take(())
    assert splice is not None
    assert splice.old == ()
    mirror.follow(inverse(splice))
    assert len(mirror.lines) == 1
    assert mirror.lines[0].text == ""
    mirror.follow(splice)
    assert [line.text for line in mirror.lines] == ["a"]


def test_an_object_put_under_an_empty_body_makes_both_real() -> None:
    mirror = a_mirror()
    mirror.replace(1, 0, to_lines([Figure("f")]))
    splice = mirror.take(())
    assert splice is not None
    assert (splice.index, splice.old, len(splice.new)) == (0, (), 2)


def test_nothing_to_take_when_nothing_changed() -> None:
    body = (Paragraph("p", runs_of("một")),)
    mirror = a_mirror(*body)
    mirror.replace(0, 1, list(mirror.lines))
    assert not mirror.changed
    mirror.replace(0, 1, to_lines([Paragraph("p", runs_of("hai"))]))
    mirror.replace(0, 1, to_lines(body))
    assert mirror.take(body) is None


def test_find_by_id() -> None:
    mirror = a_mirror(Paragraph("p"), Figure("f"), Paragraph("q"))
    assert [mirror.find(name) for name in ("p", "f", "q", "x")] == [0, 1, 4, None]
