"""Runs command lines as a person would type them, in this process, over a library of their own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsdesk.__main__ import main


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command line ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Newsdesk = Callable[..., Ran]


@pytest.fixture
def newsdesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsdesk:
    """Call with the words of a command line."""
    monkeypatch.setenv("NEWSDESK_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("NEWSDESK_LANG", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    """A short piece in the shape of the station's old site."""
    file = tmp_path / "bai.txt"
    file.write_text(
        "Chợ phiên Lũng Phìn họp trong sương\n"
        "Sáng chủ nhật, người Mông từ các bản xa đã gùi hàng xuống chợ từ lúc trời còn tối.\n"
        "Giữa chợ, mấy chảo thắng cố bốc khói nghi ngút, người già ngồi kể chuyện mùa ngô.\n"
        "Phụ nữ Mông bán thổ cẩm ở chợ phiên Lũng Phìn sáng 15/11. |\n"
        "Năm nay ngô được mùa, nhà nào cũng có thêm vài bao để đổi lấy muối và vải.\n"
        "Sùng Mí Lử – Anh Tú\n"
        "Nguồn: https://truyenhinh.example/van-hoa/202611/cho-phien-lung-phin-32e2dad/\n",
        encoding="utf-8",
    )
    return file
