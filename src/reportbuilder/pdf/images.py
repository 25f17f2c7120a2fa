"""Pictures as XObjects: samples as images, vector pictures as forms; each is embedded once however often it is shown."""

from collections.abc import Mapping

from reportbuilder.assets.pictures import Encoded, InkedPath, InkedPicture, Job, Rendition
from reportbuilder.pdf.inks import Inks
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.stubs import LEAST
from reportbuilder.pdf.syntax import num, nums
from reportbuilder.pdf.writer import Writer

SPACES = {"cmyk": "/DeviceCMYK", "rgb": "/DeviceRGB", "gray": "/DeviceGray"}
"""Device spaces for the web too: the output intent says that RGB is sRGB, for pictures and inks alike, so a picture meets its ground unseen."""
FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}


class Images:
    """The XObjects of one PDF. All are drawn into the unit square, as PDF has it for images."""

    def __init__(self, writer: Writer, renditions: Mapping[Job, Rendition], profile: Profile, inks: Inks, spaces: str = "") -> None:
        self._writer = writer
        self._renditions = renditions
        self._profile = profile
        self._inks = inks
        self._resources = f"<</ColorSpace {spaces}>>" if spaces else "<<>>"
        self._added: dict[Encoded | InkedPicture, tuple[str, str]] = {}

    def resource(self, job: Job) -> tuple[str, str]:
        """The name of a picture's XObject in the resources of a page, and the reference to it."""
        picture = self._picture(self._renditions[job])
        found = self._added.get(picture)
        if found is None:
            reference = self._vector(picture) if isinstance(picture, InkedPicture) else self._samples(picture)
            found = self._added[picture] = f"X{len(self._added) + 1}", reference
        return found

    def _picture(self, rendition: Rendition) -> Encoded | InkedPicture:
        if rendition.vector is not None:
            return rendition.vector
        if self._profile.device == "rgb":
            return rendition.web
        if rendition.print is None:
            raise ValueError("a rendition of a raster picture without samples for print")
        return rendition.print

    def _samples(self, picture: Encoded) -> str:
        entries = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": str(picture.width),
            "Height": str(picture.height),
            "ColorSpace": SPACES[picture.space],
            "BitsPerComponent": "8",
            "Filter": FILTERS[picture.filter],
        }
        if picture.filter == "jpeg" and picture.space == "cmyk":
            entries["Decode"] = "[1 0 1 0 1 0 1 0]"
        # qpdf leaves what DCTDecode holds as it is, and writes offsets that can be moved only without object streams.
        large = picture.filter == "jpeg" and len(picture.data) >= LEAST and not self._profile.object_streams
        return self._writer.large_stream(entries, picture.data) if large else self._writer.stream(entries, picture.data)

    def _vector(self, picture: InkedPicture) -> str:
        width, height = picture.width, picture.height
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {nums(width, height)}]",
            "Matrix": f"[{num(1 / width, 9)} 0 0 {num(-1 / height, 9)} 0 1]",
            "Resources": self._resources,
        }
        code = "\n".join(line for path in picture.paths for line in self._path(path))
        return self._writer.stream(entries, code.encode("ascii"))

    def _path(self, path: InkedPath) -> list[str]:
        return [self._inks.path_fill(path), path.code, "f*" if path.even_odd else "f"]
