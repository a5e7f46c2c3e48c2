"""A sentence for every finding and for every note of an import: what it is, and what to do."""

from collections.abc import Mapping

from newsdesk.system.locale import N_

FINDING_WORDS: Mapping[str, str] = {
    "headline.missing": N_("The headline is missing."),
    "headline.too_long": N_("The headline has {words} words; more than {limit} are cut off on phones."),
    "headline.full_stop": N_("A headline closes without a full stop."),
    "standfirst.missing": N_("The standfirst is missing."),
    "standfirst.too_long": N_("The standfirst has {words} words; up to {limit} are read."),
    "section.missing": N_("No section is chosen."),
    "slug.malformed": N_("“{slug}” cannot stand in an address: only a–z, 0–9 and single hyphens can."),
    "body.missing": N_("The article has no text."),
    "block.empty": N_("An empty paragraph; delete it."),
    "byline.missing": N_("Nobody signs the article."),
    "byline.duplicate": N_("{name} signs twice."),
    "byline.nameless": N_("A byline has no name; write it or remove the byline."),
    "byline.shares_over": N_("The shares of the bylines add up to {total}%, more than 100%."),
    "source.malformed": N_(
        "The source address “{address}” cannot be opened; it must begin with https:// or http://."
    ),
    "source.empty": N_("There is a source line, but nothing in it; fill it in or remove it."),
    "embed.malformed": N_("The address “{address}” of the video or page cannot be opened."),
    "link.malformed": N_("The link to “{address}” leads nowhere; only web and mail addresses can be linked."),
    "lead.gone": N_("The photo that stood for the article is gone; the first photo stands for it now."),
    "figure.photo_missing": N_(
        "Figure {number} is waiting for its photo; drop one on it or delete the figure."
    ),
    "figure.photo_unknown": N_("The photo of figure {number} is not in this library; put it in again."),
    "figure.repeated": N_("Figure {number} shows a photo that already stands in the article."),
    "figure.caption_missing": N_("Figure {number} has no caption: say what is seen, where, when and who."),
    "figure.credit_missing": N_("Figure {number} does not say who took the photo."),
    "figure.alt_missing": N_(
        "Figure {number} has no alt text; describe the photo for those who cannot see it."
    ),
    "figure.alt_repeats_caption": N_(
        "The alt text of figure {number} repeats its caption; describe what the photo shows instead."
    ),
    "photo.too_small": N_(
        "The photo of figure {number} is {pixels} pixels on its long edge;"
        " with less than {limit} it looks blurred."
    ),
    "text.double_space": N_("More than one space in a row."),
    "text.outer_space": N_("Spaces at the start or the end."),
    "text.not_nfc": N_(
        "Letters here are put together from parts (not NFC); search and the CMS may not find them."
    ),
    "text.hidden_character": N_(
        "There are characters here that cannot be seen or only look like the right ones."
    ),
}

NOTE_WORDS: Mapping[str, str] = {
    "import.headline_missing": N_("No line reads like a headline, so it was left empty; please write one."),
    "import.headline_hint": N_("The source address may hint at the headline: {slug}"),
    "import.headline_from_title": N_("The headline was taken from the title of the page: {headline}"),
    "import.section_found": N_("The section was taken from the text: {section}"),
    "import.section_hint": N_("The source address may hint at the section: {slug}"),
    "import.kicker_guessed": N_("Taken for the kicker: {kicker}"),
    "import.standfirst_guessed": N_("The first paragraph ({words} words) was taken for the standfirst."),
    "import.headings_guessed": N_("Short lines taken for crossheads: {count}."),
    "import.byline_guessed": N_("The single name at the end was taken for the byline: {name}"),
    "import.credits_from_byline": N_("Photos without a credit were credited as the byline says: {credit}"),
    "import.source_guessed": N_("The address at the end was taken for the source: {address}"),
    "import.text_after_source": N_("There is text after the source line; it was left in the body."),
    "import.caption_guessed": N_("A line that calls itself a caption was made a figure: {caption}"),
    "import.captions_split": N_("One line held {count} captions; each was made a figure."),
    "import.lines_joined": N_(
        "The lines were wrapped by a mail program and were joined into paragraphs again."
    ),
    "import.text_normalised": N_("The text came in decomposed letters and was normalised (NFC)."),
    "import.lines_set_aside": N_("Lines of the page around the article were moved to the notes: {count}."),
    "import.links_dropped": N_(
        "Links that lead nowhere outside their page were dropped: {count}. Their text was kept."
    ),
    "import.tables_flattened": N_("Tables turned into lines of text: {count}."),
    "import.placeholders": N_("Figures still without a photo: {count}. Drop a photo on each."),
    "import.photos_added": N_("More photos than captions: {count} were put at the end of the article."),
    "import.no_photos_in_folder": N_("There are no photos in the folder."),
    "import.picture_missing": N_(
        "The photo {reference} is not where the file says; its figure waits for one."
    ),
    "import.picture_remote": N_(
        "The photo {reference} lies on the web and was not fetched; its figure waits for one."
    ),
    "import.picture_unusable": N_(
        "The picture {name} inside the file cannot be used; its figure waits for another."
    ),
    "import.package_replaced": N_(
        "This article was already here; the package is its newest revision,"
        " what stood before is in its history."
    ),
}

INPUT_WORDS: Mapping[str, str] = {
    "text.empty": N_("{file} holds no text. Nothing was changed."),
    "text.too_large": N_(
        "{file} is too large for an article (more than {limit} bytes). Nothing was changed."
    ),
    "text.binary": N_(
        "{file} is no text file. Nothing was changed."
        " Save it as text, HTML, Markdown or .docx and import it again."
    ),
    "text.foreign": N_(
        "{file} is a {kind} file. Nothing was changed."
        " Save it as text, HTML, Markdown or .docx and import it again."
    ),
    "text.not_utf8": N_(
        "{file} is not UTF-8 text. Nothing was changed. Save it as UTF-8 and import it again."
    ),
    "html.unreadable": N_("{file} cannot be read as a page. Nothing was changed."),
    "html.nothing_in_it": N_("{file} has no text of an article in it. Nothing was changed."),
    "photos.folder_missing": N_("There is no folder {file}. Check its name. Nothing was changed."),
    "photos.not_a_folder": N_(
        "{file} is no folder. Name the folder that holds the photos. Nothing was changed."
    ),
    "photos.too_many": N_(
        "{file} holds {count} photos, more than {limit}."
        " Put the photos of the article into a folder of their own."
    ),
}
