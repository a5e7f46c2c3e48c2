"""Commands for support: library check, doctor."""

from argparse import ArgumentParser
from pathlib import Path

from newsdesk.cli.session import Access, Command, Session
from newsdesk.desk.files import write_whole
from newsdesk.system.locale import N_, Translator


def _library_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument("action", choices=("check",), help=tr("verify pages, photos and revisions"))


def _library(session: Session) -> int:
    checked = session.newsroom.diagnosing().library()
    damage = [session.speech.wording.note(damage.code, damage.params) for damage in checked.damage]
    document = {
        "ok": not damage,
        "articles": checked.articles,
        "revisions": checked.revisions,
        "photos": checked.photos,
        "damage": damage,
    }
    tr = session.speech.tr
    counted = tr(
        "{articles} articles, {revisions} revisions, {photos} photos.",
        articles=checked.articles,
        revisions=checked.revisions,
        photos=checked.photos,
    )
    session.out.result(document, "\n".join([counted, *(damage or [tr("The library is sound.")])]))
    return 6 if damage else 0


def _doctor_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "--bundle", metavar="FILE.zip", type=Path, help=tr("also write the report into a file for support")
    )


def _doctor(session: Session) -> int:
    diagnosing = session.newsroom.diagnosing()
    report = diagnosing.report()
    if session.arguments.bundle:
        write_whole(session.arguments.bundle, diagnosing.bundle(report))
    session.out.result(report, diagnosing.as_text(report))
    return 0


COMMANDS = (
    Command(
        "library",
        N_("verify the library"),
        "newsdesk library check",
        _library_arguments,
        _library,
        Access.READ,
    ),
    Command(
        "doctor",
        N_("describe this installation for support; never a secret"),
        "newsdesk doctor --bundle newsdesk-doctor.zip",
        _doctor_arguments,
        _doctor,
        Access.READ,
    ),
)
