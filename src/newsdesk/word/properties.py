"""What the file says of itself: core, extended and custom properties. The dates are those of the revision."""

from lxml import etree
from lxml.etree import SubElement, _Element

from newsdesk.word.job import DocxJob
from newsdesk.word.markers import identifier, stamp

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

APPLICATION = "newsdesk"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CORE_PREFIXES = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
_OWN_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
"""Custom properties are numbered from 2 ([MS-OLEPS])."""


def core_properties(job: DocxJob, language: str) -> _Element:
    """docProps/core.xml (Dublin Core)."""
    article, moment = job.article, stamp(job.at)
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=_CORE_PREFIXES)
    texts = {
        f"{{{_DC}}}title": article.headline,
        f"{{{_DC}}}subject": article.kicker,
        f"{{{_DC}}}creator": "; ".join(byline.name for byline in article.bylines),
        f"{{{_DC}}}identifier": identifier(article.id, job.revision, job.export_id),
        f"{{{_DC}}}language": language,
        f"{{{_CP}}}category": article.section,
        f"{{{_CP}}}keywords": ", ".join(article.tags),
        f"{{{_CP}}}contentStatus": job.labels.statuses[article.status],
        f"{{{_CP}}}lastModifiedBy": APPLICATION,
        f"{{{_CP}}}revision": str(max(1, job.revision)),
    }
    for tag, text in texts.items():
        if text:
            SubElement(root, tag).text = text
    for name in ("created", "modified"):
        moment_element = SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        moment_element.text = moment
    return root


def extended_properties(job: DocxJob) -> _Element:
    """docProps/app.xml."""
    root = etree.fromstring(f'<Properties xmlns="{_EXTENDED}"/>')
    SubElement(root, f"{{{_EXTENDED}}}Words").text = str(job.words)
    SubElement(root, f"{{{_EXTENDED}}}Application").text = APPLICATION
    return root


def custom_properties(job: DocxJob) -> _Element:
    """docProps/custom.xml: which article, which revision, which export."""
    root = etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>')
    values = {
        "newsdesk.article": job.article.id,
        "newsdesk.revision": str(job.revision),
        "newsdesk.export": job.export_id,
    }
    for number, (name, value) in enumerate(values.items(), start=_FIRST_PROPERTY):
        item = SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_OWN_FORMAT, pid=str(number), name=name)
        SubElement(item, f"{{{_VALUES}}}lpwstr").text = value
    return root
