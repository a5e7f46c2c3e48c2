"""Delivering to a real demonstration CMS: the ordinary days, and the days when others work there too."""

import json
import threading
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Self

import pytest

from making.delivering import DAI, Jpeg, Press, Station, figure, jpeg, piece
from newsdesk.article.blocks import Crop, Figure
from newsdesk.article.model import Article, Byline, Status
from newsdesk.checks.finding import Finding, Level
from newsdesk.cms.answers import Answer
from newsdesk.cms.connector import Payload, Progress, RemoteArticle
from newsdesk.cms.station import Sends
from newsdesk.desk.cms_words import CMS_ERROR_WORDS
from newsdesk.desk.delivering import DeliveryResult, DeliveryState
from newsdesk.desk.events import DeliveryChanged, DeliveryProgressed, Event
from newsdesk.desk.work import Step, Work
from newsdesk.errors import Cancelled, ChangeRefused, UsageError
from newsdesk.library.outbox import DeliveryRow, StepState


class Line:
    """A line that counts what goes over it, and gives answers of its own when told to."""

    def __init__(self, inner: Sends) -> None:
        self.inner = inner
        self.sent: list[tuple[str, str]] = []
        self.answers: dict[str, Answer] = {}
        self.on_bytes: Callable[[], None] = lambda: None

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        progress: Progress | None = None,
        signed: bool = True,
    ) -> Answer:
        what = f"{method} {path.removeprefix('/newsdesk/v1').split('?')[0].rsplit('/', 1)[0] or '/'}"
        self.sent.append((method, path))
        if progress is not None:
            self.on_bytes()
        for start, answer in self.answers.items():
            if what.startswith(start):
                return answer
        return self.inner.send(method, path, headers=headers, body=body, progress=progress, signed=signed)

    def close(self) -> None:
        self.inner.close()

    def writes(self, ending: str = "") -> list[str]:
        return [path for method, path in self.sent if method != "GET" and path.endswith(ending)]


@pytest.fixture
def line(press: Press) -> Line:
    """The line of `press`, across all its deliveries."""
    kept = Line(press)  # type: ignore[arg-type] # the real line follows with the first connection

    def onto(transport: Sends) -> Sends:
        kept.inner = transport
        return kept

    press.sends = onto
    return kept


def send(press: Press, article: Article, status: Status = Status.PUBLISHED) -> DeliveryResult:
    return press.delivering.deliver(press.delivering.queue(article.id, DAI, status))


def send_first(press: Press, article: Article, status: Status = Status.PUBLISHED) -> DeliveryResult:
    press.set_up(article)
    return send(press, article, status)


def correct(press: Press, article: Article) -> None:
    press.writing.put(article)


def busy(after: str) -> Answer:
    return Answer(503, {"content-type": "application/problem+json", "retry-after": after}, b"{}")


def code_of(result: DeliveryResult) -> str:
    """The code of the problem, whose sentence can be filled."""
    assert result.problem is not None
    assert CMS_ERROR_WORDS[result.problem.code].format(**result.problem.parameters)
    return result.problem.code


def test_a_piece_arrives_whole(press: Press, station: Station) -> None:
    article = piece(photos=3)
    result = send_first(press, article)
    assert (result.state, result.problem) == (DeliveryState.DONE, None)
    assert result.receipt is not None
    assert result.receipt.differences == ()
    assert result.receipt.matches
    assert (result.receipt.status, result.receipt.destination) == ("published", DAI)
    assert result.receipt.url.startswith(station.url)
    assert station.articles() == [article.id]
    assert station.photo_digests() == sorted(jpeg(number).sha256 for number in (1, 2, 3))


def test_the_piece_here_learns_where_it_stands(press: Press) -> None:
    article = piece()
    send_first(press, article)
    assert press.writing.open(article.id).article.status is Status.PUBLISHED


