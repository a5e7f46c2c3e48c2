"""The editors' queue in a browser."""

import re
from collections.abc import Iterator

import pytest
import requests

from making.stations import Caller, Newsroom, piece


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def token(caller: Caller) -> str:
    return str(caller.session.headers["Authorization"]).removeprefix("Bearer ")


def sign_in(cms: Newsroom, browser: requests.Session, caller: Caller) -> str:
    return browser.post(f"{cms.url}/bien-tap/dang-nhap", data={"token": token(caller)}, timeout=20).text


def decide(cms: Newsroom, browser: requests.Session, headline: str, to: str, note: str = "") -> str:
    """Press a button in the row of a piece, as the page has it."""
    page = browser.get(f"{cms.url}/bien-tap/", timeout=20).text
    row = next(form for form in re.findall("<form.*?</form>", page, re.DOTALL) if headline in form)
    action = re.search('action="([^"]+)"', row)
    hidden = dict(re.findall('type="hidden" name="([a-z]+)" value="([^"]*)"', row))
    assert action
    data = {name: value.replace("&#34;", '"') for name, value in hidden.items()} | {"to": to, "note": note}
    return browser.post(cms.url + action[1], data=data, timeout=20).text


def test_only_editors_come_in(cms: Newsroom, browser: requests.Session) -> None:
    assert "Mã truy cập của biên tập viên" in browser.get(f"{cms.url}/bien-tap/", timeout=20).text
    assert "không phải của biên tập viên" in sign_in(cms, browser, cms.reporter)
    made = cms.reporter.move(cms.reporter.make(piece(headline="Không ai động vào")), "submitted")
    browser.post(f"{cms.url}/bien-tap/{made.json()['id']}", data={"to": "published"}, timeout=20)
    assert cms.reporter.get(f"/articles/{made.json()['id']}").json()["status"] == "submitted"
    assert "Không ai động vào" in sign_in(cms, browser, cms.editor)
    browser.post(f"{cms.url}/bien-tap/dang-xuat", timeout=20)
    assert "Không ai động vào" not in browser.get(f"{cms.url}/bien-tap/", timeout=20).text


def test_a_piece_is_returned_and_published(cms: Newsroom, browser: requests.Session) -> None:
    headline = "Đi hết một vòng"
    made = cms.reporter.move(cms.reporter.make(piece(headline=headline)), "submitted")
    sign_in(cms, browser, cms.editor)
    assert "ghi chú cho phóng viên" in decide(cms, browser, headline, "returned")
    decide(cms, browser, headline, "returned", "Thêm nguồn")
    path = f"/articles/{made.json()['id']}"
    returned = cms.reporter.get(path)
    assert returned.json()["statusNote"]["text"] == "Thêm nguồn"
    cms.reporter.move(returned, "submitted")
    decide(cms, browser, headline, "published")
    assert cms.reporter.get(path).json()["status"] == "published"


def test_an_old_page_does_not_decide(cms: Newsroom, browser: requests.Session) -> None:
    made = cms.reporter.move(cms.reporter.make(piece(headline="Bản cũ")), "submitted")
    sign_in(cms, browser, cms.editor)
    data = {"etag": '"old"', "key": "k", "to": "published", "note": ""}
    page = browser.post(f"{cms.url}/bien-tap/{made.json()['id']}", data=data, timeout=20).text
    assert "Bài vừa được sửa ở nơi khác" in page
    assert cms.reporter.get(f"/articles/{made.json()['id']}").json()["status"] == "submitted"
