"""What all pages of one PDF are painted with: inks, graphics states, fonts and pictures."""

from collections.abc import Mapping

from reportbuilder.assets.faces import Face
from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.assets.vector_form import SPACES
from reportbuilder.pdf.fonts import add_font
from reportbuilder.pdf.glyphs import Glyphs
from reportbuilder.pdf.images import Images
from reportbuilder.pdf.inks import Inks
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.syntax import num, nums
from reportbuilder.pdf.syntax import name as written_name
from reportbuilder.pdf.writer import Writer
from reportbuilder.style.sheet import Sheet


class Resources:
    """Grows as pages ask for fonts and pictures. ``knockout`` and ``overprint`` are the operators that set these states, or empty."""

    def __init__(self, writer: Writer, sheet: Sheet, profile: Profile, renditions: Mapping[Job, Rendition]) -> None:
        self.inks = Inks(sheet, profile)
        self.knockout = self.overprint = ""
        self._space = SPACES[profile.device]
        self._writer = writer
        self._shared: dict[str, str] = {}
        self._faces: dict[Face, tuple[str, Glyphs]] = {}
        self._fonts: dict[tuple[Face, float], tuple[Glyphs, str]] = {}
        if profile.overprint:
            self.knockout, self.overprint = "/Knockout gs", "/Overprint gs"
            self._shared["ExtGState"] = writer.dictionary({
                "Knockout": "<</Type/ExtGState/OP false/op false/OPM 0>>",
                "Overprint": "<</Type/ExtGState/OP true/op true/OPM 1>>",
            })
        spots = {spot: self._spot(spot, sheet) for spot in self.inks.spots.values()}
        if spots:
            self._shared["ColorSpace"] = writer.dictionary({space: spots[spot] for space, spot in self.inks.spots.items()})
        self.images = Images(writer, renditions, profile, self.inks, self._shared.get("ColorSpace", ""), spots)

    def _spot(self, spot: str, sheet: Sheet) -> str:
        """An ink of its own, and what stands in for it where it is not printed (ISO 32000-1, 8.6.6.4): the first ink that is called so."""
        stand_in = next(ink.cmyk for ink in sheet.inks.values() if ink.spot == spot)
        look = f"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[{nums(*stand_in, places=4)}]/N 1>>"
        return f"[/Separation {written_name(spot)}/DeviceCMYK {look}]"

    def font(self, face: Face, size: float) -> tuple[Glyphs, str]:
        """The glyphs of a face, and the operator that selects it at a size."""
        found = self._fonts.get((face, size))
        if found is None:
            name, glyphs = self._faces.setdefault(face, (f"F{len(self._faces) + 1}", Glyphs(face)))
            found = self._fonts[face, size] = glyphs, f"/{name} {num(size)} Tf"
        return found

    def of_page(self, pictures: Mapping[str, str]) -> dict[str, str]:
        """The resources of a page that shows these XObjects (name to reference)."""
        if not pictures:
            return self._shared
        entries = "".join(f"/{name} {reference}" for name, reference in pictures.items())
        return self._shared | {"XObject": f"<<{entries}>>"}

    def blended(self, pictures: Mapping[str, str]) -> str:
        """The colour space in which a page with these XObjects is blended; empty if nothing shows through (GWG 2022, R0030)."""
        return self._space if self.images.transparent & pictures.keys() else ""

    def add_fonts(self) -> None:
        """Embed all that was shown, when the last page is painted."""
        for name, glyphs in self._faces.values():
            add_font(self._writer, name, glyphs)
