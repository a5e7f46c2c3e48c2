"""Commands of delivery: send, outbox, cms."""

import getpass
import os
import sys
from argparse import ArgumentParser
from typing import Any

from newsdesk.article.model import Status
from newsdesk.cli.session import Command, Session
from newsdesk.desk.delivering import DeliveryResult, DeliveryRow, Destination, Receipt
from newsdesk.errors import NewsdeskError, UsageError
from newsdesk.system.credentials import VARIABLE
from newsdesk.system.locale import N_, Translator

SENDABLE = (Status.DRAFT, Status.SUBMITTED, Status.PUBLISHED)


def _send_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument("id", metavar="ID", help=tr("the article's id, as `newsdesk list` prints it"))
    parser.add_argument("--to", metavar="NAME", help=tr("the destination; needless when there is only one"))
    parser.add_argument(
        "--status",
        choices=[status.value for status in SENDABLE],
        default=Status.SUBMITTED.value,
        help=tr("what the article shall be on the CMS"),
    )


def _send(session: Session) -> int:
    delivering = session.desk.delivering
    status = Status(session.arguments.status)
    name = session.arguments.to or _only_destination(session)
    delivery = delivering.queue(session.arguments.id, name, status)
    result = delivering.deliver(delivery)
    print_result(session, result)
    return exit_code(result)


def exit_code(result: DeliveryResult) -> int:
    """What the process ends with after a delivery; a refusal by our own checks is no refusal by the CMS."""
    return 0 if result.problem is None else result.problem.exit_code


def print_result(session: Session, result: DeliveryResult) -> None:
    """Say how a delivery ended, and show the receipt."""
    document = {
        "state": result.state,
        "receipt": receipt_document(session, result.receipt),
        "problem": _problem(session, result.problem),
    }
    if result.problem is not None:
        session.out.say(session.speech.wording.error(result.problem))
    session.out.result(document, receipt_text(session, result.receipt))


def receipt_document(session: Session, receipt: Receipt | None) -> dict[str, Any] | None:
    """The receipt under the keys that scripts rely on."""
    if receipt is None:
        return None
    return {
        "destination": receipt.destination,
        "id": receipt.id,
        "url": receipt.url,
        "status": receipt.status,
        "matches": receipt.matches,
        "differences": [
            {
                "code": difference.code,
                "message": session.speech.wording.difference(difference.code, difference.params),
            }
            for difference in receipt.differences
        ],
    }


def receipt_text(session: Session, receipt: Receipt | None) -> str:
    """The receipt for a person."""
    if receipt is None:
        return ""
    tr = session.speech.tr
    verdict = (
        tr("What stands on the CMS is what was sent.")
        if receipt.matches
        else tr("What stands on the CMS differs from what was sent:")
    )
    differences = [
        f"  {session.speech.wording.difference(difference.code, difference.params)}"
        for difference in receipt.differences
    ]
    status = session.speech.wording.status(receipt.status)
    return "\n".join([f"{receipt.destination}: {status}", receipt.url, verdict, *differences])


def _problem(session: Session, problem: NewsdeskError | None) -> dict[str, str] | None:
    if problem is None:
        return None
    return {"code": problem.code, "message": session.speech.wording.error(problem)}


def _only_destination(session: Session) -> str:
    names = [destination.name for destination in session.desk.delivering.destinations()]
    if not names:
        raise UsageError("destination.none")
    if len(names) > 1:
        raise UsageError("destination.several", names=", ".join(names))
    return names[0]


def _outbox_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "action", nargs="?", choices=("list", "retry", "cancel"), default="list", help=tr("what to do")
    )
    parser.add_argument(
        "id", metavar="ID", nargs="?", help=tr("the delivery's id, as `newsdesk outbox` prints it")
    )