def test_every_step_is_in_the_journal(press: Press) -> None:
    article = piece(photos=1)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.PUBLISHED)
    press.delivering.deliver(delivery)
    rows = press.delivering.journal(delivery)
    assert [row.step.kind for row in rows] == ["tag", "announce", "bytes", "article", "status"]
    assert {row.state for row in rows} == {StepState.DONE}


def test_a_done_delivery_is_not_sent_again(press: Press, line: Line) -> None:
    article = piece(photos=1)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.SUBMITTED)
    first = press.delivering.deliver(delivery)
    line.sent.clear()
    again = press.delivering.deliver(delivery)
    assert again == first
    assert line.sent == []


def test_sending_the_same_piece_again_changes_nothing(press: Press, station: Station, line: Line) -> None:
    article = piece()
    send_first(press, article)
    line.sent.clear()
    result = send(press, article)
    assert result.receipt is not None
    assert result.receipt.matches
    assert line.writes() == []
    assert station.articles() == [article.id]


def test_a_correction_sends_no_bytes_again(press: Press, station: Station, line: Line) -> None:
    article = piece(photos=2)
    send_first(press, article)
    line.sent.clear()
    correct(press, replace(article, headline="Đính chính: mùa lúa"))
    result = send(press, article)
    assert result.receipt is not None
    assert result.receipt.matches
    assert line.writes() == [f"/newsdesk/v1/articles/{article.id}"]
    assert len(station.media()) == 2


def test_a_changed_caption_goes_without_the_bytes(press: Press, station: Station, line: Line) -> None:
    article = piece(photos=2)
    send_first(press, article)
    line.sent.clear()
    blocks = tuple(
        replace(block, caption="Chú thích mới") if isinstance(block, Figure) else block
        for block in article.blocks
    )
    correct(press, replace(article, blocks=blocks))
    result = send(press, article)
    assert result.receipt is not None
    assert result.receipt.matches
    assert line.writes("/content") == []
    with closing(station.connector()) as connector:
        captions = []
        for media in station.media():
            found = connector.find_media(media)
            captions.append(found and found.media.texts.caption)
    assert captions == ["Chú thích mới", "Chú thích mới"]


@pytest.mark.parametrize("change", ["photo", "crop"])
def test_another_picture_is_another_photo_there(press: Press, station: Station, change: str) -> None:
    article = piece(photos=1)
    press.render = by_crop
    send_first(press, article)
    index = next(place for place, block in enumerate(article.blocks) if isinstance(block, Figure))
    old = article.blocks[index]
    assert isinstance(old, Figure)
    new = replace(figure(2), id=old.id) if change == "photo" else replace(old, crop=Crop(0.1, 0.1, 0.9, 0.9))
    correct(press, replace(article, blocks=(*article.blocks[:index], new, *article.blocks[index + 1 :])))
    result = send(press, article)
    assert result.receipt is not None
    assert result.receipt.matches
    assert len(station.media()) == 2


def by_crop(wanted: Figure) -> Jpeg:
    return jpeg(int(wanted.photo or "0", 16) + (1 if wanted.crop else 0))


def test_a_renderer_that_changed_gets_a_new_id(press: Press, station: Station, line: Line) -> None:
    """The announced digest binds: bytes that differ after an update of the program are another photo."""
    article = piece(photos=1)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    line.answers["PUT /media/"] = busy("")
    assert press.delivering.deliver(delivery).state is DeliveryState.WAITING
    line.answers.clear()
    press.render = lambda wanted: jpeg(2)
    assert press.delivering.deliver(delivery).state is DeliveryState.DONE
    assert station.photo_digests() == [jpeg(2).sha256]


def test_the_queued_revision_is_the_one_that_is_sent(press: Press, station: Station) -> None:
    article = piece(photos=0)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.SUBMITTED)
    correct(press, replace(article, headline="Viết tiếp sau khi xếp hàng"))
    press.delivering.deliver(delivery)
    with closing(station.connector()) as connector:
        found = connector.find_article(article.id)
    assert found is not None
    assert found.fields["headline"] == article.headline


