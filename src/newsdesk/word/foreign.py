"""Reading a DOCX, our own or a stringer's, as a new article.

Only what Word itself says is read here: styles, lists, links, emphasis, pictures and what stands under them.
Bylines, source and an unstyled headline of other people's files are left in the text.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from newsdesk.article.blocks import Heading, ListItem, figures
from newsdesk.article.model import Article
from newsdesk.word.assembly import Assembly
from newsdesk.word.homecoming import Home, holds_nothing
from newsdesk.word.incoming import IncomingDocx, Note
from newsdesk.word.lines import Document
from newsdesk.word.manifest import manifest_of
from newsdesk.word.media import Media
from newsdesk.word.package import LIMITS, Limits, Package

NOTES: Final[Mapping[str, str]] = {
    "changes": "docx.changes_accepted",
    "comments": "docx.comments_left_out",
    "footnotes": "docx.footnotes_left_out",
    "tables": "docx.tables_as_text",
    "pictures_missing": "docx.pictures_missing",
    "pictures_drawn": "docx.pictures_drawn",
}
"""What is counted while reading, and the note that tells of it."""


def read_docx(
    data: bytes, file: str, holds: Callable[[str], bool] = holds_nothing, limits: Limits = LIMITS
) -> IncomingDocx:
    """Read the bytes of a DOCX; `file` is its name for messages, `holds` knows the originals of the library.

    A picture of our own export that nobody touched is the original again, crop and all, when the library has
    it; any other picture comes as bytes.

    Raises:
        BadInput: the codes of Package, `docx.too_long` or `docx.too_many_pictures`.
    """
    package = Package(data, file, limits)
    manifest = manifest_of(package)
    document, media = Document(package, file), Media(package, file)
    assembly = Assembly(tuple(document.lines()), Home(manifest, holds), media)
    article = assembly.article()
    counts = document.counts + media.counts
    notes = [Note(code, {"count": counts[name]}) for name, code in NOTES.items() if counts[name]]
    if manifest is not None:
        notes.insert(0, Note("docx.own_export", {"revision": manifest.revision}))
    recognised = _recognised(article) | {"tables": counts["tables"]}
    return IncomingDocx(article, assembly.pictures, recognised, tuple(notes), manifest)


def _recognised(article: Article) -> dict[str, Any]:
    return {
        "headline": bool(article.headline),
        "standfirst": bool(article.standfirst),
        "bylines": len(article.bylines),
        "source": article.source is not None,
        "headings": sum(isinstance(block, Heading) for block in article.blocks),
        "list_items": sum(isinstance(block, ListItem) for block in article.blocks),
        "figures": sum(1 for _ in figures(article.blocks)),
    }
