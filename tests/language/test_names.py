import pytest

from newsdesk.language.names import reads_like_name, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoàng Gia – Đình Anh – Trần Trang", ("Hoàng Gia", "Đình Anh", "Trần Trang")),
        ("Hoàng Gia, Đình Anh và Trần Trang", ("Hoàng Gia", "Đình Anh", "Trần Trang")),
        ("Hoàng Gia-Đình Anh", ("Hoàng Gia", "Đình Anh")),
        ("Ma-ri Nguyễn", ("Ma-ri Nguyễn",)),
        ("Lò Minh/TTXVN – Vừ Sính", ("Lò Minh/TTXVN", "Vừ Sính")),
        ("Lò Minh/Vừ Sính", ("Lò Minh", "Vừ Sính")),
        ("Hoàng Gia (Mèo Vạc, Đồng Văn), Vừ Sính", ("Hoàng Gia (Mèo Vạc, Đồng Văn)", "Vừ Sính")),
        (" – ", ()),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "name",
    [
        "Linh",
        "Hoàng Gia",
        "H’Hen Niê",
        "P.V",
        "TTXVN",
        "Nhóm PV",
        "nhóm phóng viên Thời sự",
        "Hoàng Gia (Đồng Văn)",
    ],
)
def test_names(name: str) -> None:
    assert reads_like_name(name)


@pytest.mark.parametrize(
    "text",
    ["", "(", "hoàng gia", "Chợ phiên", "Một Hai Ba Bốn Năm Sáu", "Hoàng Gia 2", "20/11", "Hoàng Gia: ảnh"],
)
def test_what_is_no_name(text: str) -> None:
    assert not reads_like_name(text)
