"""What readers see, and what they do not."""

import re
from typing import Any

import pytest

from making.photos import corners, encoded
from making.stations import Newsroom, piece


@pytest.fixture(scope="module")
def media_id(cms: Newsroom) -> str:
    return cms.editor.photo(encoded(corners(200, 300)))


@pytest.fixture(scope="module")
def content(media_id: str) -> dict[str, Any]:
    return piece(
        f'<p>Một &amp; hai</p><figure data-media="{media_id}"></figure><aside><p>Hộp</p></aside>'
        "<blockquote><p>Lời hay</p></blockquote>"
        '<figure data-embed="https://video.example/x"><figcaption>Phóng sự</figcaption></figure>',
        headline="Tiêu đề <b>& co</b>",
        media=[
            {"id": media_id, "caption": "Hoa <nở>", "alt": "Đồi 'hoa'", "credit": "Đức Thọ", "aiMade": True}
        ],
        bylines=[
            {"personId": "p-thu-ha", "name": "Hoàng Gia", "role": "reporter"},
            {"name": "Đình Anh", "role": "camera"},
        ],
        source={"label": "", "url": "https://bao.example/a"},
        tagIds=["t-le-hoi"],
        editorialNote="Không cho bạn đọc",
    )


def test_a_published_piece_looks_like_news(cms: Newsroom, content: dict[str, Any], media_id: str) -> None:
    address = cms.editor.move(cms.editor.make(content), "published").json()["links"]["public"]
    assert re.fullmatch(rf"{cms.url}/doi-song-xa-hoi/20\d{{4}}/tieu-de-b-co-b-[0-9a-f]{{7}}/", address)
    page = cms.page(address)
    assert page.status_code == 200
    html = page.text
    for words in (
        "Tiêu đề &lt;b&gt;&amp; co&lt;/b&gt;",
        "Một &amp; hai",
        "Hoa &lt;nở&gt;",
        "Ảnh: Đức Thọ",
        "trí tuệ nhân tạo",
        "Đời sống xã hội",
        "giờ Hà Nội",
        "Nguồn: ",
        "https://bao.example/a",
        "https://video.example/x",
        "Lễ hội",
    ):
        assert words in html, words
    assert "Không cho bạn đọc" not in html
    signed = re.sub("<[^>]+>", "", re.search('class="bylines">(.*?)</p>', html, re.DOTALL)[1])  # type: ignore[index]
    assert " ".join(signed.split()) == "Hoàng Gia – Đình Anh"
    assert "script-src" not in page.headers["Content-Security-Policy"]
    photo = re.search("src='([^']+)' width='200' height='300'", html)
    assert photo and media_id in photo[1]
    assert cms.page(photo[1]).headers["Content-Type"] == "image/jpeg"


def test_lists_show_what_is_published(cms: Newsroom, content: dict[str, Any]) -> None:
    made = cms.editor.make(content | {"headline": "Chỉ ở du lịch", "categoryIds": ["c-du-lich"]})
    assert "Chỉ ở du lịch" not in cms.page("/").text
    cms.editor.move(made, "published")
    assert "Chỉ ở du lịch" in cms.page("/").text
    assert "Chỉ ở du lịch" in cms.page("/du-lich/").text
    assert "Chỉ ở du lịch" not in cms.page("/kinh-te/").text
    assert "Chưa có bài nào" in cms.page("/kinh-te/").text
    assert cms.page("/khong-co/").status_code == 404


def test_what_is_not_published_is_seen_by_link_only(cms: Newsroom) -> None:
    media_id = cms.reporter.photo(encoded(corners(120, 80)))
    place = {"id": media_id, "caption": "c", "alt": "a", "credit": "b"}
    made = cms.reporter.make(
        piece(f'<figure data-media="{media_id}"></figure>', headline="Bí mật", media=[place])
    )
    assert cms.page(f"/anh/{media_id}.jpg").status_code == 404
    preview = cms.page(made.json()["links"]["preview"])
    assert (preview.status_code, "Bí mật" in preview.text, "Bản xem trước" in preview.text) == (
        200,
        True,
        True,
    )
    photo = re.search("src='([^']+)'", preview.text)
    assert photo and cms.page(photo[1]).status_code == 200
    forged = made.json()["links"]["preview"][:-5] + "AAAA/"
    assert cms.page(forged).status_code == 404
    assert "Bí mật" not in cms.page("/").text


def test_what_was_taken_down_says_so(cms: Newsroom) -> None:
    out = cms.editor.move(cms.editor.make(), "published")
    address = out.json()["links"]["public"]
    cms.editor.move(out, "unpublished", note="Sai")
    gone = cms.page(address)
    assert (gone.status_code, "đã được gỡ" in gone.text) == (410, True)


def test_looks_are_served_and_nothing_else(cms: Newsroom) -> None:
    assert cms.page("/giao-dien/site.css").headers["Content-Type"].startswith("text/css")
    assert cms.page("/giao-dien/NotoSerif-Bold.ttf").status_code == 200
    assert cms.page("/giao-dien/site.json").status_code == 404
    assert cms.page("/giao-dien/..%2f..%2fcms.css").status_code == 404


def test_a_strange_host_is_refused(cms: Newsroom) -> None:
    assert cms.public.get(f"{cms.url}/", headers={"Host": "evil.example"}, timeout=20).status_code == 400
