"""Sentences for what delivering tells: steps, states, diagnoses, losses, differences, the journal."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

STEP_WORDS: Mapping[str, str] = {
    "delivery.asking": N_("Asking the CMS what it takes…"),
    "delivery.lists": N_("Fetching sections, tags and people…"),
    "delivery.rendering": N_("Preparing photo {item} of {items}…"),
    "delivery.photo": N_("Sending photo {item} of {items}…"),
    "delivery.article": N_("Sending the text…"),
    "delivery.status": N_("Changing the status…"),
    "delivery.receipt": N_("Comparing what stands on the CMS with what was sent…"),
    "delivery.asking_again": N_("No answer came. Asking the CMS whether it arrived…"),
}

STATE_WORDS: Mapping[str, str] = {
    "queued": N_("Queued"),
    "sending": N_("Sending"),
    "waiting": N_("Waits for the CMS"),
    "done": N_("Sent"),
    "refused": N_("Refused"),
    "conflict": N_("Changed on the CMS"),
    "cancelled": N_("Cancelled"),
}

DIAGNOSIS_WORDS: Mapping[str, tuple[str, str]] = {
    "name": (N_("The name {host} is known."), N_("The name {host} is not known in this network.")),
    "connection": (N_("{host} answers."), N_("{host} cannot be reached.")),
    "certificate": (
        N_("The certificate of {host} is trusted."),
        N_("The certificate of {host} is not trusted."),
    ),
    "contract": (N_("This is the CMS of {site}."), N_("What answers at {host} is not the station's CMS.")),
    "sign_in": (N_("Signed in as {user}."), N_("The sign-in as {user} does not succeed.")),
    "clock": (
        N_("The clocks of this computer and the CMS agree."),
        N_("The clock of this computer is {seconds} seconds off that of the CMS."),
    ),
}
"""By step of a connection test: the sentence when it goes well, and when it does not."""

LOSS_WORDS: Mapping[str, str] = {
    "loss.section": N_("{destination} has no section “{section}”. Choose one of its own."),
    "loss.figure_without_photo": N_("The figure “{caption}” has no photo and is left out."),
    "loss.link": N_(
        "The link to {url} is left out, its text stays. The CMS takes web, mail and phone links."
    ),
    "loss.embed": N_("The video or page {url} cannot be embedded; only its title stays."),
    "loss.mixed_list": N_("An inner list has bullets and numbers; it gets one kind."),
    "loss.person": N_("{name} is not in the directory of this CMS; the name is printed all the same."),
}

DIFFERENCE_WORDS: Mapping[str, str] = {
    "differs.headline": N_("The headline reads “{found}”."),
    "differs.kicker": N_("The kicker reads “{found}”."),
    "differs.standfirst": N_("The standfirst reads “{found}”."),
    "differs.bylines": N_("The bylines are not as they were sent."),
    "differs.source": N_("The source line is not as it was sent."),
    "differs.coverMediaId": N_("Another photo stands for the article."),
    "differs.language": N_("The language is “{found}” instead of “{sent}”."),
    "differs.editorialNote": N_("The note to the desk is not as it was sent."),
    "differs.embargoUntil": N_("The embargo is {found} instead of {sent}."),
    "differs.section": N_("The article stands in another section."),
    "differs.tags": N_("The tags are not as they were sent."),
    "differs.block": N_("Paragraph {place} of the body is not as it was sent."),
    "differs.figures": N_("There are {found} photos instead of {sent}."),
    "differs.caption": N_("Photo {place} has the caption “{found}”."),
    "differs.credit": N_("Photo {place} has the credit “{found}”."),
    "differs.alt": N_("Photo {place} has the alt text “{found}”."),
    "differs.decorative": N_("Photo {place}: the mark “decorative” is not as it was sent."),
    "differs.people": N_("Photo {place}: the people are not as they were sent."),
    "differs.aiMade": N_("Photo {place}: the mark “made with AI” is not as it was sent."),
    "differs.photo": N_("Photo {place} is not the one that was sent."),
}
