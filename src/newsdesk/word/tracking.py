"""Tracked changes, switched on and not locked: an editor may switch them off; the way back finds that out."""

from lxml.etree import Element, _Element

from newsdesk.word.wordml import w

EARLIER = frozenset(
    {
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
        "displayBackgroundShape",
        "printPostScriptOverText",
        "printFractionalCharacterWidth",
        "printFormsData",
        "embedTrueTypeFonts",
        "embedSystemFonts",
        "saveSubsetFonts",
        "saveFormsData",
        "mirrorMargins",
        "alignBordersAndEdges",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "hideSpellingErrors",
        "hideGrammaticalErrors",
        "activeWritingStyle",
        "proofState",
        "formsDesign",
        "attachedTemplate",
        "linkStyles",
        "stylePaneFormatFilter",
        "stylePaneSortMethod",
        "documentType",
        "mailMerge",
        "revisionView",
    }
)
"""The settings that the schema (ECMA-376 part 1, 17.15.1.78) wants before w:trackRevisions."""


def track_changes(settings: _Element) -> None:
    """Switch tracking on in a settings part."""
    if settings.find(w("trackRevisions")) is None:
        earlier = {w(name) for name in EARLIER}
        settings.insert(sum(1 for child in settings if child.tag in earlier), Element(w("trackRevisions")))
