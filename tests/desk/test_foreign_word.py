"""A stringer's Word file, written by another program (python-docx), becomes an article, whole."""

from pathlib import Path

import docx
import pytest
from docx.shared import Cm

from newsdesk.article.blocks import Figure, Heading, ListItem, figures
from newsdesk.article.model import Source, byline_text
from newsdesk.bootstrap import Newsroom

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "photos"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Mùa cam sành ở thung lũng Nậm Tía", 0)
    document.add_paragraph(
        "Những vườn cam đầu tiên đã chín vàng, thương lái vào tận vườn hỏi mua từ đầu tháng."
    )
    document.add_paragraph("Ông Giàng Văn Sỉn trồng ba trăm gốc cam. Năm nay ông thu hơn hai chục tấn quả.")
    document.add_picture(str(sorted(SAMPLE.glob("*.jpg"))[1]), width=Cm(14))
    caption = document.add_paragraph()
    caption.add_run("Vườn cam của gia đình ông Sỉn. Ảnh: Lê Vân").italic = True
    document.add_heading("Đường mới mở", 1)
    document.add_paragraph("Cam loại một: 18.000 đồng/kg", style="List Bullet")
    document.add_paragraph("Con đường bê tông vừa hoàn thành.")
    document.add_paragraph("Lê Vân – Hoàng Minh Tuệ")
    document.add_paragraph("Nguồn: https://truyenhinh.example/kinh-te/202611/cam-sanh-1a2b3c4/")
    target = tmp_path / "bai.docx"
    document.save(str(target))
    return target


def test_it_comes_in_whole(file: Path, tmp_path: Path) -> None:
    newsroom = Newsroom.from_environment(tmp_path / "library", "vi")
    try:
        desk = newsroom.desk(write=True)
        imported = desk.importing.import_file(file)
        article = desk.writing.open(imported.id).article
        assert article.headline == "Mùa cam sành ở thung lũng Nậm Tía"
        assert article.standfirst.startswith("Những vườn cam đầu tiên")
        assert byline_text(article) == "Lê Vân – Hoàng Minh Tuệ"
        assert article.source == Source("", "https://truyenhinh.example/kinh-te/202611/cam-sanh-1a2b3c4/")
        (figure,) = figures(article.blocks)
        assert (figure.caption, figure.credit) == ("Vườn cam của gia đình ông Sỉn.", "Lê Vân")
        assert figure.photo is not None
        assert desk.illustrating.photo(figure.photo) is not None
        kinds = [type(block) for block in article.blocks]
        assert kinds.index(Figure) < kinds.index(Heading) < kinds.index(ListItem)
    finally:
        newsroom.close()
