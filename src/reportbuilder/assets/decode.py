"""From the bytes of a raster picture to upright 8-bit samples in grey, RGB or CMYK: strictly, whole, and on white."""

import struct
import warnings
import zlib
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageChops

from reportbuilder.assets.headers import Header
from reportbuilder.assets.inspect import MAX_PIXELS
from reportbuilder.assets.pictures import PictureFault, Remark
from reportbuilder.assets.places import too_large

LINE_ART_COLOURS = 256
LINE_ART_GREYS = 64
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
AGAIN = "export it again from its original"

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


class Decoded(Struct, frozen=True):
    """Samples (mode L, RGB or CMYK, upright), the colour profile that the file brought, and whether it is line art: few colours, kept
    without loss. ``original``: the JPEG itself, without what is private in it, if its samples are CMYK and just these.
    """

    image: Image.Image
    profile: bytes | None
    line_art: bool
    remarks: tuple[Remark, ...]
    lossless: bool = False
    original: bytes | None = None


def decode(data: bytes, header: Header, file: str, reduction: int = 1, blank: bool = False) -> Decoded:
    """The picture, every byte of it decoded. A JPEG comes out ``reduction`` times smaller (1, 2, 4 or 8), which is quicker. What shows through is
    white, or, if ``blank``, as the file has it.

    Raises `PictureFault`: ``picture-broken``, ``picture-truncated``, ``picture-kind`` (colours we do not read), ``picture-too-large``.
    """
    image = _opened(data, header, file)
    remarks = ()
    if header.kind != "jpeg" and getattr(image, "is_animated", False):
        what = "pages" if header.kind == "tiff" else "frames"
        remarks = (Remark("picture-frames", f"the picture ‘{file}’ has several {what}; the first is used", "export the one you want by itself"),)
    if header.kind == "jpeg" and reduction > 1:
        image.draft(None, (image.width // reduction, image.height // reduction))
    _load(image, file)
    if header.kind == "png":
        _require_whole_png(data, file)
    profile, adobe = image.info.get("icc_profile") or None, "adobe" in image.info
    try:
        plain = _eight_bits(image, file)
        plain = plain.convert(plain.mode[:-1]) if blank and plain.mode in ("LA", "RGBA") else _on_white(plain)
    except (ValueError, OSError) as error:
        raise _broken(file, error) from None
    # Pillow itself turns TIFF upright.
    if header.kind != "tiff" and header.orientation in TURNS:
        plain = plain.transpose(TURNS[header.orientation])
    plain.info.clear()
    lossless = header.kind in ("png", "gif", "bmp", "tiff")
    as_it_is = adobe and plain.mode == "CMYK" and header.kind == "jpeg" and reduction == 1 and header.orientation == 1
    return Decoded(plain, profile, lossless and _few_colours(plain), remarks, lossless, bare_jpeg(data) if as_it_is else None)


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without comments and application data but Adobe's, which says how its colours are written (ISO/IEC 10918-1, annex B)."""
    kept, place = [data[:2]], 2
    while data[place] == 0xFF and data[place + 1] != 0xDA:
        code, length = data[place + 1], 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if code == 0xEE or not (0xE0 <= code <= 0xEF or code == 0xFE):
            kept.append(data[place : place + length])
        place += length
    return b"".join([*kept, data[place:]])


def _opened(data: bytes, header: Header, file: str) -> Image.Image:
    if header.kind == "webp" and len(data) < struct.unpack_from("<L", data, 4)[0] + 8:
        raise _truncated(file, len(data) / (struct.unpack_from("<L", data, 4)[0] + 8), "bytes")
    try:
        image = Image.open(BytesIO(data), formats=[header.kind.upper()])
    except MemoryError:
        raise
    except Exception as error:  # its readers raise whatever befalls them: SyntaxError, struct.error, KeyError and others
        raise _broken(file, error) from None
    if image.size not in ((header.width, header.height), header.upright):
        raise PictureFault("picture-broken", f"the picture ‘{file}’ contradicts itself about its size", AGAIN)
    return image


def _load(image: Image.Image, file: str) -> None:
    try:
        image.load()
    except MemoryError:
        raise
    except Exception as error:  # as above; decoders too
        if "truncated" in str(error).lower():
            raise _truncated(file, _share_of_rows(image), "rows") from None
        raise _broken(file, error) from None


def _share_of_rows(image: Image.Image) -> float:
    """How much of an image that failed to load was decoded: rows never reached are black."""
    try:
        box = image.im.getbbox()
    except Exception:  # nothing was decoded at all
        return 0
    return box[3] / image.height if box else 0


def _broken(file: str, error: Exception) -> PictureFault:
    if isinstance(error, (Image.DecompressionBombError, Image.DecompressionBombWarning)) or "too large" in str(error):
        return too_large(f"the picture ‘{file}’ unpacks to more than we allow", AGAIN)
    reason = str(error).split("\n")[0][:100] if isinstance(error, (OSError, SyntaxError)) and "BytesIO" not in str(error) else type(error).__name__
    return PictureFault("picture-broken", f"the picture ‘{file}’ is broken: {reason}", AGAIN)


def _truncated(file: str, share: float, of: str) -> PictureFault:
    there = f": {int(share * 100)} % of its {of} are there" if share else ""
    return PictureFault("picture-truncated", f"the picture ‘{file}’ is cut off{there}", AGAIN)


def _require_whole_png(data: bytes, file: str) -> None:
    """Every chunk whole and with the right checksum (PNG specification §5), which Pillow does not ask of image data."""
    place = 8
    while place + 12 <= len(data):
        length, name = struct.unpack_from(">L4s", data, place)
        end = place + 8 + length
        if end + 4 > len(data):
            break
        if zlib.crc32(memoryview(data)[place + 4 : end]) != struct.unpack_from(">L", data, end)[0]:
            raise PictureFault("picture-broken", f"the picture ‘{file}’ is broken: bad checksum in ‘{name.decode('latin-1')}’", AGAIN)
        if name == b"IEND":
            return
        place = end + 4
    raise PictureFault("picture-truncated", f"the picture ‘{file}’ is cut off at its end", AGAIN)


def _eight_bits(image: Image.Image, file: str) -> Image.Image:
    """Mode L, RGB, CMYK, or LA or RGBA."""
    if image.mode.startswith("I;16"):
        return _from_sixteen_bits(image)
    if image.mode in ("La", "RGBa", "PA"):
        return image.convert("LA" if image.mode == "La" else "RGBA")
    if image.has_transparency_data:
        return image.convert("LA" if image.mode in ("1", "L", "LA") else "RGBA")
    target = {"1": "L", "L": "L", "P": "RGB", "RGB": "RGB", "RGBX": "RGB", "YCbCr": "RGB", "CMYK": "CMYK"}.get(image.mode)
    if target is None:
        what = {"LAB": "in Lab colours", "I": "of 32 bits a pixel", "F": "of floating-point numbers"}.get(image.mode, f"of the kind {image.mode}")
        raise PictureFault("picture-kind", f"the picture ‘{file}’ is {what}", "save it as RGB, grey or CMYK with 8 or 16 bits a channel")
    return image if target == image.mode else image.convert(target)


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    """16-bit grey as L, or as LA where one value is transparent; 65535 is white."""
    order = ">" if image.mode.endswith("B") else "<"
    pair = Image.frombytes("LA", image.size, image.tobytes())
    high, low = pair.split() if order == ">" else pair.split()[::-1]
    # v / 257 rounded, for v = 256·high + low, is high, or one beside it where low differs from high by more than half of 257.
    up = ImageChops.subtract(low, high).point(lambda d: int(d > 128))
    down = ImageChops.subtract(high, low).point(lambda d: int(d > 128))
    grey = ImageChops.subtract(ImageChops.add(high, up), down)
    key = image.info.get("transparency")
    if not isinstance(key, int):
        return grey
    same = ImageChops.darker(high.point(lambda v: 255 * (v == key >> 8)), low.point(lambda v: 255 * (v == key & 255)))
    return Image.merge("LA", (grey, ImageChops.invert(same)))


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("LA", "RGBA"):
        return image
    *colours, alpha = image.split()
    white = Image.new(image.mode[:-1], image.size, "white")
    white.paste(Image.merge(image.mode[:-1], colours) if len(colours) > 1 else colours[0], mask=alpha)
    return white


def _few_colours(image: Image.Image) -> bool:
    return image.mode != "CMYK" and bool(image.getcolors(LINE_ART_GREYS if image.mode == "L" else LINE_ART_COLOURS))
