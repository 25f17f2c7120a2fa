"""The table of blocks: what may stand in the body of a letter, of a chapter, and of a box; a part of `tables`."""

from reportbuilder.load.field_table import ALT, BLOCKS, CAPTION, INLINE, LABEL, PICTURE, PLACE, PLAIN, RUNNING, logo_fields
from reportbuilder.load.schema import Choice, Field, ListOf, OneOf, Shape, Text

_SECTION = Shape(
    "section", "The title of a section; it stands in the contents.",
    (Field("section", INLINE, "The title, in sentence case."), LABEL, RUNNING),
    "section: De inzet van vrijwilligers\nid: vrijwilligers\n",
)
_SUBSECTION = Shape(
    "subsection", "The title of a subsection; it may call a note.",
    (Field("subsection", INLINE, "The title, in sentence case."), LABEL, RUNNING),
    'subsection: "Participatietrajecten[^traject]"\n',
)
_TEXT = Shape(
    "text", "Paragraphs and lists.",
    (Field("text", BLOCKS, "An empty line divides paragraphs."),),
    "text: |\n  Een alinea met *nadruk* en een noot.[^infolijn]\n\n  - een opsomming\n  - nog een punt\n",
)
_LEAD = Shape("lead", "A line that leads in what follows.", (Field("lead", INLINE, "The line."),), "lead: Wat we samen bereikten\n")
_FIGURE = Shape(
    "figure", "A picture in the text.",
    (
        Field(
            "figure",
            Shape(
                "figure", "",
                (
                    PICTURE, ALT,
                    Field("width", Choice(("column", "wide", "bleed", "spread")), "How far it goes; `column` if left out.", required=False),
                    CAPTION,
                    Field("credit", PLAIN, "Who made the picture.", required=False),
                    LABEL,
                ),
            ),
            "The picture and what goes with it.",
        ),
    ),
    "figure:\n  picture: naaiatelier.jpg\n  width: wide\n  caption: \"**Naald x Praat**, naaiatelier in Sint-Niklaas\"\n"
    "  alt: Vier vrouwen buigen zich lachend over dezelfde naaimachine, in een lokaal vol stoffen.\n",
)
_QUOTE = Shape(
    "quote", "Words of someone, set apart.",
    (
        Field(
            "quote",
            Shape(
                "quote", "",
                (Field("text", INLINE, "The words, without quotes."), Field("by", INLINE, "Who said them.", required=False), PLACE),
            ),
            "What was said.",
        ),
    ),
    "quote: {text: Hier kan ik mezelf zijn., by: Amina}\n",
)
_FACTS = Shape(
    "facts", "Two to four key figures, set large.",
    (
        Field(
            "facts",
            ListOf(Shape("fact", "", (Field("value", INLINE, "The figure."), Field("label", INLINE, "What it counts.")))),
            "The figures, each with what it counts.",
        ),
        PLACE,
    ),
    'facts:\n  - {value: "{{ walk.deelnemers | getal }}", label: deelnemers}\n',
)
_COLUMN = Shape(
    "column", "",
    (
        Field("title", INLINE, "The title of the column."),
        Field("align", Choice(("left", "right", "center")), "How its cells stand; `left` if left out.", required=False),
    ),
)
_TABLE = Shape(
    "table", "A table with a title over each column.",
    (
        Field(
            "table",
            Shape(
                "table", "",
                (
                    Field("columns", ListOf(_COLUMN), "The columns, from left to right."),
                    Field("rows", ListOf(ListOf(Text("inline", empty=True))), "The rows, each with as many cells as there are columns."),
                    Field("caption", INLINE, "The title of the table.", required=False),
                    LABEL,
                ),
            ),
            "Columns and rows.",
        ),
    ),
    "table:\n  caption: Vermeldingen in de pers\n  columns:\n    - {title: Medium}\n    - {title: Aantal, align: right}\n"
    '  rows:\n    - [Televisie, "{{ pers.tv | getal }}"]\n',
)

_YES_NO = Choice(("yes", "no"))
_POINT = Shape(
    "point", "",
    (
        Field("label", INLINE, "What the number counts."),
        Field("value", PLAIN, "The number: digits with a point for decimals, or `{{ group.name }}` without a filter."),
        Field("shown", INLINE, "The number as it is to be read, if `format` does not say it: `ca. 345.000`.", required=False),
        Field("highlight", _YES_NO, "Whether it stands out; `no` if left out.", required=False),
    ),
)
_CHART_ALT = Field(
    "alt", PLAIN, "What the chart shows: its message, for who can't see it. The numbers are read as a table.", missing="missing-alt",
    hint="say in a sentence or two what the chart shows, the greatest and what stands out; the numbers are read as a table beside it",
)
CHART = Shape(
    "chart", "Numbers as bars, columns, a line or parts of a ring, each with its label beside it.",
    (
        Field(
            "chart",
            Shape(
                "chart", "",
                (
                    Field("kind", Choice(("bar", "column", "line", "donut")), "What it is drawn as."),
                    Field("title", INLINE, "What it shows, in a few words."),
                    Field("values", ListOf(_POINT), "The numbers, in the order in which they stand."),
                    _CHART_ALT,
                    Field("unit", INLINE, "What is counted, under the title.", required=False),
                    Field("format", Choice(("getal", "euro", "procent")), "How numbers are written; `getal` if left out.", required=False),
                    Field("source", INLINE, "A line below: where the numbers come from, what to know about them.", required=False),
                    Field("width", Choice(("column", "wide")), "How far it goes; `column` if left out.", required=False),
                    LABEL,
                ),
            ),
            "The numbers and what goes with them.",
        ),
    ),
    "chart:\n  kind: bar\n  title: Meest in het nieuws online\n  unit: vermeldingen in de pers\n  values:\n"
    '    - {label: Televisie, value: "{{ pers.tv }}"}\n    - {label: Online, value: "{{ pers.online }}", highlight: yes}\n'
    "  alt: Online media vermeldden ons veruit het vaakst, televisie maar zelden.\n",
)

