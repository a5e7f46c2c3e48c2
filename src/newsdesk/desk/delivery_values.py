"""What the use case of delivering hands to the shells."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from newsdesk.article.blocks import Figure
from newsdesk.cms.receipt import Difference, Receipt
from newsdesk.errors import NewsdeskError
from newsdesk.library.outbox import DeliveryState, Problem


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """How a delivery ended: `done` with a receipt; `waiting`, `refused` or `conflict` with the problem."""

    state: DeliveryState
    receipt: Receipt | None = None
    problem: NewsdeskError | None = None


@dataclass(frozen=True, slots=True)
class DiagnosisStep:
    """One step of a connection test; `detail` fills its sentence."""

    code: str
    ok: bool
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A connection test up to the first step that failed, and why it did."""

    steps: tuple[DiagnosisStep, ...]
    problem: NewsdeskError | None = None

    @property
    def ok(self) -> bool:
        """Whether articles can be sent there."""
        return all(step.ok for step in self.steps)


class Picture(Protocol):
    """A photo as it is sent: the rendition of a figure."""

    @property
    def data(self) -> bytes:
        """The bytes."""

    @property
    def media_type(self) -> str:
        """For instance `image/jpeg`."""

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal."""


class Renders(Protocol):
    """Makes the picture of a figure for the CMS. The same figure gives the same bytes."""

    def __call__(self, figure: Figure, /) -> Picture:
        """Crop, orient and fill in the texts."""


def receipt_to_dict(receipt: Receipt) -> dict[str, Any]:
    """A receipt as the outbox keeps it."""
    return asdict(receipt)


def receipt_from_dict(kept: Mapping[str, Any]) -> Receipt:
    """A receipt out of the outbox."""
    differences = tuple(Difference(**difference) for difference in kept["differences"])
    return Receipt(**{**kept, "differences": differences, "warnings": tuple(kept["warnings"])})


def kept_problem(problem: NewsdeskError) -> Problem:
    """An error as the outbox keeps it."""
    return Problem(problem.code, problem.parameters)
