"""The table of all that an editor may write: ``report.yaml``, ``cijfers.yaml``, the parts and their blocks.

`check`, the JSON Schema and ``docs/sections.md`` all come from here.
"""

from reportbuilder.load.schema import Choice, Field, ListOf, MapOf, OneOf, Shape, Text

_PLAIN, _INLINE, _BLOCKS, _ID = Text("plain"), Text("inline"), Text("blocks"), Text("id")

_ALT_HINT = "say in 60–200 characters what is to be seen and why it matters here, for who can't see it; don't begin with “picture of”"
_PICTURE = Field("picture", _PLAIN, "File under `assets/pictures`.")
_ALT = Field("alt", _PLAIN, "What is to be seen and why it matters, for who can't see it.", missing="missing-alt", hint=_ALT_HINT)
_CREDIT = Field("credit", _PLAIN, "Who made the picture; all credits come together in the colofon.")
_CAPTION = Field("caption", _INLINE, "Text with the picture.", required=False)
_PART_ID = Field("id", _ID, "Name for references, unique in the report.")
_LABEL = Field("id", _ID, "Name for references, unique in the report.", required=False)
_RUNNING = Field("running", _PLAIN, "Short title for the head of the page.", required=False)
_NOTES = Field("notes", MapOf("id", _INLINE), "The text of each note by its key; `[^key]` in the text calls it.", required=False)


def _logo(required: bool) -> tuple[Field, Field]:
    return (
        Field("logo", _PLAIN, "File under `assets/logos`.", required),
        Field("logo_alt", _PLAIN, "What the logo shows.", False, "logo", "missing-alt", "name whose logo it is"),
    )


_PLACE = Field("place", Choice(("column", "wide", "margin")), "Where it stands; `column` if left out, `margin` is beside the text.", required=False)

# ---------------------------------------------------------------- blocks

