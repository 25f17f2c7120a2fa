"""The table of what a designer may write in ``styles/tokens.yaml``; the other half of `tables`."""

from typing import get_args

from reportbuilder.load.plate_table import DETAIL, GROUNDS, PLATES
from reportbuilder.load.display_table import DISPLAYS
from reportbuilder.load.print_table import PRINT
from reportbuilder.load.schema import Choice, Field, ListOf, MapOf, Shape, Text
from reportbuilder.style.sheet import Alignment, Folio, WebStandard, Weight

_YES_NO = Choice(("yes", "no"))
_NAME = Text("id")
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)


def face_name(weight: str, italic: bool) -> str:
    """The key of a font file in its family: ``regular``, ``italic``, ``bold``, ``bold-italic``."""
    if not italic:
        return weight
    return "italic" if weight == "regular" else f"{weight}-italic"


def _length(name: str, doc: str, least: str, most: str, required: bool = True) -> Field:
    return Field(name, Text("length", bounds=(least, most)), doc, required)


def _number(name: str, doc: str, least: str, most: str, required: bool = True) -> Field:
    return Field(name, Text("number", bounds=(least, most)), doc, required)


INK = Shape(
    "ink", "A colour, chosen for print and screen together.",
    (
        Field("cmyk", ListOf(Text("number", bounds=("0", "100")), 4), "Cyan, magenta, yellow and black in per cent."),
        Field("rgb", Text("colour"), "The same colour on screens."),
        Field("small", ListOf(Text("number", bounds=("0", "100")), 4), "For text below 8 points, in one ink; black of the same lightness if left out.", required=False),
        Field("spot", Text(), "Name of an ink of its own, such as `PANTONE 185 C`; printed as such if the printer says `spots: yes`.", required=False),
    ),
    'cmyk: [5, 86, 96, 4]\nrgb: "#C4401C"\n',
)

FAMILY = Shape(
    "font family", "The files of a family, under `assets/fonts`.",
    tuple(
        Field(face_name(weight, italic), Text(), "File of this weight" + (", italic." if italic else "."), required=False)
        for weight in WEIGHTS
        for italic in (False, True)
    ),
    "regular: SourceSerif4_400Regular.ttf\nitalic: SourceSerif4_400Regular_Italic.ttf\nsemibold: SourceSerif4_600SemiBold.ttf\n",
)

PAGE = Shape(
    "page", "The page and its margins. Facing pages are mirrored; the side column is what text column and gutter leave between the margins.",
    (
        _length("width", "Width of the trimmed page.", "50 mm", "1200 mm"),
        _length("height", "Height of the trimmed page.", "50 mm", "1200 mm"),
        _length("bleed", "What is printed beyond the trim.", "0 mm", "20 mm"),
        _length("top", "Margin above the text.", "0 mm", "500 mm"),
        _length("bottom", "Margin below the text.", "0 mm", "500 mm"),
        _length("inner", "Margin at the spine.", "0 mm", "500 mm"),
        _length("outer", "Margin at the outer edge.", "0 mm", "500 mm"),
        _length("text_width", "Width of the text column, which stands at the inner margin.", "20 mm", "1200 mm"),
        _length("gutter", "Space between the text column and the side column.", "0 mm", "200 mm"),
        _length("baseline", "Distance of the lines of the grid.", "4 pt", "100 pt"),
        _length("header", "From the top of the page to the line of the running head.", "0 mm", "500 mm"),
        _length("footer", "From the foot of the page to the line of the page number.", "0 mm", "500 mm"),
        Field("folio", Choice(get_args(Folio)), "Where the page number stands: at the `outer` edge of the text (so if left out), or in the middle of the outer `margin`.", False),
    ),
    "width: 210 mm\nheight: 297 mm\nbleed: 3 mm\ntop: 84 pt\nbottom: 86 pt\ninner: 24 mm\nouter: 20 mm\ntext_width: 120 mm\n"
    "gutter: 6 mm\nbaseline: 14 pt\nheader: 44 pt\nfooter: 44 pt\n",
)

_STANDARD = Field(
    "standard",
    Choice(get_args(WebStandard)),
    "What it keeps: `ua1`, which is PDF/UA-1 and PDF/A-2a (so if left out), or `ua2`, which is PDF/UA-2 and PDF/A-4, for readers that know PDF 2.0.",
    required=False,
)

WEB = Shape(
    "web", "What the PDF for screens has.",
    (_number("ppi", "Resolution of pictures.", "36", "2400"), _number("quality", "Quality of JPEG pictures.", "1", "100"), _STANDARD),
    "{ppi: 160, quality: 80}\n",
)

