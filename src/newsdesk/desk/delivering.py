"""Delivering: articles are queued, sent when the CMS can be reached, and stand there exactly once."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from newsdesk.article.blocks import figures
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.checks.finding import Finding, Level
from newsdesk.cms.connector import Loss
from newsdesk.cms.receipt import Difference, Receipt
from newsdesk.cms.rendering import render
from newsdesk.desk.delivery_terms import known_terms, same
from newsdesk.desk.delivery_turns import Turns
from newsdesk.desk.delivery_values import (
    DeliveryResult,
    Diagnosis,
    DiagnosisStep,
    kept_problem,
    receipt_from_dict,
    receipt_to_dict,
)
from newsdesk.desk.destinations import Destinations
from newsdesk.desk.dispatch import Dispatch
from newsdesk.desk.events import DeliveryChanged, DeliveryProgressed, Events
from newsdesk.desk.work import Step, Work
from newsdesk.desk.writing import Writing
from newsdesk.errors import Cancelled, ChangeRefused, CmsConflict, CmsUnreachable, NewsdeskError
from newsdesk.library.directory import Destination, Directory, Entry
from newsdesk.library.outbox import OPEN_STATES, DeliveryRow, DeliveryState, JournalRow, Outbox

__all__ = [
    "Delivering",
    "DeliveryResult",
    "DeliveryRow",
    "DeliveryState",
    "Destination",
    "Diagnosis",
    "DiagnosisStep",
    "Difference",
    "Entry",
    "JournalRow",
    "Loss",
    "Receipt",
]

FIRST_WAIT, LONGEST_WAIT = 15, 3600
"""Seconds until a delivery that found no CMS is tried again; doubled each time up to the longest."""


class Checks(Protocol):
    """What judges an article before it is queued."""

    def check(self, article: Article) -> Sequence[Finding]:
        """All findings."""


class Delivering:
    """The outbox and the destinations it sends to. One delivery at a time goes to each destination."""

    def __init__(
        self,
        writing: Writing,
        checks: Checks,
        destinations: Destinations,
        directory: Directory,
        outbox: Outbox,
        dispatch: Dispatch,
        events: Events,
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._writing = writing
        self._checks = checks
        self._destinations = destinations
        self._directory = directory
        self._outbox = outbox
        self._dispatch = dispatch
        self._events = events
        self._now = now
        self._chance = chance
        self._turns = Turns()

    def destinations(self) -> tuple[Destination, ...]:
        """Where articles can be sent, by name."""
        return self._destinations.all()

    def add(self, destination: Destination, token: str) -> bool:
        """Add a destination, or change the one of that name. False: the token is kept in memory only.

        Raises:
            UsageError: `destination.bad_address`.
        """
        return self._destinations.add(destination, token)

    def remove(self, name: str) -> None:
        """Forget a destination, its lists and its token."""
        self._destinations.remove(name)

    def test(self, name: str, work: Work | None = None) -> Diagnosis:
        """Walk the way to a CMS and say which step fails."""
        return self._destinations.test(name, work or Work())

    def sync(self, name: str, work: Work | None = None) -> None:
        """Fetch a destination's sections, tags and people.

        Raises:
            CmsError: it cannot be reached or refuses.
        """
        self._destinations.sync(name, work or Work())

    def sections(self, name: str) -> tuple[Entry, ...]:
        """A destination's sections as last fetched."""
        return self._destinations.sections(name)

    def tags(self, name: str) -> tuple[Entry, ...]:
        """A destination's tags as last fetched."""
        return self._destinations.tags(name)

    def people(self, name: str) -> tuple[Entry, ...]:
        """A destination's people as last fetched."""
        return self._destinations.people(name)

    def losses(self, article: Article, name: str) -> tuple[Loss, ...]:
        """What of an article a destination cannot take, as far as can be known without asking it."""
        terms = known_terms(self._directory, name, article)
        shown = {figure.id: figure.id for figure in figures(article.blocks) if figure.photo}
        _, losses = render(article, article.id, terms, shown)
        if same(article.section) and terms.section is None:
            return (Loss("loss.section", {"section": article.section, "destination": name}), *losses)
        return losses

    def queue(self, article_id: str, name: str, status: Status) -> str:
        """Put the newest state of an article into the outbox; this very state is what will be sent.

        Raises:
            UsageError: `destination.unknown`.
            ChangeRefused: `delivery.findings`, a check found what must be put right first.
        """
        self._destinations.get(name)
        article = self._writing.open(article_id).article
        errors = sum(finding.level is Level.ERROR for finding in self._checks.check(article))
        if errors:
            raise ChangeRefused("delivery.findings", id=article_id, count=errors)
        row = DeliveryRow(
            id=new_id(),
            article=article_id,
            revision=self._writing.name_revision(article_id, "sent"),
            title=article.headline,
            destination=name,
            status=status.value,
            state=DeliveryState.QUEUED,
            queued_at=self._now(),
        )
        self._outbox.add(row)
        self._events.publish(DeliveryChanged(row.id))
        return row.id

    def deliver(self, delivery_id: str, work: Work | None = None) -> DeliveryResult:
        """Send a queued delivery, or go on with one that was broken off.

        Raises:
            ChangeRefused: `delivery.unknown`, `delivery.closed`.
            Cancelled: somebody stopped the work; the delivery is cancelled.
            StorageError: the outbox cannot be written.
        """
        own = (work or Work()).part()
        with self._turns.take(self._outbox.row(delivery_id).destination, delivery_id, own):
            row = self._outbox.row(delivery_id)
            if row.state is DeliveryState.DONE and row.receipt is not None:
                return DeliveryResult(row.state, receipt_from_dict(row.receipt))
            if row.state not in OPEN_STATES:
                raise ChangeRefused("delivery.closed", id=row.id, state=row.state.value)
            return self._settle(row, self._attempt(row, own))

    def resume(self, work: Work | None = None) -> None:
        """Deliver everything that is due. A destination that does not answer is asked once."""
        work = work or Work()
        silent: set[str] = set()
        for row in self._outbox.open_rows():
            due = row.next_try is None or row.next_try <= self._now()
            if due and row.destination not in silent and not self._turns.has(row.id):
                work.check()
                if self._waits_after(row.id, work):
                    silent.add(row.destination)

    def outbox(self) -> tuple[DeliveryRow, ...]:
        """All deliveries, the newest first."""
        return self._outbox.rows()

    def journal(self, delivery_id: str) -> tuple[JournalRow, ...]:
        """The steps of a delivery and what became of each."""
        return self._outbox.journal(delivery_id)

    def retry(self, delivery_id: str) -> None:
        """Queue a delivery again.

        Raises:
            ChangeRefused: `delivery.done`, or `delivery.superseded` by a later one of the same article.
        """
        with self._turns.halted() as under_way:
            row = self._open_row(delivery_id)
            if self._outbox.superseded(row):
                raise ChangeRefused("delivery.superseded", id=row.id)
            if row.id not in under_way:
                self._change(row.id, DeliveryState.QUEUED)

    def cancel(self, delivery_id: str) -> None:
        """Stop a delivery. What already stands on the CMS stays there.

        Raises:
            ChangeRefused: `delivery.done`.
        """
        with self._turns.halted() as under_way:
            row = self._open_row(delivery_id)
            if row.id in under_way:
                under_way[row.id].cancel()
            else:
                self._change(row.id, DeliveryState.CANCELLED)

    def _open_row(self, delivery_id: str) -> DeliveryRow:
        row = self._outbox.row(delivery_id)
        if row.state is DeliveryState.DONE:
            raise ChangeRefused("delivery.done", id=row.id)
        return row

    def _waits_after(self, delivery_id: str, work: Work) -> bool:
        """Deliver one of many; whether its destination did not answer."""
        try:
            return self.deliver(delivery_id, work).state is DeliveryState.WAITING
        except (Cancelled, ChangeRefused):
            work.check()
            return False

    def _attempt(self, row: DeliveryRow, work: Work) -> DeliveryResult:
        self._change(row.id, DeliveryState.SENDING)
        try:
            article = self._writing.revision(row.article, row.revision)
            with self._destinations.connected(row.destination, work) as connector:
                receipt = self._dispatch.run(row, article, connector, self._told(row.id, work))
        except Cancelled:
            self._change(row.id, DeliveryState.CANCELLED)
            raise
        except CmsConflict as problem:
            return DeliveryResult(DeliveryState.CONFLICT, problem=problem)
        except CmsUnreachable as problem:
            return DeliveryResult(DeliveryState.WAITING, problem=problem)
        except NewsdeskError as problem:
            return DeliveryResult(DeliveryState.REFUSED, problem=problem)
        return DeliveryResult(DeliveryState.DONE, receipt)

    def _settle(self, row: DeliveryRow, result: DeliveryResult) -> DeliveryResult:
        """Write down how an attempt ended."""
        waiting = result.state is DeliveryState.WAITING
        state = DeliveryState.CANCELLED if waiting and self._outbox.superseded(row) else result.state
        self._outbox.set_state(
            row.id,
            state,
            next_try=self._next_try(row, result.problem) if waiting else None,
            problem=kept_problem(result.problem) if result.problem else None,
            receipt=receipt_to_dict(result.receipt) if result.receipt else None,
        )
        if result.receipt is not None:
            self._keep_status(row.article, result.receipt.status)
        self._events.publish(DeliveryChanged(row.id))
        return result

    def _keep_status(self, article_id: str, status: str) -> None:
        """Let the article here say where it stands there, if it is a place the newsroom has a word for."""
        if status in set(Status) and self._writing.open(article_id).article.status != status:
            self._writing.amend(article_id, lambda article: replace(article, status=Status(status)))

    def _next_try(self, row: DeliveryRow, problem: NewsdeskError | None) -> datetime:
        wait = min(FIRST_WAIT * 2 ** min(row.tries, 16), LONGEST_WAIT) * (0.8 + 0.4 * self._chance())
        asked = problem.parameters.get("after", 0) if problem else 0
        return self._now() + timedelta(seconds=max(wait, asked))

    def _change(self, delivery_id: str, state: DeliveryState) -> None:
        self._outbox.set_state(delivery_id, state)
        self._events.publish(DeliveryChanged(delivery_id))

    def _told(self, delivery_id: str, work: Work) -> Work:
        """The same work, whose steps everybody hears of."""

        def report(step: Step) -> None:
            work.report(step)
            self._events.publish(DeliveryProgressed(delivery_id, step))

        return replace(work, report=report)
