"""The command `photo`: what is known of a photo, and its rendition."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from newsdesk.article.photo import Photo
from newsdesk.cli.session import Command, Session
from newsdesk.desk.darkroom import read_photo_file
from newsdesk.desk.files import write_whole
from newsdesk.desk.illustrating import figure_of
from newsdesk.errors import UsageError
from newsdesk.system.locale import N_, Translator


def _arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=tr("a photo"))
    parser.add_argument(
        "--render", choices=("docx", "cms"), help=tr("also make the rendition for Word or for the CMS")
    )
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help=tr("where to write the rendition"))


def _photo(session: Session) -> int:
    given = session.arguments
    if bool(given.render) != bool(given.output):
        raise UsageError("photo.render_needs_output")
    if given.output and given.output.resolve() == given.file.resolve():
        raise UsageError("photo.would_replace", file=str(given.file))
    darkroom = session.newsroom.darkroom()
    data = read_photo_file(given.file)
    photo = darkroom.probe(data, given.file.name)
    if given.render:
        rendition = darkroom.render(data, figure_of(photo), photo, given.render)
        write_whole(given.output, rendition.data)
    session.out.result(_document(session, photo), _text(session, photo))
    return 0


def _document(session: Session, photo: Photo) -> dict[str, Any]:
    return {
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "type": photo.media_type,
        "caption": photo.caption,
        "credit": photo.credit,
        "creator": photo.creator,
        "copyright": photo.copyright,
        "alt": photo.alt,
        "has_gps": photo.has_gps,
        "notes": [{"code": note, "message": session.speech.wording.note(note, {})} for note in photo.notes],
    }


def _text(session: Session, photo: Photo) -> str:
    tr = session.speech.tr
    rows = [
        (tr("Size"), f"{photo.width} × {photo.height}, {photo.media_type}"),
        (tr("Caption"), photo.caption),
        (tr("Credit"), photo.credit),
        (tr("Photographer"), photo.creator),
        (tr("Copyright"), photo.copyright),
        (tr("Alt text"), photo.alt),
    ]
    lines = [f"{label}: {value}" for label, value in rows if value]
    if photo.has_gps:
        lines.append(tr("The original says where it was taken; renditions never do."))
    return "\n".join([*lines, *(session.speech.wording.note(note, {}) for note in photo.notes)])


COMMANDS = (
    Command(
        "photo",
        N_("say what is known of a photo; make its rendition"),
        "newsdesk photo anh.jpg --render cms -o anh-cms.jpg",
        _arguments,
        _photo,
    ),
)
