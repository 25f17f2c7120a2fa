"""Vector pictures in PDF: what paints they become, and what is said of the pages that show them."""

from io import BytesIO

from pikepdf import Pdf
from unit.pdf.by_hand import INKS, LOGO, layout, sheet

from reportbuilder.assets.artwork import Flat, Gradient, Item, Stop, Stroke, VectorGroup, VectorPath, VectorPicture
from reportbuilder.assets.pictures import Encoded, Rendition
from reportbuilder.assets.vector_form import add_form
from reportbuilder.layout.page import Image
from reportbuilder.pdf.drawn import colours
from reportbuilder.pdf.inks import Inks
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile

BLACK = Flat((29, 29, 27), (0.7, 0.6, 0.6, 0.8))
OTHER = Flat((0, 128, 0), (0.8, 0.1, 0.9, 0.2))
BETWEEN = Flat((14, 78, 14), (0.9, 0.4, 0.8, 0.5))
LINE = Gradient((0, 0, 1, 0), (80, 0, 0, 40, 0, 0), (Stop(0, BLACK), Stop(0.5, BETWEEN, chosen=False), Stop(1, OTHER)))
FADING = Gradient((0, 0, 0, 0, 0, 1), (80, 0, 0, 40, 0, 0), (Stop(0, OTHER), Stop(1, OTHER, 0.0)))
SQUARE = "0 0 m\n80 0 l\n80 40 l\nh"


class Kept:
    """What a form adds to a file, as text."""

    def __init__(self) -> None:
        self.text = ""

    def stream(self, entries: dict[str, str], data: bytes) -> str:
        self.text += f"{entries}\n{data.decode('latin-1')}\n"
        return "1 0 R"

    def dictionary(self, entries: dict[str, str]) -> str:
        return self.stream(entries, b"")


def drawn(profile: Profile, *items: Item, points: float = 1.0) -> str:
    """All objects of the form of a picture, one unit of which is so many points."""
    kept = Kept()
    add_form(VectorPicture(80, 40, items), kept, colours(Inks(sheet(), profile), profile.device, points))
    return kept.text


def test_a_gradient_is_a_shading_whose_ends_are_inks_of_the_sheet() -> None:
    assert INKS["text"].cmyk == (0, 0, 0, 1)
    text = drawn(PRINT, VectorPath(SQUARE, LINE))
    assert f"/Pattern cs /P1 scn\n{SQUARE}\nf" in text and "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 1 0]/Extend[true true]" in text
    # Half way, the inks are those of the stop, and half of what the ink of the sheet differs by at the end.
    assert "/C0[0 0 0 1]/C1[0.55 0.1 0.5 0.6]/N 1>><</FunctionType 2/Domain[0 1]/C0[0.55 0.1 0.5 0.6]/C1[0.8 0.1 0.9 0.2]/N 1>>]/Bounds[0.5]" in text
    text = drawn(WEB, VectorPath(SQUARE, LINE))
    assert "/ColorSpace/DeviceRGB" in text and "/C1[0 0.502 0]" in text and "/FunctionType 3" not in text


def test_opacity_is_a_grey_soft_mask_blended_in_the_space_of_the_device() -> None:
    for profile, space in ((PRINT, "/DeviceCMYK"), (WEB, "/DeviceRGB")):
        text = drawn(profile, VectorPath(SQUARE, FADING), VectorGroup((VectorPath(SQUARE, OTHER),), alpha=0.5, blend="Multiply"))
        assert "/SMask<</Type/Mask/S/Luminosity/G 1 0 R/BC[0]>>" in text and "<</S/Transparency/CS/DeviceGray/I true>>" in text
        assert "/ca 0.5/CA 0.5/BM/Multiply" in text and text.count(f"<</S/Transparency/CS{space}") == 2


def test_a_page_that_shows_through_names_its_blend_space() -> None:
    for profile, items, space in ((PRINT, (VectorPath(SQUARE, FADING),), "/DeviceCMYK"), (WEB, (VectorPath(SQUARE, FADING),), "/DeviceRGB"), (PRINT, (), None)):
        rendition = Rendition(None, Encoded(b"", 1, 1, "rgb", "flate"), VectorPicture(80, 40, items))
        painted = paint(layout(Image(0, 0, 80, 40, LOGO, 0)), sheet(), profile, {LOGO: rendition})
        with Pdf.open(BytesIO(painted.data)) as pdf:
            group = pdf.pages[0].obj.get("/Group")
            assert (group and str(group.CS)) == space


def test_thin_black_lines_overprint_where_they_are_thin_on_the_page() -> None:
    line = VectorPath("0 0 m\n80 40 l", None, stroke=Stroke(BLACK, 1.5))
    assert "/E1 gs" in drawn(PRINT, line) and "/OP true/op true/OPM 1" in drawn(PRINT, line)
    assert "/E1 gs" not in drawn(PRINT, line, points=2.0)
    assert "/E1 gs" not in drawn(WEB, line)
