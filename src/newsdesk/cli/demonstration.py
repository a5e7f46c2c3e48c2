"""Commands to try newsdesk with: the whole line against a CMS on this machine, and that CMS alone."""

import threading
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

from newsdesk.article.model import Article, Status
from newsdesk.cli.delivery import exit_code, print_result
from newsdesk.cli.screen import has_screen
from newsdesk.cli.session import Command, RunningCms, Session
from newsdesk.desk.delivering import Destination
from newsdesk.desk.sections import section_in
from newsdesk.system.locale import N_, Translator

DESTINATION = "demo"
HEADLINE_WORDS = 6
MOST_PORTS = 65_535


def _demo_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "--no-window", action="store_true", help=tr("do the whole line unattended and print the receipt")
    )


def _demo(session: Session) -> int:
    folder = session.newsroom.turn_into_demonstration()
    unattended = session.arguments.no_window or not has_screen()
    if not unattended and session.newsroom.hand_over(None):
        session.out.say(session.speech.tr("The window that is open already has come to the front."))
        return 0
    cms = session.newsroom.demonstration_cms(folder, 0)
    try:
        article = _prepare(session, cms)
        if unattended:
            return _unattended(session, article, folder.parent / "newsdesk-demo.docx")
        return session.newsroom.window(None)
    finally:
        cms.close()


def _prepare(session: Session, cms: RunningCms) -> str:
    session.desk.delivering.add(Destination(DESTINATION, "station", cms.url, cms.user), cms.token)
    session.desk.delivering.sync(DESTINATION)
    article = _find_sample(session) or _import_sample(session)
    session.out.say(session.speech.tr("Demonstration CMS: {url}", url=cms.url))
    return article


def _piece(session: Session) -> Path:
    return session.newsroom.sample() / "piece.txt"


def _find_sample(session: Session) -> str | None:
    headline = _piece(session).read_text(encoding="utf-8").splitlines()[0]
    opening = " ".join(headline.split()[:HEADLINE_WORDS])
    rows = session.desk.searching.rows(f'"{opening}"', limit=1)
    return rows[0].id if rows else None


def _import_sample(session: Session) -> str:
    piece = _piece(session)
    imported = session.desk.importing.import_file(piece, piece.parent / "photos")
    stored = session.desk.writing.open(imported.id)
    session.desk.writing.put(_finished(session, stored.article), stored.revision)
    return imported.id


def _finished(session: Session, article: Article) -> Article:
    """The sample as a reporter would finish it: with the section that its source address names."""
    names = [section.name for section in session.desk.delivering.sections(DESTINATION)]
    address = article.source.url if article.source else ""
    return replace(article, section=section_in(address, names) or names[0])


def _unattended(session: Session, article: str, document: Path) -> int:
    findings = session.desk.checking.check(session.desk.writing.open(article).article)
    for finding in findings:
        session.out.say(f"{finding.level.value}: {session.speech.wording.finding(finding)}")
    session.desk.exporting.export(article, document)
    session.out.say(session.speech.tr("Exported: {file}", file=str(document)))
    delivery = session.desk.delivering.queue(article, DESTINATION, Status.PUBLISHED)
    result = session.desk.delivering.deliver(delivery)
    print_result(session, result)
    return exit_code(result)


def _demo_cms_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument("--port", type=port, default=0, help=tr("the port to listen on; 0 picks a free one"))
    parser.add_argument("--data", metavar="DIR", type=Path, help=tr("where the CMS keeps its own data"))


def port(text: str) -> int:
    """A port number.

    Raises:
        ValueError: there is no such port.
    """
    number = int(text)
    if not 0 <= number <= MOST_PORTS:
        raise ValueError(text)
    return number


def _demo_cms(session: Session) -> int:
    folder = session.arguments.data or session.newsroom.turn_into_demonstration()
    cms = session.newsroom.demonstration_cms(folder, session.arguments.port)
    try:
        session.out.document({"url": cms.url, "user": cms.user, "token": cms.token}, on_one_line=True)
        threading.Event().wait()
    finally:
        cms.close()
    return 0


COMMANDS = (
    Command(
        "demo",
        N_("show the whole line on a sample article, against a CMS on this machine"),
        "newsdesk demo --no-window",
        _demo_arguments,
        _demo,
    ),
    Command(
        "demo-cms",
        N_("run the demonstration CMS alone"),
        "newsdesk demo-cms --port 8800 --data cms/",
        _demo_cms_arguments,
        _demo_cms,
    ),
)