BOX_BLOCK = OneOf("block in a box", (_TEXT, _FIGURE, _QUOTE, _FACTS, _TABLE, CHART))
"""What may stand in a box."""

_BOX = Shape(
    "box", "Text set apart in a box, with a title that does not stand in the contents.",
    (
        Field(
            "box",
            Shape(
                "box", "",
                (
                    Field("title", INLINE, "The title.", required=False),
                    Field("body", ListOf(BOX_BLOCK), "Blocks: " + ", ".join(f"`{shape.name}`" for shape in BOX_BLOCK.shapes) + "."),
                ),
            ),
            "A title and blocks.",
        ),
    ),
    "box:\n  title: Wat is een steunpunt?\n  body:\n    - text: Een plek waar vrijwilligers raad vinden.\n",
)

_TIMELINE = Shape(
    "timeline", "What happened when, along a line.",
    (
        Field(
            "timeline",
            ListOf(Shape("event", "", (Field("date", INLINE, "When, as it is to be read."), Field("text", BLOCKS, "What happened.")))),
            "The events, in order.",
        ),
    ),
    "timeline:\n  - {date: 20&nbsp;juni, text: Wereldvluchtelingendag in negen gemeenten.}\n  - {date: najaar, text: De tiende Refugee Walk.}\n",
)
_PEOPLE = Shape(
    "people", "People side by side, with a portrait or their initials.",
    (
        Field(
            "people",
            ListOf(
                Shape(
                    "person", "",
                    (
                        Field("name", INLINE, "Who it is."),
                        Field("function", INLINE, "What they do.", required=False),
                        Field("picture", PLAIN, "Portrait, a file under `assets/pictures`; its middle is shown.", required=False),
                        Field("alt", PLAIN, "How they are to be seen.", False, "picture", "missing-alt", "say how the person is to be seen: at work, with whom"),
                        Field("credit", PLAIN, "Who made the portrait.", required=False),
                    ),
                )
            ),
            "The people.",
        ),
    ),
    "people:\n  - {name: Tine Claus, function: directeur}\n  - {name: An Peeters, function: stafmedewerker beleid}\n",
)
_LOGOS = Shape(
    "logos", "Logos side by side, all of the same weight.",
    (Field("logos", ListOf(Shape("logo", "", logo_fields(True))), "The logos."),),
    "logos:\n  - {logo: logo.svg, logo_alt: Vluchtelingenwerk Vlaanderen}\n",
)
_CLUSTER = Shape(
    "cluster", "Two to five pictures close together, as one figure.",
    (
        Field(
            "cluster",
            Shape(
                "cluster", "",
                (
                    Field(
                        "pictures",
                        ListOf(Shape("picture", "", (PICTURE, ALT, CAPTION, Field("credit", PLAIN, "Who made the picture.", required=False)))),
                        "The pictures, in reading order; each may have a caption of its own.",
                    ),
                    Field("width", Choice(("column", "wide")), "How far it goes; `column` if left out.", required=False),
                    Field("caption", INLINE, "Text for all of them.", required=False),
                    LABEL,
                ),
            ),
            "The pictures and what goes with them.",
        ),
    ),
    "cluster:\n  pictures:\n    - {picture: tafel.jpg, alt: Aan een lange tafel schenkt een vrouw thee in voor haar buurman.}\n"
    "    - {picture: keuken.jpg, alt: In de keuken vullen drie mensen samen deegflapjes.}\n  caption: Samen koken en samen eten\n",
)

COLUMN_BLOCK = OneOf("block in columns", (_SUBSECTION, *BOX_BLOCK.shapes))
"""What may stand in columns."""

_COLUMNS = Shape(
    "columns", "Text in two or three columns of equal height.",
    (
        Field(
            "columns",
            Shape(
                "columns", "",
                (
                    Field("count", Choice(("2", "3")), "How many columns; 2 if left out.", required=False),
                    Field("width", Choice(("column", "wide")), "How far they go together; `column` if left out.", required=False),
                    Field("body", ListOf(COLUMN_BLOCK), "Blocks: " + ", ".join(f"`{shape.name}`" for shape in COLUMN_BLOCK.shapes) + "."),
                ),
            ),
            "The blocks that run in columns.",
        ),
    ),
    "columns:\n  count: 2\n  body:\n    - text: |\n        - een lange lijst\n        - van korte namen\n",
)

BLOCK = OneOf(
    "block",
    (_SECTION, _SUBSECTION, _TEXT, _LEAD, _FIGURE, _QUOTE, _FACTS, _TABLE, CHART, _TIMELINE, _PEOPLE, _LOGOS, _CLUSTER, _BOX, _COLUMNS),
)
"""What may stand in the body of a letter or a chapter."""