def test_a_later_delivery_takes_the_place_of_a_waiting_one(press: Press, line: Line) -> None:
    article = piece(photos=0)
    press.set_up(article)
    older = press.delivering.queue(article.id, DAI, Status.DRAFT)
    correct(press, replace(article, headline="Mới hơn"))
    newer = press.delivering.queue(article.id, DAI, Status.DRAFT)
    states = {row.id: row.state for row in press.delivering.outbox()}
    assert states == {older: DeliveryState.CANCELLED, newer: DeliveryState.QUEUED}
    with pytest.raises(ChangeRefused, match="superseded"):
        press.delivering.retry(older)
    with pytest.raises(ChangeRefused, match="closed"):
        press.delivering.deliver(older)


# Others at work on the CMS


def edited(article: RemoteArticle, **changes: Any) -> Payload:
    return Payload(article.id, "editor", {**article.fields, **changes, "clientRevision": "editor"})


def test_what_an_editor_changed_is_never_overwritten(press: Press, station: Station) -> None:
    article = piece(photos=1)
    send_first(press, article)
    with closing(station.connector()) as connector:
        found = connector.find_article(article.id)
        assert found is not None
        connector.put_article(edited(found, headline="Biên tập đã sửa"), found.etag)
    correct(press, replace(article, headline="Phóng viên sửa"))
    result = send(press, article)
    assert (result.state, code_of(result)) == (DeliveryState.CONFLICT, "cms.conflict")
    assert result.problem is not None
    assert result.problem.exit_code == 1
    with closing(station.connector()) as connector:
        found = connector.find_article(article.id)
    assert found is not None
    assert found.fields["headline"] == "Biên tập đã sửa"


def test_an_edit_between_asking_and_putting_is_a_conflict(press: Press, station: Station, line: Line) -> None:
    article = piece(photos=0)
    send_first(press, article)
    line.answers["PUT /articles"] = Answer(
        412, {"content-type": "application/problem+json"}, b'{"code": "precondition_failed"}'
    )
    correct(press, replace(article, headline="Sửa"))
    assert send(press, article).state is DeliveryState.CONFLICT


def test_a_returned_piece_is_corrected_and_submitted_again(press: Press, station: Station) -> None:
    """Only its status was changed by others: that is no conflict."""
    article = piece(photos=1)
    send_first(press, article, Status.SUBMITTED)
    with closing(station.connector()) as connector:
        found = connector.find_article(article.id)
        assert found is not None
        body = json.dumps({"to": "returned", "note": "Bổ sung nguồn"}).encode()
        headers = {"Content-Type": "application/json", "If-Match": found.etag, "Idempotency-Key": "editor"}
        answer = connector._transport.send(
            "POST", f"/newsdesk/v1/articles/{article.id}/transitions", headers=headers, body=body
        )
        assert answer.status == 200
    correct(press, replace(article, headline="Đã bổ sung"))
    result = send(press, article, Status.SUBMITTED)
    assert result.receipt is not None
    assert (result.state, result.receipt.status) == (DeliveryState.DONE, "submitted")


def test_the_same_piece_from_a_second_pc_is_a_conflict(
    press: Press, station: Station, tmp_path: Path
) -> None:
    article = piece(photos=0)
    send_first(press, article)
    with station.press(tmp_path / "other pc") as other:
        assert send_first(other, replace(article, headline="Bản khác")).state is DeliveryState.CONFLICT


def test_a_published_piece_is_not_pulled_back(press: Press) -> None:
    article = piece(photos=0)
    send_first(press, article)
    correct(press, replace(article, headline="Sửa sau khi đăng"))
    result = send(press, article, Status.SUBMITTED)
    assert result.receipt is not None
    assert result.receipt.status == "published"


# Refusals


def test_a_section_the_cms_does_not_have(press: Press, station: Station) -> None:
    result = send_first(press, replace(piece(), section="Chuyên mục lạ"))
    assert (result.state, code_of(result)) == (DeliveryState.REFUSED, "cms.section_unknown")
    assert station.articles() == []
    assert station.media() == []


