"""The table of what a designer may write of plates, grounds and details in a style sheet; a part of `sheet_table`."""

from typing import get_args

from reportbuilder.load.schema import Choice, Field, ListOf, OneOf, Shape, Text
from reportbuilder.style.details import DETAILS
from reportbuilder.style.plates import Begin, Hang

_NAME = Text("id")
_FAR = "2400 mm"


def _place(name: str, doc: str, required: bool = True) -> Field:
    return Field(name, Text("length", bounds=(f"-{_FAR}", _FAR)), doc, required)


def _size(name: str, doc: str, required: bool = True) -> Field:
    return Field(name, Text("length", bounds=("1 pt", _FAR)), doc, required)


_INKS = Field("inks", ListOf(_NAME), "Inks; of several, chapters take one after another.")
_BOX = (
    _place("x", "Left edge, from the left of the page; 0 if left out.", False),
    _place("y", "Upper edge, from the top of the page; 0 if left out.", False),
    _size("width", "Width; to the right edge of the page if left out.", False),
    _size("height", "Height; to the foot of the page if left out.", False),
)

FILL = Shape(
    "fill", "A ground. A side on the edge of the page goes on into the bleed.",
    (Field("fill", Shape("fill", "", (_INKS, *_BOX)), "Inks and place."),),
    "fill: {inks: [accent, accent2], y: 150 mm}\n",
)
PICTURE = Shape(
    "picture", "The part's picture, cropped to fill its place; once on a plate.",
    (Field("picture", Shape("picture", "", _BOX), "Place."),),
    "picture: {height: 157 mm}\n",
)
LOGO = Shape(
    "logo", "The part's logo, as large as it fits, at the lower left of its place; once on a plate.",
    (Field("logo", Shape("logo", "", _BOX), "Place."),),
    "logo: {x: 24 mm, y: 270 mm, width: 60 mm, height: 14 mm}\n",
)
DRAWING = Shape(
    "drawing", "A drawing or picture of the designer, mere decoration: an SVG as large as it fits, others cropped to fill the place.",
    (Field("drawing", Shape("drawing", "", (Field("files", ListOf(Text()), "Files under `assets`; of several, chapters take one after another, and so do blank pages."), *_BOX)), "Files and place."),),
    "drawing: {files: [pictures/motief.svg], x: 24 mm, y: 40 mm, width: 60 mm, height: 60 mm}\n",
)
TEXT = Shape(
    "text", "Texts of the part under one another, each in its own style (`cover-title`).",
    (
        Field(
            "text",
            Shape(
                "text", "",
                (
                    Field("slots", ListOf(_NAME), "Which texts: of a cover `organisation`, `title`, `subtitle`; of an opener `number`, `title`, `lead`; of a back cover `text`; of a spine `organisation`, `title`."),
                    _place("x", "Left edge. On a plate that may stand on either side it moves with the margins."),
                    _place("y", "Top of the first line, or foot of the last."),
                    _size("width", "Width of the lines."),
                    Field("height", Text("length", bounds=("0 pt", "3000 mm")), "How high the texts may be together; longer ones, as of a translation, are set smaller.", False),
                    Field("gap", Text("length", bounds=("0 pt", "500 mm")), "Space between two texts; none if left out.", False),
                    Field("hang", Choice(get_args(Hang)), "Whether `y` is the `top` of the first line (so if left out) or the foot (`bottom`) of the last.", False),
                    Field("inks", ListOf(_NAME), "Inks in place of those of the styles; of several, chapters take one after another.", False),
                ),
            ),
            "Texts and place.",
        ),
    ),
    "text: {slots: [title, subtitle], x: 24 mm, y: 60 mm, width: 150 mm, gap: 14 pt}\n",
)
ITEM = OneOf("item of a plate", (FILL, PICTURE, LOGO, DRAWING, TEXT))

PLATE = Shape(
    "plate", "A page composed by hand. What stands later in the list is painted over what stands before.",
    (
        Field("pages", ListOf(ListOf(ITEM)), "The items of each page."),
        Field("begin", Choice(get_args(Begin)), "On which page it begins: `left`, `right`, or `any` (so if left out). A page before it may stay blank.", required=False),
        Field("mirrored", Choice(("yes", "no")), "Whether everything but text is mirrored on a left-hand page; `no` if left out.", required=False),
    ),
    "pages:\n  - - fill: {inks: [accent2]}\n    - text: {slots: [title], x: 24 mm, y: 60 mm, width: 150 mm}\n",
)

PLATES = Shape(
    "plates", "Pages that are composed by hand; one that is left out has a plain plate.",
    (
        Field("cover", PLATE, "The cover.", required=False),
        Field("opener", PLATE, "The first page or pages of a chapter.", required=False),
        Field("text", PLATE, "What stands behind every page of running text: grounds and drawings.", required=False),
        Field("blank", PLATE, "What stands on pages that would stay white: grounds and drawings.", required=False),
        Field("back-cover", PLATE, "The back cover.", required=False),
        Field("spine", PLATE, "The spine of a separate cover that is wide enough: texts and logo of the cover. `x` runs from the head of the page down, `y` from the middle of the spine; the style is `spine`.", required=False),
    ),
)

GROUNDS = Shape(
    "grounds", "The ink behind whole pages, for parts that have one.",
    tuple(
        Field(name, _NAME, f"Behind {doc}.", required=False)
        for name, doc in (("colofon", "the colofon"), ("contents", "the contents"), ("letter", "letters"), ("blank", "blank pages"))
    ),
    "letter: paper\n",
)

DETAIL = Shape(
    "details", "The small measures and inks of blocks.",
    tuple(
        Field(name, _NAME if isinstance(default, str) else Text("length", bounds=("0 pt", "200 mm")), doc, required=False)
        for name, (default, doc) in DETAILS.items()
    ),
    "quote_bar: 0 pt\nbox_ground: paper\n",
)
