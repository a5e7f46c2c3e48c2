"""A sentence for every error between this machine and a CMS: what happened, and what to do."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

CMS_ERROR_WORDS: Mapping[str, str] = {
    "cms.name_not_resolved": N_(
        "The name {host} is not known. Check the address and the network connection."
    ),
    "cms.connection_refused": N_(
        "{host} refuses the connection. The CMS may be switched off; it is tried again."
    ),
    "cms.no_route": N_("{host} cannot be reached. Check the network connection; it is tried again."),
    "cms.connect_timeout": N_("{host} does not answer. Check the network connection; it is tried again."),
    "cms.no_answer": N_("The CMS gave no answer in time. It will be asked whether the article arrived."),
    "cms.connection_lost": N_("The connection broke. The CMS will be asked whether the article arrived."),
    "cms.too_slow": N_("The line to {host} is too slow or stuck. It is tried again."),
    "cms.certificate": N_(
        "The certificate of {host} is not trusted ({reason}). Nothing was sent. Ask IT: the company's"
        " certificate authority may be missing here, or somebody listens on the line."
    ),
    "cms.tls": N_("No secure connection to {host} comes about. Ask IT whether something stands in between."),
    "cms.proxy": N_("The proxy cannot be reached or refuses. Check the proxy settings of this computer."),
    "cms.proxy_sign_in": N_("The proxy wants a sign-in. Enter it in the proxy settings of this computer."),
    "cms.redirected": N_(
        "The address leads on to {location}. If that is the CMS, enter it as the address; if not, sign in to"
        " this network first."
    ),
    "cms.firewall_or_portal": N_(
        "Not the CMS answered but something before it (status {status}): the site's firewall, or the sign-in"
        " page of this network. Open the site in a browser, then try again or tell IT."
    ),
    "cms.server_error": N_(
        "The CMS has a fault of its own (status {status}). It is tried again; request {request} for its log."
    ),
    "cms.busy": N_("The CMS is busy (status {status}) and asks to wait. It is tried again."),
    "cms.answer_invalid": N_(
        "The answer of the CMS cannot be understood (“{field}”: {reason}). Tell its makers."
    ),
    "cms.wrong_site": N_("At this address there is no newsdesk CMS (status {status}). Check the address."),
    "cms.other_contract": N_("The CMS speaks version {contract} of the contract; update newsdesk."),
    "cms.no_token": N_("There is no token for {user} at {destination}. Enter it in the settings."),
    "cms.token_malformed": N_("The token has characters that no token has. Copy it again."),
    "cms.sign_in": N_("The CMS does not accept the token. Enter a new one in the settings."),
    "cms.other_user": N_("The token belongs to {found}, not to {user}. Enter the token of {user}."),
    "cms.clock": N_("The clock of this computer is {seconds} seconds off. Set it, so that times are right."),
    "cms.forbidden": N_("Your account may not do this ({capability}). Ask whoever runs the CMS."),
    "cms.not_found": N_("The CMS does not have what was asked for ({detail})."),
    "cms.conflict": N_(
        "Somebody changed the article on the CMS since you sent it last. Nothing was overwritten."
        " Compare both and decide."
    ),
    "cms.trashed": N_("The article lies in the trash of the CMS. Take it out there, then send again."),
    "cms.transition_not_allowed": N_(
        "The text is saved, but from where it stands the article cannot take this status. Ask an editor."
    ),
    "cms.too_large": N_("Too large for the CMS: it takes at most {limit} bytes."),
    "cms.media_type": N_("The CMS does not take this kind of picture ({detail})."),
    "cms.media_rejected": N_("The CMS refused a photo ({reason}). Replace it and send again."),
    "cms.media_differs": N_("The CMS knows another photo under the same id. Send again."),
    "cms.media_not_ready": N_("A photo is not ready on the CMS. Send again."),
    "cms.media_processing": N_("The CMS still works on a photo. It is tried again."),
    "cms.invalid": N_("The CMS does not accept {names}. {detail}"),
    "cms.refused": N_("The CMS refused (status {status}): {detail}"),
    "cms.section_unknown": N_(
        "{destination} has no section “{section}”. Choose one of its own and send again."
    ),
    "cms.ca_file_unusable": N_("{file} is no certificate file that can be read. Ask IT for a PEM file."),
    "delivery.unknown": N_("There is no delivery {id}. `newsdesk outbox` lists them."),
    "delivery.closed": N_("Delivery {id} is {state}. Start it again with `newsdesk outbox retry {id}`."),
    "delivery.done": N_("Delivery {id} is done. To send changes, send the article again."),
    "delivery.superseded": N_("A newer state of this article was queued after delivery {id}. Send that one."),
    "delivery.findings": N_("Not sent: the checks found {count} errors. Put them right first."),
    "destination.unknown": N_("There is no destination {name}. `newsdesk cms add` makes one."),
    "destination.bad_address": N_(
        "This is no address of a site. Write it like https://cms.example, without a password or anything"
        " after ?."
    ),
}
