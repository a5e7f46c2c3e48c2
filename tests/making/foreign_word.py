"""Word files as other people's programs write them, made from the XML of a body."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def p(text: str = "", style: str = "", *, marks: str = "", more: str = "") -> str:
    """A paragraph of one run; `marks` go into the run's properties, `more` into the paragraph's."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{styled}{more}</w:pPr>{run}</w:p>"


def r(text: str, marks: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def drawing(link: str, alt: str = "", *, floating: bool = False, crop: str = "") -> str:
    """A run with a picture."""
    place = "anchor" if floating else "inline"
    return (
        f'<w:r><w:drawing><wp:{place}><wp:docPr id="1" name="Hình 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{link}"/><a:srcRect {crop}/>'
        "</pic:blipFill></pic:pic>"
        f"</a:graphicData></a:graphic></wp:{place}></w:drawing></w:r>"
    )


def style(
    style_id: str, name: str, *, based_on: str = "", properties: str = "", kind: str = "paragraph"
) -> str:
    """A style."""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inside = f'<w:name w:val="{name}"/>{parent}{properties}'
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{inside}</w:style>'


def foreign_docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    links: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file; `links` are relationships beyond those of styles and numbering."""
    content = {
        "_rels/.rels": _relationships(_link("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        "word/_rels/document.xml.rels": _relationships(
            _link("s", "styles", "styles.xml") + _link("n", "numbering", "numbering.xml") + links
        ),
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def image_link(link: str, target: str, mode: str = "Internal") -> str:
    """The relationship of a picture."""
    return _link(link, "image", target, mode)


def address_link(link: str, target: str) -> str:
    """The relationship of a hyperlink."""
    return _link(link, "hyperlink", target, "External")


def _link(link: str, kind: str, target: str, mode: str = "Internal") -> str:
    return f'<Relationship Id="{link}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def _relationships(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
