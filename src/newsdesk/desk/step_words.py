"""What long work on this machine is doing, for the line beside the progress."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

FILE_STEP_WORDS: Mapping[str, str] = {
    "import.read": N_("Reading the file…"),
    "import.photo": N_("Looking at photo {item} of {items}…"),
    "photo.take_in": N_("Taking in photo {item} of {items}…"),
    "export.compose": N_("Putting the article together…"),
    "export.photo": N_("Preparing photo {item} of {items}…"),
    "export.write": N_("Writing the file…"),
}
