"""A copy of pages in which colours are amounts of ink, twice: once for the plates of colour, once for that of black."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Literal

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, PdfError, Stream
from PIL import Image

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.inks import Inks, Printing
from reportbuilder.preflight.interpret import inherited
from reportbuilder.preflight.lexer import inline_image, literal
from reportbuilder.preflight.lexer import name as name_of
from reportbuilder.preflight.space import CMYK, PROCESS, Space, inner, space, whole

Plate = Literal["colour", "black"]
Both = tuple[bytes, bytes]
"""What stands in the copy for the plates of colour, and in that for black."""
PLATES: tuple[Plate, Plate] = ("colour", "black")
LEFT_OF_WHITE = [255 - level + (0 < level < 255) for level in range(256)]
"""What each amount of ink leaves, up one: PDFium truncates when it scales pictures, which takes nearly one level away."""
_B = rb"[\x00\t\n\f\r ]"
_N = rb"[-+.0-9]++" + _B + rb"++"
_OPERATOR = re.compile(
    rb"(?P<inline>(?<![^\x00\t\n\f\r ])BI(?![^\x00\t\n\f\r /]))"
    rb"|(?P<literal>\()|<[^<>]*+>"
    rb"|(?P<save>(?<![^\x00\t\n\f\r ])[qQ](?![^\x00\t\n\f\r ]))"
    rb"|(?<![-+.0-9])(?P<numbers>(?:" + _N + rb"){1,40}+)(?P<set>rg|RG|scn|SCN|sc|SC|k|K|g|G)(?![^\x00\t\n\f\r /\[(<])"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]++)" + _B + rb"++(?P<choose>cs|CS)(?![^\x00\t\n\f\r /\[(<])",
)
_DEVICE = {b"k": "DeviceCMYK", b"g": "DeviceGray", b"rg": "DeviceRGB"}
_TO_COLOUR = b"{pop 1 exch sub 3 1 roll 1 exch sub 3 1 roll 1 exch sub 3 1 roll}"
_TO_BLACK = b"{4 1 roll pop pop pop 1 exch sub}"


class _Parts(Struct):
    """What of a copy depends on the plate: streams with their code, images with their inks, shadings with their space."""

    codes: list[tuple[Object, Both]] = []
    images: list[tuple[Object, Image.Image]] = []
    shadings: list[tuple[Object, Space]] = []


def inked(pages: Sequence[Page], printing: Printing, samples: Sequence[Image.Image | None]) -> list[bytes]:
    """Two files of these pages, by `PLATES`. ``samples``: the inks of images, by the ``/Place`` that they are marked with."""
    with Pdf.new() as pdf:
        for page in pages:
            pdf.pages.append(page)
        parts = _parts(pdf, printing, samples)
        return [_made(pdf, parts, which) for which in (0, 1)]


def _parts(pdf: Pdf, printing: Printing, samples: Sequence[Image.Image | None]) -> _Parts:
    parts = _Parts()
    masks = _of_masks(pdf)
    for page in pdf.pages:
        resources = inherited(page.obj, "/Resources")
        try:
            code = b"\n".join(decoded(stream) for stream in _streams(page.obj.get("/Contents")))
            both = _rewritten(code, resources, printing)
        except (PdfError, TypeError, ValueError):
            continue
        page.obj.Contents = pdf.make_stream(b"")
        parts.codes.append((page.obj.Contents, both))
        _drop(page.obj, "/Group")
        _drop(page.obj, "/Annots")
    own = {stream.objgen for stream, _ in parts.codes}
    soft = {mask.objgen for mask in (thing.get("/SMask") for thing in pdf.objects if isinstance(thing, Stream)) if isinstance(mask, Stream)}
    for thing in list(pdf.objects):
        if isinstance(thing, Stream) and thing.objgen not in masks | soft | own:
            _adapt(thing, parts, printing, samples)
        elif isinstance(thing, Dictionary):
            _adapt_inner(thing, parts)
    return parts


def _made(pdf: Pdf, parts: _Parts, which: int) -> bytes:
    plate = PLATES[which]
    for stream, both in parts.codes:
        stream.write(both[which])
    for image, found in parts.images:
        _write_image(image, found, plate)
    for shading, used in parts.shadings:
        _write_shading(shading, used, pdf, plate)
    file = BytesIO()
    pdf.save(file, compress_streams=False, object_stream_mode=ObjectStreamMode.disable, static_id=True)
    return file.getvalue()


def _drop(holder: Object, key: str) -> None:
    if key in holder:
        del holder[key]


def _streams(contents: object) -> list[Object]:
    every = list(contents) if isinstance(contents, Array) else [contents]  # type: ignore[call-overload]
    return [stream for stream in every if isinstance(stream, Stream)]


def _of_masks(pdf: Pdf) -> set[tuple[int, int]]:
    """The forms of soft masks and the forms and patterns in them, whose colours are no inks; their shadings are marked as done."""
    waiting = [inner(inner(state, "/SMask"), "/G") for thing in pdf.objects for state in _states(thing)]
    found: set[tuple[int, int]] = set()
    while waiting:
        thing = waiting.pop()
        if not isinstance(thing, (Dictionary, Stream)) or thing.objgen in found:
            continue
        if thing.is_indirect:
            found.add(thing.objgen)
        resources = inner(thing, "/Resources")
        shadings = [inner(thing, "/Shading"), *(shading for _, shading in (inner(resources, "/Shading") or Dictionary()).items())]
        for shading in shadings:
            if isinstance(shading, (Dictionary, Stream)):
                shading["/PlatesDone"] = True
        for kind in ("/XObject", "/Pattern"):
            waiting += [each for _, each in (inner(resources, kind) or Dictionary()).items()]
    return found


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


# ---------------------------------------------------------------- what depends on the plate


def _adapt(thing: Object, parts: _Parts, printing: Printing, samples: Sequence[Image.Image | None]) -> None:
    """A form, a cell of a pattern, or an image."""
    if thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1:
        group = inner(thing, "/Group")
        if group is not None:
            _drop(group, "/CS")
        parts.codes.append((thing, _rewritten(decoded(thing), inner(thing, "/Resources"), printing)))
        _adapt_inner(thing, parts)
    elif thing.get("/Subtype") == "/Image" and thing.get("/ImageMask") is not True:
        place = whole(thing.get("/Place"))
        found = samples[place] if 0 <= place < len(samples) else None
        if found is not None:
            parts.images.append((thing, found))


def _write_image(image: Object, found: Image.Image, plate: Plate) -> None:
    for key in ("/Decode", "/DecodeParms", "/Mask", "/Filter", "/Intent"):
        if not (key == "/Mask" and isinstance(image.get(key), Stream)):
            _drop(image, key)
    planes = [plane.point(LEFT_OF_WHITE) for plane in found.split()]
    made = Image.merge("RGB", planes[:3]) if plate == "colour" else planes[3]
    image.Width, image.Height, image.BitsPerComponent = made.width, made.height, 8
    image.ColorSpace = Name.DeviceRGB if plate == "colour" else Name.DeviceGray
    image.write(made.tobytes())


def _adapt_inner(thing: Object, parts: _Parts) -> None:
    """Graphics states and shadings in an object."""
    for state in _states(thing):
        overprints = state.get("/op", state.get("/OP")) is True and state.get("/OPM") == 1
        if overprints:
            state.BM = Name.Darken
        elif state.get("/op", state.get("/OP")) is False and "/BM" not in state:
            state.BM = Name.Normal
    _note_shading(thing, parts)
    for holder in (thing, inner(thing, "/Resources")):
        for _, shading in (inner(holder, "/Shading") or Dictionary()).items():
            _note_shading(shading, parts)
    _note_shading(inner(thing, "/Shading"), parts)


def _note_shading(found: Object | None, parts: _Parts) -> None:
    if not isinstance(found, (Dictionary, Stream)) or "/ShadingType" not in found or found.get("/PlatesDone"):
        return
    found["/PlatesDone"] = True
    parts.shadings.append((found, space(found.get("/ColorSpace"))))


def _write_shading(shading: Object, used: Space, pdf: Pdf, plate: Plate) -> None:
    if used.kind == "rgb" and plate == "colour":
        return
    base, ends = (Name.DeviceRGB, 3) if plate == "colour" else (Name.DeviceGray, 1)
    count = max(used.count, 1)
    function = pdf.make_stream(_tint(used, plate), FunctionType=4, Domain=[0, 1] * count, Range=[0, 1] * ends)
    names = Array([Name(f"/Ink{i}") for i in range(count)])
    shading.ColorSpace = Array([Name.DeviceN, names, base, pdf.make_indirect(function)])
    _drop(shading, "/Background")


# ---------------------------------------------------------------- content


def _rewritten(code: bytes, resources: Object | None, printing: Printing) -> Both:
    """Content with all plain colours as amounts of ink. Patterns stay: their cells are rewritten themselves."""
    writer = _Writer(resources, printing)
    colour: list[bytes] = []
    black: list[bytes] = []
    done = place = 0
    while found := _OPERATOR.search(code, place):
        place = found.end()
        if found.lastgroup == "literal":
            _, place = literal(code, place)
            continue
        if found.lastgroup == "inline":
            _, place = inline_image(code, place)
            both: Both | None = (_inline(code[found.start() : place], "colour"), _inline(code[found.start() : place], "black"))
        else:
            both = writer.both(found)
        if both is not None:
            before = code[done : found.start()]
            colour += (before, both[0])
            black += (before, both[1])
            done = place
    return b"".join([*colour, code[done:]]), b"".join([*black, code[done:]])


class _Writer:
    """Knows the colour spaces in force, as `q` and `Q` keep them."""

    def __init__(self, resources: Object | None, printing: Printing) -> None:
        self._resources, self._printing = resources, printing
        self._spaces: list[Space] = [space("DeviceGray"), space("DeviceGray")]
        self._saved: list[list[Space]] = []
        self._by_name: dict[str, Space] = {}

    def both(self, found: re.Match[bytes]) -> Both | None:
        """What stands for an operator; None when it stays."""
        match found.lastgroup:
            case "save":
                if found["save"] == b"q":
                    self._saved.append(self._spaces.copy())
                elif self._saved:
                    self._spaces = self._saved.pop()
                return None
            case "choose":
                return self._chosen(name_of(found["name"]), found["choose"] == b"CS")
            case "set":
                return self._set(found["numbers"].split(), found["set"])
            case _:
                return None

    def _space(self, name: str) -> Space:
        known = self._by_name.get(name)
        if known is None:
            known = self._by_name[name] = space(name, self._resources)
        return known

    def _chosen(self, name: str, stroke: bool) -> Both | None:
        chosen = self._spaces[stroke] = self._space(name)
        if chosen.kind == "pattern":
            return None
        full = (0.0,) * (chosen.count - 1) + (1.0,) if chosen.kind == "cmyk" else (float(bool(chosen.names)),) * chosen.count
        return _setting(self._printing.of(chosen, full), stroke)

    def _set(self, numbers: list[bytes], word: bytes) -> Both | None:
        stroke = word.isupper()
        if word.lower() in _DEVICE:
            self._spaces[stroke] = self._space(_DEVICE[word.lower()])
        used = self._spaces[stroke]
        if used.kind == "pattern" or not used.count or len(numbers) < used.count:
            return None
        colour, black = _setting(self._printing.of(used, tuple(map(float, numbers[-used.count :]))), stroke)
        before = b" ".join(numbers[: -used.count]) + b" "
        return before + colour, before + black


def _inline(image: bytes, plate: Plate) -> bytes:
    """An image in the content, on the plate that it belongs to: those are small, and not separated further."""
    head = image.partition(b"ID")[0]
    is_mask, is_grey = re.search(rb"/(?:IM|ImageMask)\s+true", head), re.search(rb"/(?:CS|ColorSpace)\s*/(?:G|DeviceGray)\b", head)
    return image if is_mask or bool(is_grey) == (plate == "black") else b""


def _setting(inks: Inks, stroke: bool) -> Both:
    colour = b"%.4f %.4f %.4f %s" % (1 - inks[0], 1 - inks[1], 1 - inks[2], b"RG" if stroke else b"rg")
    return colour, b"%.4f %s" % (1 - inks[3], b"G" if stroke else b"g")
