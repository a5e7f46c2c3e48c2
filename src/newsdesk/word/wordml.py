"""The names of WordprocessingML and DrawingML that this room speaks (ECMA-376, transitional)."""

from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VML = "urn:schemas-microsoft-com:vml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

STRICT: Mapping[bytes, bytes] = {
    f"http://purl.oclc.org/ooxml/{strict}".encode(): f"http://schemas.openxmlformats.org/{transitional}".encode()
    for strict, transitional in {
        "wordprocessingml/main": "wordprocessingml/2006/main",
        "officeDocument/relationships": "officeDocument/2006/relationships",
        "officeDocument/customXml": "officeDocument/2006/customXml",
        "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
        "drawingml/main": "drawingml/2006/main",
        "drawingml/picture": "drawingml/2006/picture",
    }.items()
}
"""From a namespace of the Strict form of the standard to the transitional one."""


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The full name of a relationship attribute (`id`, `embed`, `link`)."""
    return f"{{{R}}}{name}"


def office(name: str) -> str:
    """A relationship type of the standard, such as `styles` or `hyperlink`."""
    return f"{R}/{name}"
