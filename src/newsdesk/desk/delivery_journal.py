"""The journal of one delivery: no step goes out unwritten, none goes out again unasked."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from newsdesk.desk.delivery_values import kept_problem
from newsdesk.desk.work import Step, Work
from newsdesk.errors import AnswerLost, Cancelled, CmsUnreachable, NewsdeskError
from newsdesk.library.outbox import Outbox, StepKey, StepState

TRIES = 2
"""How often a step is sent in one run when its answers get lost."""

T = TypeVar("T")


class Journal:
    """Carries out the steps of one delivery, each at most once on the CMS."""

    def __init__(self, outbox: Outbox, delivery: str, now: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._delivery = delivery
        self._now = now

    def recover(self) -> None:
        """Call unknown what an earlier run left in flight."""
        self._outbox.interrupted(self._delivery)

    def arrived(self, step: StepKey) -> None:
        """The CMS was seen to have this step carried out, by whichever try it was."""
        if self._state(step) not in (None, StepState.DONE):
            self._end(step, StepState.DONE)

    def perform(self, step: StepKey, send: Callable[[], T], look: Callable[[], T | None], work: Work) -> T:
        """Send a step. When its answer is lost, `look` whether it arrived; only what did not is sent again.

        Raises:
            CmsError: it was refused, or cannot be carried out now.
            Cancelled: somebody stopped the work.
        """
        problem = AnswerLost("cms.no_answer")
        for _ in range(TRIES):
            work.check()
            self._outbox.begin(self._delivery, step, self._now())
            try:
                result: T | None = self._sent(step, send)
            except AnswerLost as lost:
                problem = lost
                work.report(Step("delivery.asking_again"))
                result = look()
            if result is not None:
                self._end(step, StepState.DONE)
                return result
        raise problem

    def _sent(self, step: StepKey, send: Callable[[], T]) -> T:
        try:
            return send()
        except (AnswerLost, Cancelled) as problem:
            self._end(step, StepState.UNKNOWN, problem)
            raise
        except CmsUnreachable as problem:
            self._end(step, StepState.UNSENT, problem)
            raise
        except NewsdeskError as problem:
            self._end(step, StepState.REFUSED, problem)
            raise

    def _end(self, step: StepKey, state: StepState, problem: NewsdeskError | None = None) -> None:
        kept = kept_problem(problem) if problem else None
        self._outbox.end(self._delivery, step, state, self._now(), kept)

    def _state(self, step: StepKey) -> StepState | None:
        for row in self._outbox.journal(self._delivery):
            if (row.step.kind, row.step.subject) == (step.kind, step.subject):
                return row.state
        return None
