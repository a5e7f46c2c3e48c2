"""What the newsroom hands out is built once, whoever asks first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from newsdesk.bootstrap import Newsroom

THREADS = 8


def test_threads_that_ask_at_once_get_the_same_photo_worker(tmp_path: Path) -> None:
    newsroom = Newsroom.from_environment(tmp_path / "library", "vi")
    together = Barrier(THREADS)

    def ask(_number: int) -> int:
        together.wait()
        return id(newsroom._photo_worker())

    with ThreadPoolExecutor(THREADS) as threads:
        assert len(set(threads.map(ask, range(THREADS)))) == 1
    newsroom.close()
