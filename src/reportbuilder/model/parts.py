"""Parts of a report, their notes, and the report itself as draft and document; see `nodes`."""

from typing import Literal

from msgspec import Struct

from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.model.blocks import Blocks, Fact, Heading, Lead
from reportbuilder.model.charts import Chart
from reportbuilder.model.inlines import Inlines, PageNumber
from reportbuilder.model.pictures import Picture


class Note(Struct, frozen=True):
    """The text of a note, numbered per chapter in order of first call. ``mark`` is the id of its first mark."""

    key: str
    content: Inlines
    span: Span
    number: int = 0
    mark: int = 0
    id: int = 0


class Cover(Struct, frozen=True):
    title: Inlines
    subtitle: Inlines
    organisation: Inlines
    picture: Picture
    logo: Picture
    span: Span
    label: str = ""
    id: int = 0


class Credit(Struct, frozen=True):
    """One maker of pictures and the pictures that are theirs, as pages (filled in by `resolve`)."""

    text: str
    pages: tuple[PageNumber, ...]
    span: Span
    id: int = 0


Credits = Literal["", "pictures", "fonts"]


class ColofonEntry(Struct, frozen=True):
    """A label with text, or with the ``credits`` of all pictures or fonts, listed in ``credit_lines`` by `resolve`."""

    title: Inlines
    blocks: Blocks
    credits: Credits
    span: Span
    credit_lines: tuple[Credit, ...] = ()
    id: int = 0


class Colofon(Struct, frozen=True):
    title: Heading
    entries: tuple[ColofonEntry, ...]
    span: Span
    id: int = 0


class ContentsEntry(Struct, frozen=True):
    """One line of the contents: the heading's text (its notes left out), its number if it is a chapter, its page."""

    level: int
    number: str
    target: int
    content: Inlines
    page: PageNumber
    span: Span
    id: int = 0


class Contents(Struct, frozen=True):
    """``entries`` are made by `resolve`: letters, figures of the year and chapters on level 1, sections on level 2."""

    title: Heading
    span: Span
    entries: tuple[ContentsEntry, ...] = ()
    id: int = 0


class Signature(Struct, frozen=True):
    name: Inlines
    function: Inlines
    organisation: Inlines
    span: Span
    id: int = 0


class Letter(Struct, frozen=True):
    title: Heading
    blocks: Blocks
    signature: Signature | None
    notes: tuple[Note, ...]
    span: Span
    id: int = 0


class Numbers(Struct, frozen=True):
    """The year in figures, over two facing pages or more: key figures and charts, in reading order."""

    title: Heading
    lead: Lead | None
    items: tuple[Fact | Chart, ...]
    span: Span
    id: int = 0


class PicturePage(Struct, frozen=True):
    """A picture over a whole page (or, ``spread`` true, over two facing pages)."""

    picture: Picture
    spread: bool
    caption: Inlines
    span: Span
    id: int = 0


class Pictures(Struct, frozen=True):
    pages: tuple[PicturePage, ...]
    span: Span
    label: str = ""
    id: int = 0


class Chapter(Struct, frozen=True):
    """``number`` (“1”) is given by `resolve`. The opener page shows picture, number, title and lead."""

    title: Heading
    opener: Picture | None
    lead: Lead | None
    blocks: Blocks
    notes: tuple[Note, ...]
    span: Span
    number: str = ""
    id: int = 0


class BackCover(Struct, frozen=True):
    logo: Picture | None
    blocks: Blocks
    span: Span
    label: str = ""
    id: int = 0


Part = Cover | Colofon | Contents | Letter | Numbers | Pictures | Chapter | BackCover


class Terms(Struct, frozen=True):
    """``abbreviations`` are (short, long) in the ``language`` of the report as it was written; ``foreign`` are (language, words)."""

    language: str = ""
    abbreviations: tuple[tuple[str, str], ...] = ()
    foreign: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Meta(Struct, frozen=True):
    """What is true of the whole report. ``language`` is a BCP 47 tag (nl-BE); ``span`` is the place of the title."""

    title: str
    subtitle: str
    organisation: str
    year: str
    slug: str
    language: str
    description: str
    keywords: tuple[str, ...]
    span: Span = NOWHERE
    terms: Terms = Terms()


class Draft(Struct, frozen=True):
    """The report as loaded: nothing numbered, notes and references by name."""

    meta: Meta
    parts: tuple[Part, ...]


class Document(Struct, frozen=True):
    """The report as all outputs must show it: every node has its id, notes and figures their numbers, references their texts."""

    meta: Meta
    parts: tuple[Part, ...]