_SECTION = Shape(
    "section", "The title of a section; it stands in the contents.",
    (Field("section", _INLINE, "The title, in sentence case."), _LABEL, _RUNNING),
    "section: De inzet van vrijwilligers\nid: vrijwilligers\n",
)
_SUBSECTION = Shape(
    "subsection", "The title of a subsection; it may call a note.",
    (Field("subsection", _INLINE, "The title, in sentence case."), _LABEL, _RUNNING),
    'subsection: "Participatietrajecten[^traject]"\n',
)
_TEXT = Shape(
    "text", "Paragraphs and lists.",
    (Field("text", _BLOCKS, "An empty line divides paragraphs."),),
    "text: |\n  Een alinea met *nadruk* en een noot.[^infolijn]\n\n  - een opsomming\n  - nog een punt\n",
)
_LEAD = Shape("lead", "A line that leads in what follows.", (Field("lead", _INLINE, "The line."),), "lead: Wat we samen bereikten\n")
_FIGURE = Shape(
    "figure", "A picture in the text.",
    (
        Field(
            "figure",
            Shape(
                "figure", "",
                (
                    _PICTURE, _ALT,
                    Field("width", Choice(("column", "wide", "bleed", "spread")), "How far it goes; `column` if left out.", required=False),
                    _CAPTION,
                    Field("credit", _PLAIN, "Who made the picture.", required=False),
                    _LABEL,
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
                (Field("text", _INLINE, "The words, without quotes."), Field("by", _INLINE, "Who said them.", required=False), _PLACE),
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
            ListOf(Shape("fact", "", (Field("value", _INLINE, "The figure."), Field("label", _INLINE, "What it counts.")))),
            "The figures, each with what it counts.",
        ),
        _PLACE,
    ),
    'facts:\n  - {value: "{{ walk.deelnemers | getal }}", label: deelnemers}\n',
)
_COLUMN = Shape(
    "column", "",
    (
        Field("title", _INLINE, "The title of the column."),
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
                    Field("caption", _INLINE, "The title of the table.", required=False),
                    _LABEL,
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
        Field("label", _INLINE, "What the number counts."),
        Field("value", _PLAIN, "The number: digits with a point for decimals, or `{{ group.name }}` without a filter."),
        Field("shown", _INLINE, "The number as it is to be read, if `format` does not say it: `ca. 345.000`.", required=False),
        Field("highlight", _YES_NO, "Whether it stands out; `no` if left out.", required=False),
    ),
)
_CHART_ALT = Field(
    "alt", _PLAIN, "What the chart shows: its message, for who can't see it. The numbers are read as a table.", missing="missing-alt",
    hint="say in a sentence or two what the chart shows, the greatest and what stands out; the numbers are read as a table beside it",
)
_CHART = Shape(
    "chart", "Numbers as bars, columns, a line or parts of a ring, each with its label beside it.",
    (
        Field(
            "chart",
            Shape(
                "chart", "",
                (
                    Field("kind", Choice(("bar", "column", "line", "donut")), "What it is drawn as."),
                    Field("title", _INLINE, "What it shows, in a few words."),
                    Field("values", ListOf(_POINT), "The numbers, in the order in which they stand."),
                    _CHART_ALT,
                    Field("unit", _INLINE, "What is counted, under the title.", required=False),
                    Field("format", Choice(("getal", "euro", "procent")), "How numbers are written; `getal` if left out.", required=False),
                    Field("source", _INLINE, "A line below: where the numbers come from, what to know about them.", required=False),
                    Field("width", Choice(("column", "wide")), "How far it goes; `column` if left out.", required=False),
                    _LABEL,
                ),
            ),
            "The numbers and what goes with them.",
        ),
    ),
    "chart:\n  kind: bar\n  title: Meest in het nieuws online\n  unit: vermeldingen in de pers\n  values:\n"
    '    - {label: Televisie, value: "{{ pers.tv }}"}\n    - {label: Online, value: "{{ pers.online }}", highlight: yes}\n'
    "  alt: Online media vermeldden ons veruit het vaakst, televisie maar zelden.\n",
)

BOX_BLOCK = OneOf("block in a box", (_TEXT, _FIGURE, _QUOTE, _FACTS, _TABLE, _CHART))
"""What may stand in a box."""

_BOX = Shape(
    "box", "Text set apart in a box, with a title that does not stand in the contents.",
    (
        Field(
            "box",
            Shape(
                "box", "",
                (
                    Field("title", _INLINE, "The title.", required=False),
                    Field("body", ListOf(BOX_BLOCK), "Blocks: " + ", ".join(f"`{shape.name}`" for shape in BOX_BLOCK.shapes) + "."),
                ),
            ),
            "A title and blocks.",
        ),
    ),
    "box:\n  title: Wat is een steunpunt?\n  body:\n    - text: Een plek waar vrijwilligers raad vinden.\n",
)

BLOCK = OneOf("block", (_SECTION, _SUBSECTION, _TEXT, _LEAD, _FIGURE, _QUOTE, _FACTS, _TABLE, _CHART, _BOX))
"""What may stand in the body of a letter or a chapter."""

_BODY = Field("body", ListOf(BLOCK), "The blocks, in reading order.")

# ---------------------------------------------------------------- parts

_COVER = Shape(
    "cover", "The front of the report.",
    (
        Field(
            "cover",
            Shape(
                "cover", "",
                (
                    Field("title", _INLINE, "The title of the report."),
                    Field("subtitle", _INLINE, "The line under it."),
                    Field("organisation", _INLINE, "Whose report it is."),
                    _PICTURE, _ALT, _CREDIT, *_logo(True),
                ),
            ),
            "What stands on it.",
        ),
        _PART_ID,
    ),
    "cover:\n  title: Jaarverslag 2025\n  subtitle: Samen met mensen op de vlucht\n  organisation: Vluchtelingenwerk Vlaanderen\n"
    "  picture: omslag.jpg\n  alt: Mensen van alle leeftijden wandelen samen een heuvelpad op, de rijzende zon tegemoet.\n"
    '  credit: "Beeld: Atelier Zon"\n  logo: logo.svg\n  logo_alt: Logo van Vluchtelingenwerk Vlaanderen\nid: omslag\n',
)
_COLOFON_ENTRY = OneOf(
    "colofon entry",
    (
        Shape("text", "", (Field("text", _BLOCKS, "Text under the label."), Field("label", _INLINE, "What the entry is about."))),
        Shape(
            "credits", "",
            (
                Field("credits", Choice(("pictures",)), "Instead of text: all credits of pictures, with their pages."),
                Field("label", _INLINE, "What the entry is about."),
            ),
        ),
    ),
)
_COLOFON = Shape(
    "colofon", "Who made the report, and how to reach them.",
    (Field("colofon", _INLINE, "The title."), _PART_ID, Field("entries", ListOf(_COLOFON_ENTRY), "Entries with a label.")),
    "colofon: Colofon\nid: colofon\nentries:\n  - label: Contact\n    text: |\n      Kruidtuinstraat 75\\\n      1210 Brussel\n"
    "  - label: Beelden\n    credits: pictures\n",
)
_CONTENTS = Shape(
    "contents", "The contents; its lines are made from the titles.",
    (Field("contents", _INLINE, "The title."), _PART_ID),
    "contents: Inhoudstafel\nid: inhoud\n",
)
_LETTER = Shape(
    "letter", "A text that is signed, such as a foreword.",
    (
        Field("letter", _INLINE, "The title."),
        _PART_ID, _RUNNING, _BODY,
        Field(
            "signature",
            Shape(
                "signature", "",
                (
                    Field("name", _INLINE, "Who signs."),
                    Field("function", _INLINE, "As what."),
                    Field("organisation", _INLINE, "For whom."),
                ),
            ),
            "Who signs the letter.", required=False,
        ),
        _NOTES,
    ),
    "letter: Inleiding\nid: inleiding\nbody:\n  - text: |\n      Beste lezer, dit was ons jaar.\n"
    "signature: {name: Tine Claus, function: directeur, organisation: Vluchtelingenwerk Vlaanderen}\n",
)
_NUMBER = Shape(
    "key figure", "",
    (
        Field("value", _INLINE, "The figure."),
        Field("label", _INLINE, "What it counts."),
        Field("size", Choice(("normal", "large")), "A `large` one has a row for itself; `normal` if left out.", required=False),
    ),
)
_NUMBERS = Shape(
    "numbers", "The year in figures: key figures and charts over two facing pages, the left one first.",
    (
        Field("numbers", _INLINE, "The title."),
        _PART_ID, _RUNNING,
        Field("lead", _INLINE, "A line under the title.", required=False),
        Field("items", ListOf(OneOf("item", (_NUMBER, _CHART))), "Key figures and charts, in reading order."),
    ),
    "numbers: 2025 in cijfers\nid: cijfers\nitems:\n"
    '  - {value: "{{ walk.deelnemers | getal }}", label: wandelaars, size: large}\n'
    '  - {value: "{{ infolijn.vragen | getal }}", label: vragen aan de Infolijn}\n',
)
_PICTURE_PAGE = Shape(
    "picture page", "",
    (_PICTURE, _ALT, _CREDIT, _CAPTION, Field("spread", Choice(("yes", "no")), "Over two facing pages; `no` if left out.", required=False)),
)
_PICTURES = Shape(
    "pictures", "Pictures over whole pages.",
    (Field("pictures", ListOf(_PICTURE_PAGE), "The pictures, one a page or spread."), _PART_ID),
    "pictures:\n  - picture: betoging.jpg\n    alt: Een betoging in Brussel; mensen steken borden in de lucht waarop “HUMAN” staat.\n"
    '    credit: "Beeld: Atelier Zon"\nid: beeld-betoging\n',
)
_CHAPTER = Shape(
    "chapter", "A numbered chapter that opens with a page of its own.",
    (
        Field("chapter", _INLINE, "The long title."),
        _PART_ID, _RUNNING,
        Field("opener", Shape("opener", "", (_PICTURE, _ALT, _CREDIT)), "The picture on the first page.", required=False),
        Field("lead", _INLINE, "A line under the title.", required=False),
        _BODY, _NOTES,
    ),
    "chapter: In 2025 werkten we aan een sterker engagement door…\nid: engagement\nrunning: Engagement\nbody:\n"
    "  - section: De inzet van vrijwilligers\n  - text: |\n      Onze Infolijn[^infolijn] kreeg {{ infolijn.vragen | getal }} vragen.\n"
    'notes:\n  infolijn: "Infolijn: <https://vluchtelingenwerk.be/infolijn>"\n',
)
_BACK_COVER = Shape(
    "back-cover", "The back of the report.",
    (
        Field("back-cover", Shape("back-cover", "", (Field("text", _BLOCKS, "Addresses and such."), *_logo(False))), "What stands on it."),
        _PART_ID,
    ),
    "back-cover:\n  logo: logo.svg\n  logo_alt: Logo van Vluchtelingenwerk Vlaanderen\n"
    "  text: |\n    Kruidtuinstraat 75, 1210 Brussel\nid: achterkant\n",
)

PART = OneOf("part", (_COVER, _COLOFON, _CONTENTS, _LETTER, _NUMBERS, _PICTURES, _CHAPTER, _BACK_COVER))
"""A file in ``sections/``, but for the two below."""

# ---------------------------------------------------------------- the files beside the parts

_ABBREVIATION = Shape(
    "abbreviation", "",
    (Field("short", _PLAIN, "As it stands in the text."), Field("long", _PLAIN, "In full.")),
)
_FOREIGN = Shape(
    "foreign words", "",
    (Field("language", Text("language"), "Their language."), Field("words", ListOf(_PLAIN), "Words, or several together, as they stand in the text.")),
)
REPORT = Shape(
    "report", "What is true of the whole report, in `sections/report.yaml`.",
    (
        Field("title", _PLAIN, "The title."),
        Field("subtitle", _PLAIN, "The line under it.", required=False),
        Field("organisation", _PLAIN, "Whose report it is."),
        Field("year", _PLAIN, "The year that it is about."),
        Field("slug", _ID, "First part of the names of the finished files."),
        Field("language", Text("language"), "The language of the report."),
        Field("description", _PLAIN, "What the report is about, in one sentence.", required=False),
        Field("keywords", ListOf(_PLAIN), "Words by which it can be found.", required=False),
        Field("abbreviations", ListOf(_ABBREVIATION), "What short forms in the text stand for; read out to who can't see them.", required=False),
        Field("foreign", ListOf(_FOREIGN), "Words of other languages in the text; spoken, divided and proofread in theirs.", required=False),
        Field("order", ListOf(_PLAIN), "The files of the parts in order, without `.yaml`."),
    ),
    "title: Jaarverslag 2025\norganisation: Vluchtelingenwerk Vlaanderen\nyear: 2025\nslug: jaarverslag-2025\nlanguage: nl-BE\n"
    "order: [00-omslag, 01-colofon, 10-engagement]\n",
)

FIGURES = MapOf("name", MapOf("name", _PLAIN))
"""``sections/cijfers.yaml``."""
