"""Everything a shell can ask for, in one value."""

from dataclasses import dataclass

from newsdesk.desk.checking import Checking
from newsdesk.desk.delivering import Delivering
from newsdesk.desk.events import Events
from newsdesk.desk.exporting import Exporting
from newsdesk.desk.illustrating import Illustrating
from newsdesk.desk.importing import Importing
from newsdesk.desk.searching import Searching
from newsdesk.desk.signing import Signing
from newsdesk.desk.writing import Writing


@dataclass(frozen=True, slots=True)
class Desk:
    """The use cases over one library."""

    writing: Writing
    searching: Searching
    illustrating: Illustrating
    signing: Signing
    checking: Checking
    importing: Importing
    exporting: Exporting
    delivering: Delivering
    events: Events
