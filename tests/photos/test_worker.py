import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from typing import cast

import pytest
from PIL import Image

from making.photos import GOLDEN, corners, decoded, encoded
from newsdesk.article.blocks import Crop, Figure
from newsdesk.errors import BadInput, Cancelled
from newsdesk.photos.decoding import probe
from newsdesk.photos.profiles import CMS_PROFILE, RenditionTexts
from newsdesk.photos.worker import PhotoWorker

JPEG = encoded(corners())


@pytest.fixture(scope="module")
def worker() -> Iterator[PhotoWorker]:
    worker = PhotoWorker(processes=1)
    yield worker
    worker.close()


@pytest.fixture
def short_worker() -> Iterator[PhotoWorker]:
    worker = PhotoWorker(processes=1, seconds=1.5)
    worker.probe(JPEG, "a.jpg")
    yield worker
    worker.close()


def pid() -> int:
    """The process that was started last."""
    return max(active_children(), key=lambda process: int(process.name.rpartition("-")[2])).pid or 0


def test_the_other_process_answers_the_same(worker: PhotoWorker) -> None:
    assert worker.probe(JPEG, "a.jpg") == probe(JPEG, "a.jpg")
    assert decoded(worker.preview(JPEG, 48)).size == (48, 32)
    made = worker.render(JPEG, CMS_PROFILE, crop=Crop(0, 0, 0.5, 1), texts=RenditionTexts(caption="Cầu treo"))
    assert probe(made.data, "r.jpg").caption == "Cầu treo"
    assert (made.width, made.height) == (48, 64)


def test_a_figure_is_rendered_with_its_own_words(worker: PhotoWorker) -> None:
    figure = Figure(id="1", caption="Cầu treo", credit="Sao Mai", alt="Một cây cầu", crop=Crop(0, 0, 0.5, 1))
    made = worker.render_figure(JPEG, figure, probe(JPEG, "a.jpg"), "docx")
    told = probe(made.data, "r.jpg")
    assert (told.caption, told.credit, told.alt, told.width) == ("Cầu treo", "Sao Mai", "Một cây cầu", 48)


def test_bad_input_crosses_the_border_whole(worker: PhotoWorker) -> None:
    with pytest.raises(BadInput) as caught:
        worker.probe(b"BM" + bytes(40), "ảnh.jpg")
    assert (caught.value.code, caught.value.parameters) == (
        "photo.unsupported",
        {"file": "ảnh.jpg", "kind": "BMP"},
    )
    assert worker.probe(JPEG, "a.jpg").width == 96


def test_threads_share_the_processes(worker: PhotoWorker) -> None:
    with ThreadPoolExecutor(4) as pool:
        sizes = list(pool.map(lambda edge: decoded(worker.preview(JPEG, edge)).width, range(20, 60)))
    assert sizes == list(range(20, 60))


def test_a_process_that_does_not_answer_is_ended_and_the_next_photo_is_taken(
    short_worker: PhotoWorker,
) -> None:
    os.kill(pid(), signal.SIGSTOP)
    with pytest.raises(BadInput) as caught:
        short_worker.probe(JPEG, "slow.jpg")
    assert (caught.value.code, caught.value.parameters["file"]) == ("photo.timeout", "slow.jpg")
    assert short_worker.probe(JPEG, "a.jpg").width == 96


def test_a_process_that_dies_at_work_is_an_error_of_that_photo_only(worker: PhotoWorker) -> None:
    with pytest.raises(BadInput) as caught:
        worker.probe(cast(bytes, 5), "deadly.jpg")
    assert (caught.value.code, caught.value.parameters) == ("photo.decoder_died", {"file": "deadly.jpg"})
    assert worker.probe(JPEG, "b.jpg").width == 96


def test_what_c_libraries_complain_of_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    broken = bytearray(encoded(Image.effect_noise((64, 64), 90), "TIFF", compression="tiff_lzw"))
    broken[200:400] = bytes(200)
    quiet = PhotoWorker(processes=1)
    with pytest.raises(BadInput):
        quiet.probe(bytes(broken), "broken.tif")
    quiet.close()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("place", "value"), [(240, 145), (235, 245), (836, 163), (400, 255)])
def test_a_heic_that_crashes_its_library_is_only_bad_input(
    worker: PhotoWorker, place: int, value: int
) -> None:
    broken = bytearray((GOLDEN / "corner-turned.heic").read_bytes())
    broken[place] = value
    with contextlib.suppress(BadInput):
        worker.probe(bytes(broken), "broken.heic")
    assert worker.probe(JPEG, "a.jpg").width == 96


def test_a_process_that_died_idle_costs_nobody_anything(worker: PhotoWorker) -> None:
    worker.probe(JPEG, "a.jpg")
    (process,) = [child for child in active_children() if child.pid == pid()]
    process.kill()
    process.join()
    assert worker.probe(JPEG, "a.jpg").width == 96


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_memory_is_bounded() -> None:
    worker = PhotoWorker(processes=1, memory=450_000_000)
    try:
        with pytest.raises(BadInput) as caught:
            worker.preview(encoded(Image.new("RGB", (12_000, 10_000)), "PNG"), 200, filename="large.png")
        assert caught.value.code in ("photo.memory", "photo.decoder_died")
        assert worker.probe(JPEG, "a.jpg").width == 96
    finally:
        worker.close()


def test_closing_cancels_and_leaves_no_process() -> None:
    worker = PhotoWorker(processes=2)
    worker.probe(JPEG, "a.jpg")
    left = pid()
    worker.close()
    worker.close()
    assert left not in [child.pid for child in active_children()]
    with pytest.raises(Cancelled):
        worker.probe(JPEG, "a.jpg")


def test_pillow_stays_out_of_the_program() -> None:
    question = "import sys; import newsdesk.photos.worker; print('PIL' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
