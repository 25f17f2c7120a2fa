"""Pictures as values: what is wanted of them (`Job`), what they are (`PictureInfo`) and what writers get (`Rendition`)."""

from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.form import Page
from reportbuilder.assets.samples import Encoded
from reportbuilder.diag.diagnostic import Family

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


class Rendition(Struct, frozen=True):
    """One job done: for print and for screen; a vector picture has ``vector`` and, for DOCX, a raster ``web``; its ``print`` is None.
    ``word`` is there where the DOCX wants more pixels than the web PDF. A page of a PDF has ``page`` where a drawing has ``vector``.
    """

    print: Encoded | None
    web: Encoded
    vector: VectorPicture | None = None
    word: Encoded | None = None
    page: Page | None = None


class PictureSettings(Struct, frozen=True):
    """What holds for all pictures of a build. ``profile`` is the output profile (CMYK), ``ink_limit`` in per cent, ``cache`` a folder;
    ``intent`` (``relative`` or ``perceptual``): how photographs become CMYK;
    ``spots``: spot colours of placed pages are printed as such.
    """

    print_ppi: float
    web_ppi: float
    web_quality: int
    profile: Path
    ink_limit: float
    cache: Path
    intent: str = "relative"
    spots: bool = False


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
