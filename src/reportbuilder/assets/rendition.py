"""One job from decoded samples, or from a drawing, to what writers embed: cropped, scaled, in the right colours, encoded."""

from msgspec.structs import replace
from PIL import Image

from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.decode import Decoded
from reportbuilder.assets.encode import PRINT_QUALITY, WORD_QUALITY, flate, jpeg
from reportbuilder.assets.form import Page, cropped, samples
from reportbuilder.assets.headers import Header
from reportbuilder.assets.pictures import Job, PictureSettings, Remark, Rendition
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.separate import SPACES, Separation, opened_profile, to_srgb
from reportbuilder.assets.shown import rasterise
from reportbuilder.assets.vector_inks import inked

LEAST, MOST = 0.92, 1.1
"""Pixels for each that is wanted (along a side) with which a picture is taken as it is. Above, separating and encoding the surplus
pixels takes longer than scaling them away.
"""
KEPT_QUALITY = 95
WHOLE = (0.0, 0.0, 1.0, 1.0)
COARSE = 72.0
"""Pixels an inch of a drawing that no DOCX shows: enough to see whether text on it is legible."""
MOST_LINE_ART = 1.5
"""Line art is not softened by scaling unless it has far more pixels than wanted."""


def reduction(header: Header, job: Job, settings: PictureSettings) -> int:
    """By how much a JPEG may shrink while it is decoded (1, 2, 4 or 8) and still have the pixels that print wants."""
    width, height = header.upright
    wanted_across = LEAST * settings.print_ppi * job.width / 72 / (job.crop[2] - job.crop[0])
    wanted_down = LEAST * settings.print_ppi * job.height / 72 / (job.crop[3] - job.crop[1])
    return next((n for n in (8, 4, 2) if width // n >= wanted_across and height // n >= wanted_down), 1)


def render(decoded: Decoded, job: Job, settings: PictureSettings, separation: Separation, word_ppi: float = 0.0) -> tuple[Rendition, tuple[Remark, ...]]:
    """The renditions of a raster picture, and what is to be said about it; ``word_ppi``: pixels an inch that the DOCX wants at the size of the job."""
    profile, remarks = _usable(decoded, job.file)
    if decoded.image.mode == "CMYK" and separation.keeps(profile):
        return _in_its_inks(decoded, job, settings, separation, word_ppi), remarks + _on_ink(decoded.image, job.file, settings, separation)
    most = MOST_LINE_ART if decoded.line_art else MOST
    printed = scaled(decoded.image, job.crop, job, settings.print_ppi, most)
    shown = scaled(printed, WHOLE, job, settings.web_ppi, most)
    larger = scaled(printed, WHOLE, job, word_ppi, most) if word_ppi * LEAST > settings.web_ppi else shown
    if decoded.image.mode == "CMYK":
        inks = separation.cmyk(printed, profile)
    elif decoded.image.mode == "L":
        inks = separation.gray(to_srgb(printed, profile))
    elif decoded.line_art:
        inks = separation.line_art(to_srgb(printed, profile))
    else:
        inks = separation.rgb(printed, profile)
    on_screen = separation.screen if decoded.image.mode == "CMYK" else to_srgb
    word = on_screen(larger, profile) if larger.width > shown.width else None
    shown = on_screen(shown, profile)
    if decoded.line_art:
        return Rendition(flate(inks), flate(shown), word=flate(word) if word else None), remarks
    web = jpeg(shown, settings.web_quality, full_colour=False)
    return Rendition(jpeg(inks, PRINT_QUALITY, full_colour=True), web, word=jpeg(word, WORD_QUALITY, full_colour=False) if word else None), remarks


def _in_its_inks(decoded: Decoded, job: Job, settings: PictureSettings, separation: Separation, word_ppi: float) -> Rendition:
    """A picture whose inks were chosen by its maker: the numbers stay. A JPEG that is not scaled stays itself, and is cropped by a form around it."""
    printed = scaled(decoded.image, job.crop, job, settings.print_ppi, MOST_LINE_ART)
    seen = separation.screen(scaled(printed, WHOLE, job, max(settings.web_ppi, word_ppi), MOST), None)
    shown = scaled(seen, WHOLE, job, settings.web_ppi, MOST)
    web = jpeg(shown, settings.web_quality, full_colour=False)
    word = jpeg(seen, WORD_QUALITY, full_colour=False) if seen.width > shown.width else None
    if decoded.original is None or printed.size != _cut(decoded.image, job.crop):
        return Rendition(flate(printed) if decoded.lossless else jpeg(printed, KEPT_QUALITY, full_colour=True), web, word=word)
    whole = Encoded(decoded.original, *decoded.image.size, "cmyk", "jpeg")
    if job.crop == WHOLE:
        return Rendition(whole, web, word=word)
    return Rendition(None, web, word=word, page=Page(cropped(whole, job.crop), samples(web)))


def _on_ink(image: Image.Image, file: str, settings: PictureSettings, separation: Separation) -> tuple[Remark, ...]:
    most = separation.excess(image)
    if not most:
        return ()
    message = f"the picture ‘{file}’ has up to {most} % ink; the paper takes {settings.ink_limit:g} %. Its inks were chosen by its maker, and stay"
    return (Remark("picture-ink", message, "separate it again with the printer’s profile"),)


def _cut(image: Image.Image, crop: tuple[float, float, float, float]) -> tuple[int, int]:
    left, top, right, bottom = (round(part * side) for part, side in zip(crop, image.size * 2))
    return right - left, bottom - top


def render_drawing(drawing: VectorPicture, job: Job, settings: PictureSettings, separation: Separation, word_ppi: float = 0.0) -> Rendition:
    """The drawing, cropped and with its inks, and its picture for DOCX; a coarse one where the DOCX does not show it."""
    left, top, right, bottom = job.crop
    frame = replace(
        drawing,
        width=drawing.width * (right - left),
        height=drawing.height * (bottom - top),
        left=drawing.left + left * drawing.width,
        top=drawing.top + top * drawing.height,
    )
    vector = inked(frame, job, settings, separation)
    image = rasterise(vector, *(max(1, round(side * (word_ppi or COARSE) / 72)) for side in (job.width, job.height)))
    return Rendition(None, flate(image), vector)


def scaled(image: Image.Image, crop: tuple[float, float, float, float], job: Job, ppi: float, most: float) -> Image.Image:
    """The part of an image within left, top, right, bottom (in parts of 1) with about ``ppi`` pixels an inch at the size of the job; never
    scaled up.
    """
    left, top = (min(round(part * side), side - 1) for part, side in zip(crop[:2], image.size))
    right, bottom = (max(round(part * side), low + 1) for part, side, low in zip(crop[2:], image.size, (left, top)))
    box = (left, top, right, bottom)
    width, height = (max(1, round(side * ppi / 72)) for side in (job.width, job.height))
    across, down = (right - left) / width, (bottom - top) / height
    if max(across, down) <= most:
        return image if box == (0, 0, *image.size) else image.crop(box)
    whole = round(across)
    if whole > 1 and all(LEAST <= surplus / whole <= MOST for surplus in (across, down)):
        return image.reduce(whole, box)
    # Hamming: as sharp as bicubic and as quick as bilinear when scaling down.
    return image.resize((min(width, right - left), min(height, bottom - top)), Image.Resampling.HAMMING, box)


def _usable(decoded: Decoded, file: str) -> tuple[bytes | None, tuple[Remark, ...]]:
    """The profile of the picture if it can be used, and the remarks so far."""
    if decoded.profile is None or opened_profile(decoded.profile, SPACES[decoded.image.mode]):
        return decoded.profile, decoded.remarks
    taken = "those of the output profile" if decoded.image.mode == "CMYK" else "sRGB"
    message = f"the colour profile in the picture ‘{file}’ is broken or for other colours; its colours are taken as {taken}"
    return None, (*decoded.remarks, Remark("picture-profile", message, "save it again with the profile sRGB"))
