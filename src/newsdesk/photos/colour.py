"""Colour profiles (ICC.1) of photos and the way to sRGB."""

from io import BytesIO

from PIL import Image, ImageCms

_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab"}


def has_usable_profile(image: Image.Image) -> bool:
    """False when the picture carries a colour profile that is damaged or made for another kind of colour."""
    icc = image.info.get("icc_profile")
    profile = _profile(icc)
    return not icc or (profile is not None and _space(profile) == _SPACES[_base_mode(image)])


def in_srgb(image: Image.Image, icc: bytes | None) -> Image.Image:
    """RGB in sRGB of a picture in L, RGB, CMYK or LAB whose profile is `icc`.

    Without a profile, or with one that cannot be used, the numbers are taken as they stand.
    """
    profile = (
        ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")) if image.mode == "LAB" else _profile(icc)
    )
    if profile is None or _SPACES[image.mode] != _space(profile) or _is_srgb(profile):
        return image.convert("RGB")
    try:
        return _converted(image, profile)
    except ImageCms.PyCMSError:
        return image.convert("RGB")


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    way = ImageCms.buildTransform(
        profile,
        target,
        image.mode,
        "RGB",
        ImageCms.Intent.PERCEPTUAL,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return way.apply(image)


def _profile(icc: bytes | None) -> ImageCms.ImageCmsProfile | None:
    if not icc:
        return None
    try:
        return ImageCms.ImageCmsProfile(BytesIO(icc))
    except (OSError, TypeError, ValueError):
        return None


def _space(profile: ImageCms.ImageCmsProfile) -> str:
    return profile.profile.xcolor_space.strip()


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return "sRGB" in (profile.profile.profile_description or "")


def _base_mode(image: Image.Image) -> str:
    """The mode without alpha, depth and palette."""
    if image.mode in ("CMYK", "LAB"):
        return image.mode
    return "L" if Image.getmodebase(image.mode) == "L" and image.mode != "P" else "RGB"
