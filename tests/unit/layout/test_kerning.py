"""What a font kerns across the places where a word may be divided, which are shaped in parts."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from square import config, read, sheet, style, text

from reportbuilder.assets.faces import Faces
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.style.sheet import FaceKey

SERIF = FaceKey("serif")
FILE = Path(__file__).parents[3] / "assets/fonts/SourceSerif4_400Regular.ttf"
WORDS = ("West-Vlaanderen", "Vlaanderen-T", "https://voorbeeld.be/Welkom", "A–V/W")


def serif() -> Config:
    made = config(sheet())
    made.faces = Faces({SERIF: FILE}, ())
    return made


def width(word: str) -> float:
    return serif().faces.face(SERIF).shape(word).width / 100


@pytest.mark.parametrize("word", WORDS)
def test_a_word_in_parts_is_as_wide_as_the_word(word: str) -> None:
    (line,) = set_lines(text(word), replace(style(), face=SERIF), 400, serif())
    assert line.width == pytest.approx(width(word), abs=0.001)
    assert sum(piece.width for run in line.words for piece in run.pieces) / 100 == pytest.approx(width(word), abs=0.001)


def test_at_the_end_of_a_line_nothing_is_kerned() -> None:
    first, second = set_lines(text("West-Vlaanderen"), replace(style(), face=SERIF), 60, serif())
    assert read([first, second]) == ["West-", "Vlaanderen"]
    assert first.width == pytest.approx(width("West-")) and second.width == pytest.approx(width("Vlaanderen"))
    assert width("West-Vlaanderen") < first.width + second.width - 0.5


def test_the_rest_of_a_broken_word_is_kerned_too() -> None:
    lines = set_lines(text("aaaaa Vlaan\u00adderen-Vee"), replace(style(align="justify"), face=SERIF), 72, serif())
    assert read(lines) == ["aaaaa Vlaan-", "deren-Vee"]
    assert lines[1].width == pytest.approx(width("deren-Vee"), abs=0.001)
