"""Photos are decoded in processes of their own: a hostile file costs an error message, never the program."""

from collections.abc import Mapping
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import LifoQueue
from threading import Event
from typing import Any, TypeAlias

from newsdesk.article.blocks import Crop, Figure
from newsdesk.article.photo import Photo
from newsdesk.errors import BadInput, Cancelled
from newsdesk.photos.profiles import NO_TEXTS, PROFILES, Rendition, RenditionProfile, RenditionTexts

_Pipe: TypeAlias = "Connection[Any, Any]"

MEMORY = 2_500_000_000
"""Address space of one process in bytes: room for the largest photo that is accepted, decoded twice."""

SECONDS = 20.0
_STARTING_SECONDS = 60.0


class PhotoWorker:
    """A few decoding processes, started when first needed and again after one died.

    All methods block and may be called from any thread. They raise `BadInput` as the functions they stand
    for, besides `photo.timeout` and `photo.decoder_died`; once the worker is closed, `Cancelled`.
    """

    def __init__(self, processes: int = 2, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._closed = Event()
        self._decoders = tuple(_Decoder(seconds, memory) for _ in range(processes))
        self._idle: LifoQueue[_Decoder] = LifoQueue()
        for decoder in self._decoders:
            self._idle.put(decoder)

    def probe(self, data: bytes, filename: str) -> Photo:
        """See `decoding.probe`."""
        photo: Photo = self._call(filename, "probe", data, filename)
        return photo

    def render(
        self,
        data: bytes,
        profile: RenditionProfile,
        *,
        crop: Crop | None = None,
        texts: RenditionTexts = NO_TEXTS,
        filename: str = "",
    ) -> Rendition:
        """See `renditions.render`."""
        named = {"crop": crop, "texts": texts, "filename": filename}
        rendition: Rendition = self._call(filename, "render", data, profile, **named)
        return rendition

    def render_figure(self, data: bytes, figure: Figure, photo: Photo, profile: str) -> Rendition:
        """The picture as `figure` uses the photo, for the profile of that name, with the figure's words."""
        texts = RenditionTexts(
            caption=figure.caption,
            credit=figure.credit,
            creator=photo.creator,
            copyright=photo.copyright,
            alt="" if figure.decorative else figure.alt,
            ai_made=figure.ai_made or photo.ai_made,
        )
        return self.render(data, PROFILES[profile], crop=figure.crop, texts=texts, filename=photo.filename)

    def preview(self, data: bytes, long_edge: int, crop: Crop | None = None, *, filename: str = "") -> bytes:
        """See `previews.preview`."""
        jpeg: bytes = self._call(filename, "preview", data, long_edge, crop, filename=filename)
        return jpeg

    def close(self) -> None:
        """End the processes; work in hand is cancelled."""
        self._closed.set()
        for decoder in self._decoders:
            decoder.kill()
        for _ in self._decoders:
            decoder = self._idle.get()
            decoder.stop()
            self._idle.put(decoder)

    def _call(self, file: str, job: str, /, *arguments: Any, **named: Any) -> Any:
        decoder = self._idle.get()
        try:
            if self._closed.is_set():
                raise Cancelled()
            return decoder.answer(file, (job, arguments, named))
        except BadInput:
            if self._closed.is_set():
                raise Cancelled() from None
            raise
        finally:
            self._idle.put(decoder)


class _Decoder:
    """One process and the pipe to it; used by one thread at a time, save for `kill`."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: SpawnProcess | None = None
        self._pipe: _Pipe | None = None

    def answer(self, filename: str, call: tuple[str, tuple[Any, ...], Mapping[str, Any]]) -> Any:
        """Hand a call over and wait for its answer; a process that dies or takes too long is ended."""
        try:
            pipe = self._running()
            pipe.send(call)
            if not pipe.poll(self._seconds):
                self.stop()
                raise BadInput("photo.timeout", file=filename, seconds=round(self._seconds))
            done, *answer = pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise BadInput("photo.decoder_died", file=filename) from error
        if not done:
            code, parameters = answer
            raise BadInput(code, **parameters)
        return answer[0]

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer learns it from the pipe."""
        process = self._process
        if process is not None:
            process.kill()

    def stop(self) -> None:
        """End the process and let go of the pipe; the next call starts anew."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _running(self) -> _Pipe:
        """The pipe to a living process that has said it is ready.

        Raises:
            OSError, EOFError: it did not start.
        """
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.stop()
        spawn = get_context("spawn")
        self._pipe, other_end = spawn.Pipe()
        self._process = spawn.Process(target=_serve, args=(other_end, self._memory), daemon=True)
        self._process.start()
        other_end.close()
        if not self._pipe.poll(_STARTING_SECONDS):
            raise EOFError
        self._pipe.recv()
        return self._pipe


def _serve(pipe: _Pipe, memory: int) -> None:
    """What a new process runs. Pillow is loaded there and never in the program itself."""
    import_module("newsdesk.photos.decoder").serve(pipe, memory)
