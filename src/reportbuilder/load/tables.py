"""The table of all that an editor may write: ``report.yaml``, ``cijfers.yaml``, the parts and their blocks.

`check`, the JSON Schema and ``docs/sections.md`` all come from here.
"""

from reportbuilder.load.block_table import BLOCK, CHART
from reportbuilder.load.field_table import ALT, BLOCKS, CAPTION, CREDIT, ID, INLINE, NOTES, PART_ID, PICTURE, PLAIN, RUNNING, logo_fields
from reportbuilder.load.schema import Choice, Field, ListOf, MapOf, OneOf, Shape, Text

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
                    Field("title", INLINE, "The title of the report."),
                    Field("subtitle", INLINE, "The line under it."),
                    Field("organisation", INLINE, "Whose report it is."),
                    PICTURE, ALT, CREDIT, *logo_fields(True),
                ),
            ),
            "What stands on it.",
        ),
        PART_ID,
    ),
    "cover:\n  title: Jaarverslag 2025\n  subtitle: Samen met mensen op de vlucht\n  organisation: Vluchtelingenwerk Vlaanderen\n"
    "  picture: omslag.jpg\n  alt: Mensen van alle leeftijden wandelen samen een heuvelpad op, de rijzende zon tegemoet.\n"
    '  credit: "Beeld: Atelier Zon"\n  logo: logo.svg\n  logo_alt: Logo van Vluchtelingenwerk Vlaanderen\nid: omslag\n',
)
_COLOFON_ENTRY = OneOf(
    "colofon entry",
    (
        Shape("text", "", (Field("text", BLOCKS, "Text under the label."), Field("label", INLINE, "What the entry is about."))),
        Shape(
            "credits", "",
            (
                Field("credits", Choice(("pictures", "fonts")), "Instead of text: all credits of pictures, with their pages; or the fonts of the style sheet, with their makers."),
                Field("label", INLINE, "What the entry is about."),
            ),
        ),
    ),
)
_COLOFON = Shape(
    "colofon", "Who made the report, and how to reach them.",
    (Field("colofon", INLINE, "The title."), PART_ID, Field("entries", ListOf(_COLOFON_ENTRY), "Entries with a label.")),
    "colofon: Colofon\nid: colofon\nentries:\n  - label: Contact\n    text: |\n      Kruidtuinstraat 75\\\n      1210 Brussel\n"
    "  - label: Beelden\n    credits: pictures\n  - label: Lettertypes\n    credits: fonts\n",
)
_CONTENTS = Shape(
    "contents", "The contents; its lines are made from the titles.",
    (Field("contents", INLINE, "The title."), PART_ID),
    "contents: Inhoudstafel\nid: inhoud\n",
)
_LETTER = Shape(
    "letter", "A text that is signed, such as a foreword.",
    (
        Field("letter", INLINE, "The title."),
        PART_ID, RUNNING, _BODY,
        Field(
            "signature",
            Shape(
                "signature", "",
                (
                    Field("name", INLINE, "Who signs."),
                    Field("function", INLINE, "As what."),
                    Field("organisation", INLINE, "For whom."),
                ),
            ),
            "Who signs the letter.", required=False,
        ),
        NOTES,
    ),
    "letter: Inleiding\nid: inleiding\nbody:\n  - text: |\n      Beste lezer, dit was ons jaar.\n"
    "signature: {name: Tine Claus, function: directeur, organisation: Vluchtelingenwerk Vlaanderen}\n",
)
_NUMBER = Shape(
    "key figure", "",
    (
        Field("value", INLINE, "The figure."),
        Field("label", INLINE, "What it counts."),
        Field("size", Choice(("normal", "large")), "A `large` one has a row for itself; `normal` if left out.", required=False),
    ),
)
_NUMBERS = Shape(
    "numbers", "The year in figures: key figures and charts over two facing pages, the left one first.",
    (
        Field("numbers", INLINE, "The title."),
        PART_ID, RUNNING,
        Field("lead", INLINE, "A line under the title.", required=False),
        Field("items", ListOf(OneOf("item", (_NUMBER, CHART))), "Key figures and charts, in reading order."),
    ),
    "numbers: 2025 in cijfers\nid: cijfers\nitems:\n"
    '  - {value: "{{ walk.deelnemers | getal }}", label: wandelaars, size: large}\n'
    '  - {value: "{{ infolijn.vragen | getal }}", label: vragen aan de Infolijn}\n',
)
_PICTURE_PAGE = Shape(
    "picture page", "",
    (PICTURE, ALT, CREDIT, CAPTION, Field("spread", Choice(("yes", "no")), "Over two facing pages; `no` if left out.", required=False)),
)
_PICTURES = Shape(
    "pictures", "Pictures over whole pages.",
    (Field("pictures", ListOf(_PICTURE_PAGE), "The pictures, one a page or spread."), PART_ID),
    "pictures:\n  - picture: betoging.jpg\n    alt: Een betoging in Brussel; mensen steken borden in de lucht waarop “HUMAN” staat.\n"
    '    credit: "Beeld: Atelier Zon"\nid: beeld-betoging\n',
)
_CHAPTER = Shape(
    "chapter", "A numbered chapter that opens with a page of its own.",
    (
        Field("chapter", INLINE, "The long title."),
        PART_ID, RUNNING,
        Field("opener", Shape("opener", "", (PICTURE, ALT, CREDIT)), "The picture on the first page.", required=False),
        Field("lead", INLINE, "A line under the title.", required=False),
        _BODY, NOTES,
    ),
    "chapter: In 2025 werkten we aan een sterker engagement door…\nid: engagement\nrunning: Engagement\nbody:\n"
    "  - section: De inzet van vrijwilligers\n  - text: |\n      Onze Infolijn[^infolijn] kreeg {{ infolijn.vragen | getal }} vragen.\n"
    'notes:\n  infolijn: "Infolijn: <https://vluchtelingenwerk.be/infolijn>"\n',
)
_BACK_COVER = Shape(
    "back-cover", "The back of the report.",
    (
        Field("back-cover", Shape("back-cover", "", (Field("text", BLOCKS, "Addresses and such."), *logo_fields(False))), "What stands on it."),
        PART_ID,
    ),
    "back-cover:\n  logo: logo.svg\n  logo_alt: Logo van Vluchtelingenwerk Vlaanderen\n"
    "  text: |\n    Kruidtuinstraat 75, 1210 Brussel\nid: achterkant\n",
)

