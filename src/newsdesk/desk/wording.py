"""Sentences for codes. The rooms below raise and return codes; only here do they become words for people."""

from collections.abc import Mapping
from typing import Any

from newsdesk.article.model import Role, Status
from newsdesk.checks.finding import Finding
from newsdesk.desk.cms_words import CMS_ERROR_WORDS
from newsdesk.desk.delivery_words import (
    DIAGNOSIS_WORDS,
    DIFFERENCE_WORDS,
    LOSS_WORDS,
    STATE_WORDS,
    STEP_WORDS,
)
from newsdesk.desk.error_words import ERROR_WORDS, FIELD_REASONS
from newsdesk.desk.file_words import DOCX_NOTES, FILE_WORDS, PHOTO_NOTES, SUSPICIONS
from newsdesk.desk.finding_words import FINDING_WORDS, INPUT_WORDS, NOTE_WORDS
from newsdesk.desk.library_words import LIBRARY_WORDS
from newsdesk.desk.step_words import FILE_STEP_WORDS
from newsdesk.desk.work import Step
from newsdesk.errors import NewsdeskError
from newsdesk.system.locale import N_, Translator

STATUS_WORDS: Mapping[str, str] = {
    Status.DRAFT: N_("Draft"),
    Status.SUBMITTED: N_("Awaiting approval"),
    Status.IN_REVIEW: N_("In review"),
    Status.RETURNED: N_("Returned"),
    Status.SCHEDULED: N_("Scheduled"),
    Status.PUBLISHED: N_("Published"),
    Status.UNPUBLISHED: N_("Taken down"),
    "trash": N_("Trash"),
}

ROLE_WORDS: Mapping[str, str] = {
    Role.REPORTER: N_("Reporter"),
    Role.PHOTOGRAPHER: N_("Photographer"),
    Role.CAMERA: N_("Camera operator"),
    Role.CONTRIBUTOR: N_("Contributor"),
    Role.TRANSLATOR: N_("Translator"),
    Role.EDITOR: N_("Editor"),
}

PROBLEM_WORDS: Mapping[str, str] = {
    **INPUT_WORDS,
    **FILE_WORDS,
    **CMS_ERROR_WORDS,
    **LIBRARY_WORDS,
    **ERROR_WORDS,
}

REASONS: Mapping[str, str] = {**FIELD_REASONS, **SUSPICIONS}

REMARKS: Mapping[str, str] = {**NOTE_WORDS, **PHOTO_NOTES, **DOCX_NOTES, **LIBRARY_WORDS}

WORK_WORDS: Mapping[str, str] = {**STEP_WORDS, **FILE_STEP_WORDS}


class Wording:
    """Makes sentences in the reader's language."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr

    def error(self, problem: NewsdeskError) -> str:
        """What went wrong, and what to do."""
        parameters = dict(problem.parameters)
        if parameters.get("reason") in REASONS:
            parameters["reason"] = self._tr(REASONS[parameters["reason"]])
        return self._say(PROBLEM_WORDS[problem.code], parameters)

    def finding(self, finding: Finding) -> str:
        """What a check found."""
        return self._say(FINDING_WORDS[finding.id], finding.params)

    def note(self, code: str, parameters: Mapping[str, Any]) -> str:
        """What was recognised or guessed while something came in."""
        return self._say(REMARKS[code], parameters)

    def step(self, step: Step) -> str:
        """What long work is doing now."""
        return self._say(WORK_WORDS[step.code], {"item": step.item, "items": step.items})

    def loss(self, code: str, parameters: Mapping[str, Any]) -> str:
        """What a destination cannot keep."""
        return self._say(LOSS_WORDS[code], parameters)

    def difference(self, code: str, parameters: Mapping[str, Any]) -> str:
        """What stands on the CMS otherwise than it was sent."""
        return self._say(DIFFERENCE_WORDS[code], parameters)

    def diagnosis(self, code: str, ok: bool, detail: Mapping[str, Any]) -> str:
        """One step of a connection test."""
        good, bad = DIAGNOSIS_WORDS[code]
        return self._say(good if ok else bad, detail)

    def state(self, state: str) -> str:
        """Where a delivery is."""
        return self._tr(STATE_WORDS[state])

    def status(self, status: str) -> str:
        """Where an article stands."""
        return self._tr(STATUS_WORDS[status])

    def role(self, role: str) -> str:
        """What a person did for the article."""
        return self._tr(ROLE_WORDS[role])

    def _say(self, message: str, parameters: Mapping[str, Any]) -> str:
        return self._tr(message, **parameters) if parameters else self._tr(message)
