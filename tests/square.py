"""A sheet whose only font is the square one: ten points a letter, so that a line of 100 pt holds ten signs."""

from pathlib import Path

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.layout.config import Config
from reportbuilder.model.nodes import Document, Meta, Text
from reportbuilder.style.sheet import INK_NAMES, STYLE_NAMES, FaceKey, Ink, PageStyle, PrintStyle, Sheet, TextStyle, WebStyle

FONT = Path(__file__).parent / "fonts" / "Square-Regular.ttf"
HERE = Span("sections/test.yaml", 1, 1)
KEY = FaceKey("square")


def style(name: str = "body", **changes: object) -> TextStyle:
    fields: dict[str, object] = {"face": KEY, "size": 10.0, "leading": 10.0, "ink": "text", "align": "left"}
    return TextStyle(name, **{**fields, **changes})


def sheet(width: float = 140.0, height: float = 140.0, **styles: TextStyle) -> Sheet:
    """A page of 10 lines of 10 signs: margins of 20 pt all round, no side column."""
    page = PageStyle(width, height, 5.0, 20.0, 20.0, 20.0, 20.0, width - 40, 0.0, 10.0, 5.0, 5.0)
    inks = {name: Ink(name, (0, 0, 0, 1), (0, 0, 0)) for name in (*INK_NAMES, "white")}
    every = {name: style(name) for name in STYLE_NAMES} | styles
    return Sheet(inks, {KEY: FONT.name}, (), every, page, PrintStyle("", "", "", 300, 300, False), WebStyle(150, 80))


def config(made: Sheet | None = None, document: Document | None = None, language: str = "nl-BE") -> Config:
    meta = Meta("Titel", "", "Wij", "2025", "titel", language, "", ())
    return Config(document or Document(meta, ()), made or sheet(), Faces({KEY: FONT}), {}, Hyphens(language), Log())


def text(content: str, node: int = 1) -> tuple[Text, ...]:
    return (Text(content, HERE, node),)


def read(lines: list) -> list[str]:
    """The lines as they are drawn; the space at a break is shown as ␣."""
    drawn = []
    for line in lines:
        shown = "".join(piece.text for words in line.words for piece in words.pieces)
        drawn.append(shown[:-1] + "␣" if shown.endswith(" ") else shown)
    return drawn
