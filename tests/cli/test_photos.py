from pathlib import Path

from cli.conftest import Newsdesk

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "photos"


def test_a_photo_is_described_and_rendered(newsdesk: Newsdesk, tmp_path: Path) -> None:
    photo = sorted(SAMPLE.glob("*.jpg"))[0]
    ran = newsdesk("photo", photo, "--json")
    assert ran.code == 0
    assert ran.json.keys() >= {
        *("sha256", "width", "height", "type", "caption", "credit"),
        *("creator", "copyright", "alt", "has_gps", "notes"),
    }
    assert ran.json["type"] == "image/jpeg"
    out = tmp_path / "anh.jpg"
    assert newsdesk("photo", photo, "--render", "cms", "-o", out).code == 0
    again = newsdesk("photo", out, "--json").json
    assert again["caption"] == ran.json["caption"]
    assert again["has_gps"] is False


def test_what_is_no_photo_is_refused_by_name(newsdesk: Newsdesk, tmp_path: Path) -> None:
    fake = tmp_path / "ảnh.jpg"
    fake.write_text("<html>no</html>", encoding="utf-8")
    ran = newsdesk("photo", fake)
    assert (ran.code, ran.out) == (3, "")
    assert "ảnh.jpg" in ran.err
    assert newsdesk("photo", fake, "--render", "cms").code == 2


def test_a_rendition_never_replaces_its_original(newsdesk: Newsdesk, tmp_path: Path) -> None:
    photo = tmp_path / "goc.jpg"
    photo.write_bytes(sorted(SAMPLE.glob("*.jpg"))[0].read_bytes())
    before = photo.read_bytes()
    assert newsdesk("photo", photo, "--render", "cms", "-o", tmp_path / "." / "goc.jpg").code == 2
    assert photo.read_bytes() == before
