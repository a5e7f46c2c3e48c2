"""Sentences for photos and Word files that cannot be used, and for what was noticed in those that can."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

FILE_WORDS: Mapping[str, str] = {
    "photo.empty": N_("{file} is empty. Copy it from the camera or the phone again."),
    "photo.too_large": N_(
        "{file} is larger than newsdesk takes ({limit} bytes). Export a smaller copy from your photo program."
    ),
    "photo.too_many_pixels": N_(
        "{file} has more than {limit} million pixels. Export a smaller copy from your photo program."
    ),
    "photo.truncated": N_(
        "{file} ends too early; a part of the photo is missing. Copy it from the camera again."
    ),
    "photo.damaged": N_("{file} is damaged and cannot be opened. Ask for the photo again."),
    "photo.not_a_photo": N_(
        "{file} is no photo, whatever its name says. Choose a JPEG, PNG, WebP, HEIC, TIFF or GIF."
    ),
    "photo.unsupported": N_("{file} is of a kind that newsdesk does not read ({kind}). Export it as JPEG."),
    "photo.svg": N_("{file} is a drawing (SVG), which can carry programs. Export it as PNG."),
    "photo.psd": N_("{file} is a Photoshop file. Export it as JPEG."),
    "photo.raw": N_("{file} is a raw camera file. Export it as JPEG from your photo program."),
    "photo.pdf": N_("{file} is a PDF. Export the picture in it as JPEG or PNG."),
    "photo.video": N_("{file} is a video. Take a still from it and save that as JPEG."),
    "photo.memory": N_(
        "{file} needs more memory than a photo may. Export a smaller copy from your photo program."
    ),
    "photo.timeout": N_("{file} could not be read in {seconds} seconds. Export it as JPEG and try again."),
    "photo.decoder_died": N_(
        "{file} made the photo reader fail. newsdesk goes on; export the photo as JPEG and try again."
    ),
    "photo.rendition_unsafe": N_(
        "The copy made of {file} did not pass its check and was not used. Export it as JPEG and try again."
    ),
    "docx.damaged": N_("{file} is damaged. Open it in Word, save it again, and try with that."),
    "docx.not_word": N_(
        "{file} is no Word file (.docx). If it is an old .doc, open it in Word and save it as .docx."
    ),
    "docx.protected": N_("{file} is protected by a password. Open it in Word and save it without one."),
    "docx.old_format": N_("{file} is an old Word file (.doc). Open it in Word and save it as .docx."),
    "docx.too_many_pictures": N_("{file} has more than {limit} pictures. Split it in Word."),
    "docx.suspicious": N_(
        "{file} is built like no Word file ought to be ({reason}). It was not opened; ask for another copy."
    ),
    "docx.too_large": N_(
        "{file} is larger than newsdesk takes ({limit} bytes). Reduce its pictures in Word and save it again."
    ),
    "docx.too_long": N_("{file} has more than {limit} paragraphs. Split it in Word."),
    "docx.template_missing": N_("The house template {file} is missing. Ask IT to put it back."),
    "docx.template_is_article": N_(
        "{file} is an exported article, not a house template. Ask IT for the template."
    ),
    "docx.template_part": N_("The house template {file} lacks its part “{part}”. Ask IT to mend it."),
    "docx.template_style": N_("The house template {file} lacks the style “{style}”. Ask IT to mend it."),
    "docx.template_list": N_(
        "The style “{style}” of the house template {file} has no list. Ask IT to mend it."
    ),
    "destination.none": N_(
        "There is no destination yet. Add one with `newsdesk cms add NAME --url … --user …`."
    ),
    "destination.several": N_("There are several destinations ({names}). Say which with --to."),
    "destination.incomplete": N_(
        "To add {name}, give its address with --url and your user name with --user."
    ),
    "destination.token_missing": N_(
        "There is no token for {name}. Give it with --token-stdin, or set NEWSDESK_CMS_TOKEN."
    ),
}

SUSPICIONS: Mapping[str, str] = {
    "inflated_size": N_("it unpacks to far too much"),
    "entries": N_("it has far too many parts"),
    "duplicate_names": N_("a part stands in it twice"),
    "ratio": N_("it is packed far too tightly"),
    "elements": N_("it has far too many elements"),
    "xml_size": N_("its text is far too large"),
    "dtd": N_("it declares its own XML entities"),
}

PHOTO_NOTES: Mapping[str, str] = {
    "metadata_damaged": N_("Some of what the photo carries about itself is damaged and was passed over."),
    "extra_images": N_(
        "The file holds further pictures (a depth map or a second shot); only the first is used."
    ),
    "multi_frame": N_("The picture moves or has several pages; only the first frame is used."),
    "very_large": N_("The photo is very large; preparing it takes a while."),
    "color_profile_damaged": N_("The colour profile is damaged; the colours may be slightly off."),
    "misnamed": N_("The name says another kind of file than it is; it was read as what it is."),
    "conflict:caption": N_("The photo carries two different captions; the one of its XMP data was taken."),
    "conflict:credit": N_("The photo carries two different credits; the one of its XMP data was taken."),
    "conflict:creator": N_("The photo names two different photographers; the one of its XMP data was taken."),
    "conflict:copyright": N_(
        "The photo carries two different copyright lines; the one of its XMP data was taken."
    ),
    "conflict:alt": N_("The photo carries two different alt texts; the first was taken."),
}

DOCX_NOTES: Mapping[str, str] = {
    "docx.own_export": N_("This file was exported by newsdesk from revision {revision}."),
    "docx.changes_accepted": N_("{count} tracked changes were taken in as if accepted."),
    "docx.comments_left_out": N_("{count} comments were left out."),
    "docx.footnotes_left_out": N_("{count} footnotes were left out."),
    "docx.tables_as_text": N_("{count} tables came in as rows of text."),
    "docx.pictures_missing": N_("{count} pictures are missing from the file."),
    "docx.pictures_drawn": N_("{count} drawings or charts cannot be taken in as photos."),
}
