"""A DOCX that an editor can review in Word and that finds its way back: template, text, photos, markers."""

import hashlib
import uuid
from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml.etree import SubElement, _Element

from newsdesk.article.blocks import Figure, figures
from newsdesk.word.body import Body
from newsdesk.word.desk_table import write_desk_table
from newsdesk.word.drawing import Placed
from newsdesk.word.house import House, open_house
from newsdesk.word.job import MEDIA_ENDINGS, DocxJob
from newsdesk.word.legible import legible_article
from newsdesk.word.lists import Lists
from newsdesk.word.manifest import Manifest, shared, to_xml
from newsdesk.word.markers import stamp
from newsdesk.word.packing import XML_TYPE, Links, Parcel
from newsdesk.word.properties import (
    CORE_TYPE,
    CUSTOM_TYPE,
    EXTENDED_TYPE,
    core_properties,
    custom_properties,
    extended_properties,
)
from newsdesk.word.story import Story
from newsdesk.word.tracking import track_changes
from newsdesk.word.wordml import CORE_RELATIONSHIP, office, w

CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
CUSTOM_XML_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

LOCALES = {"vi": "vi-VN", "en": "en-US"}
"""The proofing language of each article language; another language stands as it is."""


class DocxWriter:
    """Writes articles into the house template at `template`, which is read anew for each file."""

    def __init__(self, template: Path) -> None:
        self._template = template

    def write(self, job: DocxJob) -> bytes:
        """The whole file; the same job gives the same bytes.

        Raises:
            BadInput: the template cannot be used; see `open_house`.
            KeyError: a figure has a photo and no picture was handed in for it.
        """
        house = open_house(self._template)
        return Sheet(house, replace(job, article=legible_article(job.article))).to_bytes()


class Sheet:
    """One file in the making."""

    def __init__(self, house: House, job: DocxJob) -> None:
        self._house = house
        self._job = job
        self._parcel = Parcel(house.package)
        self._links = self._parcel.links(house.main)
        self._media: dict[str, str] = {}
        self._drawings = 0

    def to_bytes(self) -> bytes:
        """Write every part and pack them."""
        self._write_text()
        self._write_manifest()
        self._write_properties()
        self._set_language()
        track_changes(self._parcel.tree(self._house.settings_part))
        return self._parcel.to_bytes()

    def _write_text(self) -> None:
        body = next(self._parcel.tree(self._house.main).iter(w("body")))
        numbering = self._parcel.tree(self._house.numbering_part)
        section = body.find(w("sectPr"))
        body[:] = []
        story = Story(body, self._house.styles, lambda url: self._links.to_address(office("hyperlink"), url))
        write_desk_table(story, self._job)
        Body(story, Lists(numbering, self._house), self._job.labels, self._place).write(self._job.article)
        if section is not None:
            body.append(section)

    def _place(self, figure: Figure) -> Placed | None:
        picture = self._job.picture(figure)
        if picture is None:
            return None
        digest = _sha256(picture.data)
        if digest not in self._media:
            name = self._parcel.free_name(f"word/media/photo{{}}.{MEDIA_ENDINGS[picture.media_type]}")
            self._parcel.put(name, picture.data, picture.media_type)
            self._media[digest] = self._links.to_part(office("image"), name)
        self._drawings += 1
        return Placed(picture, self._media[digest], self._drawings)

    def _write_manifest(self) -> None:
        """The base text, in a custom XML part that no other part of the template can be mistaken for."""
        job = self._job
        pictures = {
            figure.id: _sha256(picture.data)
            for figure in figures(job.article.blocks)
            if (picture := job.picture(figure)) is not None
        }
        manifest = Manifest(job.export_id, job.revision, stamp(job.at), shared(job.article), pictures)
        item = self._parcel.put(self._parcel.free_name("customXml/item{}.xml"), to_xml(manifest), XML_TYPE)
        properties = self._parcel.put(
            self._parcel.free_name("customXml/itemProps{}.xml"),
            _store_item(job.export_id),
            CUSTOM_XML_PROPERTIES_TYPE,
        )
        self._links.to_part(office("customXml"), item)
        self._parcel.links(item).to_part(office("customXmlProps"), properties)

    def _write_properties(self) -> None:
        job, top = self._job, self._parcel.links()
        language = LOCALES.get(job.article.language, job.article.language)
        for kind, fallback, content, content_type in (
            (CORE_RELATIONSHIP, "docProps/core.xml", core_properties(job, language), CORE_TYPE),
            (office("extended-properties"), "docProps/app.xml", extended_properties(job), EXTENDED_TYPE),
            (office("custom-properties"), "docProps/custom.xml", custom_properties(job), CUSTOM_TYPE),
        ):
            name = top.find(kind) or fallback
            self._parcel.put(name, content, content_type)
            _point_to(top, kind, name)

    def _set_language(self) -> None:
        """Spelling is checked in the language of the article, whatever the template was made in."""
        language = LOCALES.get(self._job.article.language, self._job.article.language)
        styles = self._parcel.tree(self._house.styles_part)
        for element in styles.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"):
            element.set(w("val"), language)


def _point_to(links: Links, kind: str, name: str) -> None:
    if links.find(kind) is None:
        links.to_part(kind, name)


def _store_item(export_id: str) -> _Element:
    root = etree.Element(f"{{{CUSTOM_XML}}}datastoreItem", nsmap={"ds": CUSTOM_XML})
    root.set(f"{{{CUSTOM_XML}}}itemID", f"{{{uuid.uuid5(uuid.NAMESPACE_URL, export_id)}}}".upper())
    SubElement(root, f"{{{CUSTOM_XML}}}schemaRefs")
    return root


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
