"""Sentences for what the library and the handoff packages can refuse or find damaged."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

LIBRARY_WORDS: Mapping[str, str] = {
    "storage.full": N_(
        "The disk is full ({folder}). Free some space; what you wrote is kept and saved again."
    ),
    "storage.readonly": N_(
        "newsdesk may not write in {folder}. Ask IT for the right to, or choose another place."
    ),
    "storage.io": N_(
        "The disk does not answer as it should ({folder}). Check that it is connected, then try again."
    ),
    "library.locked": N_(
        "The library {folder} is in use by another newsdesk. Close its window or wait until it is done."
    ),
    "library.closed": N_("The library {folder} is closed. Start newsdesk again."),
    "library.read_only": N_(
        "The library {folder} was opened for reading only. Close the other newsdesk and try again."
    ),
    "library.missing": N_("There is no library in {folder}. Check the name of the folder."),
    "library.moved": N_(
        "The library {folder} was moved or replaced while it was open. Start newsdesk again."
    ),
    "library.damaged": N_(
        "The library {folder} is damaged. It was left as it is. Call IT; `newsdesk library check` tells more."
    ),
    "library.emptied": N_("The library file in {folder} is empty. It was left as it is; call IT."),
    "library.not_a_database": N_(
        "The library file in {folder} cannot be read. It was left as it is; call IT."
    ),
    "library.not_a_library": N_("The file in {folder} belongs to another program. Choose another folder."),
    "library.newer": N_(
        "The library {folder} was written by a newer newsdesk (form {version}; this one knows {known})."
        " Install the newer version."
    ),
    "library.older": N_(
        "The library {folder} must first be opened for writing once, to bring it up to date."
    ),
    "library.unsafe_place": N_(
        "{folder} is no safe place for a library: “{name}” is a network share or a synchronised folder."
        " Choose a folder on this computer."
    ),
    "library.page_damaged": N_("A page of the library file is damaged ({detail})."),
    "article.unsaved": N_(
        "The article cannot be saved ({reason}). Copy what you wrote into another program and call IT."
    ),
    "article.damaged": N_("The article {id} cannot be read (field “{field}”). Restore an earlier revision."),
    "article.not_indexed": N_("The article {id} is missing from the search index."),
    "revision.unknown": N_("The article {id} has no revision {revision}."),
    "revision.damaged": N_(
        "Revision {revision} of the article {id} is damaged. Later revisions may still be whole."
    ),
    "photo.facts_damaged": N_("What was noted of the photo {photo} cannot be read. Add the photo again."),
    "photo.original_missing": N_(
        "The original of the photo {photo} is missing from the library. Add the photo again."
    ),
    "photo.original_damaged": N_("The original of the photo {photo} is damaged. Add the photo again."),
    "settings.unwritable": N_(
        "The settings {file} cannot be saved. Your choice lasts until newsdesk is closed."
    ),
    "handoff.not_a_package": N_("{file} is no newsdesk package. Ask the sender to export it again."),
    "handoff.newer": N_("{file} was made by a newer newsdesk. Install the newer version."),
    "handoff.field": N_(
        "{file}: the field “{field}” cannot be used: {reason}. Ask the sender to export it again."
    ),
    "handoff.too_large": N_("{file} holds more than newsdesk takes. Ask the sender to split it."),
    "handoff.duplicate": N_("{file} holds “{name}” twice, which no newsdesk makes. It was not opened."),
    "handoff.unexpected": N_("{file} holds “{name}”, which does not belong there. It was not opened."),
    "handoff.packed_otherwise": N_("{file} is packed in a way that newsdesk does not read (“{name}”)."),
    "handoff.incomplete": N_("{file} is incomplete: “{name}” is missing. Ask the sender to export it again."),
    "handoff.digest": N_("{file} was damaged on the way: “{name}” is not what was sent. Ask for it again."),
}
