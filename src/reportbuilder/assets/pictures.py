"""Pictures as values: what is wanted of them (`Job`), what they are (`PictureInfo`) and what writers get (`Rendition`)."""

from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct

from reportbuilder.diag.diagnostic import Family

Space = Literal["cmyk", "rgb", "gray"]


class Job(Struct, frozen=True):
    """A picture at a size. ``file`` is relative to ``assets`` (``pictures/omslag.jpg``), the size is in points, ``crop`` is left, top,
    right, bottom in parts of the upright picture.
    """

    file: str
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


class PictureInfo(Struct, frozen=True):
    """Size of a picture, upright: pixels for a raster picture, its own units for a vector one."""

    file: str
    width: float
    height: float
    vector: bool

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


class Encoded(Struct, frozen=True):
    """Samples ready to embed. ``jpeg``: a whole JPEG file (CMYK ones Adobe-inverted); ``flate``: 8-bit samples, zlib-compressed;
    ``png``: a whole PNG file, gray or RGB, for DOCX.
    """

    data: bytes
    width: int
    height: int
    space: Space
    filter: Literal["jpeg", "flate", "png"]


class VectorPath(Struct, frozen=True):
    """Filled path: ops are ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) and ("h",), y down. ``cmyk``, in parts of 1, is
    ``rgb`` separated for print.
    """

    ops: tuple[tuple, ...]
    rgb: tuple[int, int, int]
    even_odd: bool
    cmyk: tuple[float, float, float, float] | None = None


class InkedPath(Struct, frozen=True):
    """A filled path ready to embed: ``code`` are its operators in a content stream (ISO 32000-1, 8.5.2), y down."""

    code: str
    rgb: tuple[int, int, int]
    even_odd: bool
    cmyk: tuple[float, float, float, float] | None = None


class InkedPicture(Struct, frozen=True):
    """A `VectorPicture` ready to embed."""

    width: float
    height: float
    paths: tuple[InkedPath, ...]


class VectorPicture(Struct, frozen=True):
    """Paths in painting order; what they paint outside of 0…width, 0…height is not to be seen."""

    width: float
    height: float
    paths: tuple[VectorPath, ...]


class Rendition(Struct, frozen=True):
    """One job done: for print and for screen; a vector picture has ``vector`` and, for DOCX, a raster ``web``; its ``print`` is None.
    ``word`` is there where the DOCX wants more pixels than the web PDF.
    """

    print: Encoded | None
    web: Encoded
    vector: InkedPicture | None = None
    word: Encoded | None = None


class PictureSettings(Struct, frozen=True):
    """What holds for all pictures of a build. ``profile`` is the output profile (CMYK), ``ink_limit`` in per cent, ``cache`` a folder;
    ``intent`` (``relative`` or ``perceptual``): how photographs become CMYK.
    """

    print_ppi: float
    web_ppi: float
    web_quality: int
    profile: Path
    ink_limit: float
    cache: Path
    intent: str = "relative"


class Remark(NamedTuple):
    """A warning about a picture that can be used all the same."""

    code: str
    message: str
    hint: str


class PictureFault(Exception):
    """A picture that cannot be used: ``code``, ``message``, a ``hint`` what to do, and the ``family`` of the failure."""

    def __init__(self, code: str, message: str, hint: str = "", family: Family = Family.REPORT) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.family = family