def test_sections_are_matched_in_any_spelling(press: Press) -> None:
    result = send_first(press, replace(piece(photos=0), section=" ĐỜI  SỐNG xã hội "))
    assert result.state is DeliveryState.DONE


def test_saved_but_not_allowed_to_publish(press: Press, station: Station) -> None:
    login = next(one for one in station.server.logins if one.user == "minh.an")
    press.user = login.user
    press.credentials.hold(DAI, login.user, login.token)
    press.token = login.token
    article = piece(photos=1)
    result = send_first(press, article)
    assert (result.state, code_of(result)) == (DeliveryState.REFUSED, "cms.forbidden")
    assert result.problem is not None
    assert result.problem.parameters["capability"] == "article.publish"
    assert station.articles() == [article.id]
    correct(press, article)
    assert send(press, article, Status.SUBMITTED).state is DeliveryState.DONE


def test_a_wrong_token_is_refused_before_anything_is_sent(press: Press, station: Station) -> None:
    article = piece()
    press.set_up(article)
    press.credentials.hold(DAI, press.user, "khong-dung")
    result = send(press, article)
    assert (result.state, code_of(result)) == (DeliveryState.REFUSED, "cms.sign_in")
    assert station.media() == []


def test_without_a_token_nothing_is_sent(press: Press) -> None:
    article = piece()
    press.set_up(article)
    press.credentials.forget(DAI, press.user)
    assert code_of(send(press, article)) == "cms.no_token"


def test_a_photo_too_large_is_refused_before_its_bytes_go(press: Press, line: Line) -> None:
    press.render = lambda wanted: Jpeg(b"\0" * 60_000_000)
    result = send_first(press, piece(photos=1))
    assert code_of(result) == "cms.too_large"
    assert line.writes("/content") == []


def test_bytes_that_are_no_picture_are_refused(press: Press, station: Station) -> None:
    press.render = lambda wanted: Jpeg(b"this is no picture")
    result = send_first(press, piece(photos=1))
    assert (result.state, code_of(result)) == (DeliveryState.REFUSED, "cms.media_rejected")
    assert station.articles() == []


def test_findings_that_are_errors_keep_a_piece_here(press: Press) -> None:
    press.checks.findings = (Finding("figure.no_photo", Level.ERROR), Finding("space", Level.WARNING))
    article = piece()
    press.set_up(article)
    with pytest.raises(ChangeRefused, match=r"delivery\.findings") as refused:
        press.delivering.queue(article.id, DAI, Status.DRAFT)
    assert refused.value.parameters["count"] == 1
    assert press.delivering.outbox() == ()


def test_an_unknown_destination(press: Press) -> None:
    article = piece()
    press.writing.create(article)
    with pytest.raises(UsageError, match=r"destination\.unknown"):
        press.delivering.queue(article.id, "nơi khác", Status.DRAFT)


# Waiting


def test_without_a_cms_the_piece_waits_and_goes_later(press: Press, station: Station, tmp_path: Path) -> None:
    article = piece(photos=1)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    port = int(station.url.rpartition(":")[2])
    station.close()
    result = press.delivering.deliver(delivery)
    assert (result.state, code_of(result)) == (DeliveryState.WAITING, "cms.connection_refused")
    assert result.problem is not None
    assert result.problem.exit_code == 4
    row = press.delivering.outbox()[0]
    assert row.next_try is not None
    assert row.next_try > datetime.now(UTC)
    assert row.problem is not None
    assert row.problem.code == "cms.connection_refused"
    with Station(tmp_path / "cms") as again:
        assert int(again.url.rpartition(":")[2]) == port
        press.delivering.resume()
        assert press.delivering.outbox()[0].state is DeliveryState.WAITING
        press.now = lambda: datetime.now(UTC) + timedelta(days=3)
        press.delivering.resume()
        assert press.delivering.outbox()[0].state is DeliveryState.DONE


