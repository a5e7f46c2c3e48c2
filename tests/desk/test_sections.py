from newsdesk.desk.sections import section_in

SECTIONS = ("Thời sự", "Đời sống xã hội", "Văn hóa")


def test_the_section_is_read_from_the_address() -> None:
    assert (
        section_in("https://truyenhinh.example/doi-song-xa-hoi/202410/ben-song-32e2dad/", SECTIONS)
        == "Đời sống xã hội"
    )
    assert section_in("https://truyenhinh.example/doi-song/202410/ben-song-32e2dad/", SECTIONS) is None
    assert section_in("", SECTIONS) is None
