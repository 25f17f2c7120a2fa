"""Pages rendered as plates of ink: PDFium draws two copies of the file whose colours are amounts of ink.

Of the first copy red, green and blue are what cyan, magenta and yellow leave of white; the second is grey, and what black leaves.
"""

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Literal, NamedTuple

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, PdfError, Stream
from PIL import Image, ImageChops

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.inks import Inks, Printing
from reportbuilder.preflight.interpret import inherited
from reportbuilder.preflight.lexer import name as name_of
from reportbuilder.preflight.limits import MM
from reportbuilder.preflight.marks import ShownPicture
from reportbuilder.preflight.matrix import sides
from reportbuilder.preflight.samples import inks_of, packed
from reportbuilder.preflight.space import CMYK, PROCESS, Space, inner, space

Plate = Literal["colour", "black"]
CELL, PIXELS = 3 * MM, 8
"""Points of a cell in which ink is averaged, and its pixels a side."""
SCALE = PIXELS / CELL
"""Pixels a point."""
THREADS = min(4, os.cpu_count() or 1)
MOST_SIDE = 3_000
"""Pixels; larger pages are drawn coarser."""
LEFT_OF_WHITE = [255 - level + (0 < level < 255) for level in range(256)]
"""What each amount of ink leaves, up one: PDFium truncates when it scales pictures, which takes nearly one level away."""
_B = rb"[\x00\t\n\f\r ]"
_OPERATOR = re.compile(
    rb"(?P<inline>(?<![^\x00\t\n\f\r ])BI" + _B + rb".{1,4000}?" + _B + rb"ID" + _B + rb".*?" + _B + rb"EI(?![^\x00\t\n\f\r ]))"
    rb"|(?P<skip>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[^<>]*>)"
    rb"|(?P<save>(?<![^\x00\t\n\f\r ])[qQ](?![^\x00\t\n\f\r ]))"
    rb"|(?P<numbers>(?:[-+.0-9]+" + _B + rb"+)+)(?P<set>rg|RG|scn|SCN|sc|SC|k|K|g|G)(?![^\x00\t\n\f\r /\[(<])"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]+)" + _B + rb"+(?P<choose>cs|CS)(?![^\x00\t\n\f\r /\[(<])",
    re.DOTALL,
)
_DEVICE = {b"k": "DeviceCMYK", b"g": "DeviceGray", b"rg": "DeviceRGB"}
_TO_COLOUR = b"{pop 1 exch sub 3 1 roll 1 exch sub 3 1 roll 1 exch sub 3 1 roll}"
_TO_BLACK = b"{4 1 roll pop pop pop 1 exch sub}"


class Plates(NamedTuple):
    """A page as CMYK, 255 for full ink; ``scale`` pixels a point, from the upper left corner of the media box."""

    number: int
    image: Image.Image
    scale: float


def plates(data: bytes, evidence: Evidence) -> Iterator[Plates]:
    """All pages in turn."""
    import pypdfium2

    printing = Printing(evidence.profile)
    samples = _samples(evidence, printing)
    documents = [pypdfium2.PdfDocument(_copy(data, plate, printing, samples)) for plate in ("colour", "black")]
    try:
        for page in evidence.pages:
            width, height = page.media[2] - page.media[0], page.media[3] - page.media[1]
            scale = min(SCALE, MOST_SIDE / max(width, height, 1))
            colour, black = (_drawn(document, page.number - 1, scale) for document in documents)
            if colour.size != black.size:
                continue
            inks = [ImageChops.invert(plane) for plane in (*colour.convert("RGB").split(), black.convert("L"))]
            yield Plates(page.number, Image.merge("CMYK", inks), scale)
    finally:
        for document in documents:
            document.close()


def _drawn(document: object, index: int, scale: float) -> Image.Image:
    page = document[index]  # type: ignore[index]
    try:
        return page.render(scale=scale, may_draw_forms=False, draw_annots=False, rev_byteorder=True, no_smoothtext=False).to_pil()
    finally:
        page.close()


def _samples(evidence: Evidence, printing: Printing) -> dict[tuple[int, int], Image.Image | None]:
    """Every image that is shown, by the number of its object, decoded as large as it is shown; by several threads, a few at a time."""
    wanted = _wanted(evidence)
    samples: dict[tuple[int, int], Image.Image | None] = {}
    with ThreadPoolExecutor(THREADS) as threads:
        for start in range(0, len(wanted), 4 * THREADS):
            some = [(key, packed(image, *size)) for key, (image, size) in list(wanted.items())[start : start + 4 * THREADS]]
            made = threads.map(lambda each: inks_of(each[1], printing) if each[1] else None, some)
            samples |= zip((key for key, _ in some), made)
    return samples


def _wanted(evidence: Evidence) -> dict[tuple[int, int], tuple[Object, tuple[int, int]]]:
    """Each image that is shown, and how many pixels of it."""
    sizes: dict[tuple[int, int], tuple[Object, tuple[int, int]]] = {}
    for content in evidence.contents:
        for shown in content.shown:
            if isinstance(shown, ShownPicture) and isinstance(shown.object, Stream):
                across, down = sides(shown.matrix)
                key = shown.object.objgen
                _, before = sizes.get(key, (None, (1, 1)))
                sizes[key] = shown.object, (max(before[0], round(across * SCALE)), max(before[1], round(down * SCALE)))
    return sizes


# ---------------------------------------------------------------- a copy in which colours are inks


def _copy(data: bytes, plate: Plate, printing: Printing, samples: dict[tuple[int, int], Image.Image | None]) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        masks = _mask_forms(pdf)
        for page in pdf.pages:
            resources = inherited(page.obj, "/Resources")
            try:
                code = b"\n".join(decoded(stream) for stream in _streams(page.obj.get("/Contents")))
                page.obj.Contents = pdf.make_stream(_rewritten(code, resources, plate, printing))
            except (PdfError, TypeError, ValueError):
                continue
            _drop(page.obj, "/Group")
            _drop(page.obj, "/Annots")
        soft = {mask.objgen for mask in (thing.get("/SMask") for thing in pdf.objects if isinstance(thing, Stream)) if isinstance(mask, Stream)}
        for thing in list(pdf.objects):
            if isinstance(thing, Stream) and thing.objgen not in masks | soft:
                _adapt(thing, pdf, plate, printing, samples)
            elif isinstance(thing, Dictionary):
                _adapt_inner(thing, pdf, plate)
        for key in ("/Metadata", "/OutputIntents", "/StructTreeRoot", "/Outlines", "/Names", "/AcroForm", "/OpenAction"):
            _drop(pdf.Root, key)
        file = BytesIO()
        pdf.save(file, compress_streams=False, object_stream_mode=ObjectStreamMode.disable, static_id=True)
        return file.getvalue()


def _drop(holder: Object, key: str) -> None:
    if key in holder:
        del holder[key]


def _streams(contents: object) -> list[Object]:
    every = list(contents) if isinstance(contents, Array) else [contents]  # type: ignore[call-overload]
    return [stream for stream in every if isinstance(stream, Stream)]


def _mask_forms(pdf: Pdf) -> set[tuple[int, int]]:
    """The forms of soft masks, whose colours are no inks."""
    found = (inner(inner(state, "/SMask"), "/G") for thing in pdf.objects for state in _states(thing))
    return {form.objgen for form in found if form is not None}


def _states(thing: object) -> Iterator[Object]:
    """Graphics states in an object, or in resources that it holds."""
    if not isinstance(thing, (Dictionary, Stream)):
        return
    if thing.get("/Type") == "/ExtGState" or "/SMask" in thing or "/OPM" in thing:
        yield thing
    for holder in (thing, inner(thing, "/Resources")):
        states = inner(holder, "/ExtGState")
        if states is not None:
            yield from (state for _, state in states.items() if isinstance(state, Dictionary))
    if "/Type" not in thing and isinstance(thing, Dictionary):
        yield from (state for _, state in thing.items() if isinstance(state, Dictionary) and ("/OPM" in state or "/op" in state or "/OP" in state))


def _adapt(thing: Object, pdf: Pdf, plate: Plate, printing: Printing, samples: dict[tuple[int, int], Image.Image | None]) -> None:
    """A form, a cell of a pattern, or an image."""
    if thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1:
        group = inner(thing, "/Group")
        if group is not None:
            _drop(group, "/CS")
        thing.write(_rewritten(decoded(thing), inner(thing, "/Resources"), plate, printing))
        _adapt_inner(thing, pdf, plate)
    elif thing.get("/Subtype") == "/Image" and thing.get("/ImageMask") is not True:
        _adapt_image(thing, samples.get(thing.objgen), plate)


def _adapt_image(thing: Object, found: Image.Image | None, plate: Plate) -> None:
    if found is None:
        return
    for key in ("/Decode", "/DecodeParms", "/Mask", "/Filter", "/Intent"):
        if not (key == "/Mask" and isinstance(thing.get(key), Stream)):
            _drop(thing, key)
    planes = [plane.point(LEFT_OF_WHITE) for plane in found.split()]
    made = Image.merge("RGB", planes[:3]) if plate == "colour" else planes[3]
    thing.Width, thing.Height, thing.BitsPerComponent = made.width, made.height, 8
    thing.ColorSpace = Name.DeviceRGB if plate == "colour" else Name.DeviceGray
    thing.write(made.tobytes())


def _adapt_inner(thing: Object, pdf: Pdf, plate: Plate) -> None:
    """Graphics states and shadings in an object."""
    for state in _states(thing):
        overprints = state.get("/op", state.get("/OP")) is True and state.get("/OPM") == 1
        if overprints:
            state.BM = Name.Darken
        elif state.get("/op", state.get("/OP")) is False and "/BM" not in state:
            state.BM = Name.Normal
    if "/ShadingType" in thing:
        _adapt_shading(thing, pdf, plate)
    for holder in (thing, inner(thing, "/Resources")):
        for _, shading in (inner(holder, "/Shading") or Dictionary()).items():
            if isinstance(shading, Dictionary) and "/ShadingType" in shading:
                _adapt_shading(shading, pdf, plate)
    shading = inner(thing, "/Shading")
    if shading is not None and "/ShadingType" in shading:
        _adapt_shading(shading, pdf, plate)


def _adapt_shading(shading: Object, pdf: Pdf, plate: Plate) -> None:
    if shading.get("/PlatesDone"):
        return
    shading["/PlatesDone"] = True
    used = space(shading.get("/ColorSpace"))
    if used.kind == "rgb" and plate == "colour":
        return
    base, ends = (Name.DeviceRGB, 3) if plate == "colour" else (Name.DeviceGray, 1)
    count = max(used.count, 1)
    code = _tint(used, plate)
    function = pdf.make_stream(code, FunctionType=4, Domain=[0, 1] * count, Range=[0, 1] * ends)
    names = Array([Name(f"/Ink{i}") for i in range(count)])
    shading.ColorSpace = Array([Name.DeviceN, names, base, pdf.make_indirect(function)])
    _drop(shading, "/Background")


def _tint(used: Space, plate: Plate) -> bytes:
    """A function of PostScript from the components of a space to what its inks leave of white."""
    if used == CMYK or (used.kind == "icc" and used.count == 4):
        return _TO_COLOUR if plate == "colour" else _TO_BLACK
    if used.kind in ("gray", "calgray") or (used.kind == "icc" and used.count == 1) or used.names == ("Black",):
        black = b"{1 exch sub}" if used.names else b"{}"
        return b"{pop 1 1 1}" if plate == "colour" else black
    if len(used.names) == 1 and used.names[0] in PROCESS and plate == "colour":
        return {"Cyan": b"{1 exch sub 1 1}", "Magenta": b"{1 exch sub 1 exch 1}", "Yellow": b"{1 exch sub 1 1 3 -1 roll}"}[used.names[0]]
    return b"{" + b"pop " * max(used.count, 1) + (b"1 1 1}" if plate == "colour" else b"1}")


def _rewritten(code: bytes, resources: Object | None, plate: Plate, printing: Printing) -> bytes:
    """Content with all plain colours as amounts of ink. Patterns stay: their cells are rewritten themselves."""
    spaces: list[Space] = [space("DeviceGray"), space("DeviceGray")]
    saved: list[list[Space]] = []

    def replaced(found: re.Match[bytes]) -> bytes:
        if found["skip"] is not None:
            return found[0]
        if found["inline"] is not None:
            return _inline(found[0], plate)
        if found["save"] is not None:
            if found["save"] == b"q":
                saved.append(spaces.copy())
            elif saved:
                spaces[:] = saved.pop()
            return found[0]
        if found["choose"] is not None:
            stroke = found["choose"] == b"CS"
            spaces[stroke] = space(name_of(found["name"]), resources)
            if spaces[stroke].kind == "pattern":
                return found[0]
            full = (0.0,) * (spaces[stroke].count - 1) + (1.0,) if spaces[stroke].kind == "cmyk" else (float(bool(spaces[stroke].names)),) * spaces[stroke].count
            return _setting(printing.of(spaces[stroke], full), plate, stroke)
        word = found["set"]
        stroke = word.isupper()
        if word.lower() in _DEVICE:
            spaces[stroke] = space(_DEVICE[word.lower()], resources)
        parts = tuple(float(part) for part in found["numbers"].split())
        count = spaces[stroke].count
        if spaces[stroke].kind == "pattern" or not count or len(parts) < count:
            return found[0]
        return b" ".join(found["numbers"].split()[:-count]) + b" " + _setting(printing.of(spaces[stroke], parts[-count:]), plate, stroke)

    return _OPERATOR.sub(replaced, code)


def _inline(image: bytes, plate: Plate) -> bytes:
    """An image in the content, on the plate that it belongs to: those are small, and not separated further."""
    head = image[: image.index(b"ID")]
    is_mask, is_grey = re.search(rb"/(?:IM|ImageMask)\s+true", head), re.search(rb"/(?:CS|ColorSpace)\s*/(?:G|DeviceGray)\b", head)
    return image if is_mask or bool(is_grey) == (plate == "black") else b""


def _setting(inks: Inks, plate: Plate, stroke: bool) -> bytes:
    if plate == "black":
        return b"%.4f %s" % (1 - inks[3], b"G" if stroke else b"g")
    return b"%.4f %.4f %.4f %s" % (1 - inks[0], 1 - inks[1], 1 - inks[2], b"RG" if stroke else b"rg")
