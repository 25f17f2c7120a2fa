"""The table of what a style sheet may say of blocks that are drawn; a part of `sheet_table`."""

from reportbuilder.load.schema import Field, ListOf, Shape, Text

_NAME = Text("id")


def _length(name: str, doc: str, least: str, most: str) -> Field:
    return Field(name, Text("length", bounds=(least, most)), doc, False)


def _number(name: str, doc: str, least: str, most: str) -> Field:
    return Field(name, Text("number", bounds=(least, most)), doc, False)


CHARTS = Shape(
    "charts", "Measures and inks of charts; what is left out has a default.",
    (
        Field("ink", _NAME, "Ink of what is not highlighted.", required=False),
        Field("highlight", _NAME, "Ink of what is highlighted.", required=False),
        Field("axis", _NAME, "Ink of axes and leaders.", required=False),
        Field("slices", ListOf(_NAME), "Inks of the parts of a ring, in turn.", required=False),
        _length("bar", "Thickness of a bar.", "1 pt", "100 pt"),
        _number("column", "The part of its place that a column fills.", "0.1", "1"),
        _length("height", "Height of columns and lines.", "20 pt", "500 pt"),
        _length("diameter", "Of a ring.", "20 pt", "500 pt"),
        _number("hole", "The part of a ring's diameter that is empty.", "0", "0.95"),
        _length("line", "Thickness of a line.", "0.25 pt", "20 pt"),
        _length("dot", "Diameter of the points of a line.", "0 pt", "50 pt"),
        _number("labels", "The most that the labels beside bars take of the width.", "0.1", "0.8"),
        _length("gap", "Between bars, their labels and their values.", "0 pt", "50 pt"),
    ),
    "{ink: accent2, highlight: accent, bar: 8 pt, height: 112 pt}\n",
)

NUMBERS = Shape(
    "numbers", "Measures and inks of the year in figures; what is left out has a default.",
    (
        Field("ground", Text("id", empty=True), 'Ink of the pages; `""` for none.', required=False),
        Field("rule", _NAME, "Ink of the lines above figures.", required=False),
        _length("thickness", "Of these lines.", "0 pt", "20 pt"),
        _number("per_row", "How many figures stand in a row.", "1", "6"),
        _length("gutter", "Between columns.", "0 pt", "100 pt"),
        _length("gap", "The least between rows.", "0 pt", "200 pt"),
        _length("inset", "Between a line and the figure under it.", "0 pt", "50 pt"),
        _number("charts", "How many times larger than in the text charts are: their words, bars and rings.", "0.5", "3"),
    ),
    "{ground: paper, rule: accent, per_row: 3, gap: 28 pt}\n",
)

TIMELINE = Shape(
    "timeline", "Measures and inks of timelines; what is left out has a default.",
    (
        _length("date", "Width of the column of dates.", "10 pt", "200 pt"),
        _length("gutter", "Between dates and text; the line stands in its middle.", "0 pt", "100 pt"),
        Field("line", _NAME, "Ink of the line.", required=False),
        _length("thickness", "Of the line.", "0.1 pt", "20 pt"),
        _length("dot", "Diameter of the dots.", "0 pt", "50 pt"),
        Field("ink", _NAME, "Ink of the dots.", required=False),
        _length("gap", "Between two events, at the least.", "0 pt", "100 pt"),
    ),
    "{date: 76 pt, gutter: 24 pt, line: rule, ink: accent}\n",
)

PEOPLE = Shape(
    "people", "Measures and inks of people; what is left out has a default.",
    (
        _length("portrait", "Diameter of portraits.", "10 pt", "200 pt"),
        Field("ground", _NAME, "Ink behind initials.", required=False),
        _number("per_row", "How many stand side by side.", "1", "6"),
        _length("gutter", "Between them.", "0 pt", "100 pt"),
        _length("gap", "Between rows, at the least.", "0 pt", "100 pt"),
        _length("inset", "Between a portrait and the name.", "0 pt", "50 pt"),
    ),
    "{portrait: 62 pt, ground: tint, per_row: 3}\n",
)

LOGOS = Shape(
    "logos", "Measures of rows of logos; what is left out has a default.",
    (
        _length("size", "Side of the square whose surface each logo takes.", "10 pt", "200 pt"),
        _length("width", "The most that a logo is wide.", "10 pt", "400 pt"),
        _length("gap", "Between logos, and between rows.", "0 pt", "100 pt"),
    ),
    "{size: 48 pt, width: 130 pt, gap: 28 pt}\n",
)

CLUSTER = Shape(
    "cluster", "Measures of groups of pictures; what is left out has a default.",
    (
        _length("gap", "Between pictures.", "0 pt", "50 pt"),
        _number("height", "The most that they take together of the height of the text.", "0.1", "0.9"),
    ),
    "{gap: 6 pt, height: 0.5}\n",
)

DISPLAYS = (
    Field("charts", CHARTS, "Measures and inks of charts.", required=False),
    Field("numbers", NUMBERS, "Measures and inks of the year in figures.", required=False),
    Field("timeline", TIMELINE, "Measures and inks of timelines.", required=False),
    Field("people", PEOPLE, "Measures and inks of people.", required=False),
    Field("logos", LOGOS, "Measures of rows of logos.", required=False),
    Field("cluster", CLUSTER, "Measures of groups of pictures.", required=False),
)
"""The keys of a style sheet that hold them; each is a field of `style.displays.Displays`."""
