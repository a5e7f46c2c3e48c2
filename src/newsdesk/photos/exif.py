"""The small EXIF block (CIPA DC-008) of a rendition: what the standard requires and three texts."""

from PIL import ExifTags, Image

from newsdesk.photos.profiles import RenditionTexts
from newsdesk.photos.texts import folded

_SCREEN_DPI = 72.0
_INCHES = 2
_CENTRED = 1
_SRGB = 1


def write(size: tuple[int, int], texts: RenditionTexts) -> Image.Exif:
    """The block for a picture of this size in pixels; its texts are plain ASCII."""
    exif = Image.Exif()
    said = {
        ExifTags.Base.ImageDescription: folded(texts.caption),
        ExifTags.Base.Artist: folded(texts.creator),
        ExifTags.Base.Copyright: folded(texts.copyright),
    }
    exif.update({tag: text for tag, text in said.items() if text})
    exif.update(
        {
            ExifTags.Base.XResolution: _SCREEN_DPI,
            ExifTags.Base.YResolution: _SCREEN_DPI,
            ExifTags.Base.ResolutionUnit: _INCHES,
            ExifTags.Base.YCbCrPositioning: _CENTRED,
        }
    )
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {
            ExifTags.Base.ExifVersion: b"0232",
            ExifTags.Base.ComponentsConfiguration: b"\1\2\3\0",
            ExifTags.Base.FlashPixVersion: b"0100",
            ExifTags.Base.ColorSpace: _SRGB,
            ExifTags.Base.ExifImageWidth: size[0],
            ExifTags.Base.ExifImageHeight: size[1],
        }
    )
    return exif
