"""The program is killed at every single point of a delivery and started again: nothing ever stands twice."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from making.delivering import DAI, Press, Station, figure, jpeg, piece
from making.faults import Fuse, Killed
from newsdesk.article.blocks import Block, Figure
from newsdesk.article.model import Article, Status
from newsdesk.desk.delivering import DeliveryResult, DeliveryState
from newsdesk.errors import AnswerLost

TESTS = Path(__file__).resolve().parents[1]

Queue = Callable[[Press, Article], str]
"""Gets a piece ready and queues the delivery that is about to be killed."""


def first_sending(press: Press, article: Article) -> str:
    press.set_up(article)
    return press.delivering.queue(article.id, DAI, Status.PUBLISHED)


def correction(press: Press, article: Article) -> str:
    """The second delivery of a piece: another headline, another caption, another photo in the last figure."""
    press.delivering.deliver(first_sending(press, article))
    *others, last = [block for block in article.blocks if isinstance(block, Figure)]
    changed: dict[str, Block] = {one.id: replace(one, caption="Sửa chú thích") for one in others}
    changed[last.id] = replace(figure(9), id=last.id)
    blocks = tuple(changed.get(block.id, block) for block in article.blocks)
    press.writing.put(replace(article, headline="Đính chính", blocks=blocks, tags=("Thẻ sửa",)))
    return press.delivering.queue(article.id, DAI, Status.PUBLISHED)


def expect_whole(result: DeliveryResult) -> None:
    assert (result.state, result.problem) == (DeliveryState.DONE, None)
    assert result.receipt is not None
    assert result.receipt.differences == ()
    assert result.receipt.status == "published"


def expect_once(station: Station, articles: list[Article], *photos: int) -> None:
    """Each article stands there once, and each of these photos once an article."""
    assert station.articles() == sorted(article.id for article in articles)
    assert len(station.media()) == len(photos) * len(articles)
    once = [jpeg(number).sha256 for number in photos]
    assert station.photo_digests() == sorted(once * len(articles))


def sweep(station: Station, library: Path, queue: Queue, article: Callable[[], Article], *photos: int) -> int:
    """Kill at the first point, the second, and so on, until a delivery gets through; how many there were."""
    articles = []
    for point in count(1):
        articles.append(article())
        with station.press(library) as press:
            delivery = queue(press, articles[-1])
        fuse = Fuse(point)
        with station.press(library, access=fuse.on_access, sends=fuse.on_line) as press:
            try:
                press.delivering.deliver(delivery)
            except Killed:
                assert fuse.blown
        with station.press(library) as press:
            press.delivering.resume()
            expect_whole(press.delivering.deliver(delivery))
        expect_once(station, articles, *photos)
        if not fuse.blown:
            return point
    raise AssertionError


def test_killed_at_every_point_of_a_piece_with_one_photo(station: Station, tmp_path: Path) -> None:
    assert sweep(station, tmp_path / "newsroom", first_sending, lambda: piece(1), 1) > 40


@pytest.mark.real
def test_killed_at_every_point_of_a_piece_with_three_photos(station: Station, tmp_path: Path) -> None:
    assert sweep(station, tmp_path / "newsroom", first_sending, lambda: piece(3), 1, 2, 3) > 75


@pytest.mark.real
def test_killed_at_every_point_of_a_correction(station: Station, tmp_path: Path) -> None:
    assert sweep(station, tmp_path / "newsroom", correction, lambda: piece(2), 1, 2, 9) > 40


def lost() -> AnswerLost:
    return AnswerLost("cms.connection_lost", host="dai.example")


@pytest.mark.parametrize("flicker", [True, pytest.param(False, marks=pytest.mark.real)])
def test_an_answer_lost_at_every_request(station: Station, tmp_path: Path, flicker: bool) -> None:
    """A flicker during a write is survived in the same run; otherwise the delivery waits for the next."""
    articles: list[Article] = []
    for point in count(1):
        articles.append(piece(1))
        fuse = Fuse(point, lost, flicker=flicker)
        with station.press(tmp_path / "newsroom", sends=fuse.on_line) as press:
            delivery = first_sending(press, articles[-1])
            result = press.delivering.deliver(delivery)
        if not fuse.blown:
            expect_whole(result)
            break
        assert flicker or result.state is DeliveryState.WAITING
        with station.press(tmp_path / "newsroom") as press:
            expect_whole(press.delivering.deliver(delivery))
        expect_once(station, articles, 1)


PROCESS = """
import sys
from pathlib import Path
from making.delivering import Press
from making.faults import Fuse

class Told(Fuse):
    def point(self) -> None:
        print("point", flush=True)
        sys.stdin.readline()

folder, url, token, user, delivery = sys.argv[1:]
fuse = Told(0)
with Press(Path(folder), url, token, user, access=fuse.on_access, sends=fuse.on_line) as press:
    print(press.delivering.deliver(delivery).state.value, flush=True)
"""


@pytest.mark.real
def test_a_real_process_killed_at_every_point(station: Station, tmp_path: Path) -> None:
    """SIGKILL instead of an exception: nothing is tidied up, no lock let go, no connection closed."""
    library, articles = tmp_path / "newsroom", []
    for point in count(1):
        articles.append(piece(1))
        with station.press(library) as press:
            delivery = first_sending(press, articles[-1])
        command = [sys.executable, "-c", PROCESS, str(library), station.url, station.token, station.user]
        with subprocess.Popen(
            [*command, delivery], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=TESTS
        ) as process:
            ended = _let_run(process, point)
            process.kill()
        with station.press(library) as press:
            expect_whole(press.delivering.deliver(delivery))
        expect_once(station, articles, 1)
        if ended:
            break


def _let_run(process: "subprocess.Popen[str]", points: int) -> bool:
    """Let a process pass all but the last of its points; whether it came to its end before."""
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(1, points + 1):
        line = process.stdout.readline().strip()
        if line != "point":
            assert line == "done"
            return True
        if number < points:
            process.stdin.write("\n")
            process.stdin.flush()
    return False