def test_a_busy_cms_is_given_the_time_it_asks_for(press: Press, line: Line) -> None:
    line.answers["GET /"] = busy("7200")
    started = datetime.now(UTC)
    assert code_of(send_first(press, piece())) == "cms.busy"
    next_try = press.delivering.outbox()[0].next_try
    assert next_try is not None
    assert next_try >= started + timedelta(seconds=7200)


def test_waiting_grows_longer_with_every_try(press: Press, line: Line) -> None:
    line.answers["GET /"] = busy("")
    article = piece()
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    press.now = lambda: noon
    waits = []
    for _ in range(12):
        press.delivering.deliver(delivery)
        next_try = press.delivering.outbox()[0].next_try
        assert next_try is not None
        waits.append((next_try - noon).total_seconds())
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]


def test_after_one_silence_a_destination_is_left_alone(press: Press, line: Line) -> None:
    line.answers["GET /"] = busy("")
    for _ in range(3):
        article = piece(photos=0)
        press.set_up(article)
        press.delivering.queue(article.id, DAI, Status.DRAFT)
    press.delivering.resume()
    assert len(line.sent) == 1


# Stopping


def test_stopping_in_the_middle_of_a_photo(press: Press, station: Station, line: Line) -> None:
    article = piece(photos=2)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    work = Work()
    line.on_bytes = work.cancel
    with pytest.raises(Cancelled):
        press.delivering.deliver(delivery, work)
    assert press.delivering.outbox()[0].state is DeliveryState.CANCELLED
    assert list((station.folder / "media").iterdir()) == [], "half a photo is none"
    line.on_bytes = lambda: None
    press.delivering.retry(delivery)
    assert press.delivering.deliver(delivery).state is DeliveryState.DONE
    assert len(station.media()) == 2


def test_cancelling_a_queued_delivery(press: Press, line: Line) -> None:
    article = piece()
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    press.delivering.cancel(delivery)
    press.delivering.resume()
    assert line.sent == []


class Late(Press):
    """A press whose outbox lets something happen just after a delivery was read from it."""

    then: Callable[[], object] = staticmethod(lambda: None)

    def __enter__(self) -> Self:
        super().__enter__()
        read = self.outbox.row

        def row(delivery: str) -> DeliveryRow:
            found = read(delivery)
            self.then()
            return found

        self.outbox.row = row  # type: ignore[method-assign]
        return self


def test_a_delivery_cancelled_as_it_sets_out_is_not_sent(station: Station, tmp_path: Path) -> None:
    article = piece(photos=0)
    with Late(tmp_path / "newsroom", station.url, station.token, station.user) as press:
        press.set_up(article)
        delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
        looks = count(1)

        def cancel_at_the_second_look() -> None:
            if next(looks) == 2:
                press.delivering.cancel(delivery)

        press.then = cancel_at_the_second_look
        with pytest.raises(Cancelled):
            press.delivering.deliver(delivery)
        assert press.delivering.outbox()[0].state is DeliveryState.CANCELLED
    assert station.articles() == []


def test_a_done_delivery_can_neither_be_cancelled_nor_retried(press: Press) -> None:
    article = piece(photos=0)
    press.set_up(article)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    press.delivering.deliver(delivery)
    for change in (press.delivering.cancel, press.delivering.retry):
        with pytest.raises(ChangeRefused, match=r"delivery\.done"):
            change(delivery)


# What others see of it


def test_progress_is_told_a_photo(press: Press) -> None:
    article = piece(photos=2)
    press.set_up(article)
    steps: list[Step] = []
    heard: list[Event] = []
    press.events.subscribe(heard.append)
    delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
    press.delivering.deliver(delivery, Work(steps.append))
    sent = [step for step in steps if step.code == "delivery.photo"]
    photos = [(step.item, step.items, step.done == step.total) for step in sent]
    assert photos == [(1, 2, True), (2, 2, True)]
    assert [event.step for event in heard if isinstance(event, DeliveryProgressed)] == steps
    assert sum(isinstance(event, DeliveryChanged) for event in heard) == 3


