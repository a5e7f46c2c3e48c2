"""Commands over articles: import, list, show, put, check, export."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from newsdesk.article.codec import from_json, to_dict
from newsdesk.article.fields import FieldError
from newsdesk.article.identity import is_id
from newsdesk.cli.session import Access, Command, Session
from newsdesk.desk.checking import Finding, blocks_sending
from newsdesk.desk.files import read_whole
from newsdesk.desk.importing import Imported
from newsdesk.desk.searching import ArticleRow
from newsdesk.errors import BadInput
from newsdesk.system.locale import N_, Translator

LARGEST_ARTICLE = 64 * 1024 * 1024
"""Bytes of an article as JSON."""


def _import_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help=tr("text, HTML, Markdown, DOCX or .newsdesk")
    )
    parser.add_argument(
        "--photos", metavar="DIR", type=Path, help=tr("folder whose photos fill the figures, by file name")
    )


def _import(session: Session) -> int:
    documents = []
    for file in session.arguments.files:
        imported = session.desk.importing.import_file(file, session.arguments.photos)
        documents.append(_imported(session, imported))
        for note in documents[-1]["notes"]:
            session.out.say(f"  {note['message']}")
        if not session.out.as_json:
            session.out.result(None, imported.id)
    if session.out.as_json:
        session.out.document(documents[0] if len(documents) == 1 else documents)
    return 0


def _imported(session: Session, imported: Imported) -> dict[str, Any]:
    notes = [
        {"code": note.code, "message": session.speech.wording.note(note.code, note.params)}
        for note in imported.notes
    ]
    return {
        "id": imported.id,
        "headline": imported.headline,
        "recognised": dict(imported.recognised),
        "notes": notes,
    }


def _list_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help=tr("what the search box takes; none lists everything")
    )
    parser.add_argument("--limit", type=int, default=60, help=tr("how many rows at most"))


def _list(session: Session) -> int:
    rows = session.desk.searching.rows(
        " ".join(session.arguments.query), limit=max(1, session.arguments.limit)
    )
    text = "\n".join(f"{row.id}  {row.saved_at:%Y-%m-%d %H:%M}  {row.title}" for row in rows)
    session.out.result({"articles": [_row(row) for row in rows]}, text)
    return 0


def _row(row: ArticleRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "headline": row.title,
        "saved_at": row.saved_at.isoformat(),
        "status": row.status,
        "photos": row.photo_count,
        "changed_since_sent": row.changed_since_sent,
    }


def _id_argument(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument("id", metavar="ID", help=tr("the article's id, as `newsdesk list` prints it"))


def _show(session: Session) -> int:
    stored = session.desk.writing.open(session.arguments.id)
    session.out.document(to_dict(stored.article) | {"revision": stored.revision})
    return 0


def _put_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "file", metavar="FILE", help=tr("an article as `newsdesk show` prints it; - reads standard input")
    )


def _put(session: Session) -> int:
    name = session.arguments.file
    text = _read_text(name)
    try:
        article = from_json(text)
    except FieldError as error:
        code = "article.bad_field" if error.path else "article.no_article"
        raise BadInput(code, file=name, field=error.path, reason=error.reason) from error
    if not is_id(article.id):
        raise BadInput("article.bad_field", file=name, field="id", reason="not_allowed")
    revision = session.desk.writing.put(article, _base_revision(text, name))
    session.out.result({"id": article.id, "revision": revision}, article.id)
    return 0


def _base_revision(text: str, name: str) -> int | None:
    revision = json.loads(text).get("revision")
    if revision is not None and (isinstance(revision, bool) or not isinstance(revision, int)):
        raise BadInput("article.bad_field", file=name, field="revision", reason="not_a_number")
    return revision


def _read_text(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else read_whole(Path(name), LARGEST_ARTICLE)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("text.not_utf8", file=name) from error


def _check(session: Session) -> int:
    article = session.desk.writing.open(session.arguments.id).article
    findings = session.desk.checking.check(article)
    documents = [_finding(session, finding) for finding in findings]
    text = "\n".join(f"{document['level']}: {document['message']}" for document in documents)
    session.out.result({"findings": documents}, text or session.speech.tr("Ready to send: nothing found."))
    return 1 if blocks_sending(findings) else 0


def _finding(session: Session, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "level": finding.level.value,
        "message": session.speech.wording.finding(finding),
        "block": finding.block,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "fixes": list(finding.fixes),
    }


def _export_arguments(parser: ArgumentParser, tr: Translator) -> None:
    _id_argument(parser, tr)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help=tr("where to write; the ending says the format"),
    )


def _export(session: Session) -> int:
    file = session.desk.exporting.export(session.arguments.id, session.arguments.output)
    session.out.result({"file": str(file)}, str(file))
    return 0


COMMANDS = (
    Command(
        "import",
        N_("bring an article and its photos into the library"),
        "newsdesk import bai.txt --photos anh/",
        _import_arguments,
        _import,
    ),
    Command(
        "list",
        N_("list the library, newest first"),
        "newsdesk list cho phien",
        _list_arguments,
        _list,
        Access.READ,
    ),
    Command(
        "show",
        N_("print an article as JSON"),
        "newsdesk show ID > bai.json",
        _id_argument,
        _show,
        Access.READ,
    ),
    Command(
        "put",
        N_("store an article as a new revision, or as a new article"),
        "newsdesk put bai.json",
        _put_arguments,
        _put,
    ),
    Command(
        "check",
        N_("say what must be mended before the article can be sent"),
        "newsdesk check ID",
        _id_argument,
        _check,
        Access.READ,
    ),
    Command(
        "export",
        N_("write the article to a file"),
        "newsdesk export ID -o bai.docx",
        _export_arguments,
        _export,
    ),
)
