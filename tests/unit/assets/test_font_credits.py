"""The colofon names the families that texts are set in, with their makers, each once."""

from pathlib import Path

from msgspec.structs import replace
from square import sheet, style

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.font_credits import font_credits
from reportbuilder.style.sheet import FaceKey

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


def test_each_family_in_use_is_named_once_with_its_maker() -> None:
    files = {FaceKey("signs"): "NotoSansSymbols2-Regular.ttf", FaceKey("serif"): "SourceSerif4_400Regular.ttf", FaceKey("serif", "bold"): "SourceSerif4_700Bold.ttf"}
    files[FaceKey("square")] = "../../tests/fonts/Square-Regular.ttf"
    made = replace(sheet(body=style("body", face=FaceKey("serif")), heading2=style("heading2", face=FaceKey("serif", "bold"))), fonts=files)
    faces = Faces({key: FONTS / file for key, file in files.items()}, ("signs",))
    assert font_credits(made, faces) == ("Source Serif 4 (Frank Grießhammer), SIL Open Font License", "Square")
