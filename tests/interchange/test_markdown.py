from interchange.pieces import ADDRESS, BYLINES, HEADLINE, LONG, NAMES, SECOND, STANDFIRST, names, shape
from newsdesk.article.model import Source
from newsdesk.interchange.markdown import read_markdown


def test_a_piece_in_markdown() -> None:
    incoming = read_markdown(
        f"# {HEADLINE}\n\n**{STANDFIRST}**\n\n{LONG}\n\n## Giữ nghề\n\n"
        "![Dãy lanh](anh/1.jpg)\n*Góc chợ (Ảnh: Lò Minh)*\n\n"
        f"- Ngô\n- Mật ong\n\n> {SECOND}\n\n{BYLINES}\n\nNguồn: <{ADDRESS}>\n",
        "bai.md",
    )
    assert (incoming.article.headline, incoming.article.standfirst) == (HEADLINE, STANDFIRST)
    assert shape(incoming) == [f"P {LONG}", "H Giữ nghề", "F Góc chợ", "L Ngô", "L Mật ong", f"P {SECOND}"]
    assert [reference for _, reference in incoming.pictures] == ["anh/1.jpg"]
    assert names(incoming) == NAMES
    assert incoming.article.source == Source(url=ADDRESS)


def test_front_matter_gives_the_headline_and_is_kept() -> None:
    incoming = read_markdown(
        f'---\ntitle: "{HEADLINE}"\ndate: 2024-11-18\n---\n{LONG}\n\n{SECOND}\n', "bai.md"
    )
    assert incoming.article.headline == HEADLINE
    assert "date: 2024-11-18" in incoming.article.notes


def test_html_inside_markdown_passes_the_whitelist() -> None:
    incoming = read_markdown(
        f"# {HEADLINE}\n\n{LONG}\n\n<script>x</script>\n\n<b onclick=x>Một</b> hai.\n", "bai.md"
    )
    assert shape(incoming)[-1] == "P Một hai."
