"""Long addresses break; everything else stays as it is."""

from newsdesk.gui.panels.remark import breakable


def test_words_of_usual_length_stay() -> None:
    assert breakable("Không mở được địa chỉ nguồn.") == "Không mở được địa chỉ nguồn."


def test_long_addresses_get_places_to_break() -> None:
    address = "https://truyenhinh.example/van-hoa/202611/lung-suong"
    broken = breakable(f"Xem {address} nhé")
    assert broken.replace("\u200b", "") == f"Xem {address} nhé"
    assert max(map(len, broken.replace(" ", "\u200b").split("\u200b"))) <= 24