PART = OneOf("part", (_COVER, _COLOFON, _CONTENTS, _LETTER, _NUMBERS, _PICTURES, _CHAPTER, _BACK_COVER))
"""A file in ``sections/``, but for the two below."""

# ---------------------------------------------------------------- the files beside the parts

_ABBREVIATION = Shape(
    "abbreviation", "",
    (Field("short", PLAIN, "As it stands in the text."), Field("long", PLAIN, "In full.")),
)
_FOREIGN = Shape(
    "foreign words", "",
    (Field("language", Text("language"), "Their language."), Field("words", ListOf(PLAIN), "Words, or several together, as they stand in the text.")),
)
REPORT = Shape(
    "report", "What is true of the whole report, in `sections/report.yaml`.",
    (
        Field("title", PLAIN, "The title."),
        Field("subtitle", PLAIN, "The line under it.", required=False),
        Field("organisation", PLAIN, "Whose report it is."),
        Field("year", PLAIN, "The year that it is about."),
        Field("slug", ID, "First part of the names of the finished files."),
        Field("language", Text("language"), "The language of the report."),
        Field("description", PLAIN, "What the report is about, in one sentence.", required=False),
        Field("keywords", ListOf(PLAIN), "Words by which it can be found.", required=False),
        Field("abbreviations", ListOf(_ABBREVIATION), "What short forms in the text stand for; read out to who can't see them.", required=False),
        Field("foreign", ListOf(_FOREIGN), "Words of other languages in the text; spoken, divided and proofread in theirs.", required=False),
        Field("order", ListOf(PLAIN), "The files of the parts in order, without `.yaml`."),
    ),
    "title: Jaarverslag 2025\norganisation: Vluchtelingenwerk Vlaanderen\nyear: 2025\nslug: jaarverslag-2025\nlanguage: nl-BE\n"
    "order: [00-omslag, 01-colofon, 10-engagement]\n",
)

FIGURES = MapOf("name", MapOf("name", PLAIN))
"""``sections/cijfers.yaml``."""
