"""A sentence for every error code: what happened, and what to do."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

FIELD_REASONS: Mapping[str, str] = {
    "not_json": N_("this is not JSON"),
    "not_an_object": N_("an object is expected"),
    "newer_version": N_("it was written by a newer newsdesk"),
    "duplicate": N_("the same id stands twice"),
    "missing": N_("it is missing"),
    "not_allowed": N_("this value is not allowed"),
    "differs_from_runs": N_("“text” and “runs” say different things; change both or leave one out"),
    "not_text": N_("text is expected"),
    "not_unicode": N_("these characters are not valid Unicode"),
    "not_a_flag": N_("true or false is expected"),
    "not_a_percentage": N_("a whole number from 0 to 100 is expected"),
    "not_a_fraction": N_("a number from 0 to 1 is expected"),
    "not_a_digest": N_("64 lower-case hexadecimal digits are expected"),
    "not_a_list": N_("a list is expected"),
    "not_a_number": N_("a whole number is expected"),
}

ERROR_WORDS: Mapping[str, str] = {
    "work.cancelled": N_("Stopped. Nothing was changed."),
    "usage.not_understood": N_(
        "This command is not understood ({detail}). `{command} -h` shows how it is written."
    ),
    "usage.no_screen": N_(
        "There is no screen to open a window on. `newsdesk -h` lists what works without one."
    ),
    "demo.port_taken": N_("The port {port} is in use. Choose another with --port; 0 takes a free one."),
    "usage.id_missing": N_("`{command}` needs the id of a delivery; `newsdesk outbox` lists them."),
    "photo.render_needs_output": N_("--render and -o go together: say what to make and where to put it."),
    "photo.would_replace": N_(
        "The rendition would replace the original {file}. Choose another name with -o."
    ),
    "usage.missing": N_("`{command}` needs {names} as well. `{command} -h` shows how it is written."),
    "usage.unknown": N_("`{command}` does not know {names}. `{command} -h` shows how it is written."),
    "usage.choice": N_(
        "`{command}`: “{value}” is none of the choices for {name}. `{command} -h` lists them."
    ),
    "file.missing": N_("There is no file {file}. Check the name and the folder."),
    "file.not_a_file": N_("{file} is no file that can be read. Choose a file."),
    "file.too_large": N_("{file} is larger than {limit} bytes. Nothing was changed."),
    "file.unreadable": N_("{file} cannot be read ({reason}). Check that you may open it."),
    "file.unwritable": N_("{file} cannot be written ({reason}). Choose another place."),
    "article.no_article": N_("{file} is no article: {reason}. Nothing was changed."),
    "article.bad_field": N_("{file}: the field “{field}” cannot be used: {reason}. Nothing was changed."),
    "article.changed_since": N_(
        "The article has changed: it is at revision {revision}, your copy starts from {base}."
        " Take the newest with `newsdesk show {id}`, then put your changes again."
    ),
    "article.unknown": N_("There is no article {id} in this library. `newsdesk list` shows what there is."),
    "export.unknown_ending": N_("{file}: newsdesk cannot write this kind of file. It writes {endings}."),
}