def test_losses_are_known_before_sending(press: Press) -> None:
    article = replace(piece(), section="Lạ", bylines=(Byline("Người lạ", person="p-unknown"),))
    press.set_up(article)
    press.delivering.sync(DAI)
    assert [loss.code for loss in press.delivering.losses(article, DAI)] == ["loss.section", "loss.person"]


def test_lists_are_fetched_for_the_pickers(press: Press) -> None:
    press.delivering.add(press.destination(), press.token)
    press.delivering.sync(DAI)
    assert "Đời sống xã hội" in [entry.name for entry in press.delivering.sections(DAI)]
    assert "Nông thôn mới" in [entry.name for entry in press.delivering.tags(DAI)]
    person = next(entry for entry in press.delivering.people(DAI) if entry.id == "p-minh-an")
    assert (person.name, person.pen_name, person.role) == ("Nguyễn Minh An", "Minh An", "reporter")


def test_the_token_is_nowhere_on_disk_nor_in_an_error(
    press: Press, station: Station, line: Line, tmp_path: Path
) -> None:
    article = piece(photos=1)
    send_first(press, article)
    secret = press.token.encode()
    refusal = json.dumps({"detail": "no", "code": "no"}).encode()
    told: list[str] = [repr(press.credentials), repr(press.destination())]
    for status in (400, 401, 403, 404, 409, 422, 500):
        line.answers["PUT /articles"] = Answer(status, {"content-type": "application/problem+json"}, refusal)
        correct(press, replace(article, headline=f"Lần {status}"))
        problem = send(press, article).problem
        assert problem is not None
        told += ["".join(traceback.format_exception(problem)), repr(problem), str(problem.parameters)]
    kept = [file.read_bytes() for file in (tmp_path / "newsroom").rglob("*") if file.is_file()]
    assert not any(secret in data for data in kept)
    assert not any(press.token in text for text in told)


# Several at once


def test_one_delivery_at_a_time_goes_to_a_destination(press: Press, line: Line) -> None:
    first, second = piece(photos=1), piece(photos=0)
    for article in (first, second):
        press.set_up(article)
    deliveries = [press.delivering.queue(article.id, DAI, Status.DRAFT) for article in (first, second)]
    reached, go_on = threading.Event(), threading.Event()

    def stop_here() -> None:
        reached.set()
        go_on.wait()

    line.on_bytes = stop_here
    with ThreadPoolExecutor() as threads:
        one = threads.submit(press.delivering.deliver, deliveries[0])
        reached.wait()
        sent = len(line.sent)
        waiting = Work()
        another = threads.submit(press.delivering.deliver, deliveries[1], waiting)
        waiting.cancel()
        with pytest.raises(Cancelled):
            another.result()
        assert len(line.sent) == sent
        go_on.set()
        assert one.result().state is DeliveryState.DONE
    assert press.delivering.outbox()[0].state is DeliveryState.QUEUED
    assert press.delivering.deliver(deliveries[1]).state is DeliveryState.DONE


def test_cancelling_one_of_many_lets_the_others_go_on(press: Press, line: Line) -> None:
    first, second = piece(photos=1), piece(photos=0)
    for article in (first, second):
        press.set_up(article)
    deliveries = [press.delivering.queue(article.id, DAI, Status.DRAFT) for article in (first, second)]
    line.on_bytes = lambda: press.delivering.cancel(deliveries[0])
    press.delivering.resume()
    states = {row.id: row.state for row in press.delivering.outbox()}
    assert states == {deliveries[0]: DeliveryState.CANCELLED, deliveries[1]: DeliveryState.DONE}


def test_stopping_the_whole_stops_them_all(press: Press, line: Line) -> None:
    for article in (piece(photos=1), piece(photos=0)):
        press.set_up(article)
        press.delivering.queue(article.id, DAI, Status.DRAFT)
    work = Work()
    line.on_bytes = work.cancel
    with pytest.raises(Cancelled):
        press.delivering.resume(work)
    assert [row.state for row in press.delivering.outbox()] == [DeliveryState.QUEUED, DeliveryState.CANCELLED]
