"""A report by hand that has every kind of node, and a layout of it that puts each leaf on a line of its own."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from zlib import compress

from msgspec import Struct
from pikepdf import Pdf
from PIL import Image as Raster

from reportbuilder.assets.faces import Face, open_face
from reportbuilder.assets.artwork import Flat, VectorPath, VectorPicture
from reportbuilder.assets.pictures import Encoded, Job, Rendition
from reportbuilder.diag.span import NOWHERE as S
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Place, Rule, Run
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import with_ids
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.paint import Painted, paint
from reportbuilder.pdf.profile import Profile
from reportbuilder.style.sheet import FaceKey, Ink, PageStyle, PrintStyle, Sheet, WebStyle

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets" / "fonts"
WIDTH, HEIGHT, BLEED = 400.0, 600.0, 8.5

INKS = {
    ink.name: ink
    for ink in (
        Ink("text", (0.0, 0.0, 0.0, 1.0), (29, 29, 27)),
        Ink("accent", (0.0, 0.8, 0.9, 0.0), (226, 80, 40)),
        Ink("tint", (0.0, 0.05, 0.1, 0.0), (253, 243, 230)),
        Ink("paper", (0.0, 0.0, 0.0, 0.0), (255, 255, 255)),
    )
}
PHOTO, LOGO = Job("pictures/photo.jpg", 200.0, 100.0), Job("logos/logo.svg", 80.0, 40.0)


def sheet(marks: bool = False) -> Sheet:
    page = PageStyle(WIDTH, HEIGHT, BLEED, 40, 40, 40, 40, 320, 10, 16, 20, 20)
    return Sheet(INKS, {}, (), {}, page, PrintStyle("FOGRA39L_TAC300.icc", "FOGRA39", "Coated FOGRA39", 300, 300, marks), WebStyle(150, 80))


@cache
def face(name: str = "SourceSerif4_400Regular") -> Face:
    return open_face(FaceKey("serif"), FONTS / f"{name}.ttf")


@cache
def profiles() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (ROOT / "assets" / "icc").glob("*.icc")}


@cache
def renditions() -> dict[Job, Rendition]:
    """A red photo, and a logo with one path in the accent colour and one in no ink of the sheet."""
    square = VectorPath("0 0 m\n80 0 l\n80 40 l\n0 40 l\nh", Flat((226, 80, 40)))
    curve = VectorPath("10 10 m\n20 0 30 0 40 10 c\n40 30 l\nh", Flat((0, 128, 0)), True)
    return {
        PHOTO: Rendition(Encoded(_jpeg("CMYK", (0, 255, 255, 0)), 8, 4, "cmyk", "jpeg"), Encoded(_jpeg("RGB", (255, 0, 0)), 8, 4, "rgb", "jpeg")),
        LOGO: Rendition(None, Encoded(compress(bytes([255, 0, 0])), 1, 1, "rgb", "flate"), VectorPicture(80, 40, (square, curve))),
    }


def _jpeg(mode: str, colour: tuple[int, ...]) -> bytes:
    file = BytesIO()
    Raster.new(mode, (8, 4), colour).save(file, "JPEG", subsampling=0, quality=95)
    return file.getvalue()


def words(
    text: str, x: float = 40.0, y: float = 60.0, node: int = 0, size: float = 10.0, ink: str = "text", gap: float = 0.0, tracking: float = 0.0,
    features: tuple[str, ...] = (),
) -> Run:  # fmt: skip
    """A run of words and spaces, as the layout makes them."""
    pieces = tuple(face().shape(token, features) for token in re.findall(" |[^ ]+", text))
    return Run(x, y, face(), size, ink, pieces, gap, node, tracking)


def page(*items: Item, index: int = 0, label: str = "1", background: tuple[Item, ...] = (), header: tuple[Item, ...] = ()) -> Page:
    return Page(index, label, "text", background, items, header, ())


def layout(*items: Item, places: dict[int, Place] | None = None) -> Layout:
    return Layout((page(*items),), places or {})


def painted(profile: Profile, *items: Item, marks: bool = False) -> Painted:
    return paint(layout(*items), sheet(marks), profile, renditions())


def operators(data: bytes, number: int = 0) -> list[str]:
    """The content of a page, an operator with its operands a line."""
    with Pdf.open(BytesIO(data)) as pdf:
        return pdf.pages[number].Contents.read_bytes().decode("ascii").split("\n")


@cache
def whole(profile: Profile) -> bytes:
    """The report below, finished."""
    report = document()
    pages = laid_out(report)
    return b"".join(finish(paint(pages, sheet(), profile, renditions()), pages, report, sheet(), profile, profiles()))


# ---------------------------------------------------------------- a whole report


def text(words: str) -> tuple[n.Text]:
    return (n.Text(words, S),)


def picture(file: str = "photo.jpg", alt: str = "Een rood vlak") -> n.Picture:
    return n.Picture(file, alt, "", S)


def document() -> n.Document:
    """All kinds of nodes once."""
    meta = n.Meta("Jaarverslag (2025)", "Samen", "Vluchtelingenwerk & co", "2025", "jaarverslag", "nl-BE", "Wat we deden", ("jaar", "verslag"))
    return n.Document(meta, with_ids((_cover(), _colofon(), _contents(), _letter(), _pictures(), _chapter(), _back_cover())))


def _cover() -> n.Part:
    return n.Cover(text("Jaarverslag"), text("Samen"), text("Vluchtelingenwerk"), picture(), picture("logo.svg", "Logo"), S)


def _colofon() -> n.Part:
    mail = n.Paragraph((n.Text("Schrijf ", S), n.Link("mailto:info@example.org", text("info@example.org"), S)), S)
    credit = n.Credit("Beeld: atelier, p. ", (n.PageNumber(910, S),), S)
    entries = (n.ColofonEntry(text("Contact"), (mail,), "", S), n.ColofonEntry(text("Beelden"), (), "pictures", S, (credit,)))
    return n.Colofon(n.Heading(1, text("Colofon"), S), entries, S)


def _contents() -> n.Part:
    chapter = n.ContentsEntry(1, "1", 910, text("Eerste hoofdstuk"), n.PageNumber(910, S), S)
    section = n.ContentsEntry(2, "", 911, text("Een afdeling"), n.PageNumber(911, S), S)
    return n.Contents(n.Heading(1, text("Inhoud"), S), S, (chapter, section))


def _letter() -> n.Part:
    signature = n.Signature(text("Tine"), text("Directeur"), text("Het huis"), S)
    return n.Letter(n.Heading(1, text("Voorwoord"), S), (n.Paragraph(text("Beste lezer,"), S),), signature, (), S)


def _pictures() -> n.Part:
    return n.Pictures((n.PicturePage(picture(alt="Betoging"), False, text("Een betoging"), S),), S)


def _chapter() -> n.Part:
    note = n.Note("a", (n.Text("Zie ", S), n.Link("https://example.org/ë x", text("de site"), S)), S, number=1, mark=901, id=900)
    second = n.Note("b", text("In een kop."), S, number=2, mark=903, id=902)
    third = n.Note("c", text("In een tabel."), S, number=3, mark=905, id=904)
    first = (n.Text("Een ", S), n.Emphasis(text("efficiënt"), S), n.Text(" begin.", S))
    called = (*first, n.NoteMark(1, 900, True, S, id=901), n.Strong(text(" Sterk."), S))
    again = (n.Text("Zie ", S), n.CrossReference(911, text("Een afdeling"), S), n.NoteMark(1, 900, False, S), *text(" op p. "), n.PageNumber(911, S))
    inner = n.List(False, 1, (n.ListItem((n.Paragraph(text("onder"), S),), S, "–"),), S)
    numbered = n.List(True, 1, (n.ListItem((n.Paragraph(text("een"), S), inner), S, "1."), n.ListItem((n.Paragraph(text("twee"), S),), S, "2.")), S)
    table = n.Table(
        ("left", "right"),
        n.Row((n.Cell((), S), n.Cell(text("Aantal"), S)), S),
        (n.Row((n.Cell(text("Televisie"), S), n.Cell((n.Text("12", S), n.NoteMark(3, 904, True, S, id=905)), S)), S),),
        text("Pers"),
        S,
        kind="Tabel",
        number=1,
    )
    blocks = (
        n.Paragraph(called, S),
        n.Heading(2, (n.Text("Een afdeling", S), n.NoteMark(2, 902, True, S, id=903)), S, id=911),
        n.Paragraph(again, S),
        n.Heading(3, text("Een stuk"), S, id=912),
        numbered,
        n.Figure(picture(), "column", text("Een vlak"), S, kind="Figuur", number=1),
        n.Quote(text("Zo is het."), text("Iemand"), S),
        n.Facts((n.Fact(text("45"), text("deelnemers"), S), n.Fact(text("3"), text("steden"), S)), S),
        table,
        n.Box(text("Kader"), (n.Paragraph(text("Apart gezet."), S),), S),
    )
    title = n.Heading(1, text("Eerste hoofdstuk"), S, id=910)
    return n.Chapter(title, picture(alt="Onthaal"), n.Lead(text("Vooraf"), S), blocks, (note, second, third), S, number="1")


def _back_cover() -> n.Part:
    return n.BackCover(picture("logo.svg", "Logo achteraan"), (n.Paragraph(text("Adres"), S),), S)


class _Setter:
    """Puts each leaf on a line of its own; a new page for each part and where one is full."""

    def __init__(self) -> None:
        self.pages: list[list[Item]] = []
        self.places: dict[int, Place] = {}
        self.y = 0.0

    def next_page(self) -> None:
        self.pages.append([])
        self.y = 40.0

    def show(self, words_: str, node: int) -> None:
        if self.y > HEIGHT - 120:
            self.next_page()
        self.y += 16.0
        self.pages[-1].append(words(words_, y=self.y, node=node))

    def area(self, target: int | str, node: int) -> None:
        self.pages[-1].append(Area(40, self.y - 10, 100, 14, target, node))

    def set(self, node: object) -> None:
        if isinstance(node, tuple):
            for item in node:
                self.set(item)
        elif isinstance(node, Struct):
            self._node(node)

    def _node(self, node) -> None:
        begin = Place(len(self.pages) - 1, self.y)
        match node:
            case n.Text():
                self.show(node.text, node.id)
            case n.NoteMark():
                self.show(str(node.number), node.id)
                self.area(node.note, node.id)
            case n.PageNumber():
                self.show("9", node.id)
                self.area(node.target, node.id)
            case n.Link():
                self.set(node.content)
                self.area(node.url, node.id)
            case n.CrossReference():
                self.set(node.content)
                self.area(node.target, node.id)
            case n.Picture():
                self._picture(node)
            case n.Note():
                self.show(str(node.number), node.id)
                self.area(node.mark, node.id)
                self.set(node.content)
            case n.ListItem():
                self.show(node.marker, node.id)
                self.set(node.blocks)
            case n.Figure() | n.Table():
                self.set((node.picture,) if isinstance(node, n.Figure) else (node.head, node.rows))
                self.show(f"{node.kind} {node.number}.", node.id)
                self.set(node.caption)
                self.pages[-1].append(Rule(40, self.y + 3, 100, self.y + 3, 0.5, "accent"))
            case n.ContentsEntry():
                if node.number:
                    self.show(node.number, node.id)
                self.set(node.content)
                self.show("9", node.page.id)
                self.area(node.target, node.id)
            case n.Credit():
                self.show(node.text, node.id)
                self.set(node.pages)
            case n.Chapter():
                self.show(node.number, node.id)
                self._fields(node)
            case _:
                self._fields(node)
        self.places[node.id] = begin

    def _fields(self, node) -> None:
        for name in node.__struct_fields__:
            self.set(getattr(node, name))

    def _picture(self, picture: n.Picture) -> None:
        job = LOGO if picture.file.endswith(".svg") else PHOTO
        if self.y > HEIGHT - 200:
            self.next_page()
        self.pages[-1].append(Image(-BLEED, self.y, job.width, job.height, job, picture.id))
        self.y += job.height


def laid_out(document: n.Document) -> Layout:
    """The report on pages with a ground, a running head and a folio."""
    setter = _Setter()
    for part in document.parts:
        setter.next_page()
        setter.set(part)
    setter.next_page()
    count = len(setter.pages)
    return Layout(
        tuple(
            Page(
                index,
                str(index + 1) if index else "i",
                "text",
                (Fill(-BLEED, -BLEED, WIDTH + 2 * BLEED, 60, "tint"),),
                tuple(items),
                (words("Jaarverslag", y=30, size=8),) if index < count - 1 else (),
                (words(str(index + 1), y=580, size=8, ink="accent"),),
            )
            for index, items in enumerate(setter.pages)
        ),
        setter.places,
    )