STYLE = Shape(
    "style", "A style of paragraphs. `font`, `size`, `leading` and `ink` are due, here or in the style that it is `like`.",
    (
        Field("like", _NAME, "Another style, of which it takes over all that it does not say itself.", required=False),
        Field("font", _NAME, "A family under `fonts`.", required=False),
        Field("weight", Choice(WEIGHTS), "Weight; `regular` if left out.", required=False),
        Field("italic", _YES_NO, "Whether it is italic; `no` if left out.", required=False),
        _length("size", "Size of the type.", "4 pt", "800 pt", False),
        _length("leading", "From line to line; at least 0.8 of the size.", "3.2 pt", "800 pt", False),
        Field("ink", _NAME, "An ink.", required=False),
        Field("align", Choice(ALIGNMENTS), "How lines stand; `left` if left out.", required=False),
        _length("before", "Space before.", "0 pt", "500 pt", False),
        _length("after", "Space after.", "0 pt", "500 pt", False),
        _length("indent", "Indent of all lines; less than half the text column.", "0 pt", "500 pt", False),
        _length("first_indent", "Indent of the first line, from the others.", "-500 pt", "500 pt", False),
        Field("hyphenate", _YES_NO, "Whether words may be divided; `no` if left out.", required=False),
        Field("keep_next", _YES_NO, "Whether it stays with what follows; `no` if left out.", required=False),
        _number("tracking", "Space between letters, in thousandths of the size.", "-200", "1000", False),
        Field("features", ListOf(Text("feature")), "OpenType features to switch on, or off with `-`.", required=False),
        Field("acronyms", _YES_NO, "Whether words of three or more capitals are set in small capitals (feature `c2sc`); `no` if left out.", required=False),
        Field("strong", Choice(WEIGHTS), "Weight of strong text; `semibold` if left out.", required=False),
        Field("link_ink", _NAME, "Ink of links; that of the text if left out.", required=False),
        _number("space_stretch", "What a space may gain in justified lines, in per cent of its width; 50 if left out.", "1", "300", False),
        _number("space_shrink", "What a space may lose there; 33.3 if left out.", "1", "70", False),
        _number("expansion", "By how many per cent letters may be made wider or narrower there, before the spaces are; 0 if left out.", "0", "2", False),
        Field("protrude", _YES_NO, "Whether hyphens, points and quotes hang into the margins; `no` if left out.", required=False),
        _number("looseness", "So many lines more (or, negative, less) than is best.", "-3", "3", False),
        Field("balance", _YES_NO, "Whether lines are made about equally long (for titles and captions); `no` if left out.", required=False),
    ),
    "font: serif\nsize: 10 pt\nleading: 14 pt\nink: text\nalign: justify\nhyphenate: yes\nfeatures: [onum, pnum]\n",
)

PROTRUSION = Shape(
    "protrusion", "Signs that hang into the margins, in per cent of their own width.",
    (
        Field("signs", Text(), "The signs."),
        _number("left", "At the left margin; 0 if left out.", "0", "100", False),
        _number("right", "At the right margin; 0 if left out.", "0", "100", False),
    ),
    'signs: ".,"\nright: 70\n',
)

TOKENS = Shape(
    "tokens", "The looks of the report. Lengths are in `mm` or `pt`.",
    (
        Field("inks", MapOf("id", INK), "The inks by name."),
        Field("fonts", MapOf("id", FAMILY), "The families by name."),
        Field("fallback", ListOf(_NAME), "Families in which to look for letters that a font lacks.", required=False),
        Field("companions", MapOf("id", ListOf(_NAME)), "By family: those in which to look first, made for other scripts in its manner; no warning.", required=False),
        Field("scripts", ListOf(_NAME), "Those of them that are meant for scripts of their own: that they stand in is no warning.", required=False),
        Field("protrusion", MapOf("id", ListOf(PROTRUSION)), "By family: signs that hang out otherwise than those of most fonts.", required=False),
        Field("page", PAGE, "The page and its margins."),
        Field("print", PRINT, "What the printer wants."),
        Field("web", WEB, "What the PDF for screens has."),
        Field("styles", MapOf("id", STYLE), "The styles of paragraphs by name."),
        Field("plates", PLATES, "Pages composed by hand: cover, openers, back cover.", required=False),
        Field("grounds", GROUNDS, "The ink behind whole pages of some parts.", required=False),
        Field("details", DETAIL, "The small measures and inks of blocks.", required=False),
        *DISPLAYS,
    ),
)
"""``styles/tokens.yaml``."""
