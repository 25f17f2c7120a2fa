"""Families are named as their font files name themselves."""

import re
from pathlib import Path

from unit.docx.made import Docx, chapter, p, resolved, sheet

from reportbuilder.assets.faces import Faces
from reportbuilder.docx.fonts import Family, families, font_table
from reportbuilder.docx.write import write
from reportbuilder.style.sheet import FaceKey

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


def test_names_and_kinds_come_from_the_files() -> None:
    keys = {FaceKey("serif"): FONTS / "SourceSerif4_400Regular.ttf", FaceKey("sans", "black"): FONTS / "SourceSans3_900Black.ttf"}
    found = families(Faces(keys), keys)
    assert {family: (one.name, one.kind) for family, one in found.items()} == {
        "serif": ("Source Serif 4", "roman"),
        "sans": ("Source Sans 3", "swiss"),
    }


def test_a_font_that_does_not_say_its_kind_has_none() -> None:
    assert Family("Onbekend").kind == "auto"


def test_faces_that_word_knows_go_into_the_package_and_come_out_whole() -> None:
    files = {("regular", False): "400Regular", ("bold", False): "700Bold", ("regular", True): "400Regular_Italic", ("light", False): "300Light"}
    keys = {FaceKey("serif", weight, italic): FONTS / f"SourceSerif4_{name}.ttf" for (weight, italic), name in files.items()}
    found = families(Faces(keys), keys, {"serif"})
    assert [slot for slot, _ in found["serif"].embedded] == ["embedRegular", "embedBold", "embedItalic"]
    xml, fonts = font_table(found)
    for key, hidden, (_, data) in zip(re.findall(r'w:fontKey="\{([^}]+)\}"', xml), fonts.values(), found["serif"].embedded, strict=True):
        mask = bytes.fromhex(key.replace("-", ""))[::-1]
        assert bytes(one ^ mask[place % 16] for place, one in enumerate(hidden[:32])) + hidden[32:] == data and hidden != data
    made = Docx(write(resolved(chapter(p("x"))), sheet(), {}, {}, found))
    assert made.targets("fontTable.xml") == {f"rId{number}": f"fonts/font{number}.odttf" for number in (1, 2, 3)}
    assert made.read("fonts/font1.odttf") == fonts["rId1"] and made.find("//w:embedTrueTypeFonts", "settings.xml")


def test_a_font_in_a_file_for_who_has_it_stays_out() -> None:
    keys = {FaceKey("serif"): FONTS / "SourceSerif4_400Regular.ttf"}
    assert not families(Faces(keys), keys)["serif"].embedded
    assert "embed" not in font_table(families(Faces(keys), keys))[0]
