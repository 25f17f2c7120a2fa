"""The tables of what a printer wants: ``print`` in a style sheet, and the files under ``styles/printers``."""

from typing import get_args

from reportbuilder.load.schema import Choice, Field, Shape, Text
from reportbuilder.style.printing import Binding, CoverFile, RenderingIntent

_YES_NO = Choice(("yes", "no"))


def _number(name: str, doc: str, least: str, most: str, required: bool = False) -> Field:
    return Field(name, Text("number", bounds=(least, most)), doc, required)


def _length(name: str, doc: str, least: str, most: str) -> Field:
    return Field(name, Text("length", bounds=(least, most)), doc, required=False)


def _due(required: bool) -> tuple[Field, ...]:
    return (
        Field("profile", Text(), "File of the output profile, under `assets/icc`.", required),
        Field("condition", Text(), "Name of the printing condition in the registry of the ICC.", required),
        Field("info", Text(), "The same in words.", required),
        _number("ink_limit", "Most ink on one spot, in per cent.", "100", "400", required),
        _number("ppi", "Resolution of pictures.", "36", "2400", required),
        Field("marks", _YES_NO, "Whether trim marks are drawn.", required),
    )


_OPTIONS = (
    Field("registration", _YES_NO, "Whether marks of register are drawn, in all four inks.", required=False),
    Field("bar", _YES_NO, "Whether a bar of colours is drawn.", required=False),
    Field("spots", _YES_NO, "Whether inks with a `spot` are printed as such; if not, in cyan, magenta, yellow and black.", required=False),
    Field("intent", Choice(get_args(RenderingIntent)), "How pictures become CMYK; `relative` if left out.", required=False),
    Field("binding", Choice(get_args(Binding)), "How it is bound: blank pages before the back cover make the number of pages a multiple of 4 (`saddle`) or 2.", required=False),
    Field("cover", Choice(get_args(CoverFile)), "Whether the first and last two pages are a file of their own, with a spine (`separate`).", required=False),
    _length("leaf", "Thickness of a leaf of paper, for the spine.", "0 mm", "2 mm"),
    _length("cover_leaf", "Thickness of the cover.", "0 mm", "4 mm"),
    Field("spine", Text("id"), "An ink for the spine; none if left out.", required=False),
    _number("ink_average", "Most ink on average of 15 mm square, in per cent.", "100", "400"),
    _number("ppi_error", "Pictures with fewer pixels an inch are an error.", "0", "2400"),
    _number("ppi_warning", "Pictures with fewer pixels an inch are a warning.", "0", "2400"),
)

PRINT = Shape(
    "print", "What the printer wants.",
    (*_due(True), Field("printer", Text("id"), "A printer: the file of that name under `styles/printers`, whose keys stand over these.", required=False), *_OPTIONS),
    "profile: FOGRA39L_TAC300.icc\ncondition: FOGRA39\ninfo: Offset printing, coated paper\nink_limit: 300\nppi: 300\nmarks: no\n",
)

PRINTER = Shape(
    "printer", "A printer, with what it wants otherwise than the style sheet says: a file under `styles/printers`.",
    (
        Field("name", Text(), "Its name, or that of a paper.", required=False),
        *_due(False),
        *_OPTIONS,
        _length("bleed", "What is printed beyond the trim.", "0 mm", "20 mm"),
    ),
    "name: Drukkerij De Proef, gestreken papier\nbleed: 5 mm\nink_limit: 300\nbinding: perfect\ncover: separate\nleaf: 0.11 mm\n",
)
