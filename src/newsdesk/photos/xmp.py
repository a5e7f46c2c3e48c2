"""XMP packets (ISO 16684-1): reading values from hostile ones, and writing our own from an allow-list."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
EXIF = "http://ns.adobe.com/exif/1.0/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {DC: "dc", PHOTOSHOP: "photoshop", IPTC_CORE: "Iptc4xmpCore", IPTC_EXT: "Iptc4xmpExt"}

CAPTION = f"{{{DC}}}description"
CREATOR = f"{{{DC}}}creator"
COPYRIGHT = f"{{{DC}}}rights"
CREDIT = f"{{{PHOTOSHOP}}}Credit"
DATE_CREATED = f"{{{PHOTOSHOP}}}DateCreated"
ALT_TEXT = f"{{{IPTC_CORE}}}AltTextAccessibility"
PEOPLE = f"{{{IPTC_EXT}}}PersonInImage"
SOURCE_TYPE = f"{{{IPTC_EXT}}}DigitalSourceType"
GPS_PREFIX = f"{{{EXIF}}}GPS"

_CONTAINERS = {CAPTION: "Alt", COPYRIGHT: "Alt", ALT_TEXT: "Alt", CREATOR: "Seq", PEOPLE: "Bag"}


class XmpDamaged(ValueError):
    """The packet is not XML, or XML that attacks its reader."""


Properties = Mapping[str, tuple[str, ...]]
"""Values by qualified name (`{namespace}name`); of a language alternative the default comes first."""


def read(packet: bytes) -> Properties:
    """Every simple and array property of a packet.

    Raises:
        XmpDamaged: it cannot be parsed, or declares entities.
    """
    try:
        root = fromstring(packet.strip(b"\0 \t\r\n"))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise XmpDamaged from error
    found: dict[str, tuple[str, ...]] = {}
    for description in root.iter(f"{{{_RDF}}}Description"):
        for name, value in description.attrib.items():
            found.setdefault(name, (value,))
        for child in description:
            found.setdefault(child.tag, _values(child))
    return found


def _values(element: Element) -> tuple[str, ...]:
    items = sorted(element.iter(f"{{{_RDF}}}li"), key=_language_rank)
    if not items:
        return (element.text or "",)
    return tuple("".join(item.itertext()) for item in items)


def _language_rank(item: Element) -> int:
    """The default language first, then Vietnamese; the order of the rest stays."""
    language = item.get(_LANG, "x-default").lower()
    return 0 if language == "x-default" else 1 if language.startswith("vi") else 2


def write(properties: Properties) -> bytes:
    """A packet with these properties and no others; empty values are left out."""
    lines = [_property(name, [value for value in values if value]) for name, values in properties.items()]
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for space, prefix in _PREFIXES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{"".join(lines)}</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _property(name: str, values: list[str]) -> str:
    if not values:
        return ""
    space, _, local = name[1:].partition("}")
    tag = f"{_PREFIXES[space]}:{local}"
    container = _CONTAINERS.get(name)
    if container is None:
        return f"<{tag}>{escape(values[0])}</{tag}>\n"
    language = ' xml:lang="x-default"' if container == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(value)}</rdf:li>" for value in values)
    return f"<{tag}><rdf:{container}>{items}</rdf:{container}></{tag}>\n"