def _outbox(session: Session) -> int:
    action, delivery = session.arguments.action, session.arguments.id
    if action == "list":
        looking = session.newsroom.desk(write=False)
        rows = [_row(session, row) for row in looking.delivering.outbox()]
        text = "\n".join(
            f"{row['id']}  {row['state']:9}  {row['destination']}  {row['headline']}" for row in rows
        )
        session.out.result({"deliveries": rows}, text)
        return 0
    if delivery is None:
        raise UsageError("usage.id_missing", command=f"newsdesk outbox {action}")
    if action == "cancel":
        session.desk.delivering.cancel(delivery)
        session.out.result({"id": delivery, "state": "cancelled"}, delivery)
        return 0
    session.desk.delivering.retry(delivery)
    result = session.desk.delivering.deliver(delivery)
    print_result(session, result)
    return exit_code(result)


def _row(session: Session, row: DeliveryRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "article": row.article,
        "headline": row.title,
        "destination": row.destination,
        "status": row.status,
        "state": row.state,
        "queued_at": row.queued_at.isoformat(),
        "tries": row.tries,
        "next_try": row.next_try and row.next_try.isoformat(),
        "problem": _problem(session, row.problem.error() if row.problem else None),
    }


def _cms_arguments(parser: ArgumentParser, tr: Translator) -> None:
    parser.add_argument(
        "action", choices=("add", "test"), help=tr("add a destination, or test its connection")
    )
    parser.add_argument("name", metavar="NAME", help=tr("the name you give the destination"))
    parser.add_argument("--kind", choices=("station",), default="station", help=tr("what kind of CMS it is"))
    parser.add_argument("--url", help=tr("the address of the site"))
    parser.add_argument("--user", help=tr("your user name there"))
    parser.add_argument(
        "--ca-file", metavar="FILE", default="", help=tr("a certificate authority of your organisation")
    )
    parser.add_argument("--token-stdin", action="store_true", help=tr("read the token from standard input"))


def _cms(session: Session) -> int:
    return _cms_add(session) if session.arguments.action == "add" else _cms_test(session)


def _cms_add(session: Session) -> int:
    given = session.arguments
    if not given.url or not given.user:
        raise UsageError("destination.incomplete", name=given.name)
    destination = Destination(given.name, given.kind, given.url, given.user, given.ca_file)
    kept = session.desk.delivering.add(destination, _token(session))
    if not kept:
        session.out.say(
            session.speech.tr("There is no keyring here: the token is not kept. Set NEWSDESK_CMS_TOKEN.")
        )
    session.out.result({"name": given.name, "token_kept": kept}, given.name)
    return 0


def _token(session: Session) -> str:
    if session.arguments.token_stdin:
        return sys.stdin.readline().strip()
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if sys.stdin.isatty():
        return getpass.getpass(session.speech.tr("Token for {name}: ", name=session.arguments.name))
    raise UsageError("destination.token_missing", name=session.arguments.name)


def _cms_test(session: Session) -> int:
    diagnosis = session.desk.delivering.test(session.arguments.name)
    steps = [
        {
            "code": step.code,
            "ok": step.ok,
            "message": session.speech.wording.diagnosis(step.code, step.ok, step.detail),
        }
        for step in diagnosis.steps
    ]
    ticks = {True: "✓", False: "✗"}
    session.out.result(
        {"name": session.arguments.name, "ok": diagnosis.ok, "steps": steps},
        "\n".join(f"{ticks[bool(step['ok'])]} {step['message']}" for step in steps),
    )
    if diagnosis.problem is None:
        session.desk.delivering.sync(session.arguments.name)
        return 0
    session.out.say(session.speech.wording.error(diagnosis.problem))
    return diagnosis.problem.exit_code


COMMANDS = (
    Command(
        "send",
        N_("send the article with its photos to the CMS, once"),
        "newsdesk send ID --status published",
        _send_arguments,
        _send,
    ),
    Command(
        "outbox",
        N_("show what waits to be sent; try again or cancel"),
        "newsdesk outbox retry ID",
        _outbox_arguments,
        _outbox,
    ),
    Command(
        "cms",
        N_("add a destination, or test its connection"),
        "newsdesk cms add dai --kind station --url https://cms.example --user an --token-stdin",
        _cms_arguments,
        _cms,
    ),
)
